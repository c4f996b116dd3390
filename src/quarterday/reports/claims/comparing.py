"""How the authority stands against an area in a published year: higher, lower, or cannot tell, with chance reckoned in."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from quarterday.benchmarks import (
    CANNOT_TELL,
    ENGLAND,
    HIGHER,
    LOWER,
    NEIGHBOURS,
    REGION,
    Benchmarks,
    Comparison,
    ComparisonError,
    compare,
)
from quarterday.benchmarks.areas import EXAMPLE
from quarterday.benchmarks.intervals import POISSON, WILSON, poisson, wilson
from quarterday.benchmarks.verdicts import verdict
from quarterday.indicators.results import rounded
from quarterday.reports.claims.language import Subject
from quarterday.reports.claims.published import NOTHING_LOADED, PublishedFigures
from quarterday.reports.claims.records import RecordFigures
from quarterday.reports.claims.seen import Evidence, Seen, in_words
from quarterday.sections import BY_CODE

Range = tuple[float, float]
_SCALES = {"%": 100.0, "per 10,000": 10_000.0}

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
            compared = _compared(benchmarks, subject, self._authority, year)
        except ComparisonError as error:
            return Standing(CANNOT_TELL, known=False, why=str(error).removesuffix("."))
        from_records = self._authority == EXAMPLE or (compared.value is None and compared.low_any is None)
        if self._records and from_records:
            own = self._records.at(subject, self._published.day(subject.code, year))
            interval = own_interval(own, compared.interval)
        else:
            own = self._published.of(subject, "authority", year)
            interval = _range(compared.low_any, compared.high_any)
        return self._standing(compared, kind, own, interval)

    def _standing(self, compared: Comparison, kind: str, own: Seen, interval: Range | None) -> Standing:
        other = _other(compared, kind)
        said = verdict(interval, other, compared.decimals)
        when = f"published for {self._published.day(compared.code, compared.year).isoformat()}"
        theirs = Evidence(
            compared.code,
            BY_CODE[compared.code].title,
            self._published.name(kind),
            when,
            _other_words(compared, kind),
            f"{compared.source}, {compared.release}",
        )
        ours = _with_interval(own, interval, compared.decimals)
        why = f"{ours.value} beside {theirs.value} ({theirs.of}, {when})" + _unknown(own, interval, other)
        known = own.known and interval is not None and other is not None and other[0] == other[1]
        return Standing(said, known, why, (ours, theirs), own.suppressed and own.evidence.submission is not None)


def own_interval(own: Seen, method: str) -> Range | None:
    """The 95 % interval of a figure of the records, by the method that the published one has."""
    if own.exact is None or own.numerator is None or not own.denominator:
        return None
    if method == WILSON:
        low, high = wilson(min(own.numerator, own.denominator), own.denominator)
        return 100 * low, 100 * high
    if method != POISSON:
        return None
    low, high = poisson(own.numerator)
    unit = BY_CODE[own.evidence.code].unit
    each = own.exact / own.numerator if own.numerator else _SCALES.get(unit, 1.0) / own.denominator
    return low * each, high * each


def _compared(benchmarks: Benchmarks, subject: Subject, authority: str, year: int) -> Comparison:
    return compare(benchmarks, subject.code, authority, year, group=subject.group or "all")


def _other(compared: Comparison, kind: str) -> Range | None:
    if kind == NEIGHBOURS:
        return _range(compared.neighbours.low_any, compared.neighbours.high_any)
    point = {ENGLAND: compared.england, REGION: compared.region}[kind]
    return _range(point, point)


def _other_words(compared: Comparison, kind: str) -> str:
    near = compared.neighbours
    if kind != NEIGHBOURS:
        point = {ENGLAND: compared.england, REGION: compared.region}[kind]
        return "[x]" if point is None else _words(point, compared.decimals, compared.unit)
    of = f"{near.method} of {near.with_value} of {near.of}, {near.model} model"
    if near.low_any is not None and near.high_any is not None and near.low_any != near.high_any:
        return f"{_words(near.low_any, 1, compared.unit)} to {_words(near.high_any, 1, compared.unit)} as can be ({of})"
    return "[x]" if near.average is None else f"{_words(near.average, max(1, compared.decimals), compared.unit)} ({of})"


def _with_interval(own: Seen, interval: Range | None, decimals: int) -> Evidence:
    evidence = own.evidence
    if interval is None:
        return evidence
    low, high = (rounded(end, max(1, decimals)) for end in interval)
    return Evidence(
        evidence.code,
        evidence.title,
        evidence.of,
        evidence.when,
        f"{evidence.value} (95 % interval {low:,f} to {high:,f})",
        evidence.source,
        evidence.submission,
    )


def _unknown(own: Seen, interval: Range | None, other: Range | None) -> str:
    """What keeps a comparison from being made at all."""
    if interval is None:
        return (
            f"; {own.evidence.of}, {own.evidence.when}, {own.why}" if not own.known else "; chance cannot be reckoned for it"
        )
    return "; there is nothing published to compare with" if other is None else ""


def _words(value: float, decimals: int, unit: str) -> str:
    number: Decimal = rounded(value, decimals)
    return in_words(number, unit)


def _range(low: float | None, high: float | None) -> Range | None:
    return None if low is None or high is None else (low, high)
