"""The book of figures that a report is written from: measured once, protected as a whole for its audience."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from quarterday.disclosure import Profile, Protected, StatementKey, protect
from quarterday.indicators import Asked, FromPeak, Indicator, Mix, Result, asked_at
from quarterday.records.months import add_months
from quarterday.records.periods import Period
from quarterday.reports.change_figures import Key, figures_of, held_key, held_of, links_of
from quarterday.reports.change_groups import NO_GROUPS, Groups
from quarterday.reports.editions import Edition
from quarterday.reports.figure import Figure
from quarterday.reports.foresight import foreseen, later_days
from quarterday.reports.measuring import Measure, asked_of_report, measured_figures, months_to, together
from quarterday.reports.protection import hidden, printed
from quarterday.reports.publishing import NO_LINKS, Measured, hidden_alone, publication_of
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.signals.change import Explained

YEARS_SHOWN = 5
"""Years before this one that a chart since an earlier value shows."""

HIDDEN = "[c]"
TELLINGS = 5
"""How often at most a report is told anew until everything it tells has been protected together."""


Told = TypeVar("Told")


class Book:
    """Figures by code, time and group.

    It keeps count of which figures are told. A protected book shows each of them as the whole publication allows, and
    hides any that was not part of that publication.
    """

    def __init__(self, measure: Measure, quarter: Period, profile: Profile) -> None:
        self.quarter = quarter
        self.end = quarter.end
        self.profile = profile
        self.reasons: dict[str, str] = {}
        self.protection: Protected | None = None
        self.already: dict[StatementKey, bool] = {}
        self.changes: dict[Key, tuple[Explained, Groups]] = {}
        self._links = NO_LINKS
        self._measure = measure
        self._figures: dict[StatementKey, Measured] = {}
        self._told: dict[StatementKey, None] = {}
        self._checked: frozenset[StatementKey] = frozenset()
        self.months = months_to(quarter.end)

    def fill(
        self,
        on_progress: Callable[[str], None] = lambda _: None,
        *,
        compared: Iterable[Indicator] = (),
        days: Iterable[date] = (),
        editions: Iterable[date] = (),
    ) -> None:
        """Measure everything that the report may use; `compared` at `days`, to stand beside published figures.

        `editions` gives the last days of quarters whose reports are out already.
        """
        on_progress("Measuring the quarter, the year and the months")
        now = [asked_at(self.end), asked_at(self.year_ago)]
        self._take([each for each in INDICATORS if isinstance(each, FromPeak)], together(now))
        asked = [each for end in (self.end, *editions) for each in asked_of_report(end)]
        asked += [asked_at(day) for day in self.days_foreseen]
        self._take([each for each in INDICATORS if not isinstance(each, FromPeak)], together(asked))
        wanted = list(compared)
        if wanted:
            on_progress("Measuring beside published figures")
            self._take(wanted, together([asked_at(day) for day in days]))

    def include(self, indicator: Indicator, asked: Asked, by: Sequence[str] = ()) -> None:
        """Measure one indicator more, for what commentary claims."""
        self._take([indicator], asked, by)

    def explain(self, explained: Explained, groups: Groups) -> None:
        """Take in why a stock changed: each group of parts as a figure, and how they add up."""
        self.changes[explained.code, explained.start, explained.end] = explained, groups
        self._figures |= dict(figures_of(explained, groups))
        self._links += links_of(explained, groups)

    def hold(self, explained: Explained) -> None:
        """Take in a stock at the second day of a change, without why it changed."""
        key = held_key(explained.code, explained.end)
        self._figures |= {each: found for each, found in figures_of(explained, NO_GROUPS) if each == key}

    def expect(self, stock: Result) -> None:
        """Take in a stock at a day from which later editions will tell how it changed."""
        key, held = held_of(stock)
        self._figures.setdefault(key, held)

    def part(self, key: StatementKey) -> Figure:
        """A figure of a change that has been taken in."""
        return self._show(key)

    def figure(self, indicator: Indicator, period: Period, *, breakdown: str = "all", group: str = "all") -> Figure:
        """The figure of exactly a period or snapshot."""
        return self._find(indicator, period.kind, period.end, breakdown, group)

    def knows(self, key: StatementKey) -> bool:
        """Whether a figure has been measured; asking does not tell it."""
        return key in self._figures

    def groups_at(self, indicator: Indicator, period: Period) -> list[tuple[str, str]]:
        """Breakdown and group of every group measured at a period or snapshot; which there are, not how many are in them."""
        at = (indicator.code, period.kind, period.end)
        return [key[3:] for key in self._figures if key[:3] == at and key[3] != "all"]

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

    def months_as_measured(self) -> list[Result]:
        """The figures of flows in months as they are, for what is judged from them; asking does not tell them."""
        return [each.result for key, each in self._figures.items() if key[1] == "month"]

    def shows_months(self, code: str) -> bool:
        """Whether no month of an indicator is hidden: where it is told, as told, elsewhere for its own number's sake
        or because an earlier edition hid it."""
        kind = "month" if BY_CODE[code].is_flow else "snapshot"
        keys = {(code, kind, month.end, "all", "all") for month in self.months} & self._figures.keys()
        told = keys & self._told.keys()
        if any(self.already.get(key) is False for key in keys):
            return False
        return not (any(self._show(key).hidden for key in told) or self._hidden_alone & (keys - told))

    def groups(self, code: str) -> dict[str, Figure]:
        """The groups of a mix at the quarter's end (or over the twelve months to it), in their order, else largest first."""
        indicator = BY_CODE[code]
        kind = "twelve-months" if indicator.is_flow else "snapshot"
        found = {
            key[4]: self._show(key)
            for key in self._figures
            if key[:3] == (code, kind, self.end) and key[3] != "all" and "subtotal" not in key[3]
        }
        order = indicator.in_order if isinstance(indicator, Mix) else ()
        return dict(sorted(found.items(), key=lambda item: (_place(item[0], order), -(item[1].value or 0))))

    @cached_property
    def _hidden_alone(self) -> frozenset[StatementKey]:
        """Months that the profile hides for their own numbers, whatever else is told."""
        months = {month.end for month in self.months}
        some = [each for key, each in self._figures.items() if key[1] in {"month", "snapshot"} and key[2] in months]
        return hidden_alone([each for each in some if each.result.breakdown == "all"], self.profile)

    @property
    def year_ago(self) -> date:
        """The quarter's end a year before."""
        return add_months(self.end, -12)

    @property
    def days_foreseen(self) -> list[date]:
        """The days with which later editions will compare theirs and which are over; none where nothing is protected."""
        return later_days(self.year_ago, self.end) if self.profile.protects else []

    @property
    def same_day_of_years(self) -> list[date]:
        """The quarter's end in this year and the years before, oldest first."""
        return [add_months(self.end, -12 * years) for years in range(YEARS_SHOWN, -1, -1)]

    def protected(self, tell: Callable[[], Told]) -> Told:
        """What `tell` tells from this book, with everything that it tells protected together.

        It is told once from the figures as they are, to learn which it tells, and again from those that may be shown.
        Raises ContradictionError where figures and the relations among them do not fit.
        """
        told = tell()
        for _ in range(TELLINGS if self.profile.protects else 0):
            if self._checked.issuperset(self._told):
                return told
            self._checked = frozenset(self._told)
            later = foreseen(self._told, self.same_day_of_years, self.end)
            published = publication_of(self._figures, self._told, self.already, self._links, later)
            self.protection = protect(published, self.profile)
            told = tell()
        return told

    def beside(self, editions: Iterable[Edition]) -> list[StatementKey]:
        """Take earlier editions into account; returns the figures whose records have been restated since.

        A restated figure is another number than the one that is out, so it binds nothing.
        """
        restated = []
        for edition in editions:
            for key, words in edition.figures.items():
                if key in self._figures and words == HIDDEN:
                    self.already.setdefault(key, False)
                elif key in self._figures and words == self._printed(key).words:
                    self.already[key] = True
                else:
                    restated.append(key)
        return restated

    @property
    def told(self) -> list[Figure]:
        """Every figure that was told, as it may be shown."""
        return [self._show(key) for key in self._told]

    def _take(self, indicators: Iterable[Indicator], asked: Asked, by: Sequence[str] = ()) -> None:
        figures, reasons = measured_figures(self._measure, indicators, asked, by)
        self._figures |= figures
        self.reasons |= reasons

    def _show(self, key: StatementKey) -> Figure:
        """A figure that is told, as far as it may be shown."""
        self._told[key] = None
        measured = self._figures[key]
        if self.protection is None:
            return Figure(measured.indicator, measured.result)
        shown = key in self._checked and self.protection.shows(key)
        return self._printed(key) if shown else Figure(measured.indicator, hidden(measured.result))

    def _printed(self, key: StatementKey) -> Figure:
        measured = self._figures[key]
        return Figure(measured.indicator, printed(measured.result, measured.indicator, self.profile))

    def _find(self, indicator: Indicator, kind: str, end: date, breakdown: str, group: str) -> Figure:
        key: StatementKey = (indicator.code, kind, end, breakdown, group)
        if key in self._figures:
            return self._show(key)
        nothing = Result(indicator.code, "", kind, end, end, breakdown, group, None, None, None, "x", indicator.unit)
        return Figure(indicator, nothing)


def _place(group: str, order: tuple[str, ...]) -> int:
    return order.index(group) if group in order else len(order)
