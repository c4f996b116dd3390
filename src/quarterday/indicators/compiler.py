"""The compiler: all indicators of a fact become one query; the same predicate that counts also lists."""

import re
from collections.abc import Sequence

from quarterday.indicators.dimensions import CHILD_DIMENSIONS
from quarterday.indicators.fact import EVENT, INTERVAL, OVERLAP, Fact
from quarterday.indicators.language import Indicator, Mix

ALL = "all"

_JOIN_PEOPLE = """
left join people on people.authority = placed.authority and people.child_id = placed.child_id"""

_JOIN_ALLOCATIONS = """
left join allocations on allocations.authority = placed.authority and allocations.child_id = placed.child_id
    and allocations.from_date <= {moment} and (allocations.to_date is null or allocations.to_date > {moment})"""

_JOIN_UNACCOMPANIED = """
left join unaccompanied on unaccompanied.authority = placed.authority and unaccompanied.child_id = placed.child_id
    and unaccompanied.from_date <= {moment} and unaccompanied.to_date > {moment}"""

_FIRST_DAY = "case when fact.from_date > spine.period_start then fact.from_date else spine.period_start end"

_MOMENTS = {EVENT: "fact.event_date", INTERVAL: "spine.snapshot", OVERLAP: _FIRST_DAY}
"""What a breakdown's `moment` is, by the kind of fact."""


def breakdown_sql(fact: Fact, breakdown: str) -> str | None:
    """SQL of a breakdown of a fact; None where neither the fact nor its child knows it."""
    if breakdown in fact.dimensions:
        return fact.dimensions[breakdown]
    return CHILD_DIMENSIONS.get(breakdown) if fact.about_child else None


def counting_query(fact: Fact, indicators: Sequence[Indicator], breakdowns: Sequence[str]) -> str:
    """One query that counts every indicator of a fact, for every period of the spine and every breakdown.

    Columns: `spine_id`, `authority`, `dimension_N` and `is_total_N` a breakdown, `numerator_N` and `denominator_N`
    an indicator, each numbered in the order given.
    """
    dimensions = [f"dimension_{n}" for n in range(len(breakdowns))]
    terms = [term for n, indicator in enumerate(indicators) for term in _terms(n, indicator)]
    selected = ["spine_id", "authority"]
    selected += [f"{name}, grouping({name}) as is_total_{n}" for n, name in enumerate(dimensions)]
    sets = ["(spine_id, authority)", *[f"(spine_id, authority, {name})" for name in dimensions]]
    return (
        f"select {', '.join(selected)},\n    "
        + ",\n    ".join(terms)
        + f"\nfrom (\n{_joined(fact, breakdowns)}\n) counted\ngroup by grouping sets ({', '.join(sets)})"
    )


def listing_query(indicator: Indicator, breakdowns: Sequence[str], *, denominator: bool = False) -> str:
    """The rows behind a figure: those that the numerator counts (or the denominator), with the breakdowns' groups.

    Columns: `spine_id`, every column of the fact, `dimension_N` a breakdown, `amount` (what the row adds).
    """
    predicate = indicator.denominator_predicate if denominator else indicator.numerator_predicate
    amount = (indicator.denominator_sql or "0") if denominator else indicator.numerator_sql
    return f"select counted.*, {amount} as amount\nfrom (\n{_joined(indicator.of, breakdowns)}\n) counted\nwhere {predicate}"


def breakdowns_of(indicator: Indicator, asked: Sequence[str]) -> list[str]:
    """The breakdowns to count: those asked for that the fact knows, and a mix's own."""
    own = [indicator.by] if isinstance(indicator, Mix) else []
    return [name for name in dict.fromkeys([*asked, *own]) if breakdown_sql(indicator.of, name)]


def _terms(n: int, indicator: Indicator) -> list[str]:
    counted = "1" if isinstance(indicator, Mix) else indicator.numerator_sql
    numerator = f"sum(case when {indicator.numerator_predicate} then {counted} else 0 end)"
    terms = [f"{numerator} as numerator_{n}"]
    if indicator.denominator_sql:
        denominator = f"sum(case when {indicator.denominator_predicate} then {indicator.denominator_sql} else 0 end)"
        terms.append(f"{denominator} as denominator_{n}")
    return terms


def _joined(fact: Fact, breakdowns: Sequence[str]) -> str:
    """The fact's rows in their periods with the group of each breakdown: the fact's own first, then those of the child."""
    own = [(n, fact.dimensions[name]) for n, name in enumerate(breakdowns) if name in fact.dimensions]
    of_child = [(n, CHILD_DIMENSIONS[name]) for n, name in enumerate(breakdowns) if name not in fact.dimensions]
    moment = "snapshot" if fact.kind == INTERVAL else "event_date"
    columns = ["fact.*", "spine.*", *([f"{_FIRST_DAY} as event_date"] if fact.kind == OVERLAP else [])]
    placed = f"select {_selected(columns, own, _MOMENTS[fact.kind])}\nfrom {fact.name} fact\njoin spine on {_within(fact)}"
    if not of_child:
        return placed
    used = " ".join(sql for _, sql in of_child)
    return (
        f"select {_selected(['placed.*'], of_child, f'placed.{moment}')}\nfrom (\n{placed}\n) placed"
        + (_JOIN_PEOPLE if "people." in used else "")
        + (_JOIN_ALLOCATIONS.format(moment=f"placed.{moment}") if "allocations." in used else "")
        + (_JOIN_UNACCOMPANIED.format(moment=f"placed.{moment}") if "unaccompanied." in used else "")
    )


def _selected(columns: list[str], dimensions: Sequence[tuple[int, str]], moment: str) -> str:
    return ", ".join([*columns, *(f"{_at(sql, moment)} as dimension_{n}" for n, sql in dimensions)])


def _within(fact: Fact) -> str:
    if fact.kind == EVENT:
        return "fact.event_date >= spine.period_start and fact.event_date <= spine.period_end"
    if fact.kind == OVERLAP:
        return "fact.from_date <= spine.period_end and (fact.to_date is null or fact.to_date >= spine.period_start)"
    return "fact.from_date <= spine.snapshot and (fact.to_date is null or fact.to_date > spine.snapshot)"


def _at(sql: str, moment: str) -> str:
    return re.sub(r"\bmoment\b", moment, sql)
