"""What a native chart says of its points: marks and limits as series of their own, and events named at their month."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from quarterday.reports.chart import Chart
from quarterday.reports.marks import CIRCLE, DIAMOND, GREYS, LINES, MARKS, MEAN, SQUARE

_SHAPES = {CIRCLE: XL_MARKER_STYLE.CIRCLE, DIAMOND: XL_MARKER_STYLE.DIAMOND, SQUARE: XL_MARKER_STYLE.SQUARE}
_SIZES = {CIRCLE: 7, DIAMOND: 10, SQUARE: 8}


def style_judging(role: str, plotted: Any) -> bool:
    """Style a series of marks or limits; False where it is neither."""
    if role in LINES:
        _line(role, plotted)
    elif role in MARKS:
        _marks(role, plotted)
    return role in LINES or role in MARKS


def name_events(chart: Chart, plotted: Any, points: int) -> None:
    """Name each event above the authority's own point of its month; where that is not shown, the caption alone does."""
    for category in dict.fromkeys(event.category for event in chart.events):
        place = chart.categories.index(category) if category in chart.categories else None
        if place is None or chart.series[0].values[place] is None:
            continue
        label = plotted.points[place].data_label
        label.text_frame.text = "; ".join(event.label for event in chart.events if event.category == category) + "\n\u25bc"
        label.text_frame.word_wrap = False
        label.position = XL_LABEL_POSITION.ABOVE
        for run in (run for paragraph in label.text_frame.paragraphs for run in paragraph.runs):
            run.font.size, run.font.name = Pt(points), "Arial"


def _line(role: str, plotted: Any) -> None:
    plotted.smooth = False
    plotted.format.line.color.rgb = RGBColor.from_string(GREYS[role])
    plotted.format.line.width = Pt(1)
    if role != MEAN:
        plotted.format.line.dash_style = MSO_LINE.DASH
    plotted.marker.style = XL_MARKER_STYLE.NONE


def _marks(role: str, plotted: Any) -> None:
    mark = MARKS[role]
    plotted.smooth = False
    plotted.format.line.fill.background()
    plotted.marker.style, plotted.marker.size = _SHAPES[mark.shape], _SIZES[mark.shape]
    if mark.fill:
        plotted.marker.format.fill.solid()
        plotted.marker.format.fill.fore_color.rgb = RGBColor.from_string(mark.fill)
    else:
        plotted.marker.format.fill.background()
    plotted.marker.format.line.color.rgb = RGBColor.from_string(mark.outline)
