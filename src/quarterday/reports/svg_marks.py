"""Marks, thin lines and their legend in a drawn chart: shapes that differ without colour."""

from collections.abc import Iterable
from html import escape

from quarterday.reports.chart import Chart
from quarterday.reports.marks import CIRCLE, MARKS, SQUARE, Mark

LEGEND = 26
"""Height of the legend's row."""
_LETTER = 6.6
"""Width of a letter at the legend's size."""


def mark_svg(mark: Mark, x: float, y: float) -> str:
    """One mark around a point."""
    look = f"fill='#{mark.fill or 'FFFFFF'}' stroke='#{mark.outline}' stroke-width='1.5'"
    if mark.shape == CIRCLE:
        return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3.5' {look}/>"
    if mark.shape == SQUARE:
        return f"<rect x='{x - 4:.1f}' y='{y - 4:.1f}' width='8' height='8' {look}/>"
    corners = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in ((0, -6), (6, 0), (0, 6), (-6, 0)))
    return f"<polygon points='{corners}' {look}/>"


def legend_svg(chart: Chart, left: float, y: float) -> str:
    """What each mark of a chart means, in one row; empty where it has none."""
    parts = []
    for name, mark in legend(chart):
        parts.append(mark_svg(mark, left + 6, y - 4))
        parts.append(f"<text x='{left + 16:.1f}' y='{y:.1f}' font-size='12'>{escape(name)}</text>")
        left += 34 + _LETTER * len(name)
    return "".join(parts)


def legend(chart: Chart) -> Iterable[tuple[str, Mark]]:
    """The marks of a chart with their names."""
    return [(series.name, MARKS[series.role]) for series in chart.series if series.role in MARKS]
