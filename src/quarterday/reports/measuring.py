"""What a report is written from is measured: indicators at periods, with how many values stand behind each median."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from quarterday.disclosure import StatementKey
from quarterday.indicators import Asked, Computation, Count, Indicator, Median, Result, asked_at, asked_for, asked_months
from quarterday.indicators.language import both
from quarterday.records.months import add_months
from quarterday.records.periods import Period, month_of, quarter_of
from quarterday.reports.publishing import Measured
from quarterday.sections import BY_CODE

YEARS_OF_MONTHS = 3


class Measure(Protocol):
    """Measures indicators at periods and snapshots, by breakdowns: the figures, and why some cannot be computed."""

    def __call__(
        self, indicators: Iterable[Indicator], asked: Asked, by: Sequence[str] = ()
    ) -> tuple[list[Result], dict[str, str]]: ...


def measuring(computation: Computation) -> Measure:
    """Measures by a computation, as long as it is open."""

    def measure(
        indicators: Iterable[Indicator], asked: Asked, by: Sequence[str] = ()
    ) -> tuple[list[Result], dict[str, str]]:
        return computation.measure(list(indicators), asked, by), computation.reasons

    return measure


def measured_figures(
    measure: Measure, indicators: Iterable[Indicator], asked: Asked, by: Sequence[str] = ()
) -> tuple[dict[StatementKey, Measured], dict[str, str]]:
    """Every figure by its key, and why some cannot be computed."""
    wanted = list(indicators)
    results, reasons = measure(wanted, asked, by)
    behind = _behind(measure, [each for each in wanted if isinstance(each, Median) and each.of.about_child], asked, by)
    figures = {}
    for result in results:
        key = _key(result)
        figures[key] = Measured(BY_CODE[result.code], result, behind.get(key))
    return figures, reasons


def _behind(measure: Measure, medians: Iterable[Median], asked: Asked, by: Sequence[str]) -> dict[StatementKey, int]:
    """How many values are behind each median."""
    counts = [_values_of(median) for median in medians]
    results, _ = measure(counts, asked, by) if counts else ([], {})
    return {_key(result): result.numerator or 0 for result in results}


def _key(result: Result) -> StatementKey:
    return result.code, result.period_kind, result.period_end, result.breakdown, result.group


def _values_of(median: Median) -> Count:
    return Count(
        code=median.code,
        title=median.title,
        of=median.of,
        among=both(median.among, f"{median.column} is not null"),
        needs=median.needs,
        history_months=median.history_months,
    )


def asked_of_report(end: date) -> list[Asked]:
    """What the report of a quarter may tell: the quarter and a year ago, twelve months and month ends."""
    quarter, months = quarter_of(end), months_to(end)
    year_ago = quarter_of(add_months(end, -12))
    return [
        asked_for(quarter),
        asked_for(year_ago),
        asked_at(end),
        asked_at(year_ago.end),
        asked_months(months[0].name, months[-1].name),
    ]


def together(requests: Sequence[Asked]) -> Asked:
    """Several requests as one, each period once."""
    flows = dict.fromkeys(period for asked in requests for period in asked.flows)
    stocks = dict.fromkeys(period for asked in requests for period in asked.stocks)
    return Asked(tuple(flows), tuple(stocks))


def months_to(day: date) -> list[Period]:
    """The months of the years that end with the month of a day."""
    first = add_months(day.replace(day=1), 1 - 12 * YEARS_OF_MONTHS)
    return [month_of(add_months(first, n)) for n in range(12 * YEARS_OF_MONTHS)]
