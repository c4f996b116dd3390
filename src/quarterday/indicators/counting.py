"""Indicators that are counted: all of a fact in one query, read back cell by cell."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pyarrow as pa

from quarterday.indicators.compiler import ALL, breakdowns_of
from quarterday.indicators.language import Indicator, Mix

Cell = tuple[str, str, int, int | None]
"""Breakdown, group, numerator, denominator."""

_Place = tuple[int, str]
_Sums = tuple[int, int | None]


class Counts:
    """The counted cells of some indicators, by place of the period in the spine and authority."""

    def __init__(self) -> None:
        self._totals: dict[tuple[str, _Place], _Sums] = {}
        self._groups: dict[tuple[str, _Place, str], dict[str, _Sums]] = defaultdict(dict)

    def add(self, code: str, place: _Place, breakdown: str, group: str, sums: _Sums) -> None:
        """Take in one counted cell."""
        if breakdown == ALL:
            self._totals[code, place] = sums
        else:
            self._groups[code, place, breakdown][group] = sums

    def cells(self, indicator: Indicator, place: _Place, by: Sequence[str]) -> Iterator[Cell]:
        """The total, then the groups of each breakdown in the order of their names; empty groups are left out."""
        nothing: _Sums = (0, 0 if indicator.denominator_sql else None)
        total = self._totals.get((indicator.code, place), nothing)
        if isinstance(indicator, Mix):
            total = (total[1] or 0, total[1])
        yield ALL, ALL, *total
        for breakdown in breakdowns_of(indicator, by):
            groups = self._groups.get((indicator.code, place, breakdown), {})
            if isinstance(indicator, Mix) and breakdown == indicator.by:
                yield from _shares(indicator, groups, total[0])
            else:
                yield from ((breakdown, name, *groups[name]) for name in sorted(groups) if any(groups[name]))


def _shares(indicator: Mix, groups: dict[str, _Sums], total: int) -> Iterator[Cell]:
    for name in sorted(groups):
        if groups[name][0]:
            yield indicator.by, name, groups[name][0], total
    for name, parts in indicator.subtotals:
        yield f"{indicator.by} (subtotal)", name, sum(groups.get(part, (0, 0))[0] for part in parts), total


def read_counts(table: pa.Table, indicators: Sequence[Indicator], breakdowns: Sequence[str]) -> Counts:
    """The cells of a counting query's answer."""
    counts = Counts()
    places = list(zip(table["spine_id"].to_pylist(), table["authority"].to_pylist(), strict=True))
    named = _cells_of(table, breakdowns)
    for n, indicator in enumerate(indicators):
        numerators = table[f"numerator_{n}"].to_pylist()
        denominators = table[f"denominator_{n}"].to_pylist() if indicator.denominator_sql else [None] * table.num_rows
        for place, (breakdown, group), above, below in zip(places, named, numerators, denominators, strict=True):
            sums = (int(above or 0), int(below or 0) if indicator.denominator_sql else None)
            counts.add(indicator.code, place, breakdown, group, sums)
    return counts


def _cells_of(table: pa.Table, breakdowns: Sequence[str]) -> list[tuple[str, str]]:
    """Breakdown and group of every row."""
    cells = [(ALL, ALL)] * table.num_rows
    for n, name in enumerate(breakdowns):
        totals, groups = table[f"is_total_{n}"].to_pylist(), table[f"dimension_{n}"].to_pylist()
        for row, (is_total, group) in enumerate(zip(totals, groups, strict=True)):
            if not is_total:
                cells[row] = (name, str(group))
    return cells
