"""The neighbours' average by three methods, and between which values it can lie where neighbours are suppressed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from quarterday.benchmarks.comparison import ANY, MEAN_METHOD, MEDIAN_METHOD, PRIMARY, Neighbours
from quarterday.benchmarks.figures import Figure, Reader
from quarterday.benchmarks.possible import PossibleValues
from quarterday.benchmarks.sheets import AreaRow
from quarterday.benchmarks.suppressed import Range, bounded, can_bound, one, scale_of, units_of
from quarterday.benchmarks.values import SUPPRESSED


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
    group = _Group(reader, method, [n for n in near if n.figure.value is not None], [n for n in near if n.is_suppressed])
    average = group.average()
    narrow, wide = group.possible(primary=True), group.possible(primary=False)
    assumption = PRIMARY if narrow or not wide else ANY  # where the totals contradict the narrower reading
    narrow = narrow or wide
    return Neighbours(
        average,
        method,
        model,
        with_value=len(group.shown),
        of=len(codes),
        suppressed=len(group.hidden),
        low=narrow[0] if narrow else None,
        high=narrow[1] if narrow else None,
        low_any=wide[0] if wide else None,
        high_any=wide[1] if wide else None,
        assumption=assumption,
    )


@dataclass(frozen=True)
class _Group:
    """The neighbours that are published and those that are suppressed; those with no figure at all are left out."""

    reader: Reader
    method: str
    shown: Sequence[Near]
    hidden: Sequence[Near]

    def average(self) -> float | None:
        """The average of the published figures; pooled over those whose counts are published too."""
        values = _values(self.shown)
        if not values:
            return None
        if self.method == MEAN_METHOD:
            return fmean(values)
        if self.method == MEDIAN_METHOD:
            return float(median(values))
        units = self._units(self.shown)
        return self._scale * self._counted() / units if units else None

    def possible(self, *, primary: bool) -> Range | None:
        """Between which values the average lies; the average itself where no neighbour is suppressed."""
        if not self.hidden:
            average = self.average()
            return None if average is None else (average, average)
        if not can_bound(self.reader):
            return None
        rows = [each.row for each in self.hidden if each.row is not None]
        counts = PossibleValues(self.reader.sheet, self.reader.measure.numerator, rows, primary=primary)
        if not counts.holds:
            return None
        if self.method == MEDIAN_METHOD:
            return self._median(counts)
        return bounded(self._mean(counts) if self.method == MEAN_METHOD else self._pooled(counts))

    def _median(self, counts: PossibleValues) -> Range | None:
        """The median rises with each value: between the medians of all the least and of all the greatest."""
        ranges = self._ranges(counts, self.hidden)
        if ranges is None:
            return None
        known = _values(self.shown)
        return median([*known, *(low for low, _ in ranges)]), median([*known, *(high for _, high in ranges)])

    def _mean(self, counts: PossibleValues) -> Range | None:
        """The mean of all: the hidden counts together, because the totals of a region bind them to one another."""
        bound = [each for each in self.hidden if units_of(self.reader, each.figure)]
        apart = self._ranges(counts, [each for each in self.hidden if each not in bound])
        together = self._weighted(counts, bound, {id(n): self._scale / self._units([n]) for n in bound})
        if together is None or apart is None:
            return None
        known, of = sum(_values(self.shown)), len(self.shown) + len(self.hidden)
        low = known + together[0] + sum(each[0] for each in apart)
        high = known + together[1] + sum(each[1] for each in apart)
        return low / of, high / of

    def _pooled(self, counts: PossibleValues) -> Range | None:
        """The counts of all by the denominators of all; none where a suppressed neighbour's denominator is hidden too."""
        if not all(units_of(self.reader, each.figure) for each in self.hidden):
            return None
        units = self._units([*self.shown, *self.hidden])
        together = self._weighted(counts, self.hidden, {id(n): self._scale / units for n in self.hidden})
        known = self._scale * self._counted() / units
        return None if together is None else (known + together[0], known + together[1])

    def _weighted(self, counts: PossibleValues, near: Sequence[Near], weights: dict[int, float]) -> Range | None:
        columns = self.reader.measure.numerator
        return counts.range({(each.row.areas, name): weights[id(each)] for each in near if each.row for name in columns})

    def _ranges(self, counts: PossibleValues, near: Sequence[Near]) -> list[Range] | None:
        found = [one(self.reader, counts, each.row, each.figure) for each in near if each.row is not None]
        known = [each for each in found if each is not None]
        return known if len(known) == len(found) else None

    @property
    def _scale(self) -> float:
        return scale_of(self.reader)

    def _counted(self) -> float:
        return sum(each.figure.numerator or 0 for each in self.shown if units_of(self.reader, each.figure))

    def _units(self, near: Sequence[Near]) -> float:
        return sum(units_of(self.reader, each.figure) or 0 for each in near)


def _values(near: Sequence[Near]) -> list[float]:
    return [each.figure.value for each in near if each.figure.value is not None]
