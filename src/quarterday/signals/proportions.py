"""Limits of a percentage whose denominator changes from month to month: p′ (Laney) and funnel limits."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quarterday.signals.errors import SignalError, TooShortError

VARIES = 0.25
"""Denominators that differ from their mean by more than a quarter make single XmR limits doubtful."""

_SIGMA_OF_RANGE = 1.128
_SIGMAS = 3


@dataclass(frozen=True)
class ProportionPoint:
    """One month: its percentage, its denominator, its p′ limits and its funnel limits, all in per cent."""

    value: float
    denominator: float
    lower: float
    upper: float
    funnel_lower: float
    funnel_upper: float

    @property
    def outside(self) -> bool:
        """Whether it lies outside its p′ limits."""
        return not self.lower <= self.value <= self.upper

    @property
    def outside_funnel(self) -> bool:
        """Whether it lies outside what chance alone gives to so many, were the share the same every month."""
        return not self.funnel_lower <= self.value <= self.funnel_upper


@dataclass(frozen=True)
class ProportionLimits:
    """The pooled percentage, how much more months differ than by chance (`spread`, 1 = as by chance), and the points."""

    mean: float
    spread: float
    points: tuple[ProportionPoint, ...]


def denominators_vary(denominators: Sequence[float]) -> bool:
    """Whether any denominator differs from their mean by more than a quarter."""
    mean = sum(denominators) / len(denominators)
    return any(abs(each - mean) > VARIES * mean for each in denominators)


def proportion_limits(percentages: Sequence[float], denominators: Sequence[float]) -> ProportionLimits:
    """p′ and funnel limits of percentages (0 to 100) of so many, in the order of time.

    The funnel limits are three binomial standard deviations around the pooled percentage. p′ (Laney) widens or narrows
    them by how much the months really differ, from the moving range of their standardised values.
    Raises TooShortError for fewer than two points, SignalError for a denominator of nothing or a share beyond 0 to 100.
    """
    if len(percentages) < 2:
        raise TooShortError("Limits need at least 2 points. Give a longer series.")
    if min(denominators) <= 0 or not all(0 <= each <= 100 for each in percentages):
        raise SignalError("A share needs a denominator above 0 and lies between 0 and 100.")
    shares = [each / 100 for each in percentages]
    pooled = sum(share * of for share, of in zip(shares, denominators, strict=True)) / sum(denominators)
    sigmas = [math.sqrt(pooled * (1 - pooled) / of) for of in denominators]
    spread = _spread([(share - pooled) / sigma if sigma else 0.0 for share, sigma in zip(shares, sigmas, strict=True)])
    points = tuple(
        ProportionPoint(value, of, *_around(pooled, sigma * spread), *_around(pooled, sigma))
        for value, of, sigma in zip(percentages, denominators, sigmas, strict=True)
    )
    return ProportionLimits(pooled * 100, spread, points)


def _spread(standardised: Sequence[float]) -> float:
    ranges = [abs(later - earlier) for earlier, later in pairwise(standardised)]
    return sum(ranges) / len(ranges) / _SIGMA_OF_RANGE


def _around(pooled: float, sigma: float) -> tuple[float, float]:
    return max(pooled - _SIGMAS * sigma, 0.0) * 100, min(pooled + _SIGMAS * sigma, 1.0) * 100
