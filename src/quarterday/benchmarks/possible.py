"""What suppressed cells can be: bounds from 1 to 5, from the totals of their row and from those of their region.

The unknown cells are the variables of a linear program. In every authority's row the parts add up to their total
(relations.py). Over the authorities of a region each column adds up to the region's figure, which is published to the
nearest 10: to within 5. Cells that are not suppressed but missing (not available, of low reliability) are nought or more.
The two readings (CONTRACTS §6): every
suppressed cell of the indicator, in the rows asked for, is 1 to 5 (primary); or it may be there to protect another, so
of any size that the totals leave, nought included: the files hold rows of two suppressed cells that add up to 1. Nothing
is assumed of other suppressed cells, of the row or of other authorities, but that they are nought or more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from quarterday.benchmarks.relations import Relation, relations_of
from quarterday.benchmarks.sheets import AreaRow, Sheet
from quarterday.benchmarks.values import SUPPRESSED

ROUNDED_TO = 10
"""Figures of regions and England are published to the nearest 10."""

FEW = (1.0, 5.0)
"""What a primary suppressed cell holds."""

_SOLVED, _UNBOUNDED = 0, 3
"""What the solver says of a program; 2 is that nothing satisfies it."""

Place = tuple[tuple[str, ...], str]
"""A cell: the areas of its row, and its column."""

Sum = tuple[dict[Place, float], float]
"""Unknown cells with their weights, and the sum of the known ones."""


@dataclass
class _Program:
    """Variables with their bounds, and sums that lie between two numbers."""

    bounds: dict[Place, tuple[float, float | None]] = field(default_factory=dict)
    between: list[tuple[dict[Place, float], float, float]] = field(default_factory=list)

    def keep(self, total: Sum, low: float, high: float) -> None:
        """Let a sum lie from low to high; a sum of known cells says nothing."""
        unknown, known = total
        if unknown:
            self.between.append((unknown, low - known, high - known))


class PossibleValues:
    """The linear program over some authorities' regions, for one reading.

    `holds` says whether the reading can be true at all: the primary one cannot where the totals show that a cell is more
    than 5, and is then there to protect another.
    """

    def __init__(self, sheet: Sheet, items: tuple[str, ...], rows: Iterable[AreaRow], *, primary: bool) -> None:
        self._sheet = sheet
        self._items = items
        self._primary = primary
        self._relations = relations_of(sheet.family, items)
        self._asked = {row.areas for row in rows}
        regions = {row.region for row in rows}
        self._program = self._built(regions, regional=True)
        self.holds = _least(self._program, {}) is not None
        if not self.holds and not primary:
            # Published totals that contradict one another bound nothing: those of the rows remain.
            self._program = self._built(regions, regional=False)
            self.holds = _least(self._program, {}) is not None

    def range(self, weights: Mapping[Place, float]) -> tuple[float, float] | None:
        """The least and greatest weighted sum of cells; None where the reading contradicts the published totals."""
        unknown = {place: weight for place, weight in weights.items() if place in self._program.bounds}
        known = sum(weight * self._number(place) for place, weight in weights.items() if place not in unknown)
        least = _least(self._program, unknown)
        most = _least(self._program, {place: -weight for place, weight in unknown.items()})
        return None if least is None or most is None else (known + least, known - most)

    def _built(self, regions: set[str], *, regional: bool) -> _Program:
        program = _Program()
        rows = [row for region in sorted(regions) for row in self._sheet.of_region(region)]
        for row in rows:
            for name in self._columns():
                self._declare(program, row, name)
        for row in rows:
            for relation in self._relations:
                _keep_row(program, row, relation)
        if regional:
            for region in sorted(regions):
                self._keep_region(program, region)
        return program

    def _columns(self) -> list[str]:
        names = dict.fromkeys(self._items)
        for relation in self._relations:
            names.update(dict.fromkeys((relation.total, *relation.parts)))
        return list(names)

    def _declare(self, program: _Program, row: AreaRow, name: str) -> None:
        number, reason = row.cell(name)
        if number is None:
            suppressed = reason == SUPPRESSED
            taken_as_few = suppressed and self._primary and name in self._items and row.areas in self._asked
            program.bounds[row.areas, name] = FEW if taken_as_few else (0.0, None)

    def _keep_region(self, program: _Program, region: str) -> None:
        of_region, rows = self._sheet.area(region), self._sheet.of_region(region)
        if of_region is None or not self._is_whole(region, rows):
            return
        for name in self._columns():
            total = of_region.cell(name)[0]
            if total is not None:
                summed = _sum([(row, name) for row in rows])
                program.keep(summed, total - ROUNDED_TO / 2, total + ROUNDED_TO / 2)

    def _number(self, place: Place) -> float:
        row = self._sheet.area(place[0][0])
        return (row.cell(place[1])[0] if row else None) or 0.0

    def _is_whole(self, region: str, rows: list[AreaRow]) -> bool:
        """Whether the sheet has every authority of a region: where all cells of a column are known, they add up."""
        of_region = self._sheet.area(region)
        for name in self._columns():
            total = of_region.cell(name)[0] if of_region else None
            unknown, known = _sum([(row, name) for row in rows])
            if total is not None and not unknown and abs(known - total) > ROUNDED_TO / 2:
                return False
        return True


def _keep_row(program: _Program, row: AreaRow, relation: Relation) -> None:
    unknown, known = _sum([(row, name) for name in relation.parts])
    total = row.cell(relation.total)[0]
    if relation.exact and total is not None:
        _keep_pair(program, [(row, name) for name in relation.parts], total - known)
    if total is None:
        unknown = {**unknown, (row.areas, relation.total): -1.0}
        total = 0.0
    program.keep((unknown, known), total if relation.exact else -float("inf"), total)


def _keep_pair(program: _Program, cells: list[tuple[AreaRow, str]], rest: float) -> None:
    """Of two suppressed cells that share a rest above 5, one is 1 to 5, so that neither is nought."""
    hidden = [(row.areas, name) for row, name in cells if row.cell(name)[1] == SUPPRESSED]
    if len(hidden) == 2 and rest > FEW[1]:
        for place in hidden:
            low, high = program.bounds[place]
            program.bounds[place] = max(low, FEW[0]), high


def _sum(cells: list[tuple[AreaRow, str]]) -> Sum:
    unknown: dict[Place, float] = {}
    known = 0.0
    for row, name in cells:
        number = row.cell(name)[0]
        if number is None:
            unknown[row.areas, name] = 1.0
        else:
            known += number
    return unknown, known


def _least(program: _Program, objective: Mapping[Place, float]) -> float | None:
    """The least weighted sum; minus infinity where nothing bounds it, None where nothing satisfies the totals."""
    from scipy.optimize import linprog  # only here: scipy takes a while to import

    if not program.bounds:
        return 0.0
    costs = [objective.get(place, 0.0) for place in program.bounds]
    matrix, limits = _limits(program)
    found = linprog(costs, A_ub=matrix, b_ub=limits or None, bounds=list(program.bounds.values()), method="highs")
    if found.status == _SOLVED:
        return float(found.fun)
    return -float("inf") if found.status == _UNBOUNDED else None


def _limits(program: _Program) -> tuple[Any, list[float]]:
    """Each sum between two numbers as one or two rows of "at most"; no matrix where there are none."""
    from scipy.sparse import csr_array

    places = {place: column for column, place in enumerate(program.bounds)}
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    limits: list[float] = []
    for unknown, low, high in program.between:
        for sign, limit in ((1.0, high), (-1.0, -low)):
            if limit != float("inf"):
                rows += [len(limits)] * len(unknown)
                columns += [places[place] for place in unknown]
                weights += [sign * weight for weight in unknown.values()]
                limits.append(limit)
    shape = len(limits), len(places)
    return (csr_array((weights, (rows, columns)), shape=shape) if limits else None), limits
