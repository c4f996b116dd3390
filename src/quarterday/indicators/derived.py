"""Indicators made from other figures: a net change, the distance from a peak, and how much can be computed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quarterday.indicators.coverage import measured as coverage_measured
from quarterday.indicators.fact import Fact
from quarterday.indicators.language import Count, Coverage, FromPeak, Indicator, NetChange
from quarterday.indicators.results import NO_DENOMINATOR, NOT_COMPUTABLE, OK, Result, result_of
from quarterday.indicators.spine import Asked, asked_months
from quarterday.records.months import add_months
from quarterday.records.periods import Period

if TYPE_CHECKING:
    from quarterday.indicators.computation import Computation

SERIES_MONTHS = 72
"""How far back a peak is looked for in the records; earlier values from before the records count too."""


def is_derived(indicator: Indicator) -> bool:
    """Whether an indicator is made from other figures."""
    return isinstance(indicator, NetChange | FromPeak | Coverage)


def measured(computation: "Computation", indicator: Indicator, asked: Asked, by: Sequence[str]) -> list[Result] | None:
    """The figures of an indicator that is made from others; None for any other."""
    if isinstance(indicator, NetChange):
        return _net_change(computation, indicator, asked, by)
    if isinstance(indicator, FromPeak):
        return _from_peaks(computation, indicator, asked)
    return coverage_measured(computation, indicator, asked) if isinstance(indicator, Coverage) else None


def _net_change(computation: "Computation", indicator: NetChange, asked: Asked, by: Sequence[str]) -> list[Result]:
    more, less = [
        {_cell(result): result for result in computation.measure([_counted(indicator, side)], asked, by)}
        for side in (indicator.of, indicator.minus)
    ]
    return [_difference(indicator, more.get(cell), less.get(cell)) for cell in dict.fromkeys([*more, *less])]


def _counted(indicator: NetChange, side: Fact) -> Count:
    return Count(code=indicator.code, title=indicator.title, of=side)


def _cell(result: Result) -> tuple[object, ...]:
    return result.authority, result.period_start, result.period_end, result.breakdown, result.group


def _difference(indicator: Indicator, more: Result | None, less: Result | None) -> Result:
    known = [result for result in (more, less) if result]
    if any(result.status == NOT_COMPUTABLE for result in known):
        return replace(known[0], numerator=None, value=None, status=NOT_COMPUTABLE, unit=indicator.unit)
    net = _number(more) - _number(less)
    return replace(known[0], numerator=net, value=float(net), unit=indicator.unit)


def _number(result: Result | None) -> int:
    return (result.numerator or 0) if result else 0


def _from_peaks(computation: "Computation", indicator: FromPeak, asked: Asked) -> list[Result]:
    """The series is measured once, over every month that any of the periods looks back to."""
    months = {period: _series(computation, indicator, period) for period in asked.stocks}
    wanted = dict.fromkeys(month for period in asked.stocks for month in (*months[period], period))
    series = {
        (result.authority, result.period_end): result.value
        for result in computation.measure([indicator.series], Asked((), tuple(wanted)))
    }
    return [
        _from_peak(computation, indicator, authority, period, [series[authority, m.end] for m in (*months[period], period)])
        for period in asked.stocks
        for authority in computation.source.authorities
    ]


def _from_peak(
    computation: "Computation", indicator: FromPeak, authority: str, period: Period, values: Sequence[float | None]
) -> Result:
    if computation.why_not(indicator, period):
        return result_of(indicator, authority, period)
    now = values[-1]
    if now is None:
        return result_of(indicator, authority, period, (None, None, None, NO_DENOMINATOR))
    known = [value for value in values if value is not None]
    peak = max([*known, *_earlier_values(computation, indicator.series.code, authority, period)])
    return result_of(indicator, authority, period, (None, None, now - peak, OK))


def _series(computation: "Computation", indicator: FromPeak, period: Period) -> list[Period]:
    first = add_months(period.end, -SERIES_MONTHS)
    months = asked_months(f"{first:%Y-%m}", f"{period.end:%Y-%m}").stocks
    return [m for m in months if m.end < period.end and not computation.refusal(indicator.series, m)]


def _earlier_values(computation: "Computation", code: str, authority: str, period: Period) -> list[float]:
    table = computation.source.records.get("earlier_values")
    return [
        row["value_hundredths"] / 100
        for row in (table.to_pylist() if table is not None else [])
        if row["authority"] == authority and row["indicator"] == code and row["value_date"] <= period.end
    ]
