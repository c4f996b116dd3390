"""Names beside what they name, none upon another."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

LETTER = 0.56
"""Width of a letter by the size of the type, on average."""


def spread(wanted: Sequence[float], gap: float, least: float, most: float) -> list[float]:
    """Heights for labels wanted at these (in rising order): at least `gap` apart, near where wanted, within both ends.

    Those that do not fit between the ends run past the upper one.
    """
    placed: list[float] = []
    for height in wanted:
        placed.append(max(height, placed[-1] + gap if placed else least))
    limit = most
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - gap
    return placed


class Box(NamedTuple):
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles overlap."""
        apart = self.right <= other.left or other.right <= self.left or self.bottom <= other.top or other.bottom <= self.top
        return not apart

    def lies(self, within: "Box") -> bool:
        """Whether the rectangle lies within another."""
        across = self.left >= within.left and self.right <= within.right
        return across and self.top >= within.top and self.bottom <= within.bottom


def room_beside(point: tuple[float, float], width: float, height: float, taken: Sequence[Sequence[Box]], within: Box) -> Box:
    """Where the name of a point goes: the nearest free place around it.

    `taken` are kinds of boxes, the one that least may be covered first: where no place keeps clear of all, the last kind is
    given up, and so on. Right of the point where none is left.
    """
    places = [box for box in _around(*point, width, height) if box.lies(within)]
    for kinds in range(len(taken), 0, -1):
        boxes = [box for kind in taken[:kinds] for box in kind]
        for place in places:
            if not any(place.meets(box) for box in boxes):
                return place
    return next(_around(*point, width, height))


def _around(x: float, y: float, width: float, height: float) -> Iterator[Box]:
    """Places for a name around a point, the nearest first: right, left, above, below and aslant."""
    for far in range(9, 100, 9):
        for across, down in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)):
            left = x + far * across - (width if across < 0 else width / 2 if across == 0 else 0)
            top = y + far * down - height / 2
            yield Box(left, top, left + width, top + height)
