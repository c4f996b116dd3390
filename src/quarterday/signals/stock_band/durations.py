"""How long stays last: the chance of leaving in the next month, by months since entry, from the baseline alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quarterday.signals.stock_band.stays import Stay

FEWEST_ENDINGS = 5
ENOUGH_AT_RISK = 100
"""Neighbouring ages are taken together until there are so many endings, or so many months at risk without them."""

Floats = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Durations:
    """Kaplan–Meier in bands of age: `chances[b]` is the chance that a stay of that age ends within a month.

    `band_of[a]` is the band of age `a` in months; older ages belong to the last band. `exposed[b]` counts the months
    during which a stay was at risk in band b.
    """

    chances: Floats
    exposed: Floats
    band_of: Wholes

    @property
    def uncertainty(self) -> Floats:
        """The variance of each chance as an estimate, half an ending added: none among a hundred is not never."""
        likely = (self.chances * self.exposed + 0.5) / (self.exposed + 1)
        return likely * (1 - likely) / (self.exposed + 1)

    def bands(self, ages: Wholes) -> Wholes:
        """The band of each age."""
        return self.band_of[np.minimum(ages, len(self.band_of) - 1)]

    def staying(self, months: int) -> Floats:
        """The share of new stays still counted 0, 1, … months after entry; the first is 1."""
        chances = self.chances[self.bands(np.arange(max(months - 1, 0)))]
        return np.concatenate([[1.0], np.cumprod(1 - chances)])[:months]


def durations_of(stays: Sequence[Stay], baseline: int) -> Durations:
    """The durations that a baseline of so many month ends shows.

    A stay is at risk only while it is watched: from its age at the first month end, if it entered before (late entry),
    until it leaves or the baseline ends (censored). So long stays count without having been watched from their start.
    """
    oldest = max((baseline - 1 - stay.entered for stay in stays if stay.entered < baseline), default=0)
    at_risk, ended = np.zeros(oldest + 1), np.zeros(oldest + 1)
    for stay in stays:
        first, beyond = max(stay.entered, 0), min(baseline - 1, baseline if stay.left is None else stay.left)
        if first < beyond:
            at_risk[first - stay.entered : beyond - stay.entered] += 1
            if stay.left is not None and stay.left < baseline:
                ended[stay.left - 1 - stay.entered] += 1
    return _in_bands(at_risk, ended)


def _in_bands(at_risk: Floats, ended: Floats) -> Durations:
    """Ages joined from the youngest until each band has enough to go by; what is left over joins the last band."""
    band_of, band, found, watched = [], 0, 0.0, 0.0
    for risk, endings in zip(at_risk, ended, strict=True):
        band_of.append(band)
        found, watched = found + endings, watched + risk
        if found >= FEWEST_ENDINGS or watched >= ENOUGH_AT_RISK:
            band, found, watched = band + 1, 0.0, 0.0
    last = max(band - 1, 0)
    bands: Wholes = np.minimum(np.array(band_of, dtype=np.int64), last)
    exposed: Floats = np.bincount(bands, weights=at_risk, minlength=last + 1).astype(np.float64)
    endings_of: Floats = np.bincount(bands, weights=ended, minlength=last + 1).astype(np.float64)
    chances: Floats = endings_of / np.maximum(exposed, 1)
    return Durations(chances, exposed, bands)
