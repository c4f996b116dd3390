"""Facts: portable SQL statements that give one row an event, or one row an interval [from_date, to_date)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType

EVENT = "event"
INTERVAL = "interval"
OVERLAP = "overlap"
GROUND = "ground"

_NO_DIMENSIONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Fact:
    """A named portable SQL statement over record tables, settings, the calendar and the facts it builds on.

    An EVENT fact has `authority`, `event_date` and, where it is about a child, `child_id` and `record_id`.
    An INTERVAL fact has `from_date` and `to_date` (exclusive; null = open) in place of `event_date`.
    An OVERLAP fact has the columns of an interval and is counted in every period with which it has a day in common, its
    first and last day included (so that any point in a period = open at its end + ended in it); `event_date` is then the
    first day of it that lies in the period, and the children's groups are those of that day.
    A GROUND fact is only built on by others and is never counted.

    `needs` names the record tables without which nothing can be said (rule R33); `needs_every` those of them
    whose whole history is needed, so that a source that holds only the latest row cannot support it.
    `supplied` names tables that are made from the records when the fact is first built (see supplied.py).
    `dimensions` gives the SQL of breakdowns that the fact itself knows, over its own columns and `moment`
    (the event date, or the snapshot); breakdowns of the child are added by the compiler where `about_child`.
    """

    name: str
    kind: str
    sql: str = field(repr=False, compare=False)
    needs: tuple[str, ...] = ()
    needs_every: tuple[str, ...] = ()
    builds_on: "tuple[Fact, ...]" = ()
    dimensions: Mapping[str, str] = field(default_factory=lambda: _NO_DIMENSIONS, hash=False)
    about_child: bool = True
    supplied: tuple[str, ...] = ()

    @cached_property
    def all_needs(self) -> tuple[str, ...]:
        """Record tables needed by this fact and by those it builds on, each once."""
        needed = [name for fact in self.builds_on for name in fact.all_needs]
        return tuple(dict.fromkeys([*needed, *self.needs, *self.needs_every]))

    @cached_property
    def all_needs_every(self) -> tuple[str, ...]:
        """Record tables whose whole history is needed, by this fact and by those it builds on."""
        needed = [name for fact in self.builds_on for name in fact.all_needs_every]
        return tuple(dict.fromkeys([*needed, *self.needs_every]))


def sql_beside(package: str, file_name: str) -> str:
    """The text of an SQL file that lies in a package."""
    return files(package).joinpath(file_name).read_text(encoding="utf-8")


def in_building_order(facts: "list[Fact] | tuple[Fact, ...]") -> list[Fact]:
    """The facts with all that they build on, each once, foundations first."""
    ordered: dict[str, Fact] = {}
    for fact in facts:
        for foundation in in_building_order(fact.builds_on):
            ordered.setdefault(foundation.name, foundation)
        ordered.setdefault(fact.name, fact)
    return list(ordered.values())
