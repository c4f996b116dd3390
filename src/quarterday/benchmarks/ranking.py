"""National rank and quarter of a published figure (formulas of the national tool: `lait_formulas.md`)."""

from collections.abc import Sequence

from quarterday.benchmarks.figures import Reader
from quarterday.benchmarks.measures import MEAN, MEDIAN, PERCENT, RATE
from quarterday.indicators.results import rounded

LOW = "low"
HIGH = "high"
RANKED = frozenset({PERCENT, RATE, MEAN, MEDIAN})
"""What can be ranked: counts cannot, because they grow with the authority."""

_BANDS = ("A", "B", "C", "D")


def published_by_authority(reader: Reader) -> dict[str, float]:
    """Every authority with a published figure; a joint return counts for each of its members."""
    found = {}
    for row in reader.sheet.authorities:
        value = reader.figure(row).value
        if value is not None:
            found.update(dict.fromkeys(row.areas, value))
    return found


def rank(value: float, values: Sequence[float], polarity: str, decimals: int) -> int:
    """The rank among the authorities' values, 1 the best; rounded as shown before comparing, and ties take the best rank."""
    own = rounded(value, decimals)
    others = [rounded(each, decimals) for each in values]
    return 1 + sum(each < own if polarity == LOW else each > own for each in others)


def band(value: float, values: Sequence[float], polarity: str) -> str:
    """The quarter of the authorities, A the best: quartiles by linear interpolation, upper edges closed, unrounded."""
    quarters = [quantile(values, share) for share in (0.25, 0.5, 0.75)]
    place = sum(value > edge for edge in quarters)
    return _BANDS[place] if polarity == LOW else _BANDS[3 - place]


def quantile(values: Sequence[float], share: float) -> float:
    """A quantile by linear interpolation between the sorted values (type 7, the usual one)."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
