"""Indicators made from other figures: a net change, the distance from a peak, and how much can be computed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa

from quarterday.indicators.coverage import measured as coverage_measured
from quarterday.indicators.language import Count, Coverage, FromPeak, Indicator, NetChange, Ratio
from quarterday.indicators.results import NO_DENOMINATOR, NOT_COMPUTABLE, OK, Result, result_of, results_of
from quarterday.indicators.spine import Asked, Series, asked_months
from quarterday.records.months import add_months
from quarterday.records.periods import Period

if TYPE_CHECKING:
    from quarterday.indicators.computation import Computation

SERIES_MONTHS = 72
"""How far back a peak is looked for in the records; earlier values from before the records count too."""


def is_derived(indicator: Indicator) -> bool:
    """Whether an indicator is made from other figures."""
    return isinstance(indicator, NetChange | FromPeak | Coverage)


def made_of(computation: "Computation", indicator: Indicator, asked: Asked, by: Sequence[str]) -> list[Series]:
    """What is counted for an indicator that is made of it: both sides of a net change, the series of a peak."""
    if isinstance(indicator, NetChange):
        return [Series(_sides(indicator), asked.flows, tuple(by))]
    if isinstance(indicator, FromPeak):
        months = _months_before(computation, indicator, asked.stocks)
        looked_at = dict.fromkeys(month for period in asked.stocks for month in (*months[period], period))
        return [Series((_series(indicator),), tuple(looked_at))]
    return []


def measured(
    computation: "Computation", indicator: Indicator, asked: Asked, counted: Mapping[str, pa.Table]
) -> list[Result] | None:
    """The figures of an indicator that is made from others, of which `counted` holds those of `made_of`; else None."""
    if isinstance(indicator, NetChange):
        return _net_change(computation, indicator, counted)
    if isinstance(indicator, FromPeak):
        return _from_peaks(computation, indicator, asked, counted)
    return coverage_measured(computation, indicator, asked) if isinstance(indicator, Coverage) else None


def _sides(indicator: NetChange) -> tuple[Count, Count]:
    more, less = (
        Count(code=f"{indicator.code} {side}", title=indicator.title, of=fact)
        for side, fact in (("more", indicator.of), ("less", indicator.minus))
    )
    return more, less


def _series(indicator: FromPeak) -> Ratio:
    return replace(indicator.series, code=f"{indicator.code} series")


def _net_change(computation: "Computation", indicator: NetChange, counted: Mapping[str, pa.Table]) -> list[Result]:
    more, less = [
        {_cell(result): replace(result, code=indicator.code) for result in results_of(counted[side.code])}
        for side in _sides(indicator)
    ]
    for side in _sides(indicator):
        computation.say_why(indicator, computation.reasons.pop(side.code, ""))
    return [_difference(indicator, more.get(cell), less.get(cell)) for cell in dict.fromkeys([*more, *less])]


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


def _from_peaks(
    computation: "Computation", indicator: FromPeak, asked: Asked, counted: Mapping[str, pa.Table]
) -> list[Result]:
    """The series was counted once, over every month that any of the periods looks back to."""
    months = _months_before(computation, indicator, asked.stocks)
    code = _series(indicator).code
    computation.reasons.pop(code, "")
    series = {(result.authority, result.period_end): result.value for result in results_of(counted[code])}
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


def _months_before(computation: "Computation", indicator: FromPeak, stocks: Sequence[Period]) -> dict[Period, list[Period]]:
    """Of each snapshot the month ends before it that its peak is looked for in and the records can tell."""
    if not stocks:
        return {}
    starts = {period: add_months(period.end, -SERIES_MONTHS).replace(day=1) for period in stocks}
    every = asked_months(f"{min(starts.values()):%Y-%m}", f"{max(period.end for period in stocks):%Y-%m}").stocks
    known = [month for month in every if not computation.refusal(indicator.series, month)]
    return {period: [month for month in known if start <= month.end < period.end] for period, start in starts.items()}


def _earlier_values(computation: "Computation", code: str, authority: str, period: Period) -> list[float]:
    table = computation.source.records.get("earlier_values")
    return [
        row["value_hundredths"] / 100
        for row in (table.to_pylist() if table is not None else [])
        if row["authority"] == authority and row["indicator"] == code and row["value_date"] <= period.end
    ]
