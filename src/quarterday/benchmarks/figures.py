"""One measure of one area: the figure as published or made from its counts, and the counts behind it."""

from dataclasses import dataclass

from quarterday.benchmarks.areas import LONDON, PARTS_OF_LONDON
from quarterday.benchmarks.measures import COUNT, DIFFERENCE, POPULATION, SCALES, Measure
from quarterday.benchmarks.sheets import AreaRow, Sheet
from quarterday.benchmarks.values import NO_CELL, Cell


@dataclass(frozen=True)
class Figure:
    """A published figure: its value or the reason for none, and numerator and denominator where they are published."""

    value: float | None
    reason: str
    numerator: float | None = None
    denominator: float | None = None


NO_FIGURE = Figure(None, "x")


@dataclass(frozen=True)
class Reader:
    """Reads one measure from one sheet, with the population of the year before where it is a rate (R28)."""

    measure: Measure
    sheet: Sheet
    people: Sheet | None = None
    earlier: tuple[Sheet, ...] = ()
    """The sheets of earlier years, for a difference from the highest year so far."""

    def figure(self, row: AreaRow | None) -> Figure:
        """The figure of an area: as published where the release has its column, else from the counts (R28, R29)."""
        if row is None:
            return NO_FIGURE
        numerator, why_no_numerator = added(row, self.measure.numerator)
        denominator, why_no_denominator = self._denominator(row)
        if self.measure.published in row.cells:
            value, reason = self._since_peak(row, row.cell(self.measure.published))
            return Figure(value, reason, numerator, denominator)
        value, reason = _made(self.measure.kind, (numerator, why_no_numerator), (denominator, why_no_denominator))
        return Figure(value, reason, numerator, denominator)

    def region(self, code: str) -> Figure:
        """The figure of a region; of London where Inner or Outer London has none of its own."""
        found = self.figure(self.sheet.area(code))
        if found.value is None and code in PARTS_OF_LONDON:
            return self.figure(self.sheet.area(LONDON))
        return found

    def authority(self, gss: str, dfe: str) -> tuple[AreaRow | None, Figure]:
        """The row and figure of an authority as it was in the sheet's year."""
        row = self.sheet.authority(gss, dfe)
        return row, self.figure(row)

    def _since_peak(self, row: AreaRow, cell: Cell) -> Cell:
        if not self.measure.since_peak or cell[0] is None:
            return cell
        rows = [sheet.authority(row.areas[0], next(iter(row.dfe), "")) for sheet in self.earlier]
        known = [each.cell(self.measure.published)[0] for each in rows if each]
        return cell[0] - max([cell[0], *(number for number in known if number is not None)]), ""

    def _denominator(self, row: AreaRow) -> Cell:
        if POPULATION in self.measure.denominator:
            return self._population(row)
        return added(row, self.measure.denominator)

    def _population(self, row: AreaRow) -> Cell:
        """Children aged 0 to 17 at the middle of the year before; from the file itself where that holds them."""
        inside = next((cell for name, cell in row.cells.items() if name.startswith("population_estimate")), None)
        if inside is not None:
            return inside
        if self.people is None:
            return NO_CELL
        gss, dfe = row.areas[0], next(iter(row.dfe), "")
        of_then = self.people.authority(gss, dfe) if dfe else self.people.area(gss)
        return of_then.cell("population_estimate") if of_then else NO_CELL


def added(row: AreaRow, columns: tuple[str, ...]) -> Cell:
    """The sum of columns; the first reason for none where one has no number."""
    if not columns:
        return NO_CELL
    total = 0.0
    for column in columns:
        number, reason = row.cell(column)
        if number is None:
            return None, reason
        total += number
    return total, ""


def _made(kind: str, numerator: Cell, denominator: Cell) -> Cell:
    """A figure from its counts: not applicable where the denominator is nought (R26)."""
    if kind == COUNT or numerator[0] is None:
        return numerator
    if denominator[0] is None:
        return denominator
    if kind == DIFFERENCE:
        return numerator[0] - denominator[0], ""
    if kind not in SCALES:
        return NO_CELL
    return (numerator[0] * SCALES[kind] / denominator[0], "") if denominator[0] else (None, "z")
