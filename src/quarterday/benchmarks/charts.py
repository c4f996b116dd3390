"""What funnel and ranked-bar charts show, as plain data: reports draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from quarterday.benchmarks.areas import EXAMPLE, MODELLED_ON, area_of, model_of, name_of
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.chance import interval
from quarterday.benchmarks.figures import Figure, Reader
from quarterday.benchmarks.measures import ALL, MEAN, PERCENT, RATE, SCALES
from quarterday.benchmarks.problems import NoComparisonError
from quarterday.benchmarks.sheets import AreaRow

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
    year: int
    unit: str
    england: float
    points: tuple[FunnelPoint, ...]
    limits: tuple[FunnelLimit, ...]


@dataclass(frozen=True)
class RankedBar:
    """One authority's figure with its 95 % interval (None where it has none), in the order of the bars."""

    area: str
    name: str
    value: float
    low: float | None
    high: float | None
    is_own: bool
    is_neighbour: bool


def funnel(
    benchmarks: Benchmarks, code: str, authority: str, year: int, *, group: str = ALL, model: str | None = None
) -> Funnel:
    """The funnel of a share or rate: every authority with figure and denominator, a joint return once.

    Raises NoComparisonError where the statistics do not hold it, or where it is no share or rate.
    """
    reader = _reader(benchmarks, code, year, group)
    england = reader.figure(reader.sheet.england).value
    if england is None or reader.measure.kind not in (PERCENT, RATE, MEAN) or not reader.measure.certain:
        raise NoComparisonError(f"{code} has no funnel for {year}: it is no share or rate with published counts.")
    points = []
    for row, figure in _published(reader):
        if figure.value is not None and figure.denominator:
            own, near = _marks(row, authority, year, model)
            points.append(FunnelPoint(row.areas[0], _name(row), figure.denominator, figure.value, own, near))
    sizes = sorted({point.size for point in points})
    limits = tuple(FunnelLimit(size, _limits(reader, england, size, 2), _limits(reader, england, size, 3)) for size in sizes)
    return Funnel(code, year, reader.measure.kind, england, tuple(points), limits)


def ranked_bars(
    benchmarks: Benchmarks, code: str, authority: str, year: int, *, group: str = ALL, model: str | None = None
) -> list[RankedBar]:
    """Every authority with a published figure, the lowest first; a joint return once.

    Raises NoComparisonError where the statistics do not hold it.
    """
    reader = _reader(benchmarks, code, year, group)
    bars = []
    for row, figure in _published(reader):
        low, high = interval(reader.measure, figure.numerator, figure.denominator) or (None, None)
        own, near = _marks(row, authority, year, model)
        bars.append(RankedBar(row.areas[0], _name(row), figure.value or 0.0, low, high, own, near))
    return sorted(bars, key=lambda bar: (bar.value, bar.area))


def _reader(benchmarks: Benchmarks, code: str, year: int, group: str) -> Reader:
    reader = benchmarks.reader(code, year, group)
    if reader is None:
        raise NoComparisonError(
            f"No published statistics of {code} for {year} are loaded. Run quarterday benchmarks add FILE."
        )
    return reader


def _published(reader: Reader) -> Sequence[tuple[AreaRow, Figure]]:
    read = [(row, reader.figure(row)) for row in reader.sheet.authorities]
    return [(row, figure) for row, figure in read if figure.value is not None]


def _marks(row: AreaRow, authority: str, year: int, model: str | None) -> tuple[bool, bool]:
    """Whether a row is the reader's own, and whether it is one of the neighbours."""
    area = area_of(MODELLED_ON if authority == EXAMPLE else authority)
    if area is None:
        return False, False
    near = area.neighbours(model or model_of(year))
    return area.dfe in row.dfe, bool(set(near) & set(row.dfe))


def _name(row: AreaRow) -> str:
    return " and ".join(name_of(code) for code in row.dfe) or row.areas[0]


def _limits(reader: Reader, england: float, size: float, deviations: int) -> Limits:
    """England's figure ± so many standard deviations of an authority of a size; clipped to what is possible."""
    measure, scale = reader.measure, SCALES[reader.measure.kind]
    is_share = measure.kind == PERCENT and not measure.above_all
    mean = england / scale
    spread = sqrt(mean * (1 - mean) / size) if is_share else sqrt(mean / size)
    low, high = england - deviations * scale * spread, england + deviations * scale * spread
    return max(0.0, low), min(scale, high) if is_share else high
