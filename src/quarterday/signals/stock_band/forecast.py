"""What a stock would come to, months after its baseline, had starts and durations stayed as they were."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quarterday.signals.stock_band.arrivals import Arrivals, arrivals_of
from quarterday.signals.stock_band.durations import Durations, Floats, Wholes, durations_of
from quarterday.signals.stock_band.stays import Stay, together


@dataclass(frozen=True)
class Forecast:
    """What is expected so many months on, and its variance: by chance, and by not knowing the baseline's own rates."""

    expected: float
    by_chance: float
    by_estimate: float

    @property
    def variance(self) -> float:
        """Both together."""
        return self.by_chance + self.by_estimate


@dataclass(frozen=True)
class StableSystem:
    """A baseline as a system: starts, durations, and who is counted at its last month end (their ages).

    `out_of` is the population that starts come out of, at every month end of the series; 1 where they come by the month.
    """

    baseline: int
    arrivals: Arrivals
    durations: Durations
    ages: Wholes
    siblings: float
    out_of: Floats

    def after(self, months: int) -> Forecast:
        """The stock so many months (1 or more) after the baseline's last month end.

        Those counted then, each with the chance of staying so long at its age, and the starts since, each with the
        chance of staying until then.
        """
        still = self._still(months)
        staying = self.durations.staying(months) * self._since(months)
        new = self.arrivals.rate * float(staying.sum())
        by_chance = self.siblings * float((still * (1 - still)).sum()) + self.arrivals.spread * new
        return Forecast(float(still.sum()) + new, by_chance, self._by_estimate(months, still, staying))

    def _since(self, months: int) -> Floats:
        """The population of each month since the baseline, the latest first."""
        return self.out_of[self.baseline : self.baseline + months][::-1]

    def _still(self, months: int) -> Floats:
        steps = self.ages[:, None] + np.arange(months)[None, :]
        return np.asarray(np.prod(1 - self.durations.chances[self.durations.bands(steps)], axis=1))

    def _by_estimate(self, months: int, still: Floats, staying: Floats) -> float:
        """The variance that comes of the estimates, by the delta method: of the starts, and of each band's chance."""
        of_starts = self.arrivals.spread * self.arrivals.rate / self.arrivals.watched * float(staying.sum()) ** 2
        slopes = self._slopes(months, still, staying)
        return of_starts + self.siblings * float((slopes**2 * self.durations.uncertainty).sum())

    def _slopes(self, months: int, still: Floats, staying: Floats) -> Floats:
        """How the expected stock falls as the chance of leaving in each band rises."""
        chances = self.durations.chances
        slopes = np.zeros_like(chances)
        bands = self.durations.bands(self.ages[:, None] + np.arange(months)[None, :])
        np.add.at(slopes, bands, np.repeat(still[:, None], months, axis=1))
        after = np.cumsum(staying[::-1])[::-1]  # of the starts, all who come to be at least so old
        young = self.durations.bands(np.arange(months - 1))
        np.add.at(slopes, young, self.arrivals.rate * after[1:])
        return slopes / np.maximum(1 - chances, 1e-9)


def stable_system(stays: Sequence[Stay], baseline: int, out_of: Floats) -> StableSystem:
    """The system that the first `baseline` month ends show."""
    last = baseline - 1
    present = [stay for stay in stays if stay.counted_at(last)]
    return StableSystem(
        baseline,
        arrivals_of(stays, baseline, out_of),
        durations_of(stays, baseline),
        np.array([last - stay.entered for stay in present], dtype=np.int64),
        together(stay.family for stay in present),
        out_of,
    )
