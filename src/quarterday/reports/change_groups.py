"""Which parts of a change are told apart: all of them, or so few that no number told is small."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from quarterday.disclosure import StatementKey
from quarterday.signals.change import Explained
from quarterday.signals.change.parts import BY_NAME, IN

CAME_IN = "came in"
WENT_OUT = "went out"
WAYS = (CAME_IN, WENT_OUT)

Group = tuple[str, ...]
Groups = dict[str, tuple[Group, ...]]
"""By way: the groups of parts that are told; none where only all that came in, or went out, is."""

NO_GROUPS: Groups = dict.fromkeys(WAYS, ())

PARTS: dict[str, tuple[str, ...]] = {
    "CPP-01": ("started", "returned", "transferred_in", "ended", "aged_out", "transferred_out"),
    "CIN-01": (
        *("started", "returned", "transferred_in", "further_opened"),
        *("ended", "aged_out", "transferred_out", "further_closed"),
    ),
    "LAC-01": ("started", "returned", "ended", "aged_out", "transferred_out"),
    "WRK-13": (
        *("started", "returned", "reached", "further_opened"),
        *("ended", "aged_out", "transferred_out", "left", "further_closed"),
    ),
}
"""By stock, the parts that its records can tell: a table names each of them, also where it is nought."""

_WITH = {"transferred_in": "returned", "further_opened": "returned", "returned": "started", "reached": "started"}
"""What is too small to be told alone is told together with this; what went out, with what ended otherwise."""


def way_of(name: str) -> str:
    """Whether a part came in or went out."""
    return CAME_IN if BY_NAME[name].direction == IN else WENT_OUT


def parts_of(explained: Explained) -> list[str]:
    """The parts of a stock in their order, with any that happened though its records do not usually tell it."""
    happened = [part.name for part in explained.parts if part.count and part.name not in PARTS[explained.code]]
    return [*PARTS[explained.code], *happened]


def every_part(changes: Sequence[Explained]) -> Groups:
    """Each part alone."""
    names = dict.fromkeys(name for each in changes for name in parts_of(each))
    return {way: tuple((name,) for name in names if way_of(name) == way) for way in WAYS}


def without_small(changes: Sequence[Explained], is_small: Callable[[int], bool]) -> Groups:
    """Parts brought together until none is small in any of the changes, nor in the time between their first days.

    The changes end on one day. Details then cost no headline: what is told apart need not be hidden.
    """
    return {way: _merged(list(groups), changes, is_small) for way, groups in every_part(changes).items()}


def _merged(groups: list[Group], changes: Sequence[Explained], is_small: Callable[[int], bool]) -> tuple[Group, ...]:
    while len(groups) > 1:
        small = next((each for each in reversed(groups) if any(map(is_small, _counts(each, changes)))), None)
        if small is None:
            return tuple(groups)
        into = _partner(small, groups, changes)
        groups = [_in_order(*each, *small) if each == into else each for each in groups if each != small]
    return ()


def _in_order(*names: str) -> Group:
    return tuple(sorted(names, key=list(BY_NAME).index))


def _partner(small: Group, groups: Iterable[Group], changes: Sequence[Explained]) -> Group:
    """The group that holds what the small one is told with; else the largest of the others."""
    wanted = _WITH.get(small[0], "ended")
    others = [each for each in groups if each != small]
    return next((each for each in others if wanted in each), max(others, key=lambda each: max(_counts(each, changes))))


def _counts(group: Group, changes: Sequence[Explained]) -> list[int]:
    """A group's number in each change, and between the first days of each two that follow one another."""
    counts = [number(each, group) for each in sorted(changes, key=lambda each: each.start)]
    return [*counts, *(longer - shorter for longer, shorter in pairwise(counts))]


def number(explained: Explained, names: Iterable[str]) -> int:
    """How many of some parts there were."""
    return sum(abs(explained.whole.part(name).count) for name in names)


def groups_told(keys: Iterable[StatementKey], code: str, start: date, end: date) -> Groups:
    """The groups of parts of a change that published figures tell."""
    window = (code, f"since {start.isoformat()}", end)
    told = [(key[3], key[4]) for key in keys if key[:3] == window and key[4] != "all"]
    return {way: tuple(tuple(name.split("+")) for of, name in told if of == way) for way in WAYS}


def window_of(explained: Explained) -> tuple[date, date]:
    """The days in which it happened."""
    return explained.start + timedelta(days=1), explained.end
