"""Figures of the authority's own records, as the audience of the report may see them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import TracebackType
from typing import Self

from quarterday.indicators import Asked, Computation, Indicator, Mix, Result, asked_at, asked_for, source_of
from quarterday.indicators.compiler import breakdown_sql
from quarterday.indicators.dimensions import CHILD_DIMENSIONS
from quarterday.indicators.results import NOT_COMPUTABLE, SUPPRESSED, rounded
from quarterday.reports.claims.language import At, During, Moment, PublishedIn, Subject
from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.seen import Evidence, Seen, in_words
from quarterday.reports.protection import protected
from quarterday.reports.story.peak import EarlierValue, earlier_values
from quarterday.sections import BY_CODE
from quarterday.submissions import Submission
from quarterday.submissions.settings import Settings

NOT_IN_REPORTS = ("worker",)
"""Breakdowns that no report prints: they name a person."""

HIDDEN_WORDS = "is not shown: it rests on one to five children"


@dataclass(frozen=True)
class Records:
    """Whose records are read, by their submission's number, and for whom the figures are."""

    authority: str
    audience: str
    submission: int
    settings: Settings
    opened: Callable[[], Computation]
    earlier: tuple[EarlierValue, ...] = ()

    @classmethod
    def of(cls, submission: Submission, settings: Settings, authority: str, audience: str) -> Self:
        """The records of a submission."""

        def opened() -> Computation:
            return Computation(source_of(submission, settings, authority))

        earlier = earlier_values(submission.records([authority]).get("earlier_values"))
        return cls(authority, audience, submission.number, settings, opened, earlier)


class RecordFigures:
    """Figures by subject and moment, each measured once. Use it in a `with` block."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._earlier = {(each.code, each.day): each for each in records.earlier}
        self._computation: Computation | None = None
        self._seen: dict[tuple[Subject, str], Seen] = {}

    def figure(self, subject: Subject, moment: Moment) -> Seen:
        """The figure at a moment.

        Raises BindingError where the indicator has no such breakdown or group.
        """
        asked = (subject, str(moment))
        if asked not in self._seen:
            self._seen[asked] = self._measured(subject, moment)
        return self._seen[asked]

    def at(self, subject: Subject, day: date) -> Seen:
        """A stock at a day, or a flow over the twelve months that end on it."""
        return self.figure(subject, At(day))

    def _measured(self, subject: Subject, moment: Moment) -> Seen:
        indicator = BY_CODE[subject.code]
        breakdown = _breakdown(indicator, subject)
        computation = self._open()
        by = [breakdown] if breakdown and not isinstance(indicator, Mix) else []
        results = computation.measure([indicator], _asked(moment), by)
        result = _of_group(indicator, subject, breakdown, results) if subject.group else results[0]
        shown = protected(result, indicator, self._records.audience)
        if shown.status == NOT_COMPUTABLE:
            return self._before_the_records(subject, moment, computation.reasons.get(subject.code, ""))
        return self._seen_as(subject, shown)

    def _seen_as(self, subject: Subject, result: Result) -> Seen:
        indicator = BY_CODE[subject.code]
        number = rounded(result.value, indicator.decimals) if result.value is not None else None
        words = in_words(number, indicator.unit) if number is not None else f"[{result.status}]"
        source = f"own records, submission {self._records.submission}"
        evidence = self._evidence(subject, _when(result), words, source, self._records.submission)
        why = "" if number is not None else HIDDEN_WORDS if result.status == SUPPRESSED else "has nothing to divide by"
        return Seen(number, result.value, result.status, why, evidence, result.numerator, result.denominator)

    def _before_the_records(self, subject: Subject, moment: Moment, reason: str) -> Seen:
        """A value of an earlier report, kept beside the records with its source; else not known, and why."""
        earlier = self._earlier.get((subject.code, moment.day)) if isinstance(moment, At) and not subject.group else None
        indicator = BY_CODE[subject.code]
        if earlier is None:
            return self._not_known(subject, moment, reason)
        number = rounded(earlier.value, indicator.decimals)
        evidence = self._evidence(subject, earlier.day.isoformat(), in_words(number, indicator.unit), earlier.source, None)
        return Seen(number, earlier.value, "ok", "", evidence)

    def _not_known(self, subject: Subject, moment: Moment, reason: str) -> Seen:
        number = self._records.submission
        evidence = self._evidence(subject, str(moment), "[x]", f"own records, submission {number}", number)
        why = f"is {reason or 'not known from these records'}".removesuffix(".")
        return Seen(None, None, NOT_COMPUTABLE, why, evidence)

    def _evidence(self, subject: Subject, when: str, value: str, source: str, submission: int | None) -> Evidence:
        of = f"{self._records.authority}, {subject.group}" if subject.group else self._records.authority
        return Evidence(subject.code, BY_CODE[subject.code].title, of, when, value, source, submission)

    def _open(self) -> Computation:
        if self._computation is None:
            self._computation = self._records.opened()
        return self._computation

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._computation:
            self._computation.close()


def _asked(moment: Moment) -> Asked:
    if isinstance(moment, During):
        return asked_for(moment.period)
    if isinstance(moment, PublishedIn):
        raise BindingError("a published figure is not in the records.")
    return asked_at(moment.day)


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


def _of_group(indicator: Indicator, subject: Subject, breakdown: str, results: list[Result]) -> Result:
    """The result of a group. One that the indicator knows and nobody is in has none: it is zero."""
    total = next(result for result in results if result.breakdown == "all")
    if total.status != "ok":
        return total
    groups: Mapping[str, Result] = {_plain(result.group): result for result in results if result.breakdown != "all"}
    found = groups.get(_plain(subject.group))
    if found:
        return found
    if isinstance(indicator, Mix) and subject.group in (*indicator.in_order, *(name for name, _ in indicator.subtotals)):
        return replace(total, breakdown=breakdown, group=subject.group, numerator=0, value=0.0)
    names = sorted(result.group for result in results if result.breakdown != "all")
    raise BindingError(
        f"{indicator.code} has nobody in a group '{subject.group}' by {breakdown} at {total.period_end.isoformat()}. "
        f"It has: {', '.join(names) or 'no groups'}."
    )


def _plain(group: str) -> str:
    return group.replace("’", "'").casefold()


def _when(result: Result) -> str:
    if result.period_kind == "snapshot":
        return result.period_end.isoformat()
    return f"{result.period_start.isoformat()} to {result.period_end.isoformat()}"
