"""How a point of a chart looks by what was found of it: by shape as well as colour (CONVENTIONS §1)."""

from dataclasses import dataclass

MEAN = "mean"
LIMIT = "limit"
INNER = "inner limit"
LINES = (MEAN, LIMIT, INNER)
"""Thin lines that points are judged by: they are worked out from the points or from England, and count nobody."""

COMMON_CAUSE = "common cause"
IMPROVING = "improving"
CONCERNING = "concerning"
NEUTRAL = "high or low"

CIRCLE = "circle"
DIAMOND = "diamond"
SQUARE = "square"


@dataclass(frozen=True)
class Mark:
    """A shape with its fill and outline; without a fill it is hollow."""

    shape: str
    fill: str
    outline: str


MARKS = {
    COMMON_CAUSE: Mark(CIRCLE, "", "505A5F"),
    IMPROVING: Mark(CIRCLE, "12436D", "12436D"),
    CONCERNING: Mark(DIAMOND, "F46A25", "3D3D3D"),
    NEUTRAL: Mark(SQUARE, "801650", "801650"),
}
"""The mark of each kind of variation; series of these roles repeat the points that are so marked."""

GREYS = {MEAN: "505A5F", LIMIT: "505A5F", INNER: "505A5F"}
LINE_DASHES = {MEAN: "", LIMIT: "6 4", INNER: "2 3"}
