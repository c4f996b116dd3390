"""How the authority stands against an area in a published year: higher, lower, or cannot tell, with chance reckoned in."""

from dataclasses import dataclass, replace
from typing import Protocol

from quarterday.benchmarks import (
    AUTHORITY,
    CANNOT_TELL,
    ENGLAND,
    HIGHER,
    LOWER,
    NEIGHBOURS,
    NOTHING_LOADED,
    Comparison,
    ComparisonError,
    compare,
    with_own,
)
from quarterday.benchmarks.areas import EXAMPLE
from quarterday.indicators.results import rounded
from quarterday.reports.claims.language import Subject
from quarterday.reports.claims.published import PublishedFigures
from quarterday.reports.claims.records import RecordFigures
from quarterday.reports.claims.seen import Evidence, Seen, in_words
from quarterday.sections import BY_CODE

Range = tuple[float, float]

__all__ = ["CANNOT_TELL", "HIGHER", "LOWER", "Comparer", "Standing", "WithChance"]


@dataclass(frozen=True)
class Standing:
    """Higher, lower, or cannot tell; `known` says whether both figures are, so that "cannot tell" is for closeness alone."""

    verdict: str
    known: bool
    why: str
    evidence: tuple[Evidence, ...] = ()
    suppressed: bool = False


class Comparer(Protocol):
    """Who says how an indicator of the authority stands against an area in a published year."""

    def standing(self, subject: Subject, kind: str, year: int) -> Standing:
        """The standing, with its evidence."""


class WithChance:
    """The comparison of `quarterday compare`: 95 % intervals, and what suppressed figures can be.

    The authority's figure is the published one where there is one (like with like), else that of its records at the same
    day. The example's records are made up: the published figures of the authority it is modelled on are not its own.
    """

    def __init__(self, published: PublishedFigures, records: RecordFigures | None, authority: str) -> None:
        self._published = published
        self._records = records
        self._authority = authority

    def standing(self, subject: Subject, kind: str, year: int) -> Standing:
        """The standing as compared with chance reckoned in."""
        benchmarks = self._published.benchmarks
        if benchmarks is None:
            return Standing(CANNOT_TELL, known=False, why=NOTHING_LOADED.removesuffix("."))
        try:
            found = compare(benchmarks, subject.code, self._authority, year, group=subject.group or "all")
        except ComparisonError as error:
            return Standing(CANNOT_TELL, known=False, why=str(error).removesuffix("."))
        if self._records and (self._authority == EXAMPLE or found.reason == "x"):
            return self._from_records(self._records, found, subject, kind)
        own = self._published.of(subject, AUTHORITY, year)
        return self._standing(found, kind, own, _range(found.low_any, found.high_any), found.verdicts.of(kind))

    def _from_records(self, records: RecordFigures, found: Comparison, subject: Subject, kind: str) -> Standing:
        seen = records.at(subject, self._published.day(subject.code, found.year))
        own = with_own(found, seen.exact, seen.numerator, seen.denominator).own
        if own is None or not seen.known:
            said = self._standing(found, kind, seen, None, CANNOT_TELL)
            return replace(said, suppressed=seen.suppressed)
        return self._standing(found, kind, seen, _range(own.low, own.high), own.verdicts.of(kind))

    def _standing(self, found: Comparison, kind: str, own: Seen, interval: Range | None, verdict: str) -> Standing:
        other = _other(found, kind)
        ours = replace(own.evidence, value=own.evidence.value + _interval_words(interval, found.decimals))
        theirs = Evidence(
            found.code,
            BY_CODE[found.code].title,
            self._published.name(kind),
            f"published for {self._published.day(found.code, found.year).isoformat()}",
            _other_words(found, kind),
            f"{found.source}, {found.release}",
        )
        why = f"{ours.value} beside {theirs.value} ({theirs.of}, {theirs.when})" + _unknown(own, interval, other)
        known = own.known and interval is not None and other is not None and other[0] == other[1]
        return Standing(verdict, known, why, (ours, theirs))


def _other(found: Comparison, kind: str) -> Range | None:
    if kind == NEIGHBOURS:
        return _range(found.neighbours.low_any, found.neighbours.high_any)
    point = found.england if kind == ENGLAND else found.region
    return _range(point, point)


def _other_words(found: Comparison, kind: str) -> str:
    """The comparator as printed; of neighbours the average and, where some are suppressed, between what it can lie."""
    near, unit = found.neighbours, found.unit
    value = found.published(kind).value
    if kind != NEIGHBOURS:
        return "[x]" if value is None else in_words(rounded(value, found.decimals), unit)
    words = "[x]" if near.average is None else in_words(rounded(near.average, max(1, found.decimals)), unit)
    spread = ""
    if near.suppressed and near.low_any is not None and near.high_any is not None:
        low, high = (rounded(end, max(1, found.decimals)) for end in (near.low_any, near.high_any))
        spread = f"; with those suppressed {low:,f} to {high:,f}"
    return f"{words} ({near.method} of {near.with_value} of {near.of}, {near.model} model{spread})"


def _interval_words(interval: Range | None, decimals: int) -> str:
    if interval is None:
        return ""
    low, high = (rounded(end, max(1, decimals)) for end in interval)
    return f" (95 % interval {low:,f} to {high:,f})"


def _unknown(own: Seen, interval: Range | None, other: Range | None) -> str:
    """What keeps a comparison from being made at all."""
    if interval is None and not own.known:
        return f"; {own.evidence.of}, {own.evidence.when}, {own.why}"
    if interval is None:
        return "; chance cannot be reckoned for it"
    return "; there is nothing published to compare with" if other is None else ""


def _range(low: float | None, high: float | None) -> Range | None:
    return None if low is None or high is None else (low, high)
