"""Figures that do not add up, taken from the drill-down rows: medians and distinct children."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quarterday.indicators.compiler import ALL, breakdowns_of
from quarterday.indicators.evaluate import percentile
from quarterday.indicators.language import Count, Indicator, Median
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
    rows = computation.rows(indicator, periods, by).to_pylist() if computable else []
    cells = _cells(rows, column, breakdowns_of(indicator, by))
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


def _column(indicator: Indicator) -> str:
    if isinstance(indicator, Median):
        return indicator.column
    return indicator.distinct if isinstance(indicator, Count) else ""


def _cells(rows: list[dict[str, Any]], column: str, by: Sequence[str]) -> dict[_Cell, list[Any]]:
    cells: dict[_Cell, list[Any]] = defaultdict(list)
    for row in rows:
        if row[column] is not None:
            for breakdown, group in [(ALL, ALL), *[(name, row[f"by_{name}"]) for name in by]]:
                cells[row["spine_id"], row["authority"], breakdown, group].append(row[column])
    return cells


def _summary(indicator: Indicator, values: list[Any]) -> Figure:
    if isinstance(indicator, Median):
        value = percentile(values, indicator.percent)
        return (None, None, None, NO_DENOMINATOR) if value is None else (None, None, value / indicator.per, OK)
    return len(set(values)), None, float(len(set(values))), OK
