"""How many stays begin in a month, and how unevenly."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quarterday.signals.stock_band.durations import Floats
from quarterday.signals.stock_band.stays import Stay, together

SURELY = 0.05


@dataclass(frozen=True)
class Arrivals:
    """Starts in the baseline: their rate (a month, or a month for each child they come out of), out of how much in all,
    and their variance in means (1 = Poisson)."""

    rate: float
    watched: float
    spread: float


def arrivals_of(stays: Sequence[Stay], baseline: int, out_of: Floats) -> Arrivals:
    """The starts of a baseline of so many month ends; `out_of` is the population of each month, or 1 throughout.

    Siblings who start in one month widen the spread. Where the months differ by surely more than siblings explain
    (seasons, surges, batches of recording), the spread that was seen is taken.
    """
    from scipy import stats  # only here: it takes most of a second to import

    begun = [stay for stay in stays if 0 < stay.entered < baseline]
    population = out_of[1:baseline]
    rate = len(begun) / float(population.sum())
    spread = together((stay.entered, stay.family) for stay in begun)
    counts = np.bincount([stay.entered - 1 for stay in begun], minlength=baseline - 1)
    seen = _seen(counts.astype(np.float64), rate * population)
    more = stats.chi2.sf(seen / spread * (baseline - 2), baseline - 2) < SURELY
    return Arrivals(rate, float(population.sum()), seen if more else spread)


def _seen(counts: Floats, expected: Floats) -> float:
    """The variance of the months' starts about what was expected of them, in means."""
    known = expected > 0
    return float(((counts - expected)[known] ** 2 / expected[known]).sum()) / max(len(counts) - 1, 1)
