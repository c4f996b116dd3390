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


def room_beside(x: float, y: float, words: str, size: int, taken: Sequence[Box], within: Box) -> Box:
    """Where the name of a point goes: the nearest place around it that is free; right of it where none is."""
    places = list(_around(x, y, LETTER * size * len(words), float(size)))
    for box in places:
        inside = (
            box.left >= within.left and box.right <= within.right and box.top >= within.top and box.bottom <= within.bottom
        )
        if inside and not any(box.meets(other) for other in taken):
            return box
    return places[0]


def _around(x: float, y: float, width: float, height: float) -> Iterator[Box]:
    """Places for a name around a point, the nearest first: right, left, above, below and aslant."""
    for far in range(9, 130, 11):
        for across, down in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)):
            left = x + far * across - (width if across < 0 else width / 2 if across == 0 else 0)
            top = y + far * down - height / 2
            yield Box(left, top, left + width, top + height)
