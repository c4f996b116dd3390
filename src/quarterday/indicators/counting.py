"""Indicators that are counted: all of a fact in one query, read back as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from quarterday.indicators.compiler import ALL, breakdowns_of
from quarterday.indicators.evaluate import Numbers, figures
from quarterday.indicators.grid import Grid, Told, merged, numbered
from quarterday.indicators.language import Indicator, Mix


@dataclass(frozen=True)
class Counts:
    """The answer of a counting query: a row a counted cell, in the order in which results tell them.

    `places` are those of the grid, `levels` 0 for a total and else the number of the breakdown from 1, `groups` numbers in
    the grid's names; `columns` holds `numerator_N` and `denominator_N` of each indicator.
    """

    places: Numbers
    levels: Numbers
    groups: Numbers
    columns: dict[str, Numbers]
    breakdowns: tuple[str, ...]


def read_counts(table: pa.Table, grid: Grid, breakdowns: Sequence[str]) -> Counts:
    """The counted cells: by place, the total, then the groups of each breakdown in the order of their names."""
    levels = table["level"].to_numpy().astype(int)
    names, groups = numbered(pc.if_else(pa.array(levels == 0), ALL, table["group_name"]))
    places = grid.places(table)
    order = np.lexsort((groups, levels, places))
    order = order[places[order] >= 0]
    columns = {name: _whole(table[name])[order] for name in table.column_names if name.startswith(("numerator", "denom"))}
    return Counts(places[order], levels[order], grid.names.numbers(names)[groups[order]], columns, tuple(breakdowns))


@dataclass(frozen=True)
class _Cells:
    """Cells of one indicator, as arrays of one length."""

    places: Numbers
    levels: Numbers
    groups: Numbers
    numerators: Numbers
    denominators: Numbers

    def at(self, order: NDArray[Any]) -> "_Cells":
        parts = (self.places, self.levels, self.groups, self.numerators, self.denominators)
        return _Cells(*(part[order] for part in parts))


def figures_of(
    counts: Counts,
    indicator: Indicator,
    number: int,
    grid: Grid,
    by: Sequence[str],
    children: Numbers,
    missing: NDArray[np.bool_],
) -> Told:
    """The figures of the `number`-th indicator of a counting query.

    `children` is the population and `missing` says what cannot be computed, both of each place. Empty groups are left out.
    """
    numerators = counts.columns[f"numerator_{number}"]
    below = counts.columns.get(f"denominator_{number}", np.zeros_like(numerators))
    every = _Cells(counts.places, counts.levels * 2, counts.groups, numerators, below)
    totals = _totals(every, indicator, grid)
    known = [counts.breakdowns.index(name) + 1 for name in breakdowns_of(indicator, by)]
    parts = [totals, every.at(np.isin(counts.levels, known) & ((numerators != 0) | (below != 0)))]
    if isinstance(indicator, Mix):
        parts = [totals, *_shares(parts[1], indicator, counts, totals, grid)]
    told = _in_order(parts, missing)
    of_total = np.where(told.levels == 0, children[told.places], 0)
    found = figures(indicator, told.numerators, told.denominators, of_total).without(missing[told.places])
    breakdowns = grid.names.numbers(_level_names(counts.breakdowns))[told.levels]
    return Told(indicator, told.places, breakdowns, told.groups, found)


def _level_names(breakdowns: Sequence[str]) -> list[str]:
    """What the levels of `_Cells` are called: twice the number of a breakdown, and one more for its subtotals."""
    return [ALL, ALL, *(name for each in breakdowns for name in (each, f"{each} (subtotal)"))]


def _totals(every: _Cells, indicator: Indicator, grid: Grid) -> _Cells:
    """A total of every place, nought where nothing was counted; of a mix the records counted stand on both sides."""
    above, below = np.zeros(grid.size, int), np.zeros(grid.size, int)
    of_total = every.at(every.levels == 0)
    above[of_total.places], below[of_total.places] = of_total.numerators, of_total.denominators
    everywhere = np.arange(grid.size)
    above = below if isinstance(indicator, Mix) else above
    return _Cells(everywhere, np.zeros_like(everywhere), np.repeat(grid.names.numbers([ALL]), grid.size), above, below)


def _shares(groups: _Cells, indicator: Mix, counts: Counts, totals: _Cells, grid: Grid) -> list[_Cells]:
    """The groups of a mix's own breakdown as parts of its total, the other groups as they are, and the subtotals."""
    own = 2 * (counts.breakdowns.index(indicator.by) + 1)
    is_own = groups.levels == own
    groups = replace(groups, denominators=np.where(is_own, totals.denominators[groups.places], groups.denominators))
    groups = groups.at(~is_own | (groups.numerators != 0))
    subtotals = []
    for name, added in indicator.subtotals:
        part = groups.at((groups.levels == own) & np.isin(groups.groups, grid.names.numbers(added)))
        sums = np.bincount(part.places, part.numerators, grid.size).astype(int)
        levels, named = np.full(grid.size, own + 1), np.repeat(grid.names.numbers([name]), grid.size)
        subtotals.append(replace(totals, levels=levels, groups=named, numerators=sums))
    return [groups, *subtotals]


def _in_order(parts: Sequence[_Cells], missing: NDArray[np.bool_]) -> _Cells:
    """All cells by place and level, each level in the order given; of a place that is missing only the total."""
    names = ("places", "levels", "groups", "numerators", "denominators")
    cells = _Cells(*(merged(parts, name) for name in names))
    order = np.lexsort((cells.levels, cells.places))
    return cells.at(order[~missing[cells.places[order]] | (cells.levels[order] == 0)])


def _whole(column: pa.ChunkedArray) -> Numbers:
    return np.asarray(column.cast(pa.int64()).fill_null(0), int)
