"""Where the boxes of the framework's ring stand: each as tall as its words need, and none over another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from quarterday.reports.document import Ring

CORNER = 0.1
"""Radius of a box's corners, as a part of its shorter side."""
INSET = 2.9
"""Points between a box's edge and its words, on every side."""
_CUT = CORNER * (1 - math.sqrt(0.5))
"""What round corners take from the room of the words, on every side, as a part of the shorter side."""
_GAP = 6.0
"""Points between two boxes, at least."""
_WIDEST = 0.3
"""A box takes no more than this part of the ring's width."""
_LINE = 1.2
"""Height of a line, for each point of its type (Arial wants 1.15)."""
_ALLOWANCE = 1.05
"""Words are taken as this much wider than measured: where Arial is missing, another type stands in."""
_WIDTHS = {
    0.28: " ,./I\\il|",
    0.34: "!'()-:;[]`fjt",
    0.39: "*r{}",
    0.5: '"z',
    0.56: "#$0123456789J_aceksvxy",
    0.62: "<=>?FLTZbdghnopqu+~^",
    0.73: "&ABCDEHKNPRSUVXY",
    0.78: "GOQw",
}
"""Widths of bold Arial's letters for each point of its size, rounded up to the widest of their row."""
_LETTERS = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_WIDE = 1.0
"""Any other letter: m, W, @, per cent, and whatever an authority's own words bring."""


@dataclass(frozen=True)
class Box:
    """Where an activity stands: its middle from the drawing's top left corner, and its size, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class RingLayout:
    """The ring laid out, in points: the size of the drawing and of its type, and a box an activity."""

    width: float
    height: float
    size: float
    boxes: tuple[Box, ...]


def laid_out(ring: Ring, width: float, least: float, most: float, sizes: Sequence[float]) -> RingLayout:
    """The ring in the largest type in which it is no taller than `most`; at least as tall as `least`. All in points.

    Where even the smallest type is too large, the ring is taller rather than its words cut.
    """
    for size in sizes:
        made = min((_arranged(ring, width, least, size, turn) for turn in (0.0, 0.5)), key=lambda each: each.height)
        if made.height <= most:
            break
    return made


def lines_of(words: str, size: float, room: float) -> int:
    """Lines that words take in bold Arial of a size within a width in points; a word too long for a line is broken."""
    lines, used = 1, 0.0
    for word in words.split(" "):
        wanted = _wide(word, size)
        if used and used + _wide(" ", size) + wanted > room:
            lines, used = lines + 1, 0.0
        used += wanted + (_wide(" ", size) if used else 0.0)
        over = math.ceil(used / room) - 1
        if over > 0:
            lines, used = lines + over, used - over * room
    return lines


def _wide(words: str, size: float) -> float:
    return sum(_LETTERS.get(letter, _WIDE) for letter in words) * size * _ALLOWANCE


def _arranged(ring: Ring, width: float, least: float, size: float, turn: float) -> RingLayout:
    """The ring in one size of type, its first box at the top or half a step after it."""
    wide = _box_width(width, len(ring.activities))
    tall = [_box_height(f"{place + 1} {name}", said, size, wide) for place, (name, said) in enumerate(ring.activities)]
    angles = [2 * math.pi * (place + turn) / len(tall) - math.pi / 2 for place in range(len(tall))]
    across = (width - wide) / 2
    reach = max(_reach(angles, tall, across, wide), (least - max(tall)) / 2)
    height = 2 * reach + max(tall)
    places = zip(angles, tall, strict=True)
    boxes = [Box(width / 2 + across * math.cos(a), height / 2 + reach * math.sin(a), wide, each) for a, each in places]
    return RingLayout(width, height, size, tuple(boxes))


def _box_width(width: float, count: int) -> float:
    """So wide that two neighbours at one height stand side by side."""
    step = math.sin(math.pi / max(count, 3))
    return min((width * step - _GAP) / (1 + step), width * _WIDEST)


def _box_height(name: str, said: str, size: float, width: float) -> float:
    room = width * (1 - 2 * _CUT) - 2 * INSET
    lines = lines_of(name, size, room) + lines_of(said, size, room)
    return (lines * _LINE * size + 2 * INSET) / (1 - 2 * _CUT)


def _reach(angles: list[float], tall: list[float], across: float, wide: float) -> float:
    """The least vertical radius at which no two boxes touch: those that overlap sideways are apart in height."""
    needed = [0.0]
    for (one, its), (other, others) in combinations(zip(angles, tall, strict=True), 2):
        sideways = across * abs(math.cos(one) - math.cos(other))
        apart = abs(math.sin(one) - math.sin(other))
        if sideways < wide + _GAP - 0.01:
            needed.append(((its + others) / 2 + _GAP) / apart)
    return max(needed)
