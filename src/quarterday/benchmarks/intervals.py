"""How sure a figure is: 95 % intervals of proportions (Wilson) and of rates (exact Poisson).

A figure of a year is taken as one outcome of the chance by which children come and go; children are taken as independent,
though brothers and sisters are not, so the true uncertainty is somewhat wider.
"""

from math import sqrt

Z = 1.959963984540054
"""The normal deviate of a two-sided interval of 95 %."""

WILSON = "Wilson"
POISSON = "exact Poisson"

_TAIL = 0.025


def wilson(numerator: float, denominator: float) -> tuple[float, float]:
    """The Wilson interval of a proportion, as shares from 0 to 1. The denominator is above 0."""
    share = numerator / denominator
    spread = Z * Z / denominator
    centre = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / denominator + Z * Z / (4 * denominator * denominator)) / (1 + spread)
    return max(0.0, min(centre - half, share)), min(1.0, max(centre + half, share))


def poisson(events: float) -> tuple[float, float]:
    """The exact interval of the mean of a Poisson count of which `events` were seen.

    Fractions of an event (full-time equivalents) interpolate between whole ones.
    """
    from scipy.special import gammaincinv  # only here: it takes a quarter of a second to import

    low = float(gammaincinv(events, _TAIL)) if events > 0 else 0.0
    return low, float(gammaincinv(events + 1, 1 - _TAIL))
