"""The 95 % interval of a figure of an indicator, from its counts."""

from quarterday.benchmarks.intervals import POISSON, WILSON, poisson, wilson
from quarterday.benchmarks.measures import MEAN, PERCENT, RATE, SCALES, Measure

Interval = tuple[float, float]


def method_of(measure: Measure) -> str:
    """Wilson for a share, exact Poisson for a rate, nothing where chance cannot be reckoned."""
    if not measure.certain or not measure.numerator:
        return ""
    if measure.kind == PERCENT and not measure.above_all:
        return WILSON
    return POISSON if measure.kind in (PERCENT, RATE, MEAN) else ""


def interval(measure: Measure, numerator: float | None, denominator: float | None) -> Interval | None:
    """The interval in the indicator's unit; None where the counts are not known or none can be reckoned."""
    method = method_of(measure)
    if not method or numerator is None or not denominator:
        return None
    scale = SCALES[measure.kind]
    if method == WILSON:
        low, high = wilson(min(numerator, denominator), denominator)
        return scale * low, scale * high
    low, high = poisson(numerator)
    return scale * low / denominator, scale * high / denominator
