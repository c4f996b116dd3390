"""Children who count more than once: a second open episode, a second worker's case."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from quarterday.signals.change.daily import Presence
from quarterday.signals.change.history import History
from quarterday.signals.change.spells import NONE, Spells

Further = Mapping[str, Mapping[int, int]]
"""Of each child: the days on which the number of its further records changes, and by how much."""


def further_of(history: History, group: str) -> Further:
    """How the number of records beyond each child's first changes; nothing where a child counts once."""
    if history.once:
        return {}
    by_child: dict[str, list[Presence]] = defaultdict(list)
    for presence in history.members.get(group, ()):
        by_child[presence.child].append(presence)
    several = {child: each for child, each in by_child.items() if len(each) > 1}
    spells = history.spells(group) if several else {}
    return {child: _steps(each, _edges(spells.get(child, NONE))) for child, each in several.items()}


def further_at(further: Further, day: int) -> dict[str, int]:
    """The further records of each child at the end of a day, where there are any."""
    found = {child: sum(step for when, step in steps.items() if when <= day) for child, steps in further.items()}
    return {child: number for child, number in found.items() if number}


def _edges(spells: Spells) -> Sequence[tuple[int, int]]:
    return [*((day, -1) for day in spells.begins), *((day, 1) for day in spells.finishes)]


def _steps(presences: Sequence[Presence], edges: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Rows open less spells open: each row's begin and finish, less those of the child."""
    steps: dict[int, int] = defaultdict(int)
    for presence in presences:
        steps[presence.begin] += 1
        steps[presence.finish] -= 1
    for day, step in edges:
        steps[day] += step
    return {day: step for day, step in steps.items() if step}
