"""From counts to values: integers in, division here, no rounding (CONTRACTS §2)."""

from quarterday.indicators.language import Count, Indicator, Mix, Percentage, Rate, Ratio, Total
from quarterday.indicators.results import NO_DENOMINATOR, NOT_COMPUTABLE, OK, Figure


def figure(
    indicator: Indicator, numerator: int, denominator: int | None, population: int | None, *, group: str = "all"
) -> Figure:
    """Numerator, denominator, value and status of one cell.

    A zero denominator gives `z` (R26). The rate of a group has no population at hand and gives `x`.
    """
    if isinstance(indicator, Rate):
        return _rate(numerator, population if group == "all" else None)
    if isinstance(indicator, Total):
        return numerator, None, numerator / indicator.per, OK
    if isinstance(indicator, Count):
        return numerator, None, float(numerator), OK
    if isinstance(indicator, Percentage | Mix):
        return share(numerator, denominator or 0, 100)
    if isinstance(indicator, Ratio):
        return share(numerator, denominator or 0, indicator.scale)
    raise TypeError(f"{type(indicator).__name__} is not evaluated from counts.")


def _rate(numerator: int, population: int | None) -> Figure:
    if not population:
        return numerator, None, None, NOT_COMPUTABLE
    return numerator, population, numerator * 10_000 / population, OK


def share(numerator: int, denominator: int, scale: int = 100) -> Figure:
    """A numerator over a denominator, times the scale; `z` where there is nothing to divide by (R26)."""
    if not denominator:
        return numerator, 0, None, NO_DENOMINATOR
    return numerator, denominator, numerator * scale / denominator, OK


def percentile(values: list[int | float], percent: int = 50) -> float | None:
    """A percentile, between two values in proportion (as a spreadsheet's PERCENTILE.INC); None of nothing.

    At 50 the median: the middle value, or the mean of the two middle values; at 100 the greatest value.
    """
    if not values:
        return None
    ordered = sorted(float(value) for value in values)
    below, beyond = divmod((len(ordered) - 1) * percent, 100)
    if not beyond:
        return ordered[below]
    return ordered[below] + (ordered[below + 1] - ordered[below]) * beyond / 100
