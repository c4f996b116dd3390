"""The expected band of a month-end stock: for what XmR cannot judge, as one month's stock is mostly the last one's."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quarterday.signals.errors import SignalError, TooShortError
from quarterday.signals.stock_band.forecast import Forecast, StableSystem, stable_system
from quarterday.signals.stock_band.points import BandPoint, StockBand
from quarterday.signals.stock_band.stays import Stay, counts_of
from quarterday.signals.words import NEITHER, check_improvement

FEWEST_BASELINE = 12
"""Month ends that a baseline needs."""
SHORT_SERIES = 24
"""Up to so many month ends only the last is judged, beyond only what follows the first so many."""
JUDGED = 12
"""Of a longer series the last year is judged, and all before is baseline, provided that is longer."""
FEWEST_STARTS = 10
"""Starts, and endings, that a baseline needs."""

WIDE = 0.997
NARROW = 0.95

WHY = (
    "This is a stock counted at month ends. One month's stock is mostly the same children as the last one's, so an XmR "
    "chart would call a special cause in most months of a stable system. It is judged against the band that the baseline's "
    "starts and durations would have led to."
)


@dataclass(frozen=True)
class Scale:
    """From a count to the stock's unit: times `per[month]`; of a `complement`, 100 less that (the share not so).

    A band reaches no further than 0 and `most`.
    """

    per: tuple[float, ...]
    complement: bool = False
    most: float = math.inf

    def value(self, count: float, month: int) -> float:
        """A count at a month's end in the unit."""
        return 100 - count * self.per[month] if self.complement else count * self.per[month]

    def span(self, low: float, high: float, month: int) -> tuple[float, float]:
        """A band of counts in the unit, the lesser end first."""
        lower, upper = sorted((self.value(low, month), self.value(high, month)))
        return max(lower, 0.0), min(upper, self.most)


def stock_band(
    stays: Sequence[Stay],
    months: int,
    *,
    periods: Sequence[str] | None = None,
    baseline: int | None = None,
    improvement: str = NEITHER,
    out_of: Sequence[int] | None = None,
    scale: Scale | None = None,
) -> StockBand:
    """The stock of some stays at `months` month ends, those after the baseline beside the band that was to be expected.

    The baseline is all but the last year, and at least the first 24 month ends; of fewer, all but the last. From its last
    month end the stock is carried forward: each child counted then stays by the chances of its age, and starts go on at the
    baseline's rate: so many a month or, with `out_of` (the population at each month end), so many for each of these.
    The band holds 99.7 % (and 95 %) of what may come of that, siblings and the uncertainty of the baseline's own rates
    included. `scale` gives points and band in the stock's unit.

    Raises TooShortError where there are too few month ends, starts or endings, SignalError for an impossible baseline.
    """
    check_improvement(improvement)
    length = _baseline(months, baseline)
    _check_enough(stays, length)
    system = stable_system(stays, length, np.array(out_of or (1,) * months, dtype=np.float64))
    plain = scale or Scale((1.0,) * months)
    named: dict[int, str] = dict(enumerate(periods or ()))
    points = tuple(
        _point(system, count, month, named.get(month), plain, improvement)
        for month, count in enumerate(counts_of(stays, months))
    )
    starts = sum(0 < stay.entered < length for stay in stays) / (length - 1)
    return StockBand(points, length, improvement, starts, system.arrivals.spread, system.siblings, _notes(points[-1]))


def limits_of(forecast: Forecast, coverage: float) -> tuple[int, int]:
    """The least and the greatest count that a band of that coverage holds."""
    from scipy import stats  # only here: it takes most of a second to import

    tail = (1 - coverage) / 2
    mean, variance = forecast.expected, forecast.variance
    if variance > mean > 0:  # counts that vary more than by chance alone: negative binomial
        size, share = mean * mean / (variance - mean), mean / variance
        low, high = stats.nbinom.ppf([tail, 1 - tail], size, share)
        return int(low), int(high)
    reach = float(stats.norm.ppf(1 - tail)) * math.sqrt(max(variance, 0.0))
    return max(math.floor(mean - reach), 0), math.ceil(mean + reach)


def _point(system: StableSystem, count: int, month: int, period: str | None, scale: Scale, improvement: str) -> BandPoint:
    value = scale.value(count, month)
    if month < system.baseline:
        return BandPoint(count, value, period, improvement=improvement)
    forecast = system.after(month - system.baseline + 1)
    lower, upper = scale.span(*limits_of(forecast, WIDE), month)
    lower_95, upper_95 = scale.span(*limits_of(forecast, NARROW), month)
    expected = scale.value(forecast.expected, month)
    return BandPoint(count, value, period, expected, lower, upper, lower_95, upper_95, improvement)


def _baseline(months: int, wanted: int | None) -> int:
    if months <= FEWEST_BASELINE:
        raise TooShortError(f"A stock's band needs more than {FEWEST_BASELINE} month ends; here there are {months}.")
    if wanted is not None and not FEWEST_BASELINE <= wanted < months:
        raise SignalError(
            f"The baseline of a stock is at least {FEWEST_BASELINE} month ends and fewer than the {months} of the series, "
            f"not {wanted}."
        )
    return wanted or max(min(SHORT_SERIES, months - 1), months - JUDGED)


def _check_enough(stays: Sequence[Stay], baseline: int) -> None:
    starts = sum(0 < stay.entered < baseline for stay in stays)
    endings = sum(stay.left is not None and 0 < stay.left < baseline for stay in stays)
    if min(starts, endings) < FEWEST_STARTS:
        raise TooShortError(
            f"A stock's band needs {FEWEST_STARTS} starts and as many endings in its baseline; here there are {starts} and "
            f"{endings}. Give a longer baseline, or look at the children one by one."
        )


def _notes(last: BandPoint) -> tuple[str, ...]:
    if last.unusual and not last.signal:
        return ("The last month lies outside the 95 % band but within 99.7 %: worth watching, not yet a signal.",)
    return ()
