"""How the authority stands against an area: who says so, and what they say."""

from dataclasses import dataclass
from typing import Protocol

from quarterday.benchmarks import AUTHORITY
from quarterday.benchmarks.areas import EXAMPLE
from quarterday.reports.claims.language import Subject
from quarterday.reports.claims.published import PublishedFigures
from quarterday.reports.claims.records import RecordFigures
from quarterday.reports.claims.seen import Evidence, Seen

HIGHER, LOWER, CANNOT_TELL = "higher", "lower", "cannot tell"


@dataclass(frozen=True)
class Standing:
    """Higher, lower, or cannot tell; `known` says whether both figures are, so that "cannot tell" is for closeness alone."""

    verdict: str
    known: bool
    why: str
    evidence: tuple[Evidence, ...]
    suppressed: bool = False


class Comparer(Protocol):
    """Who says how an indicator of the authority stands against an area in a published year."""

    def standing(self, subject: Subject, kind: str, year: int) -> Standing:
        """The standing, with its evidence."""


class ByValue:
    """The plain comparison of two figures as shown, for what has no interval: equal ones cannot be told apart.

    The authority's figure is the published one where there is one (like with like), else that of its records at the same
    day. The example's records are made up, so the published figures of the authority it is modelled on are not its own.
    """

    def __init__(self, published: PublishedFigures, records: RecordFigures | None, authority: str) -> None:
        self._published = published
        self._records = records
        self._authority = authority

    def standing(self, subject: Subject, kind: str, year: int) -> Standing:
        """The standing by value."""
        own, other = self.own(subject, year), self._published.of(subject, kind, year)
        evidence = (own.evidence, other.evidence)
        if own.shown is None or other.shown is None:
            unknown = own if own.shown is None else other
            why = f"{unknown.evidence.of}, {unknown.evidence.when}, {unknown.why}"
            return Standing(CANNOT_TELL, known=False, why=why, evidence=evidence, suppressed=own.suppressed)
        said = f"{own.evidence.value} beside {other.evidence.value} ({other.evidence.of}, {other.evidence.when})"
        verdict = HIGHER if own.shown > other.shown else LOWER if own.shown < other.shown else CANNOT_TELL
        return Standing(verdict, known=True, why=said, evidence=evidence)

    def own(self, subject: Subject, year: int) -> Seen:
        """The authority's own figure for a year."""
        found = self._published.of(subject, AUTHORITY, year)
        if self._records and (self._authority == EXAMPLE or found.status == "x"):
            return self._records.at(subject.code, self._published.day(subject.code, year))
        return found
