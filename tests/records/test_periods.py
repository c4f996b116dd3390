"""Reporting periods: years from April to March, quarters, months, years to date."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.records import periods
from quarterday.records.periods import (
    PeriodError,
    month_of,
    months_between,
    parse_period,
    parse_quarter,
    quarter_of,
    reporting_year,
    snapshot,
    twelve_months_to,
)

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("name", "kind", "start", "end"),
    [
        ("2021-22-Q1", "quarter", date(2021, 4, 1), date(2021, 6, 30)),
        ("2021-22-Q2", "quarter", date(2021, 7, 1), date(2021, 9, 30)),
        ("2021-22-Q3", "quarter", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-22-Q4", "quarter", date(2022, 1, 1), date(2022, 3, 31)),
        ("2021-22-Q2-ytd", "year-to-date", date(2021, 4, 1), date(2021, 9, 30)),
        ("2021-22-Q4-ytd", "year-to-date", date(2021, 4, 1), date(2022, 3, 31)),
        ("2021-22", "year", date(2021, 4, 1), date(2022, 3, 31)),
        ("1999-00", "year", date(1999, 4, 1), date(2000, 3, 31)),
        ("2021-09", "month", date(2021, 9, 1), date(2021, 9, 30)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2010-11", "year", date(2010, 4, 1), date(2011, 3, 31)),  # a year's name, not November 2010
    ],
)
def test_a_period_is_known_by_its_name(name: str, kind: str, start: date, end: date) -> None:
    period = parse_period(name)
    assert (period.kind, period.start, period.end, period.name) == (kind, start, end, name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "2021",
        "2021-13",
        "2021-00",
        "2021-23",
        "2021-22-Q5",
        "2021-22-Q0",
        "2021-22-ytd",
        "2021-22-q2",
        "21-22",
        "2021-22-Q2 ",
        "2021-9",
        "0000-01",
        "9999-00",
        "9999-12",
        "٢٠٢١-٠٩",  # digits of another script
    ],
)
def test_anything_else_is_no_period_and_says_what_one_looks_like(name: str) -> None:
    with pytest.raises(PeriodError, match="2021-22-Q2"):
        parse_period(name)


def test_a_quarter_is_the_period_of_its_name() -> None:
    assert parse_quarter("2021-22-Q4") == parse_period("2021-22-Q4")


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("2019-20", "2019-20-Q1"),  # a whole year: its own quarters are named
        ("2019-20-Q5", "2019-20-Q4"),
        ("2019-20-Q2-ytd", "2019-20-Q2"),
        ("2019-09", "2021-22-Q2"),  # a month: no year to take them from
        ("2019-21-Q1", "2021-22-Q2"),  # years that do not follow one another
        ("foo", "2021-22-Q2"),
    ],
)
def test_where_a_quarter_is_wanted_nothing_else_will_do(name: str, allowed: str) -> None:
    with pytest.raises(PeriodError, match=rf"'{name}' is not a quarter.*{allowed}"):
        parse_quarter(name)


def test_a_run_of_months_includes_both_ends() -> None:
    names = [month.name for month in months_between("2020-10", "2021-09")]
    assert len(names) == 12
    assert (names[0], names[2], names[3], names[-1]) == ("2020-10", "2020-12", "2021-01", "2021-09")
    assert [month.name for month in months_between("2021-09", "2021-09")] == ["2021-09"]


@pytest.mark.parametrize(("first", "last"), [("2021-09", "2021-08"), ("2021-22", "2021-09"), ("2021-09", "2021-22-Q2")])
def test_a_run_of_months_needs_two_months_in_order(first: str, last: str) -> None:
    with pytest.raises(PeriodError):
        months_between(first, last)


def test_november_can_be_asked_for_though_its_name_is_a_years_name_too() -> None:
    names = [month.name for month in months_between("2010-11", "2010-12")]
    assert names == ["2010-11", "2010-12"]


def test_twelve_months_end_on_the_day_and_begin_the_day_after_the_same_day_a_year_before() -> None:
    period = twelve_months_to(date(2021, 9, 30))
    assert (period.kind, period.start, period.end) == ("twelve-months", date(2020, 10, 1), date(2021, 9, 30))
    assert twelve_months_to(date(2020, 2, 29)).start == date(2019, 3, 1)


def test_a_snapshot_is_one_day() -> None:
    assert snapshot(date(2021, 9, 30)).start == snapshot(date(2021, 9, 30)).end == date(2021, 9, 30)


def test_the_year_turns_on_the_first_of_april() -> None:
    assert reporting_year(date(2021, 3, 31)) == "2020-21"
    assert reporting_year(date(2021, 4, 1)) == "2021-22"
    assert reporting_year(date(2000, 3, 31)) == "1999-00"


@given(day=DAYS)
def test_a_day_lies_in_the_month_quarter_and_year_that_are_its_own(day: date) -> None:
    for period in (month_of(day), quarter_of(day), parse_period(reporting_year(day))):
        assert period.start <= day <= period.end
    assert parse_period(quarter_of(day).name) == quarter_of(day)


@given(year=st.integers(1950, 2098))
def test_quarters_fill_the_year_without_gap_or_overlap(year: int) -> None:
    name = f"{year}-{(year + 1) % 100:02d}"
    whole = parse_period(name)
    quarters = [parse_period(f"{name}-Q{number}") for number in (1, 2, 3, 4)]
    assert (quarters[0].start, quarters[-1].end) == (whole.start, whole.end)
    for before, after in itertools.pairwise(quarters):
        assert before.end + timedelta(days=1) == after.start
        assert parse_period(f"{after.name}-ytd").end == after.end


def test_the_kinds_are_those_of_the_results_table() -> None:
    """CONTRACTS §2."""
    kinds = {periods.MONTH, periods.QUARTER, periods.YEAR, periods.YEAR_TO_DATE, periods.TWELVE_MONTHS, periods.SNAPSHOT}
    assert kinds == {"month", "quarter", "year", "year-to-date", "twelve-months", "snapshot"}
