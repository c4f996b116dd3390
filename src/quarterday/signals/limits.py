"""The mean and the natural process limits of a series, from its moving ranges (XmR)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from quarterday.signals.errors import TooShortError
from quarterday.signals.exact import mean_of

LIMIT = Fraction("2.66")
"""Three sigma of individual values, in mean moving ranges: 3 / 1.128."""
NEAR = Fraction("1.773")
"""Two thirds of it: the line beyond which a point is near its limit."""
SCREEN = Fraction("3.267")
"""A moving range of this many mean moving ranges or more is left out of the second mean."""
FEWEST_POINTS = 2
FIRM_POINTS = 13
"""Limits from fewer points are trial limits."""


@dataclass(frozen=True)
class ExactLimits:
    """The lines of one group of points, exactly: the mean, its mean moving range, and the points behind them."""

    mean: Fraction
    moving_range: Fraction
    points: int

    @property
    def upper(self) -> Fraction:
        """The upper natural process limit."""
        return self.mean + LIMIT * self.moving_range

    @property
    def lower(self) -> Fraction:
        """The lower natural process limit."""
        return self.mean - LIMIT * self.moving_range

    def side(self, value: Fraction) -> int:
        """1 above the mean, -1 below, 0 on it."""
        return (value > self.mean) - (value < self.mean)

    def outside(self, value: Fraction) -> bool:
        """Whether a value lies beyond a limit; on it is not beyond."""
        return not self.lower <= value <= self.upper

    def near(self, value: Fraction) -> bool:
        """Whether a value lies beyond a two-sigma line and within its limit."""
        return abs(value - self.mean) > NEAR * self.moving_range and not self.outside(value)


def limits_of(values: Sequence[Fraction], *, screening: bool = True) -> ExactLimits:
    """The lines that some points give.

    With `screening`, moving ranges of 3.267 times their mean or more are left out and the mean is taken once more: one
    wild month should not widen the limits of all the others. Raises TooShortError for fewer than two points.
    """
    if len(values) < FEWEST_POINTS:
        raise TooShortError(
            f"Limits need at least {FEWEST_POINTS} points, and {FIRM_POINTS} to be firm; here there "
            f"{'is' if len(values) == 1 else 'are'} {len(values)}. Give a longer series."
        )
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    moving_range = mean_of(ranges)
    if screening:
        kept = [each for each in ranges if each < SCREEN * moving_range]
        moving_range = mean_of(kept) if kept else moving_range
    return ExactLimits(mean_of(values), moving_range, len(values))
