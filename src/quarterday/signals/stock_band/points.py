"""A stock beside its band, as values: what charts and tables are made from."""

from dataclasses import dataclass

from quarterday.signals.rules import DOWN, UP
from quarterday.signals.words import COMMON_CAUSE, NEITHER, VARIATION_WORDS, kind_of

BAND_VERSION = "1.0"
OUTSIDE_BAND = "outside the band"


@dataclass(frozen=True)
class BandPoint:
    """The stock at one month's end, in its unit, with the number of children behind it.

    The band is None within the baseline, which is what later months are judged by.
    """

    count: int
    value: float
    period: str | None
    expected: float | None = None
    lower: float | None = None
    upper: float | None = None
    lower_95: float | None = None
    upper_95: float | None = None
    improvement: str = NEITHER

    @property
    def direction(self) -> str | None:
        """Up or down where it lies outside the 99.7 % band."""
        if self.lower is None or self.upper is None or self.lower <= self.value <= self.upper:
            return None
        return UP if self.value > self.upper else DOWN

    @property
    def signal(self) -> bool:
        """Whether it lies outside the 99.7 % band."""
        return self.direction is not None

    @property
    def rule(self) -> str | None:
        """The rule that names it."""
        return OUTSIDE_BAND if self.signal else None

    @property
    def unusual(self) -> bool:
        """Whether it lies outside the 95 % band: worth watching, no signal by itself."""
        return self.lower_95 is not None and self.upper_95 is not None and not self.lower_95 <= self.value <= self.upper_95

    @property
    def kind(self) -> str:
        """improving, concerning, high, low or common cause."""
        return kind_of(self.direction, self.improvement) if self.direction else COMMON_CAUSE


@dataclass(frozen=True)
class StockBand:
    """A stock with its expected band.

    `starts` a month in the baseline, their `spread` (variance in means, 1 = by chance one by one) and how much
    `siblings` widen the spread of those counted.
    """

    points: tuple[BandPoint, ...]
    baseline: int
    improvement: str
    starts: float
    spread: float
    siblings: float
    notes: tuple[str, ...] = ()
    version: str = BAND_VERSION

    @property
    def last(self) -> BandPoint:
        """The point whose type is the band's variation."""
        return self.points[-1]

    @property
    def variation_kind(self) -> str:
        """improving, concerning, high, low or common cause: the type of the last point alone."""
        return self.last.kind

    @property
    def variation(self) -> str:
        """The variation in words."""
        return VARIATION_WORDS[self.variation_kind]
