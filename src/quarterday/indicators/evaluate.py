"""From counts to values: integers in, division here, no rounding (CONTRACTS §2)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quarterday.indicators.language import Count, Indicator, Mix, Percentage, Rate, Ratio, Total
from quarterday.indicators.results import NO_DENOMINATOR, NOT_COMPUTABLE, OK, Figure

Numbers = NDArray[np.int64]
Values = NDArray[np.float64]

STATUSES = (OK, NO_DENOMINATOR, NOT_COMPUTABLE)


@dataclass(frozen=True)
class Figures:
    """Figures as arrays of one length; NaN where there is no such number. `statuses` count in STATUSES."""

    numerators: Values
    denominators: Values
    values: Values
    statuses: Numbers

    def without(self, missing: NDArray[np.bool_]) -> "Figures":
        """The figures with nothing where they cannot be computed."""
        columns = (self.numerators, self.denominators, self.values)
        above, below, values = (np.where(missing, np.nan, column) for column in columns)
        return Figures(above, below, values, np.where(missing, STATUSES.index(NOT_COMPUTABLE), self.statuses))


def no_figures(size: int) -> Figures:
    """So many figures that cannot be computed."""
    nothing = np.full(size, np.nan)
    return Figures(nothing, nothing, nothing, np.full(size, STATUSES.index(NOT_COMPUTABLE)))


def figures(indicator: Indicator, numerators: Numbers, denominators: Numbers, children: Numbers) -> Figures:
    """Numerator, denominator, value and status of each cell.

    `children` is the population of each cell: 0 where none is known or, as for a group, at hand; a rate is then `x`.
    A zero denominator gives `z` (R26).
    """
    if isinstance(indicator, Rate):
        return _divided(numerators, children, 10_000, hidden=True, without=NOT_COMPUTABLE)
    if isinstance(indicator, Total | Count):
        per = indicator.per if isinstance(indicator, Total) else 1
        return Figures(
            numerators.astype(float), np.full(len(numerators), np.nan), numerators / per, np.zeros_like(numerators)
        )
    if isinstance(indicator, Percentage | Mix):
        return _divided(numerators, denominators, 100)
    if isinstance(indicator, Ratio):
        return _divided(numerators, denominators, indicator.scale)
    raise TypeError(f"{type(indicator).__name__} is not evaluated from counts.")


def _divided(above: Numbers, below: Numbers, scale: int, *, hidden: bool = False, without: str = NO_DENOMINATOR) -> Figures:
    """Numerators over denominators; `without` is the status where there is none, which is then `hidden` or shown as 0."""
    none = below == 0
    values = np.where(none, np.nan, above * scale / np.where(none, 1, below))
    denominators = np.where(none & hidden, np.nan, below)
    return Figures(above.astype(float), denominators, values, np.where(none, STATUSES.index(without), 0))


def share(numerator: int, denominator: int, scale: int = 100) -> Figure:
    """A numerator over a denominator, times the scale; `z` where there is nothing to divide by (R26)."""
    if not denominator:
        return numerator, 0, None, NO_DENOMINATOR
    return numerator, denominator, numerator * scale / denominator, OK


def percentiles(ordered: Values, starts: Numbers, counts: Numbers, percent: int = 50) -> Values:
    """A percentile of each run of ordered values, between two in proportion (as a spreadsheet's PERCENTILE.INC).

    At 50 the median: the middle value, or the mean of the two middle values; at 100 the greatest value.
    """
    below, beyond = np.divmod((counts - 1) * percent, 100)
    low = ordered[starts + below]
    high = ordered[starts + np.minimum(below + 1, counts - 1)]
    return np.asarray(low + (high - low) * beyond / 100, float)
