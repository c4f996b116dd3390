"""A chart, described once; every medium draws it from this description."""

import math
from dataclasses import dataclass, replace
from datetime import date

from quarterday.reports.marks import GREYS, LINE_DASHES, LINES, MARKS
from quarterday.reports.table import ColumnSpec, DataTable, shown

LINE = "line"
BAR = "bar"
RANKED = "ranked"
"""Areas as bars in order, each in one of the series by what it is: own, neighbour, England, the region or another."""
FUNNEL = "funnel"
"""Areas as points, by their size and their figure."""

AUTHORITY = "authority"
ENGLAND = "england"
REGION = "region"
NEIGHBOURS = "neighbours"
OTHER = "other"
CONTEXT = "context"
"""All other authorities: the ground on which one's own stands out."""

COLOURS = {
    AUTHORITY: "12436D",
    ENGLAND: "3D3D3D",
    REGION: "28A197",
    NEIGHBOURS: "801650",
    OTHER: "F46A25",
    CONTEXT: "BFBFBF",
    **GREYS,
}
"""Colour of each role (CONVENTIONS §1); lines differ by dash and marker too, never by colour alone."""

GAPS_NAMED = 12
"""Suppressed points that are named one by one beside a chart."""

DASHES = {AUTHORITY: "", ENGLAND: "2 3", REGION: "8 4", NEIGHBOURS: "2 3 8 3", OTHER: "5 3", **LINE_DASHES}


Spread = tuple[float, float] | None
"""The least and the greatest value that chance leaves open."""


@dataclass(frozen=True)
class Series:
    """One line or set of bars. None is a gap: no value, or one that is suppressed."""

    name: str
    values: tuple[float | None, ...]
    role: str = AUTHORITY
    hidden: tuple[int, ...] = ()
    """Places of the gaps that are suppressed; the other gaps are not known."""
    words: tuple[str, ...] = ()
    """Of marks: what each point of the chart is marked as."""
    spread: tuple[Spread, ...] = ()
    """The interval of each value, drawn as a whisker; empty without any."""

    def cell(self, place: int) -> float | str | None:
        """The value at a place as a table has it: [c] where it is suppressed; none where there is no limit."""
        if self.role in LINES and self.values[place] is None:
            return "none"
        return "[c]" if place in self.hidden else self.values[place]


@dataclass(frozen=True)
class Event:
    """Something that happened, drawn at a category."""

    category: str
    label: str


@dataclass(frozen=True)
class Chart:
    """A chart: its finding, what it is, what it shows in words, and its numbers.

    `title` is the finding in at most ten words; `caption` names measure, source, population, area and period; `alt` says
    type, what is shown and the finding. `months` gives the first day of each category that is a month.
    """

    key: str
    title: str
    caption: str
    alt: str
    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    decimals: int = 0
    events: tuple[Event, ...] = ()
    months: tuple[date, ...] = ()
    least: int = 0
    """Where the value axis begins: at nought, but for a line of percentages that all lie high."""
    says: str = ""
    """A sentence of its own; without one, that of its indicator is told beside it."""
    absent: tuple[tuple[str, str], ...] = ()
    """Of areas: those that have no bar or point, and why, in words."""
    sizes: tuple[float, ...] = ()
    """Of a funnel: how large each category is, the smallest first; `size_name` says of what."""
    size_name: str = ""
    listed: DataTable | None = None
    """Its numbers, where a row of the table is not a category with a value for each series."""

    def table(self) -> DataTable:
        """The numbers of the chart, a row a category; how points are marked, in words."""
        if self.listed:
            return self.listed
        first = ColumnSpec("Group" if self.kind == BAR else "Period", "text")
        numbers = [each for each in self.series if each.role not in MARKS]
        marks = [each for each in self.series if each.role in MARKS]
        with_spread = [each for each in numbers if any(each.spread)]
        columns = [
            first,
            *(ColumnSpec(each.name, "number", self.decimals + (each.role in LINES)) for each in numbers),
            *(ColumnSpec(f"{each.name}, 95 % interval", "text") for each in with_spread),
            *([ColumnSpec("Signal", "text")] if marks else []),
        ]
        rows = tuple(
            (
                category,
                *(series.cell(place) for series in numbers),
                *(_interval(series.spread[place], self.decimals) for series in with_spread),
                *(each.words[place] for each in marks[:1]),
            )
            for place, category in enumerate(self.categories)
        )
        return DataTable(self.key, self.title, self.caption, tuple(columns), rows)

    def words(self, value: float) -> str:
        """A value as its labels have it, with the sign of a percentage."""
        number = shown(value, ColumnSpec("", "number", self.decimals))
        return f"{number} %" if self.unit == "%" else number

    @property
    def gaps(self) -> str:
        """Which points are suppressed, in words; empty where none is."""
        places = sorted({place for series in self.series for place in series.hidden})
        if not places:
            return ""
        named = ", ".join(self.categories[place] for place in places[:GAPS_NAMED])
        rest = f" and {len(places) - GAPS_NAMED} more" if len(places) > GAPS_NAMED else ""
        return f"Not shown, to protect children where numbers are small: {named}{rest}."

    @property
    def largest(self) -> float:
        """The greatest value or end of an interval (but of areas that are only context); 1 where there is none."""
        values = [value for series in self.series for value in series.values if value is not None]
        reached = [each[1] for series in self.series if series.role != CONTEXT for each in series.spread if each]
        return max([*values, *reached, 0]) or 1

    @property
    def top(self) -> float:
        """Where the value axis ends: at 100 for large percentages, else at a round number not below the largest value."""
        if self.reaches_hundred:
            return 100
        scale = float(10 ** math.floor(math.log10(self.largest)))
        steps = (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10)
        return next(step * scale for step in steps if step * scale >= self.largest * 1.02 or step == steps[-1])

    @property
    def reaches_hundred(self) -> bool:
        """Whether it shows percentages that call for the whole scale: beyond half, the axis ends at 100."""
        return self.unit == "%" and self.largest > 50

    def close_up(self) -> "Chart":
        """A line of percentages that all lie above half, on a scale that shows their differences; its caption says so."""
        values = [value for series in self.series for value in series.values if value is not None]
        least = int(min(values, default=0) // 10 * 10)
        if self.kind == BAR or self.unit != "%" or least <= 50:
            return self
        return replace(self, least=least, caption=f"{self.caption} The scale begins at {least} %.")


def _interval(spread: Spread, decimals: int) -> str:
    column = ColumnSpec("", "number", decimals)
    return "" if spread is None else f"{shown(spread[0], column)} to {shown(spread[1], column)}"
