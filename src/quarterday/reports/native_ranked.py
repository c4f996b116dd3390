"""Ranked bars as a native chart: a row an area with its value, one's own solid, the neighbours hatched."""

from dataclasses import replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN

from quarterday.reports.chart import COLOURS, NEIGHBOURS, Chart, Series
from quarterday.reports.marks import LINES

_WHITE = RGBColor(0xFF, 0xFF, 0xFF)
_ON_WHITE, _ON_SOLID = "0B0C0C", "949494"
"""Whiskers: of a hatched bar, and of a solid one, on which as on white it keeps a contrast of 3 to 1."""


def as_rows(chart: Chart) -> Chart:
    """The chart with the value in each row's name, and a row without a bar for each area that has none.

    A label at the bar's end would lie upon the whisker. Lines across are left out: England is named in the caption.
    """
    rows = []
    for place, name in enumerate(chart.categories):
        value = next(value for each in chart.series if (value := each.values[place]) is not None)
        rows.append(f"{name}  {chart.words(value)}")
    rows += [f"{name}: {words}" for name, words in chart.absent]
    series = tuple(_lengthened(each, len(chart.absent)) for each in chart.series if each.role not in LINES)
    return replace(chart, categories=tuple(rows), series=series)


def lay_in_rows(drawn: Any) -> None:
    """One row an area, from the top down, whichever series its bar is of; no axis, as the values stand in the names."""
    drawn.category_axis.reverse_order = True
    drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 40, 100


def hatched(role: str, plotted: Any) -> bool:
    """Hatch the bars of neighbours, so that they are told apart without colour; False for any other."""
    if role != NEIGHBOURS:
        return False
    plotted.format.fill.patterned()
    plotted.format.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    plotted.format.fill.fore_color.rgb = RGBColor.from_string(COLOURS[role])
    plotted.format.fill.back_color.rgb = _WHITE
    plotted.format.line.color.rgb = RGBColor.from_string(COLOURS[role])
    return True


def whisker_colour(role: str) -> str:
    """The colour of a bar's whiskers: seen on the bar as well as beyond it."""
    return _ON_WHITE if role == NEIGHBOURS else _ON_SOLID


def _lengthened(series: Series, rows: int) -> Series:
    spread = (*series.spread, *(None,) * rows) if series.spread else ()
    return replace(series, values=(*series.values, *(None,) * rows), spread=spread)
