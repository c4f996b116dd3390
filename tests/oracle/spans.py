"""Spans of time of a child: plans taken together, and what is worked out of the records only once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from oracle.dates import ONE, is_working_day
from oracle.holding import Holding, Row

FAR = date(9000, 1, 1)


@dataclass(frozen=True)
class Plan:
    """A plan of a child from a day to another (exclusive; null: open), overlapping records of it joined."""

    child: str
    start: date
    end: date | None


def once(work: Callable[[Holding], Any]) -> Callable[[Holding], Any]:
    """Work something out of an authority's records only once."""

    def remembered(holding: Holding) -> Any:
        known = holding.__dict__.setdefault("worked_out", {})
        if work.__qualname__ not in known:
            known[work.__qualname__] = work(holding)
        return known[work.__qualname__]

    return remembered


def merged(rows: Iterable[Row]) -> list[Plan]:
    """Plans of each child, those that overlap or adjoin as one; a plan that ends before it starts ends as it starts."""
    spans: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for row in rows:
        start, end = row["start_date"], row["end_date"] or FAR
        if start is not None and row["child_id"] is not None:
            spans[row["child_id"]].append((start, max(start, end)))
    plans = []
    for child, mine in spans.items():
        joined: list[tuple[date, date]] = []
        for start, end in sorted(mine):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        plans += [Plan(child, start, None if end == FAR else end) for start, end in joined]
    return plans


def plus_working_days(day: date, number: int) -> date:
    """The so-many-th working day after a day."""
    while number:
        day += ONE
        number -= is_working_day(day)
    return day
