"""Charts and the framework's ring as SVG: no script, text as text, a title and a description for those who listen."""

import math
from html import escape
from typing import NamedTuple

from quarterday.reports.chart import AUTHORITY, BAR, COLOURS, DASHES, FUNNEL, RANKED, Chart, Series
from quarterday.reports.document import Ring
from quarterday.reports.error_bars import whisker, whisker_across
from quarterday.reports.marks import LINES, MARKS
from quarterday.reports.svg_frame import FONT, WIDTH, frame, wrapped
from quarterday.reports.svg_funnel import funnel_svg
from quarterday.reports.svg_marks import LEGEND, legend, legend_svg, mark_svg
from quarterday.reports.svg_ranked import ranked_svg
from quarterday.reports.table import ColumnSpec, shown

HEIGHT = 330
LEFT, RIGHT, TOP, BOTTOM = 56, 170, 18, 46
ROW, NAMES = 34, 250
"""Height of a bar's row, and the width of the names before it."""
LABELS = 7
"""At most so many labels on the horizontal axis."""


class Scale(NamedTuple):
    """The least and the greatest value of the vertical axis."""

    least: float
    most: float


def chart_svg(chart: Chart) -> str:
    """A chart as SVG."""
    if chart.kind == RANKED:
        return ranked_svg(chart)
    if chart.kind == FUNNEL:
        return funnel_svg(chart)
    if chart.kind == BAR:
        return frame(chart, ROW * len(chart.categories) + 16) + _bars(chart) + "</svg>"
    scale = Scale(chart.least, chart.top)
    parts = [frame(chart, HEIGHT + (LEGEND if legend(chart) else 0)), _grid(scale, chart.decimals), _horizontal(chart)]
    parts += [_event(chart, event.category, event.label) for event in chart.events]
    return "".join(parts) + _lines(chart, scale) + legend_svg(chart, LEFT, HEIGHT + 4) + "</svg>"


def ring_svg(ring: Ring) -> str:
    """The framework as a ring of activities around its centre."""
    size, radius, middle = 660, 240, 330
    parts = []
    parts.append(
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {size} {size}' role='img' "
        f"aria-labelledby='ring-t ring-d' {FONT}>"
        f"<title id='ring-t'>{escape(ring.title)}</title><desc id='ring-d'>{escape(ring.alt)}</desc>"
        f"<circle cx='{middle}' cy='{middle}' r='{radius}' fill='none' stroke='#12436D' stroke-width='3'/>"
        f"<text x='{middle}' y='{middle}' text-anchor='middle' font-size='19' font-weight='bold'>"
        f"{escape(ring.centre)}</text>"
    )
    for place, (name, said) in enumerate(ring.activities):
        angle = 2 * math.pi * (place + 0.5) / len(ring.activities) - math.pi / 2
        x, y = middle + radius * math.cos(angle), middle + radius * math.sin(angle)
        parts.append(_node(x, y, place + 1, name, said))
    return "".join(parts) + "</svg>"


def _node(x: float, y: float, number: int, name: str, said: str) -> str:
    lines = [*wrapped(f"{number} {name}", 18), *wrapped(said, 20)]
    height = 18 + 15 * len(lines)
    text = "".join(
        f"<tspan x='{x:.0f}' dy='{0 if place == 0 else 15}'"
        f"{' font-weight=' + chr(39) + 'bold' + chr(39) if place < len(wrapped(f'{number} {name}', 18)) else ''}>"
        f"{escape(line)}</tspan>"
        for place, line in enumerate(lines)
    )
    return (
        f"<rect x='{x - 70:.0f}' y='{y - height / 2:.0f}' width='140' height='{height}' rx='6' fill='#ffffff' "
        f"stroke='#12436D' stroke-width='2'/><text x='{x:.0f}' y='{y - height / 2 + 20:.0f}' text-anchor='middle' "
        f"font-size='12.5'>{text}</text>"
    )


def _grid(scale: Scale, decimals: int) -> str:
    column = ColumnSpec("", "number", decimals if scale.most < 10 or scale.least else 0)
    parts = []
    for step in range(5):
        value = scale.least + (scale.most - scale.least) * step / 4
        y = _y(value, scale)
        parts.append(
            f"<line x1='{LEFT}' x2='{WIDTH - RIGHT}' y1='{y:.1f}' y2='{y:.1f}' stroke='#D0D3D6' stroke-width='1'/>"
            f"<text x='{LEFT - 8}' y='{y + 4:.1f}' text-anchor='end' font-size='12'>{shown(value, column)}</text>"
        )
    return "".join(parts)


def _horizontal(chart: Chart) -> str:
    every = max(1, math.ceil(len(chart.categories) / LABELS))
    return "".join(
        f"<text x='{_x(chart, place):.1f}' y='{HEIGHT - BOTTOM + 20}' text-anchor='middle' font-size='12'>"
        f"{escape(category)}</text>"
        for place, category in enumerate(chart.categories)
        if place % every == 0
    )


def _lines(chart: Chart, scale: Scale) -> str:
    parts = []
    ends: list[float] = []
    order = sorted(chart.series, key=lambda series: (series.role in MARKS, series.role not in LINES))
    for series in order:
        if series.role in MARKS:
            parts += [mark_svg(MARKS[series.role], *at) for at in _at(chart, series, scale)]
            continue
        parts += _line(chart, series, scale)
    for series in chart.series:
        if series.role not in MARKS:
            parts.append(_label(chart, series, scale, ends))
    return "".join(parts)


def _line(chart: Chart, series: Series, scale: Scale) -> list[str]:
    thin = series.role in LINES
    dash = f" stroke-dasharray='{DASHES[series.role]}'" if DASHES[series.role] else ""
    colour, width = f"#{COLOURS[series.role]}", 1 if thin else 2.5
    parts = []
    for run in _runs(series):
        points = " ".join(f"{_x(chart, place):.1f},{_y(value, scale):.1f}" for place, value in run)
        parts.append(f"<polyline points='{points}' fill='none' stroke='{colour}' stroke-width='{width}'{dash}/>")
        if len(run) == 1 or (series.role != AUTHORITY and not thin):
            parts += [
                f"<circle cx='{_x(chart, place):.1f}' cy='{_y(value, scale):.1f}' r='3' fill='{colour}'/>"
                for place, value in run
            ]
    spans = [(place, spread) for place, spread in enumerate(series.spread) if spread]
    return parts + [whisker(_x(chart, at), _y(low, scale), _y(high, scale), colour) for at, (low, high) in spans]


def _at(chart: Chart, series: Series, scale: Scale) -> list[tuple[float, float]]:
    """Where the known points of a series lie."""
    return [(_x(chart, place), _y(value, scale)) for place, value in enumerate(series.values) if value is not None]


def _runs(series: Series) -> list[list[tuple[int, float]]]:
    runs: list[list[tuple[int, float]]] = [[]]
    for place, value in enumerate(series.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((place, value))
    return [run for run in runs if run]


def _label(chart: Chart, series: Series, scale: Scale, ends: list[float]) -> str:
    """The name beside the line's end, moved down where another name already stands there."""
    known = [(place, value) for place, value in enumerate(series.values) if value is not None]
    if not known:
        return ""
    y = _y(known[-1][1], scale) + 4
    while any(abs(y - other) < 15 for other in ends):
        y += 15
    ends.append(y)
    value = shown(known[-1][1], ColumnSpec("", "number", chart.decimals))
    return (
        f"<text x='{WIDTH - RIGHT + 10}' y='{y:.1f}' font-size='13' fill='#{COLOURS[series.role]}'>"
        f"{escape(series.name)} {value}</text>"
    )


def _bars(chart: Chart) -> str:
    """Bars from the top down, each with its name before it and its value after it."""
    column = ColumnSpec("", "number", chart.decimals)
    parts = []
    for series in chart.series:
        for place, (name, value) in enumerate(zip(chart.categories, series.values, strict=True)):
            y = 8 + ROW * place
            cell = series.cell(place)
            words = f"{shown(cell, column)}{' %' if chart.unit == '%' and value is not None else ''}"
            end, spread = _along(chart, value or 0), series.spread[place] if series.spread else None
            reach = (_along(chart, spread[0]), end, _along(chart, spread[1])) if spread else None
            across = whisker_across(y + ROW / 2 - 2, reach, ("#FFFFFF", "#0B0C0C")) if reach else ""
            parts.append(
                f"<text x='{NAMES - 10}' y='{y + 19}' text-anchor='end' font-size='13'>{escape(name)}</text>"
                f"<rect x='{NAMES}' y='{y + 3}' width='{end - NAMES:.1f}' height='{ROW - 10}' "
                f"fill='#{COLOURS[series.role]}'/>{across}"
                f"<text x='{(reach[2] if reach else end) + 8:.1f}' y='{y + 19}' font-size='13'>{words}</text>"
            )
    return "".join(parts)


def _along(chart: Chart, value: float) -> float:
    """Where a value lies along a bar."""
    return NAMES + (WIDTH - NAMES - 90) * value / chart.largest


def _event(chart: Chart, category: str, label: str) -> str:
    if category not in chart.categories:
        return ""
    x = _x(chart, chart.categories.index(category))
    return (
        f"<line x1='{x:.1f}' x2='{x:.1f}' y1='{TOP}' y2='{HEIGHT - BOTTOM}' stroke='#505A5F' stroke-dasharray='4 4'/>"
        f"<text x='{x + 4:.1f}' y='{TOP + 10}' font-size='12' fill='#505A5F'>{escape(label)}</text>"
    )


def _x(chart: Chart, place: int) -> float:
    span = WIDTH - LEFT - RIGHT
    return LEFT + span * place / max(1, len(chart.categories) - 1)


def _y(value: float, scale: Scale) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - scale.least) / (scale.most - scale.least)
