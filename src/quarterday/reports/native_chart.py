"""A chart as a native, editable Office chart: data, colours, dashes and labels from the one description."""

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Emu, Pt

from quarterday.reports.chart import AUTHORITY, BAR, COLOURS, ENGLAND, FUNNEL, NEIGHBOURS, RANKED, REGION, Chart
from quarterday.reports.error_bars import add_error_bars
from quarterday.reports.native_marks import name_events, style_judging
from quarterday.reports.native_ranked import as_rows, hatched, lay_in_rows, whisker_colour

_DASHES = {ENGLAND: MSO_LINE.SQUARE_DOT, REGION: MSO_LINE.DASH, NEIGHBOURS: MSO_LINE.DASH_DOT}
_MARKERS = {
    AUTHORITY: XL_MARKER_STYLE.CIRCLE,
    ENGLAND: XL_MARKER_STYLE.SQUARE,
    REGION: XL_MARKER_STYLE.TRIANGLE,
    NEIGHBOURS: XL_MARKER_STYLE.DIAMOND,
}
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_AXIS_IDS, _CROSS_IDS = f"{_CHART}axId", f"{_CHART}crossAx"


def add_native_chart(slide: Any, chart: Chart, left: Emu, top: Emu, width: Emu, height: Emu, points: int = 14) -> Any:
    """Add a chart to a slide; returns its graphic frame, with alt text set.

    The embedded workbook holds exactly the numbers of the description: what is suppressed there is a gap here too.
    Raises ValueError for a funnel.
    """
    if chart.kind == FUNNEL:
        raise ValueError("A funnel is drawn as SVG only: no Office chart holds its limits and its names.")
    if chart.kind == RANKED:
        chart = as_rows(chart)
    data = CategoryChartData(number_format=f"#,##0{'.' + '0' * chart.decimals if chart.decimals else ''}")
    data.categories = list(chart.months or chart.categories)
    for series in chart.series:
        data.add_series(series.name, list(series.values))
    is_bars = chart.kind in (BAR, RANKED)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if is_bars else XL_CHART_TYPE.LINE_MARKERS
    frame = slide.shapes.add_chart(kind, left, top, width, height, data)
    drawn = frame.chart
    drawn.font.size, drawn.font.name = Pt(points), "Arial"
    drawn.has_title = False
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(drawn, chart)
    for series, plotted in zip(chart.series, drawn.plots[0].series, strict=True):
        _style(chart.kind, series.role, plotted)
        colour = whisker_colour(series.role) if is_bars else COLOURS.get(series.role, "")
        add_error_bars(plotted, series, colour, bars_of="bar" if is_bars else "line")
    name_events(chart, drawn.plots[0].series[0], points)
    _positive_axis_ids(drawn)
    describe(frame, chart.alt)
    return frame


def describe(shape: Any, alt: str) -> None:
    """Set the alt text of a shape or graphic frame."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)


def _axes(drawn: Any, chart: Chart) -> None:
    drawn.value_axis.minimum_scale = chart.least
    if chart.kind != BAR:
        drawn.value_axis.maximum_scale = chart.top
    drawn.value_axis.major_gridlines.format.line.color.rgb = RGBColor(0xD0, 0xD3, 0xD6)
    drawn.value_axis.format.line.fill.background()
    drawn.category_axis.format.line.color.rgb = RGBColor(0x50, 0x5A, 0x5F)
    drawn.category_axis.has_major_gridlines = False
    if chart.kind == RANKED:
        lay_in_rows(drawn)
    elif chart.kind == BAR:
        _bar_axes(drawn)
    elif chart.months:
        _label_half_years(drawn.category_axis)


def _bar_axes(drawn: Any) -> None:
    """Bars from the top down, each with its value beside it, so that no value axis is needed."""
    drawn.category_axis.reverse_order = True
    drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    plot = drawn.plots[0]
    plot.gap_width = 50
    plot.has_data_labels = True
    plot.data_labels.show_value = True


def _label_half_years(axis: Any) -> None:
    """Months on a date axis, labelled twice a year."""
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "mmm yyyy", False
    known = {child.tag for child in axis._element}
    for name, value in (("baseTimeUnit", "months"), ("majorUnit", "6"), ("majorTimeUnit", "months")):
        if f"{_CHART}{name}" not in known:
            etree.SubElement(axis._element, f"{_CHART}{name}").set("val", value)


def _style(kind: str, role: str, plotted: Any) -> None:
    if style_judging(role, plotted):
        return
    if kind == RANKED and hatched(role, plotted):
        return
    colour = RGBColor.from_string(COLOURS[role])
    if kind in (BAR, RANKED):
        plotted.format.fill.solid()
        plotted.format.fill.fore_color.rgb = colour
        return
    plotted.smooth = False
    plotted.format.line.color.rgb = colour
    plotted.format.line.width = Pt(2.5)
    if role in _DASHES:
        plotted.format.line.dash_style = _DASHES[role]
    plotted.marker.style = _MARKERS.get(role, XL_MARKER_STYLE.CIRCLE)
    plotted.marker.size = 5
    plotted.marker.format.fill.solid()
    plotted.marker.format.fill.fore_color.rgb = colour
    plotted.marker.format.line.color.rgb = colour


def _positive_axis_ids(drawn: Any) -> None:
    """python-pptx gives negative axis ids, which the schema does not allow."""
    for element in drawn._chartSpace.iter(_AXIS_IDS, _CROSS_IDS):
        element.set("val", str(abs(int(element.get("val")))))
