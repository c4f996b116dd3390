"""Where an authority's figure stands: its interval, its rank and quarter, and the verdict on each comparator."""

from quarterday.benchmarks.chance import interval
from quarterday.benchmarks.comparison import CANNOT_TELL, HIGHER, LOWER, Neighbours, Verdicts
from quarterday.benchmarks.figures import Figure, Reader
from quarterday.benchmarks.measures import COUNT
from quarterday.benchmarks.ranking import RANKED, band, published_by_authority, rank
from quarterday.benchmarks.sheets import AreaRow
from quarterday.benchmarks.suppressed import Range, can_bound, possible_of, scale_of
from quarterday.benchmarks.values import SUPPRESSED

Place = tuple[int | None, int | None, str | None]
"""Rank, how many were ranked, and quarter."""


def intervals(reader: Reader, row: AreaRow | None, figure: Figure) -> tuple[Range | None, Range | None]:
    """The 95 % interval in both readings of a suppressed cell; of a published figure both are the same."""
    if figure.value is not None:
        found = interval(reader.measure, figure.numerator, figure.denominator)
        return found, found
    if figure.reason != SUPPRESSED or row is None or not can_bound(reader):
        return None, None
    narrow, wide = (possible_of(reader, row, figure, primary=primary) for primary in (True, False))
    return _with_chance(reader, figure, narrow or wide), _with_chance(reader, figure, wide)


def placed(reader: Reader, figure: Figure, polarity: str, decimals: int) -> Place:
    """The rank among the authorities with a published figure, and the quarter; none without a direction."""
    if not polarity or reader.measure.kind not in RANKED:
        return None, None, None
    values = list(published_by_authority(reader).values())
    if figure.value is None:
        return None, len(values), None
    return rank(figure.value, values, polarity, decimals), len(values), band(figure.value, values, polarity)


def verdicts(own: Range | None, england: float | None, region: float | None, near: Neighbours, decimals: int) -> Verdicts:
    """How an authority's interval stands to each comparator, each rounded as published."""
    return Verdicts(
        england=verdict(own, (england, england), decimals),
        region=verdict(own, (region, region), decimals),
        neighbours=verdict(own, (near.low_any, near.high_any), decimals),
    )


def verdict(own: Range | None, comparator: tuple[float | None, float | None], decimals: int) -> str:
    """How an authority's 95 % interval stands to the values that a comparator can have, each rounded as published.

    Higher only where the whole interval lies above every such value, and lower where below; half a unit of the last
    decimal is allowed for rounding. Without an interval or a comparator nothing can be told.
    """
    low, high = comparator
    if own is None or low is None or high is None:
        return CANNOT_TELL
    half = 0.5 * 10**-decimals
    if own[0] > high + half:
        return HIGHER
    return LOWER if own[1] < low - half else CANNOT_TELL


def _with_chance(reader: Reader, figure: Figure, possible: Range | None) -> Range | None:
    """From the lower end of the interval of the least that a figure can be to the upper end of that of the greatest."""
    if possible is None or reader.measure.kind == COUNT:
        return possible
    units = figure.denominator
    if not units:
        return possible
    ends = [interval(reader.measure, value / scale_of(reader) * units, units) for value in possible]
    return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
