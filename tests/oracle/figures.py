"""From what the oracle counts to figures: numerator, denominator, value and status of every group."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from oracle.counted import Counted

Cell = tuple[int | None, int | None, float | None, str]
"""Numerator, denominator, value and status."""

Cells = dict[tuple[str, str], Cell]
"""A cell for each breakdown and group; the total is ("all", "all")."""


def cells(kind: str, counted: Iterable[Counted], groups: Sequence[dict[str, str]], scale: float, mix: str = "") -> Cells:
    """The figures of one indicator and period. `groups` gives each counted thing's group in every breakdown."""
    members: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    members["all", "all"] = list(counted)
    for each, mine in zip(members["all", "all"], groups, strict=True):
        for breakdown, group in mine.items():
            members[breakdown, group].append(each)
    total = len(members["all", "all"])
    found = {}
    for (breakdown, group), those in members.items():
        cell = _figure(kind, those, total if breakdown == mix else len(those), scale)
        if (breakdown, group) == ("all", "all") or _says_something(cell):
            found[breakdown, group] = cell
    return found


def _says_something(cell: Cell) -> bool:
    """A group in which nothing is counted is left out; a median counts nothing, and has a value or none."""
    return bool(cell[0] or cell[1]) or (cell[0] is None and cell[2] is not None)


def _figure(kind: str, those: list[Counted], whole: int, scale: float) -> Cell:
    numerator, denominator = sum(each.numerator for each in those), sum(each.denominator for each in those)
    if kind == "Median":
        return _median([each.value for each in those if each.value is not None])
    if kind == "Mix":
        return _share(len(those), whole, 100)
    if kind == "Distinct":
        return len({each.once for each in those}), None, float(len({each.once for each in those})), "ok"
    if kind == "Count":
        return numerator, None, float(numerator), "ok"
    if kind == "Total":
        return numerator, None, numerator / scale, "ok"
    return _share(numerator, denominator, scale)


def _share(numerator: int, denominator: int, scale: float) -> Cell:
    if denominator == 0:
        return numerator, 0, None, "z"
    return numerator, denominator, numerator / denominator * scale, "ok"


def _median(values: list[float]) -> Cell:
    ordered = sorted(values)
    if not ordered:
        return None, None, None, "z"
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    return None, None, middle, "ok"
