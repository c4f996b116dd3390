"""What one submission says of a stock: every stay on record, who is in the stock and when, and why stays begin and end."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

import pyarrow as pa

from quarterday.indicators import Computation
from quarterday.signals.change.daily import Presence, present_by_the_day
from quarterday.signals.change.evidence import Told, told_by
from quarterday.signals.change.explained import ALL
from quarterday.signals.change.spells import NONE, OPEN, Spells, spells_of
from quarterday.signals.change.stock import Stock

EPOCH = date(1970, 1, 1).toordinal()

_STAYS = """with rows_of as (
    select coalesce(fact.child_id, fact.record_id) as child, fact.record_id, fact.from_date,
        coalesce(fact.to_date, date '9999-12-31') as to_date,
        case when {counted} then 1 else 0 end as counted
    from {fact} fact {named}
),
paired as (
    select rows_of.*,
        case
            when from_date = lag(to_date) over (partition by child, record_id, counted order by from_date, to_date) then 0
            else 1
        end as begins
    from rows_of
    where from_date is not null and to_date >= from_date
),
runs as (
    select paired.*,
        sum(begins) over (
            partition by child, record_id, counted order by from_date, to_date rows unbounded preceding
        ) as run
    from paired
)
select child, record_id, min(from_date) as "begin", max(to_date) as finish, counted
from runs
group by child, record_id, counted, run
order by 3, 4, 2"""


@dataclass(frozen=True)
class Stay:
    """A row of the fact: [begin, finish) in ordinal days. `counted`: by a condition that does not change by the day."""

    child: str
    record_id: str
    begin: int
    finish: int
    counted: bool


@dataclass(frozen=True)
class History:
    """One submission's word on a stock. `members` are presences by group; those of all groups stand under `all`.

    A row that names no child stands for a child of its own, known by the row's id.
    """

    stays: Mapping[str, Sequence[Stay]]
    members: Mapping[str, Sequence[Presence]]
    families: Mapping[str, str]
    birthdays: Mapping[str, int]
    told: Told
    once: bool
    _kept: dict[tuple[str, str], Mapping[str, Spells]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def population(self) -> Mapping[str, Spells]:
        """The spells of each child in the population that the stock is counted from, whatever its condition."""
        stays = (stay for each in self.stays.values() for stay in each)
        return spells_of((stay.child, stay.begin, stay.finish) for stay in stays)

    @cached_property
    def family_population(self) -> Mapping[str, Spells]:
        """The same of each family."""
        stays = (stay for each in self.stays.values() for stay in each)
        return spells_of((self.family(stay.child), stay.begin, stay.finish) for stay in stays)

    def spells(self, group: str) -> Mapping[str, Spells]:
        """The spells of each child in a group of the stock."""
        if ("child", group) not in self._kept:
            present = self.members.get(group, ())
            self._kept["child", group] = spells_of((each.child, each.begin, each.finish) for each in present)
        return self._kept["child", group]

    def family_spells(self, group: str) -> Mapping[str, Spells]:
        """The spells of each family in a group of the stock."""
        if ("family", group) not in self._kept:
            present = self.members.get(group, ())
            spans = ((self.family(each.child), each.begin, each.finish) for each in present)
            self._kept["family", group] = spells_of(spans)
        return self._kept["family", group]

    def family(self, child: str) -> str:
        """The family of a child; the child alone where none is known."""
        return self.families.get(child, child)

    def in_population(self, child: str) -> Spells:
        """The spells of one child in the population."""
        return self.population.get(child, NONE)


_FOUND: WeakKeyDictionary[Computation, dict[tuple[str, ...], History]] = WeakKeyDictionary()
"""The lasting histories of each computation, for as long as it lives: its records never change."""


def history_of(computation: Computation, stock: Stock, days: range, by: str = "") -> History:
    """What the computation's records say of a stock, looked at day by day over `days` where that is needed.

    What does not depend on the days is found once for a computation, however many changes are explained from it.
    """
    known = _FOUND.setdefault(computation, {})
    which = (stock.counted.code, stock.fact.name, stock.counted.numerator_predicate, stock.counted.distinct)
    if which not in known:
        known[which] = _lasting(computation, stock)
    lasting = known[which]
    if not by and not stock.changes_by_the_day:
        return lasting
    computation.build(stock.fact)
    named = () if stock.counted.distinct else lasting.stays.values()
    child_of = {stay.record_id: stay.child for each in named for stay in each}
    present = present_by_the_day(computation, stock.counted, days, by, child_of)
    return replace(lasting, members={**present, **lasting.members}, _kept={})


def _lasting(computation: Computation, stock: Stock) -> History:
    """The history without what must be looked at day by day: for any two dates."""
    computation.build(stock.fact)
    stays = _stays(computation, stock)
    return History(
        stays=stays,
        members={} if stock.changes_by_the_day else {ALL: _present_by_dates(stays, stock)},
        families=_known(computation, "family_id"),
        birthdays=_known(computation, "birthday_18"),
        told=told_by(computation, stock.fact),
        once=bool(stock.counted.distinct),
    )


def _stays(computation: Computation, stock: Stock) -> dict[str, list[Stay]]:
    """The stays of each child, in order; what ends before it begins never was.

    Rows of one record that follow one another, alike in whether a lasting condition counts them, are one stay.
    """
    counted = "1 = 1" if stock.changes_by_the_day else stock.counted.numerator_predicate
    named = f"where {stock.counted.distinct} is not null" if stock.counted.distinct else ""
    table = computation.query(_STAYS.format(counted=counted, fact=stock.fact.name, named=named))
    stays: dict[str, list[Stay]] = defaultdict(list)
    columns = [_plain(table[name]) for name in ("child", "record_id", "begin", "finish", "counted")]
    for child, record_id, begin, finish, counts in zip(*columns, strict=True):
        stays[child].append(Stay(child, record_id, begin, finish, bool(counts)))
    return dict(stays)


def _plain(column: pa.ChunkedArray) -> list[Any]:
    """Values; dates as their ordinal days."""
    if not pa.types.is_date32(column.type):
        return column.to_pylist()  # type: ignore[no-any-return]
    return [None if day is None else day + EPOCH for day in column.cast(pa.int32()).to_pylist()]


def _known(computation: Computation, column: str) -> dict[str, Any]:
    """What is known of each child in one column of people."""
    table = computation.query(f"select child_id, {column} from people where {column} is not null")
    return dict(zip(table["child_id"].to_pylist(), _plain(table[column]), strict=True))


def _present_by_dates(stays: Mapping[str, Sequence[Stay]], stock: Stock) -> list[Presence]:
    """Who is in the stock by the dates of the rows alone.

    Where everything is counted, a stay that ended on the day it began is kept: it started and it ended (CPP-03, CPP-05).
    """
    return [
        Presence(stay.child, stay.begin, stay.finish)
        for each in stays.values()
        for stay in each
        if stay.counted and (stay.finish > stay.begin or not stock.has_condition)
    ]


def day_of(ordinal: int) -> date | None:
    """The date of an ordinal day; None of what is open."""
    return None if ordinal >= OPEN else date.fromordinal(ordinal)
