"""Figures that do not add up, taken from the drill-down rows: medians and distinct children."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from quarterday.indicators.compiler import ALL, breakdowns_of
from quarterday.indicators.evaluate import STATUSES, Figures, Numbers, Values, percentiles
from quarterday.indicators.grid import Grid, Missing, Told, merged, numbered
from quarterday.indicators.language import LAST, Count, Indicator, Median
from quarterday.indicators.results import NO_DENOMINATOR


def column_of(indicator: Indicator) -> str:
    """The column of the drill-down rows that a median or a distinct count sums up; empty for any other indicator."""
    if isinstance(indicator, Median):
        return indicator.column
    return indicator.distinct if isinstance(indicator, Count) else ""


def asks(indicator: Indicator) -> tuple[object, ...]:
    """What its rows depend on: indicators that ask for the same are taken from the same rows. Empty if from none."""
    column = column_of(indicator)
    once = indicator.of_several if isinstance(indicator, Count) else ""
    return (column, indicator.numerator_predicate, once) if column else ()


def figures_of(
    rows: pa.Table, indicators: Sequence[Indicator], grid: Grid, by: Sequence[str], missing: Missing
) -> list[Told]:
    """The figures of medians or distinct counts that ask for the same rows, in the order of time (Computation.values).

    Of each place the total, then the groups of each breakdown in the order of their names. `missing` says which places
    cannot be computed.
    """
    first, breakdowns = indicators[0], breakdowns_of(indicators[0], by)
    kept = _kept(rows, first, grid) if rows.num_rows else _Rows(np.empty(0, int), np.empty(0), rows)
    every = [_everywhere(grid, kept), *(_by_group(grid, kept, name) for name in breakdowns)]
    places, groups = (merged(every, name) for name in ("places", "groups"))
    levels = np.repeat(np.arange(len(every)), [len(part.places) for part in every])
    told = grid.names.numbers([ALL, *breakdowns])[levels]
    order = np.lexsort((levels, places))
    found = []
    for indicator in indicators:
        gone = missing[indicator.code]
        shown = order[~gone[places[order]] | (levels[order] == 0)]
        figures = _figures(indicator, np.concatenate([_values(indicator, part) for part in every])[shown])
        where = places[shown]
        found.append(Told(indicator, where, told[shown], groups[shown], figures.without(gone[where])))
    return found


def counted_once(indicator: Indicator, rows: pa.Table) -> pa.Table:
    """The rows of a list in which a distinct value adds 1 in one row only, as it counts; other lists as they are."""
    if not (isinstance(indicator, Count) and indicator.distinct) or not rows.num_rows:
        return rows
    rows = rows.sort_by([("event_date" if indicator.is_flow else "from_date", "ascending"), ("record_id", "ascending")])
    authorities, codes = numbered(rows["authority"])
    periods = rows["spine_id"].to_numpy() * len(authorities) + codes
    known = rows[indicator.distinct].is_valid().to_numpy()
    counts = np.zeros(rows.num_rows, int)
    counts[_once(indicator, periods, numbered(rows[indicator.distinct])[1])] = 1
    amounts = pa.array(np.where(known, counts, 0))
    return rows.set_column(rows.column_names.index("amount"), "amount", amounts)


@dataclass(frozen=True)
class _Rows:
    """The rows that are summed up: their places, their values and the table with their groups."""

    places: Numbers
    values: Values
    table: pa.Table


@dataclass(frozen=True)
class _Cells:
    """Where and of which group; the values of each cell lie in `ordered` from `starts`, `counts` of them."""

    places: Numbers
    groups: Numbers
    ordered: Values
    starts: Numbers
    counts: Numbers


def _kept(rows: pa.Table, indicator: Indicator, grid: Grid) -> _Rows:
    """All rows or, of distinct values, the first (or last) row of each in a period."""
    places = grid.places(rows)
    values = rows[column_of(indicator)]
    if not isinstance(indicator, Count):
        chosen = np.flatnonzero(places >= 0)
        return _Rows(places[chosen], values.cast(pa.float64()).to_numpy()[chosen], rows.take(pa.array(chosen)))
    chosen = _once(indicator, places, numbered(values)[1])
    chosen = chosen[places[chosen] >= 0]
    return _Rows(places[chosen], np.ones(len(chosen)), rows.take(pa.array(chosen)))


def _once(indicator: Count, places: Numbers, codes: Numbers) -> Numbers:
    """The rows that count a distinct value: the first or last of each, in the order of the rows."""
    keys = places * (codes.max() + 1) + codes
    if indicator.of_several == LAST:
        return np.sort(len(keys) - 1 - np.unique(keys[::-1], return_index=True)[1])
    return np.sort(np.unique(keys, return_index=True)[1])


def _everywhere(grid: Grid, rows: _Rows) -> _Cells:
    """A cell for every place, also where no row is."""
    everywhere = np.arange(grid.size)
    every_group = np.repeat(grid.names.numbers([ALL]), grid.size)
    return _Cells(everywhere, every_group, *_runs(rows.places, rows.values, grid.size))


def _by_group(grid: Grid, rows: _Rows, breakdown: str) -> _Cells:
    """A cell for each group that has rows."""
    if not len(rows.places):
        return _Cells(rows.places, rows.places, rows.values, rows.places, rows.places)
    names, codes = numbered(rows.table[f"by_{breakdown}"])
    ordered, starts, counts = _runs(rows.places * len(names) + codes, rows.values, grid.size * len(names))
    found = np.flatnonzero(counts)
    groups = grid.names.numbers(names)[found % len(names)]
    return _Cells(found // len(names), groups, ordered, starts[found], counts[found])


def _runs(keys: Numbers, values: Values, size: int) -> tuple[Values, Numbers, Numbers]:
    """The values in order, those of each key from 0 to `size` together: where they start, and how many they are."""
    counts = np.bincount(keys, minlength=size)
    return values[np.lexsort((values, keys))], np.cumsum(counts) - counts, counts


def _values(indicator: Indicator, cells: _Cells) -> Values:
    """What each cell comes to: a percentile, NaN of nothing; or how many."""
    if not isinstance(indicator, Median):
        return cells.counts.astype(float)
    values, some = np.full(len(cells.counts), np.nan), cells.counts > 0
    found = percentiles(cells.ordered, cells.starts[some], cells.counts[some], indicator.percent)
    values[some] = found / indicator.per
    return values


def _figures(indicator: Indicator, values: Values) -> Figures:
    nothing, none = np.full(len(values), np.nan), np.isnan(values)
    if isinstance(indicator, Median):
        return Figures(nothing, nothing, values, np.where(none, STATUSES.index(NO_DENOMINATOR), 0))
    return Figures(values, nothing, values, np.zeros(len(values), int))
