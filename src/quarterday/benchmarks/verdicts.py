"""Higher, lower or cannot tell: an authority's interval against a comparator's."""

from quarterday.benchmarks.comparison import CANNOT_TELL, HIGHER, LOWER

Range = tuple[float, float]


def verdict(own: Range | None, comparator: Range | None, decimals: int) -> str:
    """How an authority's 95 % interval stands to a comparator's values, each rounded as published.

    Higher only where the whole interval lies above every value that the comparator can have; half a unit of the last
    decimal is allowed for rounding. Without an interval or a comparator nothing can be told.
    """
    if own is None or comparator is None:
        return CANNOT_TELL
    half = 0.5 * 10**-decimals
    if own[0] > comparator[1] + half:
        return HIGHER
    return LOWER if own[1] < comparator[0] - half else CANNOT_TELL
