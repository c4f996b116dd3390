"""Figures of the authority's own records, as the whole publication allows the audience to see them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from quarterday.benchmarks.measures import MEASURES
from quarterday.disclosure import StatementKey
from quarterday.indicators import Asked, Indicator, Mix, Result, asked_at, asked_for
from quarterday.indicators.compiler import breakdown_sql
from quarterday.indicators.dimensions import CHILD_DIMENSIONS
from quarterday.indicators.results import NOT_COMPUTABLE, OK, SUPPRESSED, rounded
from quarterday.records.periods import (
    MONTH,
    SNAPSHOT,
    TWELVE_MONTHS,
    YEAR,
    YEAR_TO_DATE,
    Period,
    month_of,
    parse_period,
    quarter_of,
    reporting_year,
    snapshot,
    twelve_months_to,
)
from quarterday.reports.book import Book
from quarterday.reports.claims.language import At, During, RecordMoment, Subject
from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.seen import Evidence, Seen, in_words
from quarterday.reports.story.peak import EarlierValue
from quarterday.sections import BY_CODE

NOT_IN_REPORTS = ("worker",)
"""Breakdowns that no report prints: they name a person."""

HIDDEN_WORDS = "is not shown, to protect children"


class RecordFigures:
    """Figures of a book by subject and moment; a value of an earlier report stands in where the records do not reach."""

    def __init__(self, book: Book, authority: str, submission: int, earlier: Sequence[EarlierValue] = ()) -> None:
        self._book = book
        self._authority = authority
        self._submission = submission
        self._earlier = {(each.code, each.day): each for each in earlier}

    def figure(self, subject: Subject, moment: RecordMoment) -> Seen:
        """The figure at a moment.

        Raises BindingError where the indicator has no such breakdown or group.
        """
        indicator = BY_CODE[subject.code]
        period = period_of(indicator, moment)
        breakdown = _breakdown(indicator, subject)
        result = self._result(indicator, period, subject, breakdown)
        if result.status == NOT_COMPUTABLE:
            return self._before_the_records(subject, moment)
        return self._seen_as(subject, result)

    def at(self, subject: Subject, day: date) -> Seen:
        """A stock at a day, or a flow over the twelve months that end on it."""
        return self.figure(subject, At(day))

    def _result(self, indicator: Indicator, period: Period, subject: Subject, breakdown: str) -> Result:
        """The result of a group. One that the indicator knows and nobody is in has none: it is zero.

        With a group its whole breakdown is told, so that what the total leaves for the others is protected too.
        """
        if not subject.group:
            return self._book.figure(indicator, period).result
        told = {
            _plain(group): self._book.figure(indicator, period, breakdown=by, group=group).result
            for by, group in self._book.groups_at(indicator, period)
            if _is_of(by, breakdown)
        }
        total = self._book.figure(indicator, period).result
        if _plain(subject.group) in told:
            return told[_plain(subject.group)]
        if total.status != OK:
            return total
        if _plain(subject.group) in _known_groups(indicator):
            return replace(total, breakdown=breakdown, group=subject.group, numerator=0, value=0.0)
        names = ", ".join(sorted(result.group for result in told.values())) or "no groups"
        raise BindingError(
            f"{indicator.code} has nobody in a group '{subject.group}' by {breakdown} at {period.end.isoformat()}. "
            f"It has: {names}."
        )

    def _seen_as(self, subject: Subject, result: Result) -> Seen:
        indicator = BY_CODE[subject.code]
        number = rounded(result.value, indicator.decimals) if result.value is not None else None
        words = in_words(number, indicator.unit) if number is not None else f"[{result.status}]"
        evidence = self._evidence(subject, _when(result), words)
        why = "" if number is not None else HIDDEN_WORDS if result.status == SUPPRESSED else "has nothing to divide by"
        return Seen(number, result.value, result.status, why, evidence, result.numerator, result.denominator)

    def _before_the_records(self, subject: Subject, moment: RecordMoment) -> Seen:
        """A value of an earlier report, kept beside the records with its source; else not known, and why."""
        earlier = self._earlier.get((subject.code, moment.day)) if isinstance(moment, At) and not subject.group else None
        indicator = BY_CODE[subject.code]
        if earlier is None:
            why = f"is {self._book.reasons.get(subject.code) or 'not known from these records'}".removesuffix(".")
            return Seen(None, None, NOT_COMPUTABLE, why, self._evidence(subject, str(moment), "[x]"))
        number = rounded(earlier.value, indicator.decimals)
        evidence = self._evidence(subject, earlier.day.isoformat(), in_words(number, indicator.unit))
        return Seen(number, earlier.value, OK, "", replace(evidence, source=earlier.source, submission=None))

    def _evidence(self, subject: Subject, when: str, value: str) -> Evidence:
        of = f"{self._authority}, {subject.group}" if subject.group else self._authority
        source = f"own records, submission {self._submission}"
        return Evidence(subject.code, BY_CODE[subject.code].title, of, when, value, source, self._submission)


def include(book: Book, subject: Subject, moment: RecordMoment) -> None:
    """Measure what a figure needs into a book; of what does not exist, nothing."""
    indicator = BY_CODE.get(subject.code)
    if indicator is None:
        return
    known = subject.breakdown and not isinstance(indicator, Mix) and breakdown_sql(indicator.of, subject.breakdown)
    book.include(indicator, _asked(moment), [subject.breakdown] if known else [])


def include_again(book: Book, published: Iterable[StatementKey]) -> None:
    """Measure figures that an earlier edition's commentary showed and that this report would not measure by itself."""
    for code, kind, end, breakdown, _ in dict.fromkeys((*key[:4], "") for key in published if not book.knows(key)):
        indicator = BY_CODE.get(code)
        if indicator is None:
            continue
        period = _ending(kind, end)
        mixed = breakdown == "all" or isinstance(indicator, Mix)
        book.include(indicator, Asked((period,), (period,)), [] if mixed else [breakdown])


def _ending(kind: str, end: date) -> Period:
    """The period of a kind that ends on a day."""
    if kind == MONTH:
        return month_of(end)
    if kind == SNAPSHOT:
        return snapshot(end)
    if kind == TWELVE_MONTHS:
        return twelve_months_to(end)
    if kind == YEAR:
        return parse_period(reporting_year(end))
    return parse_period(f"{quarter_of(end).name}-ytd") if kind == YEAR_TO_DATE else quarter_of(end)


def period_of(indicator: Indicator, moment: RecordMoment) -> Period:
    """The period of a flow, or the snapshot of a stock, at a moment."""
    asked = _asked(moment)
    return (asked.flows if indicator.is_flow else asked.stocks)[0]


def _asked(moment: RecordMoment) -> Asked:
    return asked_for(moment.period) if isinstance(moment, During) else asked_at(moment.day)


def _breakdown(indicator: Indicator, subject: Subject) -> str:
    """The breakdown that a group belongs to; empty for the whole indicator."""
    if not subject.group:
        return ""
    own = indicator.by if isinstance(indicator, Mix) else ""
    if own and subject.breakdown in ("", own):
        return own
    if own:
        raise BindingError(f"{indicator.code} is a mix by {own}, and is not divided further. Write by {own} = GROUP.")
    known = [*indicator.of.dimensions, *(CHILD_DIMENSIONS if indicator.of.about_child else ())]
    allowed = sorted(name for name in known if name not in NOT_IN_REPORTS)
    if not subject.breakdown:
        raise BindingError(
            f"'{subject.group}' after {indicator.code} is neither a group of a mix nor the beginning of a moment. Write "
            f"{indicator.code} at DATE, or {indicator.code} by BREAKDOWN = GROUP at DATE. Breakdowns: {', '.join(allowed)}."
        )
    if subject.breakdown not in allowed or not breakdown_sql(indicator.of, subject.breakdown):
        raise BindingError(
            f"{indicator.code} is not broken down by {subject.breakdown} here. Allowed are: {', '.join(allowed)}."
        )
    return subject.breakdown


def _known_groups(indicator: Indicator) -> set[str]:
    """Groups that a mix is known to have, whether anybody is in them or not."""
    if not isinstance(indicator, Mix):
        return set()
    published = [measure.group for measure in MEASURES if measure.code == indicator.code]
    return {_plain(name) for name in (*indicator.in_order, *(name for name, _ in indicator.subtotals), *published)}


def _is_of(by: str, breakdown: str) -> bool:
    """Whether groups belong to a breakdown; a mix has marked subtotals beside its own groups."""
    return by == breakdown or by.startswith(f"{breakdown} (")


def _plain(group: str) -> str:
    return group.replace("’", "'").casefold()


def _when(result: Result) -> str:
    if result.period_kind == "snapshot":
        return result.period_end.isoformat()
    return f"{result.period_start.isoformat()} to {result.period_end.isoformat()}"
