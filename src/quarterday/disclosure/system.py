"""The linear system that a reader can set up: unknown numbers, their bounds, and the relations that hold them together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quarterday.disclosure.publication import Counted, Relation

_ROUNDS = 200
_TINY = 1e-7
_APART = 1e-4
_INFINITE = float("inf")

Bounds = tuple[float, float]


class ContradictionError(Exception):
    """The relations of a publication cannot all be true of its numbers: a definition or a relation is wrong."""


@dataclass
class Row:
    """Low <= sum of factor x unknown <= high."""

    terms: dict[Counted, int]
    low: float
    high: float
    totals: frozenset[Counted]


@dataclass
class Component:
    """Unknowns that hang together through rows, with their bounds as far as the rows propagate them."""

    unknowns: list[Counted]
    rows: list[Row]
    bounds: dict[Counted, Bounds] = field(default_factory=dict)

    @property
    def is_tree(self) -> bool:
        """Whether no ring of rows is closed: then propagated bounds are the exact ones."""
        links = sum(1 for row in self.rows for _ in row.terms)
        return links == len(self.unknowns) + len(self.rows) - 1


class System:
    """Bounds of every quantity and the rows; a quantity can be set free, never bound more closely."""

    def __init__(self, relations: Iterable[Relation], bounds: Mapping[Counted, Bounds]) -> None:
        self.bounds = dict(bounds)
        self.rows: list[Relation] = [relation for relation in relations if relation.terms]
        self._rows_of: dict[Counted, list[int]] = defaultdict(list)
        for place, relation in enumerate(self.rows):
            for _, counted in relation.terms:
                self._rows_of[counted].append(place)
                self.bounds.setdefault(counted, (0.0, _INFINITE))
        self._component_of: dict[Counted, Component] = {}

    def rows_of(self, counted: Counted) -> list[Relation]:
        """The relations that a quantity stands in."""
        return [self.rows[place] for place in self._rows_of.get(counted, ())]

    def is_fixed(self, counted: Counted) -> bool:
        """Whether it is known exactly."""
        low, high = self.bounds[counted]
        return low == high

    def free(self, counted: Counted, bounds: Bounds) -> None:
        """Let a quantity be unknown; what hung together is looked at anew."""
        self.bounds[counted] = bounds
        touched = {
            id(self._component_of[other])
            for row in self.rows_of(counted)
            for _, other in row.terms
            if other in self._component_of
        }
        self._component_of = {at: part for at, part in self._component_of.items() if id(part) not in touched}

    def component(self, counted: Counted) -> Component:
        """The unknowns that hang together with one, propagated."""
        if counted not in self._component_of:
            found = self._gather(counted)
            found.bounds = propagated(found, {each: self.bounds[each] for each in found.unknowns})
            self._component_of |= dict.fromkeys(found.unknowns, found)
        return self._component_of[counted]

    def _gather(self, first: Counted) -> Component:
        unknowns, rows, waiting = {first: None}, dict[int, None](), [first]
        while waiting:
            for place in self._rows_of.get(waiting.pop(), ()):
                rows[place] = None
                for _, other in self.rows[place].terms:
                    if other not in unknowns and not self.is_fixed(other):
                        unknowns[other] = None
                        waiting.append(other)
        return Component(list(unknowns), [self._reduced(self.rows[place]) for place in rows])

    def _reduced(self, relation: Relation) -> Row:
        """The row with what is known taken to the other side."""
        terms: dict[Counted, int] = {}
        known = 0.0
        for factor, counted in relation.terms:
            if self.is_fixed(counted):
                known += factor * self.bounds[counted][0]
            else:
                terms[counted] = terms.get(counted, 0) + factor
        kept = {counted: factor for counted, factor in terms.items() if factor}
        return Row(kept, relation.low - known, relation.high - known, relation.totals)


def propagated(component: Component, bounds: dict[Counted, Bounds]) -> dict[Counted, Bounds]:
    """Bounds narrowed row by row until nothing changes: never narrower than the truth allows, exact in a tree.

    Raises ContradictionError where nothing is left between two bounds.
    """
    rows_of: dict[Counted, list[Row]] = defaultdict(list)
    for row in component.rows:
        for counted in row.terms:
            rows_of[counted].append(row)
    waiting = component.rows
    for _ in range(_ROUNDS):
        changed = {counted for row in waiting for counted in _narrow(row, bounds)}
        if not changed:
            break
        waiting = list({id(row): row for counted in changed for row in rows_of[counted]}.values())
    return bounds


def _narrow(row: Row, bounds: dict[Counted, Bounds]) -> list[Counted]:
    changed = []
    for counted, bound in implied(row, bounds).items():
        low, high = bounds[counted]
        narrowed = max(low, bound[0]), min(high, bound[1])
        if narrowed[0] > narrowed[1] + _APART:
            raise ContradictionError(f"No number of {counted.of} fits everything published.")
        if narrowed[0] > low + _TINY or narrowed[1] < high - _TINY:
            bounds[counted] = narrowed
            changed.append(counted)
    return changed


def implied(row: Row, bounds: Mapping[Counted, Bounds]) -> dict[Counted, Bounds]:
    """What one row alone says of each of its unknowns, the others within their bounds."""
    spans = {counted: _times(factor, bounds[counted]) for counted, factor in row.terms.items()}
    least, most = _sum([span[0] for span in spans.values()]), _sum([span[1] for span in spans.values()])
    found = {}
    for counted, factor in row.terms.items():
        low, high = spans[counted]
        rest = _without(least, low, -_INFINITE), _without(most, high, _INFINITE)
        found[counted] = _times(1 / factor, (row.low - rest[1], row.high - rest[0]))
    return found


def _times(factor: float, bounds: Bounds) -> Bounds:
    ends = factor * bounds[0], factor * bounds[1]
    return (ends[0], ends[1]) if factor > 0 else (ends[1], ends[0])


def _sum(ends: list[float]) -> tuple[float, int]:
    """The finite part of a sum, and how many of its terms are infinite."""
    finite = [end for end in ends if abs(end) != _INFINITE]
    return sum(finite), len(ends) - len(finite)


def _without(total: tuple[float, int], end: float, otherwise: float) -> float:
    """A sum without one of its terms; `otherwise` where another of them is infinite."""
    finite, infinite = total
    if abs(end) == _INFINITE:
        return otherwise if infinite > 1 else finite
    return otherwise if infinite else finite - end
