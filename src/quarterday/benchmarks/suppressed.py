"""What one suppressed figure can be, from the bounds of its counts."""

from math import inf, isfinite

from quarterday.benchmarks.figures import Figure, Reader
from quarterday.benchmarks.measures import COUNT, PERCENT, SCALES
from quarterday.benchmarks.possible import PossibleValues
from quarterday.benchmarks.sheets import AreaRow

Range = tuple[float, float]

_IN_PARTS = frozenset({"workforce"})
"""Families that count full-time equivalents, of which a suppressed cell may hold any part."""


def can_bound(reader: Reader) -> bool:
    """Whether a suppressed figure can be bounded: it is made of whole things whose columns are published."""
    measure = reader.measure
    kinds = measure.kind in SCALES or measure.kind == COUNT
    return kinds and bool(measure.numerator) and reader.sheet.family not in _IN_PARTS


def possible_of(reader: Reader, row: AreaRow, figure: Figure, *, primary: bool) -> Range | None:
    """What one suppressed figure can be, in its unit; None where the reading contradicts the published totals.

    None too where no total bounds it.
    """
    return one(reader, PossibleValues(reader.sheet, reader.measure.numerator, [row], primary=primary), row, figure)


def one(reader: Reader, counts: PossibleValues, row: AreaRow, figure: Figure) -> Range | None:
    """What one figure can be by a solved program; where its denominator is hidden too, from the bounds of both."""
    top = counts.range({(row.areas, name): 1.0 for name in reader.measure.numerator})
    bottom = _units(reader, counts, row, figure)
    if top is None or bottom is None or bottom[1] <= 0:
        return None
    scale, measure = scale_of(reader), reader.measure
    most = scale * top[1] / bottom[0] if bottom[0] > 0 else inf
    is_share = measure.kind == PERCENT and not measure.above_all
    return bounded((scale * top[0] / bottom[1], min(most, 100.0) if is_share else most))


def bounded(found: Range | None) -> Range | None:
    """A range with two ends; None for one that nothing bounds."""
    return found if found and isfinite(found[0]) and isfinite(found[1]) else None


def scale_of(reader: Reader) -> float:
    """What a count by its units is multiplied with; a number stands for itself."""
    return SCALES.get(reader.measure.kind, 1.0)


def units_of(reader: Reader, figure: Figure) -> float | None:
    """What a count is divided by; a number by one."""
    return 1.0 if reader.measure.kind == COUNT else figure.denominator


def _units(reader: Reader, counts: PossibleValues, row: AreaRow, figure: Figure) -> Range | None:
    units = units_of(reader, figure)
    if units:
        return units, units
    return counts.range({(row.areas, name): 1.0 for name in reader.measure.denominator})
