"""The funnel: every authority by its size and figure, and the lines within which chance alone would hold it."""

import math
from collections.abc import Iterator

from quarterday.reports.chart import AUTHORITY, COLOURS, CONTEXT, DASHES, NEIGHBOURS, Chart, Series
from quarterday.reports.marks import CIRCLE, DIAMOND, LINES, Mark
from quarterday.reports.svg_frame import WIDTH, frame, text, wrapped
from quarterday.reports.svg_labels import LETTER, Box, room_beside
from quarterday.reports.svg_marks import mark_svg
from quarterday.reports.table import ColumnSpec, shown

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 520, 60, 118, 16, 62
LOOKS = {
    CONTEXT: Mark(CIRCLE, "", "505A5F"),
    NEIGHBOURS: Mark(DIAMOND, COLOURS[NEIGHBOURS], COLOURS[NEIGHBOURS]),
    AUTHORITY: Mark(CIRCLE, COLOURS[AUTHORITY], COLOURS[AUTHORITY]),
}
"""How each kind of authority looks: by shape and filling as well as colour."""
_GREY = "#505A5F"
_SIZE = 12


def funnel_svg(chart: Chart) -> str:
    """A funnel chart."""
    notes = [line for name, words in chart.absent for line in wrapped(f"{name}: {words}.", 108)]
    parts = [frame(chart, HEIGHT + 18 * len(notes)), _heights(chart), _widths(chart)]
    parts += [_limit(chart, series) for series in chart.series if series.role in LINES]
    parts += _line_names(chart)
    for role in (CONTEXT, NEIGHBOURS, AUTHORITY):
        parts += [_mark(role, x, y) for x, y, _, _ in _points(chart, role)]
    parts += _names(chart)
    parts += [text(8, HEIGHT + 18 * place + 6, line) for place, line in enumerate(notes)]
    return "".join(parts) + "</svg>"


def _points(chart: Chart, role: str) -> Iterator[tuple[float, float, str, float]]:
    """Where the points of a role lie, with name and value."""
    for series in (each for each in chart.series if each.role == role):
        for place, value in enumerate(series.values):
            if value is not None:
                yield _x(chart, chart.sizes[place]), _y(chart, value), chart.categories[place], value


def _mark(role: str, x: float, y: float) -> str:
    if role == AUTHORITY:
        return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='7' fill='#{COLOURS[role]}' stroke='#FFFFFF' stroke-width='1.5'/>"
    return mark_svg(LOOKS[role], x, y)


def _limit(chart: Chart, series: Series) -> str:
    points = " ".join(
        f"{_x(chart, size):.1f},{_y(chart, value):.1f}"
        for size, value in zip(chart.sizes, series.values, strict=True)
        if value is not None
    )
    dash = f" stroke-dasharray='{DASHES[series.role]}'" if DASHES[series.role] else ""
    return f"<polyline points='{points}' fill='none' stroke='#{COLOURS[series.role]}' stroke-width='1.5'{dash}/>"


def _line_names(chart: Chart) -> list[str]:
    """The names of the lines at their right ends, moved apart from below upwards."""
    ends = [
        (series.name, value) for series in chart.series if series.role in LINES if (value := series.values[-1]) is not None
    ]
    parts, last = [], math.inf
    for name, value in sorted(ends, key=lambda each: each[1]):
        last = min(_y(chart, value), last - 14)
        parts.append(text(WIDTH - RIGHT + 6, last + 4, name, size=12, more=f"fill='{_GREY}'"))
    return parts


def _names(chart: Chart) -> list[str]:
    """The names of one's own and the neighbours, each at the nearest free place, led to its point where that is far."""
    named = [(*point, role) for role in (AUTHORITY, NEIGHBOURS) for point in _points(chart, role)]
    names = [Box(x - 7, y - 7, x + 7, y + 7) for x, y, *_ in named]
    others = [Box(x - 4, y - 4, x + 4, y + 4) for x, y, *_ in _points(chart, CONTEXT)]
    within = Box(LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM)
    parts = []
    for x, y, name, value, role in named:
        words = f"{name} {chart.words(value)}"
        box = room_beside((x, y), LETTER * _SIZE * len(words), _SIZE, (names, others), within)
        names.append(box)
        near_x, near_y = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
        if math.hypot(near_x - x, near_y - y) > 14:
            parts.append(f"<path d='M{x:.1f},{y:.1f} L{near_x:.1f},{near_y:.1f}' stroke='{_GREY}' stroke-width='0.8'/>")
        bold = " font-weight='bold'" if role == AUTHORITY else ""
        halo = f"stroke='#FFFFFF' stroke-width='3' paint-order='stroke'{bold}"
        parts.append(text(box.left, box.bottom - 2, words, size=_SIZE, more=halo))
    return parts


def _heights(chart: Chart) -> str:
    column = ColumnSpec("", "number", chart.decimals if chart.top < 10 else 0)
    parts = []
    for step in range(5):
        value = chart.top * step / 4
        y = _y(chart, value)
        parts.append(f"<line x1='{LEFT}' x2='{WIDTH - RIGHT}' y1='{y:.1f}' y2='{y:.1f}' stroke='#D0D3D6' stroke-width='1'/>")
        parts.append(text(LEFT - 8, y + 4, shown(value, column), anchor="end", size=12))
    return "".join(parts)


def _widths(chart: Chart) -> str:
    """The sizes along the foot, each of equal distance twice or so the one before."""
    parts = []
    last = -math.inf
    for size in _round_sizes(chart):
        x, words = _x(chart, size), f"{size:,}"
        if x - last < LETTER * _SIZE * len(words) + 14:
            continue
        last = x
        parts.append(f"<line x1='{x:.1f}' x2='{x:.1f}' y1='{HEIGHT - BOTTOM}' y2='{HEIGHT - BOTTOM + 5}' stroke='{_GREY}'/>")
        parts.append(text(x, HEIGHT - BOTTOM + 20, words, anchor="middle", size=12))
    middle = (LEFT + WIDTH - RIGHT) / 2
    return "".join(parts) + text(middle, HEIGHT - BOTTOM + 42, chart.size_name, anchor="middle")


def _round_sizes(chart: Chart) -> list[int]:
    least, most = chart.sizes[0], chart.sizes[-1]
    found = [step * 10**power for power in range(8) for step in (1, 2, 5)]
    return [size for size in found if least <= size <= most]


def _x(chart: Chart, size: float) -> float:
    """By the logarithm of the size, so that small authorities do not lie upon one another."""
    least, most = math.log(chart.sizes[0] * 0.9), math.log(chart.sizes[-1] * 1.05)
    return LEFT + (WIDTH - RIGHT - LEFT) * (math.log(size) - least) / (most - least)


def _y(chart: Chart, value: float) -> float:
    height = min(value, chart.top) / chart.top
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * height
