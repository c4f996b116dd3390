"""The language of claims: what a sentence of commentary may bind, as values that write themselves out again."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from quarterday.records.periods import Period

ROSE, FELL, UNCHANGED = "rose", "fell", "unchanged"
HIGHER_THAN, LOWER_THAN, SIMILAR_TO = "higher than", "lower than", "similar to"
EQUAL = "="
ABOVE, BELOW, MEETS, MISSES = "above", "below", "meets", "misses"

REGION_WORD = "region"
NEIGHBOURS_WORD = "statistical neighbours"
HIDDEN = "[c]"
"""What stands for a number that may not be shown."""


@dataclass(frozen=True)
class At:
    """A stock at the end of a day, or a flow over the twelve months that end on it."""

    day: date

    def __str__(self) -> str:
        return f"at {self.day.isoformat()}"


@dataclass(frozen=True)
class During:
    """A flow counted in a period, or a stock at its end."""

    period: Period

    def __str__(self) -> str:
        return f"in {self.period.name}"


@dataclass(frozen=True)
class TwelveMonthsTo:
    """A flow over the twelve months that end on a day, or a stock on it."""

    day: date

    def __str__(self) -> str:
        return f"in twelve months to {self.day.isoformat()}"


@dataclass(frozen=True)
class PublishedIn:
    """A figure as published for a year (`2020-21`, or the year of a census), of the authority itself or of an area."""

    year: str
    area: str = ""

    def __str__(self) -> str:
        return f"published {self.year}" + (f" for {self.area}" if self.area else "")


RecordMoment = At | During | TwelveMonthsTo
Moment = RecordMoment | PublishedIn


@dataclass(frozen=True)
class Subject:
    """An indicator by its code, or one group of it; `breakdown` may be left out where the indicator is a mix."""

    code: str
    group: str = ""
    breakdown: str = ""

    def __str__(self) -> str:
        if not self.group:
            return self.code
        by = f"by {self.breakdown} = " if self.breakdown else ""
        return f"{self.code} {by}{quoted(self.group)}"


@dataclass(frozen=True)
class FigureClaim:
    """A figure, printed; with `stated`, that it is that number (to as many decimals as written), above it or below it."""

    subject: Subject
    moment: Moment
    stated: Decimal | None = None
    relation: str = EQUAL

    def __str__(self) -> str:
        stated = f" {self.relation} {self.stated:,f}" if self.stated is not None else ""
        return f"{self.subject} {self.moment}{stated}"


@dataclass(frozen=True)
class DirectionClaim:
    """That a figure rose, fell or did not change between two moments."""

    subject: Subject
    direction: str
    first: Moment
    last: Moment

    def __str__(self) -> str:
        return f"{self.subject} {self.direction} from {_bare(self.first)} to {_bare(self.last)}"


@dataclass(frozen=True)
class Years:
    """The published years that a comparison holds for: one, each from one to another, or each of the last few.

    Without any, the latest that was published for a day up to the report's end.
    """

    first: str = ""
    last: str = ""
    latest: int = 0

    @property
    def several(self) -> bool:
        """Whether it holds for more than one year."""
        return bool(self.last or self.latest)

    def __str__(self) -> str:
        if self.latest:
            return f" in each of the last {self.latest} years"
        if self.last:
            return f" in each year from {self.first} to {self.last}"
        return f" in {self.first}" if self.first else ""


@dataclass(frozen=True)
class ComparisonClaim:
    """That the authority's figure is higher than, lower than or similar to that of an area."""

    subject: Subject
    comparison: str
    area: str
    years: Years = Years()

    def __str__(self) -> str:
        return f"{self.subject} {self.comparison} {self.area}{self.years}"


@dataclass(frozen=True)
class TargetClaim:
    """That a figure is above or below its target in force, or meets or misses it by what is good for the indicator."""

    subject: Subject
    relation: str
    day: date | None = None

    def __str__(self) -> str:
        return f"{self.subject} {self.relation} target" + (f" at {self.day.isoformat()}" if self.day else "")


@dataclass(frozen=True)
class QuoteClaim:
    """That the wording stands, word for word, in a text of the evidence register."""

    evidence: str

    def __str__(self) -> str:
        return f"quote {self.evidence}"


Claim = FigureClaim | DirectionClaim | ComparisonClaim | TargetClaim | QuoteClaim


@dataclass(frozen=True)
class Binding:
    """A claim, and the words to print for it (without any, words of our own)."""

    claim: Claim
    wording: str = ""

    def __str__(self) -> str:
        wording = f" | {quoted(self.wording)}" if self.wording else ""
        return f"{{{{{self.claim}{wording}}}}}"

    def redacted(self, *, wording: bool) -> str:
        """The binding without the number that it states, nor (with `wording`) its words: for what may not be shown."""
        bare = replace(self.claim, stated=None) if isinstance(self.claim, FigureClaim) else self.claim
        hidden = f" = {HIDDEN}" if bare != self.claim else ""
        shown = f" | {quoted(HIDDEN if wording else self.wording)}" if self.wording else ""
        return f"{{{{{bare}{hidden}{shown}}}}}"


def quoted(text: str) -> str:
    """Words between straight quotation marks, with those inside escaped."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _bare(moment: Moment) -> str:
    """A moment after "from" or "to": a date or a period needs no "at" or "in" there."""
    return str(moment).removeprefix("at ").removeprefix("in ")
