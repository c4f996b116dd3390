"""Intervals drawn as whiskers: in SVG, and as native error bars of an Office chart."""

from typing import Any

from lxml import etree

from quarterday.reports.chart import Series

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_AFTER = ("cat", "val", "smooth", "shape", "extLst")
"""What the schema wants after the error bars of a series."""


def whisker(x: float, low: float, high: float, colour: str) -> str:
    """A vertical line with caps, in the coordinates of the drawing."""
    caps = "".join(f"M{x - 4:.1f},{y:.1f} H{x + 4:.1f} " for y in (low, high))
    return f"<path d='M{x:.1f},{low:.1f} V{high:.1f} {caps.strip()}' stroke='{colour}' stroke-width='1.5' fill='none'/>"


def whisker_across(y: float, reach: tuple[float, float, float], colours: tuple[str, str], cap: float = 4) -> str:
    """A horizontal line with caps: from the low end to the bar's end in the first colour, beyond it in the second."""
    low, end, high = reach
    parts = ((low, low, end, colours[0]), (high, end, high, colours[1]))
    return "".join(
        f"<path d='M{start:.1f},{y:.1f} H{stop:.1f} M{tip:.1f},{y - cap:.1f} V{y + cap:.1f}' stroke='{colour}' "
        "stroke-width='1.5' fill='none'/>"
        for tip, start, stop, colour in parts
    )


def add_error_bars(plotted: Any, series: Series, colour: str, *, bars_of: str = "line") -> None:
    """Native error bars around the values of a series that has intervals; nothing for any other.

    Along bars they have no direction of their own: the schema's word for it is for lines only.
    """
    pairs = [
        (value - spread[0], spread[1] - value) if value is not None and spread else (0.0, 0.0)
        for value, spread in zip(series.values, series.spread, strict=False)
    ]
    if not any(map(any, pairs)):
        return
    bars = etree.Element(f"{{{_CHART}}}errBars")
    direction = (("errDir", "y"),) if bars_of == "line" else ()
    for name, value in (*direction, ("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        etree.SubElement(bars, f"{{{_CHART}}}{name}").set("val", value)
    _distances(bars, "plus", [above for _, above in pairs])
    _distances(bars, "minus", [below for below, _ in pairs])
    _line(bars, colour)
    _insert(plotted._element, bars)


def _distances(bars: Any, side: str, distances: list[float]) -> None:
    given = etree.SubElement(etree.SubElement(bars, f"{{{_CHART}}}{side}"), f"{{{_CHART}}}numLit")
    etree.SubElement(given, f"{{{_CHART}}}ptCount").set("val", str(len(distances)))
    for place, distance in enumerate(distances):
        point = etree.SubElement(given, f"{{{_CHART}}}pt")
        point.set("idx", str(place))
        etree.SubElement(point, f"{{{_CHART}}}v").text = f"{max(distance, 0.0):.6f}"


def _line(bars: Any, colour: str) -> None:
    line = etree.SubElement(etree.SubElement(bars, f"{{{_CHART}}}spPr"), f"{{{_DRAWING}}}ln")
    line.set("w", "15875")
    fill = etree.SubElement(etree.SubElement(line, f"{{{_DRAWING}}}solidFill"), f"{{{_DRAWING}}}srgbClr")
    fill.set("val", colour)


def _insert(element: Any, bars: Any) -> None:
    following = [child for child in element if etree.QName(child).localname in _AFTER]
    if following:
        following[0].addprevious(bars)
    else:
        element.append(bars)
