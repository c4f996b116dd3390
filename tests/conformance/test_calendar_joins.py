"""Facts take dates from the calendar by joins that never double a row, and left joins never lose one."""

import pytest
import sqlglot
from sqlglot import exp

from quarterday.indicators import Computation, Source
from quarterday.indicators.fact import Fact, in_building_order
from quarterday.records.tables import BY_NAME
from quarterday.sections import INDICATORS
from quarterday.submissions.settings import default_settings, settings_tables
from support.small_example import AUTHORITY, END, small_example

ONE_ROW_A_DAY = {"day", "day_number"}
"""Columns of the calendar that name one day."""

FACTS = in_building_order([indicator.of for indicator in INDICATORS])
SPANS = {"deadlines", "sickness"}
"""Facts of which one row a day is the meaning: their first join of the calendar spreads a row over its days."""


def joins_of_calendar(sql: str) -> list[tuple[exp.Select, int]]:
    """Every join of the calendar: the select it stands in, and its place among that select's joins."""
    found = []
    for select in sqlglot.parse_one(sql, read="duckdb").find_all(exp.Select):
        for place, join in enumerate(select.args.get("joins") or []):
            if join.this.name == "calendar":
                found.append((select, place))
    return found


def names_one_day(join: exp.Join) -> bool:
    """Whether the join's condition binds the calendar to one day."""
    alias = join.this.alias_or_name
    bound = {
        side.name
        for equal in join.args["on"].find_all(exp.EQ)
        for side in (equal.this, equal.expression)
        if isinstance(side, exp.Column) and side.table == alias
    }
    return bool(bound & ONE_ROW_A_DAY) or {"working_day", "working_day_count"} <= bound


def rows_with_joins(select: exp.Select, number: int) -> str:
    """A query that counts the rows of a select with its first joins only, without its conditions."""
    counting = exp.select("count(*) as rows").from_(select.args["from_"].this.copy())
    counting.set("joins", [join.copy() for join in select.args["joins"][:number]])
    own = select.find_ancestor(exp.CTE)
    whole = select.root()
    for cte in whole.ctes:
        if cte is own:
            break
        counting = counting.with_(cte.alias, as_=cte.this.copy())
    return counting.sql(dialect="duckdb")


@pytest.fixture(scope="module")
def computation():
    """Every fact built over a small example."""
    records = small_example()
    source = Source(records, END, (AUTHORITY,), settings_tables(default_settings(), [AUTHORITY]))
    with Computation(source) as computation:
        computation.build(*FACTS)
        yield computation


@pytest.mark.parametrize("fact", [fact for fact in FACTS if joins_of_calendar(fact.sql)], ids=lambda fact: fact.name)
def test_a_join_of_the_calendar_leaves_the_rows_as_they_were(fact: Fact, computation: Computation) -> None:
    for select, place in joins_of_calendar(fact.sql):
        join = select.args["joins"][place]
        if fact.name in SPANS and join.side != "LEFT":
            continue
        assert names_one_day(join), join.sql()
        before, after = (
            computation.query(rows_with_joins(select, number))["rows"][0].as_py() for number in (place, place + 1)
        )
        assert after == before if join.side == "LEFT" else after <= before, join.sql()


def test_a_join_that_doubles_rows_would_be_found(computation: Computation) -> None:
    (select, place), *_ = joins_of_calendar(
        "select c.contact_id from contacts c left join calendar d on d.month_index = 24260 and d.day > c.contact_date"
    )
    assert not names_one_day(select.args["joins"][place])
    counts = [computation.query(rows_with_joins(select, number))["rows"][0].as_py() for number in (0, 1)]
    assert counts[1] > counts[0]


def test_the_records_of_the_example_reach_the_facts_that_join_the_calendar(computation: Computation) -> None:
    assert set(computation.source.records) <= set(BY_NAME)
    full = [fact.name for fact in FACTS if computation.query(f"select count(*) as n from {fact.name}")["n"][0].as_py()]
    assert len(full) > len(FACTS) * 0.8
