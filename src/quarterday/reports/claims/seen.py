"""A figure as an audience may see it, with what it was read from: what every verdict rests on."""

from dataclasses import asdict, dataclass
from decimal import Decimal

from quarterday.indicators.results import OK, SUPPRESSED


@dataclass(frozen=True)
class Evidence:
    """One figure or text behind a verdict. `value` is as it may be shown: a suppressed one is [c]."""

    code: str
    title: str
    of: str
    when: str
    value: str
    source: str
    submission: int | None = None

    def as_entry(self) -> dict[str, object]:
        """For the manifest."""
        return {name: value for name, value in asdict(self).items() if value not in ("", None)}

    def __str__(self) -> str:
        return f"{self.title}{f' ({self.code})' if self.code else ''}, {self.of}, {self.when}: {self.value} ({self.source})"


@dataclass(frozen=True)
class Seen:
    """A figure: `shown` is rounded as the report shows it; None where `status` says why and `why` in words."""

    shown: Decimal | None
    exact: float | None
    status: str
    why: str
    evidence: Evidence
    numerator: int | None = None
    denominator: int | None = None

    @property
    def known(self) -> bool:
        """Whether the audience may see a number."""
        return self.status == OK and self.shown is not None

    @property
    def suppressed(self) -> bool:
        """Whether there is a number that this audience may not see."""
        return self.status == SUPPRESSED


def in_words(number: Decimal, unit: str) -> str:
    """A number as reports print it: commas for thousands, and a per cent sign where it is a percentage."""
    return f"{number:,f} %" if unit == "%" else f"{number:,f}"
