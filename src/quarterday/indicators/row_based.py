"""Figures that do not add up, taken from the drill-down rows: medians and distinct children."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from quarterday.indicators.compiler import ALL, breakdowns_of
from quarterday.indicators.evaluate import percentile
from quarterday.indicators.language import LAST, Count, Indicator, Median
from quarterday.indicators.results import NO_DENOMINATOR, OK, Figure, Result, result_of
from quarterday.indicators.spine import Asked

if TYPE_CHECKING:
    from quarterday.indicators.computation import Computation

_Cell = tuple[int, str, str, str]


def measured(computation: "Computation", indicator: Indicator, asked: Asked, by: Sequence[str]) -> list[Result] | None:
    """The figures of a median or a distinct count; None for any other indicator."""
    column = _column(indicator)
    if not column:
        return None
    periods = asked.flows if indicator.is_flow else asked.stocks
    computable = any(not computation.why_not(indicator, period) for period in periods)
    rows = computation.values(indicator, column, periods, by) if computable else pa.table({})
    cells = _cells(indicator, rows, column, breakdowns_of(indicator, by))
    figures = []
    for place, period in enumerate(periods):
        for authority in computation.source.authorities:
            if computation.why_not(indicator, period):
                figures.append(result_of(indicator, authority, period))
                continue
            groups = sorted(key for key in cells if key[:2] == (place, authority) and key[2] != ALL)
            for key in [(place, authority, ALL, ALL), *groups]:
                summary = _summary(indicator, cells.get(key, []))
                figures.append(result_of(indicator, authority, period, summary, key[2], key[3]))
    return figures


def counted_once(indicator: Indicator, rows: pa.Table) -> pa.Table:
    """The rows of a list in which a distinct value adds 1 in one row only, as it counts; other lists as they are."""
    if not (isinstance(indicator, Count) and indicator.distinct) or not rows.num_rows:
        return rows
    rows = rows.sort_by([("event_date" if indicator.is_flow else "from_date", "ascending"), ("record_id", "ascending")])
    values = rows[indicator.distinct].to_pylist()
    known = zip(rows["spine_id"].to_pylist(), rows["authority"].to_pylist(), values, strict=True)
    kept = set(_kept(indicator, list(known)))
    amounts = pa.array([int(place in kept and value is not None) for place, value in enumerate(values)])
    return rows.set_column(rows.column_names.index("amount"), "amount", amounts)


def _column(indicator: Indicator) -> str:
    if isinstance(indicator, Median):
        return indicator.column
    return indicator.distinct if isinstance(indicator, Count) else ""


def _cells(indicator: Indicator, rows: pa.Table, column: str, by: Sequence[str]) -> dict[_Cell, list[Any]]:
    cells: dict[_Cell, list[Any]] = defaultdict(list)
    if not rows.num_rows:
        return cells
    places, authorities, values = (rows[name].to_pylist() for name in ("spine_id", "authority", column))
    kept = _kept(indicator, list(zip(places, authorities, values, strict=True)))
    for breakdown, groups in [(ALL, [ALL] * rows.num_rows), *((name, rows[f"by_{name}"].to_pylist()) for name in by)]:
        for row in kept:
            cells[places[row], authorities[row], breakdown, groups[row]].append(values[row])
    return cells


def _kept(indicator: Indicator, rows: list[tuple[int, str, Any]]) -> Iterable[int]:
    """Places of the rows that are summed up: all, or the first (or last) row of each distinct value of a period."""
    if not isinstance(indicator, Count):
        return range(len(rows))
    places = range(len(rows)) if indicator.of_several == LAST else reversed(range(len(rows)))
    return sorted({rows[place]: place for place in places}.values())


def _summary(indicator: Indicator, values: list[Any]) -> Figure:
    if isinstance(indicator, Median):
        value = percentile(values, indicator.percent)
        return (None, None, None, NO_DENOMINATOR) if value is None else (None, None, value / indicator.per, OK)
    return len(values), None, float(len(values)), OK
