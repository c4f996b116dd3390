"""The book of figures that a report is written from: measured once, protected for its audience."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from quarterday.indicators import Asked, FromPeak, Indicator, Mix, Result, asked_at, asked_for, asked_months
from quarterday.indicators.results import OK, rounded
from quarterday.records.months import add_months
from quarterday.records.periods import Period, month_of, quarter_of
from quarterday.reports.protection import protected
from quarterday.reports.table import ColumnSpec, shown
from quarterday.sections import BY_CODE, INDICATORS

YEARS_OF_MONTHS = 3
YEARS_SHOWN = 5
"""Years before this one that a chart since an earlier value shows."""

Measure = Callable[[Iterable[Indicator], Asked], tuple[list[Result], dict[str, str]]]


@dataclass(frozen=True)
class Figure:
    """One figure as the report may show it."""

    indicator: Indicator
    result: Result

    @property
    def value(self) -> float | None:
        """The value, unrounded; None where it is not known or not shown."""
        return self.result.value

    @property
    def known(self) -> bool:
        """Whether there is a value to show."""
        return self.result.status == OK and self.result.value is not None

    @property
    def words(self) -> str:
        """The value as shown, with its unit where that is a sign; shorthand where there is none."""
        if not self.known or self.value is None:
            return f"[{self.result.status}]"
        number = shown(self.value, ColumnSpec("", "number", self.indicator.decimals))
        return f"{number} %" if self.indicator.unit == "%" else number

    @property
    def shown_value(self) -> float | None:
        """The value rounded as it is shown, for charts and tables."""
        return float(rounded(self.value, self.indicator.decimals)) if self.known and self.value is not None else None


class Book:
    """Figures by code, time and group."""

    def __init__(self, measure: Measure, quarter: Period, audience: str) -> None:
        self.quarter = quarter
        self.end = quarter.end
        self.audience = audience
        self.reasons: dict[str, str] = {}
        self._measure = measure
        self._figures: dict[tuple[str, str, date, str, str], Figure] = {}
        self.months = _months_to(quarter.end)

    def fill(
        self,
        on_progress: Callable[[str], None] = lambda _: None,
        *,
        compared: Iterable[Indicator] = (),
        days: Iterable[date] = (),
    ) -> None:
        """Measure everything that the report may use; `compared` at `days`, to stand beside published figures."""
        year_ago = quarter_of(self.year_ago)
        now = [asked_for(self.quarter), asked_for(year_ago), asked_at(self.end), asked_at(year_ago.end)]
        on_progress("Measuring the quarter, the year and the months")
        peaks = [each for each in INDICATORS if isinstance(each, FromPeak)]
        self._take(peaks, together(now[2:]))
        others = [each for each in INDICATORS if not isinstance(each, FromPeak)]
        self._take(others, together([*now, asked_months(self.months[0].name, self.months[-1].name)]))
        wanted = list(compared)
        if wanted:
            on_progress("Measuring beside published figures")
            self._take(wanted, together([asked_at(day) for day in days]))

    def at(self, code: str, day: date | None = None, *, breakdown: str = "all", group: str = "all") -> Figure:
        """A stock at a day (the quarter's end), or a flow over the twelve months that end on it."""
        indicator = BY_CODE[code]
        kind = "twelve-months" if indicator.is_flow else "snapshot"
        return self._find(indicator, kind, day or self.end, breakdown, group)

    def in_quarter(self, code: str, quarter: Period | None = None, *, group: str = "all", breakdown: str = "all") -> Figure:
        """A flow in a quarter (the report's own), or a stock at its end."""
        indicator = BY_CODE[code]
        kind = "quarter" if indicator.is_flow else "snapshot"
        return self._find(indicator, kind, (quarter or self.quarter).end, breakdown, group)

    def month(self, code: str, month: Period) -> Figure:
        """A flow in a month, or a stock at its end."""
        indicator = BY_CODE[code]
        return self._find(indicator, "month" if indicator.is_flow else "snapshot", month.end, "all", "all")

    def groups(self, code: str) -> dict[str, Figure]:
        """The groups of a mix at the quarter's end (or over the twelve months to it), in their order, else largest first."""
        indicator = BY_CODE[code]
        kind = "twelve-months" if indicator.is_flow else "snapshot"
        found = {
            group: figure
            for (known, of, end, breakdown, group), figure in self._figures.items()
            if (known, of, end) == (code, kind, self.end) and breakdown != "all" and "subtotal" not in breakdown
        }
        order = indicator.in_order if isinstance(indicator, Mix) else ()
        return dict(sorted(found.items(), key=lambda item: (_place(item[0], order), -(item[1].value or 0))))

    @property
    def year_ago(self) -> date:
        """The quarter's end a year before."""
        return add_months(self.end, -12)

    @property
    def same_day_of_years(self) -> list[date]:
        """The quarter's end in this year and the years before, oldest first."""
        return [add_months(self.end, -12 * years) for years in range(YEARS_SHOWN, -1, -1)]

    def _take(self, indicators: Iterable[Indicator], asked: Asked) -> None:
        results, reasons = self._measure(indicators, asked)
        self.reasons |= reasons
        for result in results:
            indicator = BY_CODE[result.code]
            key = (result.code, result.period_kind, result.period_end, result.breakdown, result.group)
            self._figures[key] = Figure(indicator, protected(result, indicator, self.audience))

    def _find(self, indicator: Indicator, kind: str, end: date, breakdown: str, group: str) -> Figure:
        found = self._figures.get((indicator.code, kind, end, breakdown, group))
        if found:
            return found
        nothing = Result(indicator.code, "", kind, end, end, breakdown, group, None, None, None, "x", indicator.unit)
        return Figure(indicator, nothing)


def _place(group: str, order: tuple[str, ...]) -> int:
    return order.index(group) if group in order else len(order)


def together(requests: Sequence[Asked]) -> Asked:
    """Several requests as one, each period once."""
    flows = dict.fromkeys(period for asked in requests for period in asked.flows)
    stocks = dict.fromkeys(period for asked in requests for period in asked.stocks)
    return Asked(tuple(flows), tuple(stocks))


def _months_to(day: date) -> list[Period]:
    first = add_months(day.replace(day=1), 1 - 12 * YEARS_OF_MONTHS)
    return [month_of(add_months(first, n)) for n in range(12 * YEARS_OF_MONTHS)]
