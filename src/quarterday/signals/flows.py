"""Judging a flow: its months as an XmR chart, and what stands beside it where that alone would mislead."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from quarterday.indicators import Count, Indicator, NetChange, Percentage, Result
from quarterday.indicators.results import NO_DENOMINATOR, OK
from quarterday.records.periods import Period, month_of
from quarterday.signals.chart import XmrChart
from quarterday.signals.errors import SignalError, TooShortError
from quarterday.signals.exact import exact_number
from quarterday.signals.judgement import Judgement
from quarterday.signals.manner import Manner
from quarterday.signals.notes import FEWEST_COUNTED, RARE
from quarterday.signals.occasions import rebases_on
from quarterday.signals.proportions import ProportionLimits, denominators_vary, proportion_limits
from quarterday.signals.time_between import TimeBetween, time_between
from quarterday.signals.words import improvement_of
from quarterday.signals.xmr import ANYTHING, AT_LEAST_NOTHING, PERCENTAGE, Feasible, xmr
from quarterday.submissions.settings import Settings

Days = Callable[[], Sequence[date]]
"""The days of the events behind a flow, asked for only where they are needed."""


def judge_flow(
    indicator: Indicator, figures: Sequence[Result], settings: Settings, authority: str, manner: Manner, days: Days
) -> Judgement:
    """A flow judged by its monthly figures, in the order of time.

    Months with nothing to be a share of are left out; a month that cannot be computed begins the series after it. Raises
    TooShortError where too few are left.
    """
    kept, notes = _without_gaps(figures)
    if not kept:
        raise TooShortError(f"{indicator.code} has no monthly value up to the last month.")
    months = [month_of(figure.period_end) for figure in kept]
    target = settings.target(indicator.code, months[-1].end, authority)
    goal = manner.target if manner.target is not None else (target.target if target else None)
    chart = xmr(
        [_exactly(indicator, figure) for figure in kept],
        periods=[month.name for month in months],
        improvement=manner.improvement or improvement_of(indicator.better),
        target=goal,
        screening=manner.screening,
        run_length=manner.run_length,
        baseline=manner.baseline,
        rebases=rebases_on(settings, indicator.code, authority, months),
        feasible=feasible_of(indicator),
    )
    proportions, between = _proportions(indicator, kept), _between(indicator, chart.mean, months, days)
    return Judgement(
        indicator,
        chart=chart if isinstance(indicator, Count) and not between else _without(chart, RARE),
        notes=(*notes, *_on_proportions(proportions), *_on_between(between)),
        target=target,
        proportions=proportions,
        between=between,
    )


def feasible_of(indicator: Indicator) -> Feasible:
    """The least and the greatest value that an indicator can have."""
    if isinstance(indicator, Percentage):
        return PERCENTAGE
    return ANYTHING if isinstance(indicator, NetChange) else AT_LEAST_NOTHING


def _without_gaps(figures: Sequence[Result]) -> tuple[list[Result], tuple[str, ...]]:
    some = [figure for figure in figures if figure.status != NO_DENOMINATOR]
    known = [place for place, figure in enumerate(some) if figure.status != OK or figure.value is None]
    kept = some[known[-1] + 1 :] if known else some
    notes = []
    if len(some) < len(figures):
        notes.append(f"Months with nothing to be a share of are left out: {len(figures) - len(some)}.")
    if known and kept:
        notes.append(f"The series begins after {some[known[-1]].period_end:%Y-%m}, which cannot be computed.")
    return kept, tuple(notes)


def _exactly(indicator: Indicator, figure: Result) -> Fraction:
    """The value as an exact fraction: a percentage from its counts."""
    if isinstance(indicator, Percentage) and figure.numerator is not None and figure.denominator:
        return Fraction(100 * figure.numerator, figure.denominator)
    return exact_number(figure.value or 0.0, indicator.code)


def _without(chart: XmrChart, note: str) -> XmrChart:
    """The chart without a note that does not hold of it, or that is said better elsewhere."""
    return replace(chart, notes=tuple(each for each in chart.notes if each != note))


def _proportions(indicator: Indicator, figures: Sequence[Result]) -> ProportionLimits | None:
    """Limits by denominator, where a percentage has denominators that vary."""
    denominators = [float(figure.denominator or 0) for figure in figures]
    if not isinstance(indicator, Percentage) or not denominators_vary(denominators):
        return None
    try:
        return proportion_limits([figure.value or 0.0 for figure in figures], denominators)
    except SignalError:
        return None


def _between(indicator: Indicator, mean: float, months: Sequence[Period], days: Days) -> TimeBetween | None:
    if not isinstance(indicator, Count) or mean >= FEWEST_COUNTED:
        return None
    try:
        within = [day for day in days() if day >= months[0].start]
        return time_between(within, until=months[-1].end)
    except TooShortError:
        return None


def _on_proportions(limits: ProportionLimits | None) -> tuple[str, ...]:
    if limits is None or not 0 < limits.mean < 100:
        return ()
    last = limits.points[-1]
    where = "outside" if last.outside else "within"
    return (
        f"Its denominators vary by more than a quarter. By limits that allow for that (p′), the last month is {where} "
        f"{last.lower:.1f} to {last.upper:.1f} %.",
    )


def _on_between(between: TimeBetween | None) -> tuple[str, ...]:
    if between is None:
        return ()
    wait = ", longer than a stable system would make one wait" if between.since_is_long else ""
    gap = between.gaps[-1]
    return (
        f"Counted so seldom, judge the days between events: typically {between.typical:.0f}, the last gap {gap.days}"
        f"{' (a special cause)' if gap.signal else ''}, and {between.since} days since{wait}.",
    )
