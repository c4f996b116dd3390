"""What happened to each child and family of a stock between two days: entries and exits, each with its kind."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from quarterday.signals.change.explained import ALL
from quarterday.signals.change.history import History
from quarterday.signals.change.parts import IN, OUT
from quarterday.signals.change.spells import Spells

Happening = tuple[str, int, int]
"""Child or family, ordinal day, and IN or OUT."""

_ENTRIES = ("reached", "transferred_in", "returned", "started")
_EXITS = ("ended", "left", "transferred_out", "aged_out")
"""Which kind a family takes where its children's differ on one day: the first of these."""


@dataclass(frozen=True)
class Happenings:
    """The kind of every entry and exit, of children and of families; `shown_by` names the child whose record shows a
    family's. In a group, who was elsewhere in the stock the day before, or is so now, moved."""

    children: Mapping[Happening, str]
    families: Mapping[Happening, str]
    shown_by: Mapping[Happening, str] = field(default_factory=dict)


def happenings_of(history: History, start: int, end: int) -> Happenings:
    """What happened in the whole stock after the first day, to the second."""
    children = {each: _kind(history, each) for each in _crossings(history.spells(ALL), start, end)}
    by_family = _by_family(history, children)
    families, shown_by = {}, {}
    for each in _crossings(history.family_spells(ALL), start, end):
        order = _ENTRIES if each[2] == IN else _EXITS
        child, kind = min(by_family[each], key=lambda found: (order.index(found[1]), found[0]))
        families[each] = _of_family(history, each, kind)
        shown_by[each] = child
    return Happenings(children, families, shown_by)


def happenings_in_group(history: History, whole: Happenings, group: str, start: int, end: int) -> Happenings:
    """What happened in one group: as in the whole stock, else a move between groups."""
    children = {each: _or_moved(whole.children, each) for each in _crossings(history.spells(group), start, end)}
    by_family = _by_family(history, children)
    families, shown_by = {}, {}
    for each in _crossings(history.family_spells(group), start, end):
        families[each] = _or_moved(whole.families, each)
        shown_by[each] = min(child for child, _ in by_family[each])
    return Happenings(children, families, shown_by)


def _crossings(spells: Mapping[str, Spells], start: int, end: int) -> list[Happening]:
    entries = [(unit, day, IN) for unit, each in spells.items() for day in each.entries(start, end)]
    return entries + [(unit, day, OUT) for unit, each in spells.items() for day in each.exits(start, end)]


def _by_family(history: History, children: Mapping[Happening, str]) -> Mapping[Happening, list[tuple[str, str]]]:
    found: dict[Happening, list[tuple[str, str]]] = defaultdict(list)
    for (child, day, way), kind in children.items():
        found[history.family(child), day, way].append((child, kind))
    return found


def _kind(history: History, happening: Happening) -> str:
    child, day, way = happening
    return _entry(history, child, day) if way == IN else _exit(history, child, day)


def _entry(history: History, child: str, day: int) -> str:
    """Of a child: whoever was in the population the day before came to meet the condition; transfers go before returns."""
    population = history.in_population(child)
    if population.covers(day - 1):
        return "reached"
    if (child, day) in history.told.arrived:
        return "transferred_in"
    if population.began_before(day) or (child, day) in history.told.earlier:
        return "returned"
    return "started"


def _exit(history: History, child: str, day: int) -> str:
    """Of a child: whoever is still in the population no longer meets the condition; the birthday goes before a transfer."""
    if history.in_population(child).covers(day):
        return "left"
    if history.birthdays.get(child) == day:
        return "aged_out"
    return "transferred_out" if (child, day) in history.told.departed else "ended"


def _of_family(history: History, happening: Happening, kind: str) -> str:
    """A family of which another child had been in it before has returned, though this child started."""
    family, day, _ = happening
    if kind == "started" and history.family_population[family].began_before(day):
        return "returned"
    return kind


def _or_moved(whole: Mapping[Happening, str], happening: Happening) -> str:
    return whole.get(happening, "moved_in" if happening[2] == IN else "moved_out")
