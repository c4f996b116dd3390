"""The neighbours' average by three methods, and between which values it can lie where neighbours are suppressed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from quarterday.benchmarks.comparison import MEAN_METHOD, MEDIAN_METHOD, POOLED_METHOD, Neighbours
from quarterday.benchmarks.figures import Figure, Reader
from quarterday.benchmarks.measures import PERCENT, SCALES
from quarterday.benchmarks.possible import PossibleValues
from quarterday.benchmarks.sheets import AreaRow
from quarterday.benchmarks.values import SUPPRESSED

Range = tuple[float, float]


@dataclass(frozen=True)
class Near:
    """One neighbour: its row (None where the sheet has none) and its figure."""

    row: AreaRow | None
    figure: Figure

    @property
    def is_suppressed(self) -> bool:
        """Whether its value is there, but not shown."""
        return self.row is not None and self.figure.value is None and self.figure.reason == SUPPRESSED


def neighbours_of(reader: Reader, codes: Sequence[str], method: str, model: str) -> Neighbours:
    """The average of the neighbours with these DfE codes, and its possible values in both readings."""
    near = [Near(*reader.authority("", code)) for code in codes]
    shown = [each for each in near if each.figure.value is not None]
    hidden = [each for each in near if each.is_suppressed and can_bound(reader)]
    average = averaged(reader, shown, method)
    narrow: Range | None
    wide: Range | None
    if hidden:
        narrow, wide = (_possible(reader, shown, hidden, method, primary=primary) for primary in (True, False))
    else:
        narrow = wide = (average, average) if average is not None else None
    wide = wide or narrow
    return Neighbours(
        average,
        method,
        model,
        with_value=len(shown),
        of=len(codes),
        suppressed=len([each for each in near if each.is_suppressed]),
        low=narrow[0] if narrow else None,
        high=narrow[1] if narrow else None,
        low_any=wide[0] if wide else None,
        high_any=wide[1] if wide else None,
    )


def averaged(reader: Reader, shown: Sequence[Near], method: str) -> float | None:
    """The average of published figures; pooled over those whose counts are published too."""
    values = [each.figure.value for each in shown if each.figure.value is not None]
    if not values:
        return None
    if method == MEAN_METHOD:
        return fmean(values)
    if method == MEDIAN_METHOD:
        return float(median(values))
    counted = [each.figure for each in shown if each.figure.numerator is not None and each.figure.denominator]
    scale = SCALES.get(reader.measure.kind)
    if scale is None or not counted:
        return None
    return scale * sum(each.numerator or 0 for each in counted) / sum(each.denominator or 0 for each in counted)


def can_bound(reader: Reader) -> bool:
    """Whether a suppressed figure can be bounded: it is a share or rate of whole things, not of full-time equivalents."""
    return reader.measure.kind in SCALES and bool(reader.measure.numerator) and reader.sheet.family != "workforce"


def possible_of(reader: Reader, row: AreaRow, figure: Figure, *, primary: bool) -> Range | None:
    """What one suppressed figure can be, in its unit."""
    counts = PossibleValues(reader.sheet, _unknown_items(reader), [row], primary=primary)
    return _one(reader, counts, Near(row, figure))


def _possible(reader: Reader, shown: Sequence[Near], hidden: Sequence[Near], method: str, *, primary: bool) -> Range | None:
    rows = [each.row for each in hidden if each.row is not None]
    counts = PossibleValues(reader.sheet, _unknown_items(reader), rows, primary=primary)
    if not counts.holds:
        return None
    if method == MEDIAN_METHOD:
        return _median(reader, counts, shown, hidden)
    return _linear(reader, counts, shown, hidden, method)


def _median(reader: Reader, counts: PossibleValues, shown: Sequence[Near], hidden: Sequence[Near]) -> Range | None:
    """The median rises with each value: between the medians of all the least and of all the greatest."""
    ranges = [_one(reader, counts, each) for each in hidden]
    known = [each.figure.value for each in shown if each.figure.value is not None]
    found = [each for each in ranges if each is not None]
    if len(found) < len(ranges):
        return None
    return median([*known, *(low for low, _ in found)]), median([*known, *(high for _, high in found)])


def _linear(
    reader: Reader, counts: PossibleValues, shown: Sequence[Near], hidden: Sequence[Near], method: str
) -> Range | None:
    """A mean or pooled share: the counts of all hidden neighbours together, because regional totals bind them together."""
    linear = [each for each in hidden if each.figure.denominator]
    apart = [each for each in hidden if not each.figure.denominator]
    if method == POOLED_METHOD and apart:
        return None
    weight = _weights(reader, shown, linear, len(shown) + len(hidden), method)
    objective = {
        (each.row.areas, item): weight(each) for each in linear if each.row for item in reader.measure.numerator
    }
    together = counts.range(objective)
    ranges = [_one(reader, counts, each) for each in apart]
    if together is None or any(each is None for each in ranges):
        return None
    share = 1 / (len(shown) + len(hidden))
    low = together[0] + share * sum(each[0] for each in ranges if each)
    high = together[1] + share * sum(each[1] for each in ranges if each)
    known = _known(reader, shown, linear, method) if method == POOLED_METHOD else share * _total(shown)
    return known + low, known + high


def _weights(reader: Reader, shown: Sequence[Near], hidden: Sequence[Near], of: int, method: str):  # type: ignore[no-untyped-def]
    scale = SCALES[reader.measure.kind]
    if method == POOLED_METHOD:
        people = _people([*shown, *hidden])
        return lambda each: scale / people
    return lambda each: scale / each.figure.denominator / of


def _known(reader: Reader, shown: Sequence[Near], hidden: Sequence[Near], method: str) -> float:
    counted = sum(each.figure.numerator or 0 for each in shown if each.figure.denominator)
    return SCALES[reader.measure.kind] * counted / _people([*shown, *hidden])


def _people(near: Sequence[Near]) -> float:
    return sum(each.figure.denominator or 0 for each in near if each.figure.denominator)


def _total(shown: Sequence[Near]) -> float:
    return sum(each.figure.value or 0 for each in shown)


def _one(reader: Reader, counts: PossibleValues, each: Near) -> Range | None:
    """What one neighbour's figure can be; where its denominator is hidden too, from the bounds of both."""
    if each.row is None:
        return None
    top = counts.range({(each.row.areas, item): 1.0 for item in reader.measure.numerator})
    if top is None:
        return None
    bottom: Range | None = (each.figure.denominator, each.figure.denominator) if each.figure.denominator else None
    if bottom is None:
        bottom = counts.range({(each.row.areas, item): 1.0 for item in reader.measure.denominator})
    if bottom is None or bottom[1] <= 0:
        return None
    scale = SCALES[reader.measure.kind]
    most = scale * top[1] / bottom[0] if bottom[0] > 0 else float("inf")
    capped = reader.measure.kind == PERCENT and not reader.measure.above_all
    return scale * top[0] / bottom[1], min(most, 100.0) if capped else most


def _unknown_items(reader: Reader) -> tuple[str, ...]:
    return reader.measure.numerator
