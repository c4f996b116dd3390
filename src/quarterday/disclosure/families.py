"""Families: the same thing counted at several times; the pieces of time that their windows are made of."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from quarterday.disclosure.publication import ALL, FLOW, Counted

Window = tuple[date, date]
"""First and last day, both included."""


class Family(NamedTuple):
    """What is counted, whatever the time."""

    of: str
    where: str
    kind: str
    breakdown: str = ALL
    group: str = ALL

    def at(self, window: Window) -> Counted:
        """The quantity of the family in a window."""
        return Counted(self.of, self.where, self.kind, *window, self.breakdown, self.group)


def family_of(counted: Counted) -> Family:
    """The family that a quantity belongs to."""
    return Family(counted.of, counted.where, counted.kind, counted.breakdown, counted.group)


def windows_of(counts: Iterable[Counted]) -> dict[Family, set[Window]]:
    """The windows in which each family is counted."""
    windows: dict[Family, set[Window]] = defaultdict(set)
    for counted in counts:
        windows[family_of(counted)].add((counted.start, counted.end))
    return windows


@dataclass(frozen=True)
class Part:
    """Children of `parts` make up `whole`: exactly, or (`exact` False) with overlaps; a single part is a subset of it.

    `complete`: the parts together are the whole; otherwise they are no more than it.
    """

    parts: tuple[Family, ...]
    whole: Family
    complete: bool = False
    exact: bool = True


class Pieces:
    """The pieces of time into which the windows of each family are cut, those of a whole at least as fine as its parts'."""

    def __init__(
        self, windows: Mapping[Family, Iterable[Window]], parts: Iterable[Part], extra: Mapping[Family, set[date]]
    ) -> None:
        self._windows = {family: sorted(set(spans)) for family, spans in windows.items()}
        self._cuts: dict[Family, set[date]] = defaultdict(set)
        for family, spans in self._windows.items():
            self._cuts[family] = {day for start, end in spans for day in (start, end + timedelta(days=1))}
            self._cuts[family] |= extra.get(family, set())
        self._share(list(parts))
        self._pieces = {family: self._cut(family) for family in self._windows}

    def of(self, family: Family) -> list[Window]:
        """All pieces of a family, in the order of time: those that lie in one of its windows."""
        return self._pieces.get(family, [])

    def within(self, family: Family, window: Window) -> list[Window] | None:
        """The pieces that make up a window; None where the family does not cover it."""
        found = [piece for piece in self.of(family) if window[0] <= piece[0] and piece[1] <= window[1]]
        length = sum((end - start).days + 1 for start, end in found)
        return found if length == (window[1] - window[0]).days + 1 else None

    def covering(self, family: Family, window: Window) -> list[Window] | None:
        """The pieces that a window lies in, whole or in part; None where they leave a day of it out."""
        first, last = window
        found = [piece for piece in self.of(family) if piece[0] <= last and first <= piece[1]]
        length = sum((min(end, last) - max(start, first)).days + 1 for start, end in found)
        return found if length == (last - first).days + 1 else None

    def _share(self, parts: list[Part]) -> None:
        changed = True
        while changed:
            before = sum(len(cuts) for cuts in self._cuts.values())
            for part in parts:
                if part.whole.kind == FLOW and all(each.kind == FLOW for each in part.parts):
                    together = set().union(*(self._cuts[each] for each in part.parts))
                    for each in part.parts:
                        self._cuts[each] |= together
                    self._cuts[part.whole] |= together
            changed = sum(len(cuts) for cuts in self._cuts.values()) != before

    def _cut(self, family: Family) -> list[Window]:
        if family.kind != FLOW:
            return self._windows[family]
        spans, cuts = self._windows[family], sorted(self._cuts[family])
        between = [(start, after - timedelta(days=1)) for start, after in itertools.pairwise(cuts)]
        return [piece for piece in between if any(s <= piece[0] and piece[1] <= e for s, e in spans)]
