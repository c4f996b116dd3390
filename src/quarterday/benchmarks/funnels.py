"""A funnel as plain data: every authority by its size and figure, and how far chance alone reaches; reports draw it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.figures import Reader
from quarterday.benchmarks.measures import ALL, MEAN, PERCENT, RATE, SCALES
from quarterday.benchmarks.problems import NoComparisonError
from quarterday.benchmarks.standpoint import Standpoint, name_of_row, reader_of, standpoint

Limits = tuple[float, float]


@dataclass(frozen=True)
class FunnelPoint:
    """One authority: its size (the denominator), its figure, and whether it is the reader's own."""

    area: str
    name: str
    size: float
    value: float
    is_own: bool
    is_neighbour: bool


@dataclass(frozen=True)
class FunnelLimit:
    """Between which values an authority of a size lies by chance alone: 2 and 3 standard deviations around England."""

    size: float
    two: Limits
    three: Limits


@dataclass(frozen=True)
class Funnel:
    """A funnel chart: the points, England's figure and the limits by size, smallest first."""

    code: str
    group: str
    year: int
    kind: str
    model: str
    england: float
    points: tuple[FunnelPoint, ...]
    limits: tuple[FunnelLimit, ...]

    def limit_of(self, point: FunnelPoint) -> FunnelLimit:
        """The limits of an authority's size."""
        return next(limit for limit in self.limits if limit.size == point.size)

    @property
    def beyond(self) -> int:
        """How many authorities lie beyond the limits of 3 standard deviations."""
        limits = {limit.size: limit.three for limit in self.limits}
        return sum(not limits[each.size][0] <= each.value <= limits[each.size][1] for each in self.points)


def funnel(
    benchmarks: Benchmarks, code: str, authority: str, year: int, *, group: str = ALL, model: str | None = None
) -> Funnel:
    """The funnel of a share or rate: every authority with figure and denominator, a joint return once.

    Raises NoComparisonError where the statistics do not hold it, or where it is no share or rate with published counts;
    UnknownAuthorityError for an authority that there is not.
    """
    reader, whose = reader_of(benchmarks, code, year, group), standpoint(authority, year, model)
    england, kinds = reader.figure(reader.sheet.england).value, (PERCENT, RATE, MEAN)
    points = tuple(sorted(_points(reader, whose), key=lambda point: (point.size, point.name)))
    if england is None or reader.measure.kind not in kinds or not reader.measure.certain or not points:
        raise NoComparisonError(f"{code} has no funnel for {year}: it is no share or rate with published counts.")
    sizes = sorted({point.size for point in points})
    limits = tuple(FunnelLimit(size, _limits(reader, england, size, 2), _limits(reader, england, size, 3)) for size in sizes)
    return Funnel(code, group, year, reader.measure.kind, whose.model, england, points, limits)


def _points(reader: Reader, whose: Standpoint) -> Iterator[FunnelPoint]:
    for row in reader.sheet.authorities:
        figure = reader.figure(row)
        if figure.value is not None and figure.denominator:
            marks = whose.is_own(row), whose.is_neighbour(row)
            yield FunnelPoint(row.areas[0], name_of_row(row), figure.denominator, figure.value, *marks)


def _limits(reader: Reader, england: float, size: float, deviations: int) -> Limits:
    """England's figure ± so many standard deviations of an authority of a size; clipped to what is possible."""
    measure, scale = reader.measure, SCALES[reader.measure.kind]
    is_share = measure.kind == PERCENT and not measure.above_all
    mean = england / scale
    spread = sqrt(mean * (1 - mean) / size) if is_share else sqrt(mean / size)
    low, high = england - deviations * scale * spread, england + deviations * scale * spread
    return max(0.0, low), min(scale, high) if is_share else high
