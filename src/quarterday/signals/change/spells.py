"""Spells: the stretches of days, end excluded, in which a child or a family is in a stock; days are ordinal numbers."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

OPEN = 3_652_059
"""The finish of what has not ended: the last day that a date can say."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Spells:
    """The spells of one child or family in order; they neither touch nor overlap. One of no days began and ended at once."""

    begins: tuple[int, ...] = ()
    finishes: tuple[int, ...] = ()

    def covers(self, day: int) -> bool:
        """Whether it is in the stock at the end of a day."""
        return self.at(day) is not None

    def at(self, day: int) -> Span | None:
        """The spell that covers the end of a day."""
        place = bisect_right(self.begins, day) - 1
        if place < 0 or self.finishes[place] <= day:
            return None
        return self.begins[place], self.finishes[place]

    def began_before(self, day: int) -> bool:
        """Whether any spell began before a day."""
        return bool(self.begins) and self.begins[0] < day

    def entries(self, start: int, end: int) -> list[int]:
        """The days after `start`, to `end`, on which a spell begins."""
        return [day for day in self.begins if start < day <= end]

    def exits(self, start: int, end: int) -> list[int]:
        """The days after `start`, to `end`, on which a spell ends."""
        return [day for day in self.finishes if start < day <= end]

    def touching(self, span: Span) -> list[Span]:
        """The spells that overlap or touch a span."""
        pairs = zip(self.begins, self.finishes, strict=True)
        return [(begin, finish) for begin, finish in pairs if begin <= span[1] and finish >= span[0]]


NONE = Spells()


def spells_of(spans: Iterable[tuple[str, int, int]]) -> Mapping[str, Spells]:
    """The spells of each unit from (unit, begin, finish): what touches or overlaps is one."""
    by_unit: dict[str, list[Span]] = defaultdict(list)
    for unit, begin, finish in spans:
        by_unit[unit].append((begin, finish))
    return {unit: _merged(sorted(each)) for unit, each in by_unit.items()}


def _merged(spans: list[Span]) -> Spells:
    begins: list[int] = []
    finishes: list[int] = []
    for begin, finish in spans:
        if finishes and begin <= finishes[-1]:
            finishes[-1] = max(finishes[-1], finish)
        else:
            begins.append(begin)
            finishes.append(finish)
    return Spells(tuple(begins), tuple(finishes))
