"""Figures that do not add up, taken from the drill-down rows: medians and distinct children."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from quarterday.indicators.compiler import ALL, breakdowns_of
from quarterday.indicators.evaluate import STATUSES, Figures, Numbers, Values, percentiles
from quarterday.indicators.grid import Grid, Told, merged, numbered
from quarterday.indicators.language import LAST, Count, Indicator, Median
from quarterday.indicators.results import NO_DENOMINATOR


def column_of(indicator: Indicator) -> str:
    """The column of the drill-down rows that a median or a distinct count sums up; empty for any other indicator."""
    if isinstance(indicator, Median):
        return indicator.column
    return indicator.distinct if isinstance(indicator, Count) else ""


def figures_of(rows: pa.Table, indicator: Indicator, grid: Grid, by: Sequence[str], missing: NDArray[np.bool_]) -> Told:
    """The figures of a median or a distinct count from its rows, which lie in the order of time (Computation.values).

    Of each place the total, then the groups of each breakdown in the order of their names. `missing` says which places
    cannot be computed.
    """
    breakdowns = breakdowns_of(indicator, by)
    kept = _kept(rows, indicator, grid) if rows.num_rows else _Rows(np.empty(0, int), np.empty(0), rows)
    every = [_total(indicator, grid, kept), *(_groups(indicator, grid, kept, name) for name in breakdowns)]
    levels = np.repeat(np.arange(len(every)), [len(part.places) for part in every])
    places, groups, values = (merged(every, name) for name in ("places", "groups", "values"))
    order = np.lexsort((levels, places))
    order = order[~missing[places[order]] | (levels[order] == 0)]
    told = grid.names.numbers([ALL, *breakdowns])[levels[order]]
    found = _figures(indicator, values[order]).without(missing[places[order]])
    return Told(indicator, places[order], told, groups[order], found)


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
class _Summed:
    """One value a cell: a median, or a number of distinct children; NaN where there is nothing to sum up."""

    places: Numbers
    groups: Numbers
    values: Values


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


def _total(indicator: Indicator, grid: Grid, rows: _Rows) -> _Summed:
    """A value for every place, also where no row is."""
    everywhere = np.arange(grid.size)
    found = _summed(indicator, rows.places, rows.values)
    values = np.full(grid.size, np.nan if isinstance(indicator, Median) else 0.0)
    values[found[0]] = found[1]
    return _Summed(everywhere, np.repeat(grid.names.numbers([ALL]), grid.size), values)


def _groups(indicator: Indicator, grid: Grid, rows: _Rows, breakdown: str) -> _Summed:
    if not len(rows.places):
        return _Summed(rows.places, rows.places, rows.values)
    names, codes = numbered(rows.table[f"by_{breakdown}"])
    keys, values = _summed(indicator, rows.places * len(names) + codes, rows.values)
    return _Summed(keys // len(names), grid.names.numbers(names)[keys % len(names)], values)


def _summed(indicator: Indicator, keys: Numbers, values: Values) -> tuple[Numbers, Values]:
    """Each key once, in order, with what its values come to."""
    order = np.lexsort((values, keys))
    found, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
    if isinstance(indicator, Median):
        return found, percentiles(values[order], starts, counts, indicator.percent) / indicator.per
    return found, counts.astype(float)


def _figures(indicator: Indicator, values: Values) -> Figures:
    nothing, none = np.full(len(values), np.nan), np.isnan(values)
    if isinstance(indicator, Median):
        return Figures(nothing, nothing, values, np.where(none, STATUSES.index(NO_DENOMINATOR), 0))
    return Figures(values, nothing, values, np.zeros(len(values), int))
