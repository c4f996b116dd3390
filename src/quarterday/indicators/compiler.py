"""The compiler: all indicators of a fact become one query; the same predicate that counts also lists."""

import re
from collections.abc import Sequence

from quarterday.indicators.dimensions import CHILD_DIMENSIONS, PEOPLE_COLUMNS
from quarterday.indicators.fact import EVENT, GROUND, INTERVAL, OVERLAP, Fact
from quarterday.indicators.language import Indicator, Mix
from quarterday.indicators.spine import DAY_OF_PERIOD, DAYS, SPINE

ALL = "all"

CARRIED = "carried_"
"""Begins the columns of a fact that say who its child is; no list shows them."""

_OF_CHILDREN = "_of_children"

_JOIN_PEOPLE = """
left join people on people.authority = fact.authority and people.child_id = fact.child_id"""

_JOIN_ALLOCATIONS = """
left join allocations on allocations.authority = placed.authority and allocations.child_id = placed.child_id
    and allocations.from_date <= {moment} and (allocations.to_date is null or allocations.to_date > {moment})"""

_JOIN_UNACCOMPANIED = """
left join unaccompanied on unaccompanied.authority = placed.authority and unaccompanied.child_id = placed.child_id
    and unaccompanied.from_date <= {moment} and unaccompanied.to_date > {moment}"""

_FIRST_DAY = "case when fact.from_date > spine.period_start then fact.from_date else spine.period_start end"

_MOMENTS = {EVENT: "fact.event_date", INTERVAL: "spine.snapshot", OVERLAP: _FIRST_DAY}
"""What a breakdown's `moment` is, by the kind of fact."""


def carries(fact: Fact) -> bool:
    """Whether a fact carries who its child is."""
    return fact.about_child and fact.kind != GROUND


def carrying(fact: Fact) -> str:
    """The name of a fact with who its child is."""
    return f"{fact.name}{_OF_CHILDREN}"


def carried_fact(table: str) -> str:
    """The name of the fact of a table that carries who its child is; empty for any other table."""
    return table.removesuffix(_OF_CHILDREN) if table.endswith(_OF_CHILDREN) else ""


def carrying_query(fact: Fact) -> str:
    """A fact's rows with who the child is: every group of an event's date; of an interval what has no date.

    An event's child stands still, so its groups are found once, whatever periods are asked for; an interval's age, team
    and worker are those of the snapshot, and are found there.
    """
    if fact.kind == EVENT:
        columns = [f"{_at(sql, 'fact.event_date')} as {CARRIED}{name}" for name, sql in CHILD_DIMENSIONS.items()]
        joins = (_JOIN_ALLOCATIONS + _JOIN_UNACCOMPANIED).format(moment="fact.event_date").replace("placed.", "fact.")
    else:
        columns, joins = [f"people.{name} as {CARRIED}{name}" for name in PEOPLE_COLUMNS], ""
    return f"select fact.*, {', '.join(columns)}\nfrom (\n{fact.sql}\n) fact{_JOIN_PEOPLE}{joins}"


def breakdown_sql(fact: Fact, breakdown: str) -> str | None:
    """SQL of a breakdown of a fact; None where neither the fact nor its child knows it."""
    if breakdown in fact.dimensions:
        return fact.dimensions[breakdown]
    return CHILD_DIMENSIONS.get(breakdown) if fact.about_child else None


def counting_query(fact: Fact, indicators: Sequence[Indicator], breakdowns: Sequence[str], *, spine: str = SPINE) -> str:
    """One query that counts every indicator of a fact, for every period of the spine and every breakdown.

    Columns: `spine_id`, `authority`, `level` (0 a total, else the number of the breakdown from 1), `group_name` (null for
    a total), `numerator_N` and `denominator_N` an indicator, each numbered in the order given.
    """
    dimensions = [f"dimension_{n}" for n in range(len(breakdowns))]
    terms = [term for n, indicator in enumerate(indicators) for term in _terms(n, indicator)]
    sets = ["(spine_id, authority)", *[f"(spine_id, authority, {name})" for name in dimensions]]
    selected = ["spine_id", "authority", f"{_level(dimensions)} as level", f"{_group_name(dimensions)} as group_name"]
    return (
        f"select {', '.join(selected)},\n    "
        + ",\n    ".join(terms)
        + f"\nfrom (\n{_joined(fact, breakdowns, spine)}\n) counted\ngroup by grouping sets ({', '.join(sets)})"
    )


def listing_query(indicator: Indicator, breakdowns: Sequence[str], *, denominator: bool = False, spine: str = SPINE) -> str:
    """The rows behind a figure: those that the numerator counts (or the denominator), with the breakdowns' groups.

    Columns: `spine_id`, every column of the fact, `dimension_N` a breakdown, `amount` (what the row adds).
    """
    predicate = indicator.denominator_predicate if denominator else indicator.numerator_predicate
    amount = (indicator.denominator_sql or "0") if denominator else indicator.numerator_sql
    rows = _joined(indicator.of, breakdowns, spine)
    return f"select counted.*, {amount} as amount\nfrom (\n{rows}\n) counted\nwhere {predicate}"


def values_query(indicator: Indicator, column: str, breakdowns: Sequence[str], *, spine: str = SPINE) -> str:
    """One column of the rows that the numerator counts, in the order of time.

    Columns: `spine_id`, `authority`, the column and `by_NAME` a breakdown that the indicator knows.
    """
    known = breakdowns_of(indicator, breakdowns)
    wanted = ["spine_id", "authority", column, *[f"dimension_{n} as by_{name}" for n, name in enumerate(known)]]
    order = f"order by {'event_date' if indicator.is_flow else 'from_date'}, record_id"
    rows = f"(\n{listing_query(indicator, known, spine=spine)}\n) listed where {column} is not null {order}"
    return f"select {', '.join(wanted)} from {rows}"


def without_carried(columns: Sequence[str]) -> list[str]:
    """The columns of a list: without who the child is, and without the day by which events meet the spine."""
    return [name for name in columns if not name.startswith(CARRIED) and name != DAY_OF_PERIOD]


def breakdowns_of(indicator: Indicator, asked: Sequence[str]) -> list[str]:
    """The breakdowns to count: those asked for that the fact knows, and a mix's own."""
    own = [indicator.by] if isinstance(indicator, Mix) else []
    return [name for name in dict.fromkeys([*asked, *own]) if breakdown_sql(indicator.of, name)]


def _level(dimensions: Sequence[str]) -> str:
    """SQL of the number of the breakdown that a row is a group of: `grouping` is 0 for that one, and 1 for all others."""
    return " + ".join(f"{n} * (1 - grouping({name}))" for n, name in enumerate(dimensions, 1)) or "0"


def _group_name(dimensions: Sequence[str]) -> str:
    return f"coalesce({', '.join(dimensions)})" if dimensions else "cast(null as varchar)"


def _terms(n: int, indicator: Indicator) -> list[str]:
    counted = "1" if isinstance(indicator, Mix) else indicator.numerator_sql
    numerator = f"sum(case when {indicator.numerator_predicate} then {counted} else 0 end)"
    terms = [f"{numerator} as numerator_{n}"]
    if indicator.denominator_sql:
        denominator = f"sum(case when {indicator.denominator_predicate} then {indicator.denominator_sql} else 0 end)"
        terms.append(f"{denominator} as denominator_{n}")
    return terms


def _joined(fact: Fact, breakdowns: Sequence[str], spine: str) -> str:
    """The fact's rows in their periods with the group of each breakdown: the fact's own first, then those of the child."""
    own = [(n, fact.dimensions[name]) for n, name in enumerate(breakdowns) if name in fact.dimensions]
    of_child = [(n, name) for n, name in enumerate(breakdowns) if name not in fact.dimensions]
    if fact.kind == EVENT:
        own += [(n, f"fact.{CARRIED}{name}") for n, name in of_child]
    columns = ["fact.*", "spine.*", *([f"{_FIRST_DAY} as event_date"] if fact.kind == OVERLAP else [])]
    name = carrying(fact) if of_child else fact.name
    placed = f"select {_selected(columns, own, _MOMENTS[fact.kind])}\nfrom {name} fact\njoin {_spine(fact, spine)}"
    if not of_child or fact.kind == EVENT:
        return placed
    moment = f"placed.{'snapshot' if fact.kind == INTERVAL else 'event_date'}"
    at_moment = [(n, CHILD_DIMENSIONS[name].replace("people.", f"placed.{CARRIED}")) for n, name in of_child]
    used = " ".join(sql for _, sql in at_moment)
    return (
        f"select {_selected(['placed.*'], at_moment, moment)}\nfrom (\n{placed}\n) placed"
        + (_JOIN_ALLOCATIONS.format(moment=moment) if "allocations." in used else "")
        + (_JOIN_UNACCOMPANIED.format(moment=moment) if "unaccompanied." in used else "")
    )


def _selected(columns: list[str], dimensions: Sequence[tuple[int, str]], moment: str) -> str:
    return ", ".join([*columns, *(f"{_at(sql, moment)} as dimension_{n}" for n, sql in dimensions)])


def _spine(fact: Fact, name: str) -> str:
    """What a fact is joined to: every day of a period for events, so that equal days meet; else the periods."""
    if fact.kind == EVENT:
        return f"{name}{DAYS} spine on fact.event_date = spine.{DAY_OF_PERIOD}"
    if fact.kind == OVERLAP:
        first, last, ends = "period_end", "period_start", ">="
    else:
        first, last, ends = "snapshot", "snapshot", ">"
    return f"{name} spine on fact.from_date <= spine.{first} and (fact.to_date is null or fact.to_date {ends} spine.{last})"


def _at(sql: str, moment: str) -> str:
    return re.sub(r"\bmoment\b", moment, sql)
