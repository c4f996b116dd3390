"""The calendar table: every column against a slow oracle, one row a day, and nothing beyond the known years."""

import itertools
from datetime import date, timedelta
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.records import calendar
from quarterday.records.calendar import CalendarRangeError, calendar_table
from quarterday.records.working_days import KNOWN_FROM, KNOWN_THROUGH
from support import slow_calendar

FIRST, LAST = date(KNOWN_FROM, 1, 1), date(KNOWN_THROUGH, 12, 31)


@lru_cache(maxsize=1)
def whole() -> pa.Table:
    return calendar_table(FIRST, LAST)


def row_of(day: date) -> dict[str, object]:
    return whole().slice((day - FIRST).days, 1).to_pylist()[0]


def expected(day: date) -> dict[str, object]:
    """Every column that can be told from the day alone, counted slowly."""
    return {
        "day": day,
        "working_day": int(slow_calendar.is_working_day(day)),
        **{f"plus_{n}_months": slow_calendar.plus_months(day, n) for n in calendar.MONTHS_AHEAD},
        **{f"minus_{n}_months": slow_calendar.plus_months(day, -n) for n in calendar.MONTHS_BACK},
        **{f"plus_{n}_days": day + timedelta(days=n) for n in calendar.DAYS_AHEAD},
        **{f"minus_{n}_days": day - timedelta(days=n) for n in calendar.DAYS_BACK},
        **{f"birthday_{n}": slow_calendar.reaches(day, n) for n in calendar.BIRTHDAYS},
        **{f"plus_{n}_working_days": _due(day, n) for n in calendar.WORKING_DAYS_AHEAD},
        "reporting_year": day.year - (day < date(day.year, 4, 1)),
        "day_number": (day - date(1, 1, 1)).days + 1,
        "month_index": 12 * day.year + day.month - 1,
    }


def _due(day: date, number: int) -> date | None:
    due = slow_calendar.plus_working_days(day, number) if day < LAST - timedelta(days=100) else _walk_to_the_end(day, number)
    return due if due and due <= LAST else None


def _walk_to_the_end(day: date, number: int) -> date | None:
    while number and day < LAST:
        day += timedelta(days=1)
        number -= slow_calendar.is_working_day(day)
    return None if number else day


@given(day=st.dates(min_value=FIRST, max_value=LAST))
def test_every_column_is_what_a_slow_count_says(day: date) -> None:
    row = row_of(day)
    count = row.pop("working_day_count")
    assert row == expected(day)
    assert isinstance(count, int)


@given(day=st.dates(min_value=FIRST, max_value=LAST), length=st.integers(0, 90))
def test_a_duration_is_the_difference_of_two_running_counts(day: date, length: int) -> None:
    end = min(day + timedelta(days=length), LAST)
    elapsed = row_of(end)["working_day_count"] - row_of(day)["working_day_count"]
    assert elapsed == slow_calendar.working_days_between(day, end)


def test_a_limit_of_working_days_is_kept_up_to_and_including_its_day() -> None:
    start = row_of(date(2021, 7, 1))
    assert start["plus_45_working_days"] == date(2021, 9, 3)
    assert row_of(date(2021, 9, 5))["working_day_count"] - start["working_day_count"] == 45
    assert row_of(date(2021, 9, 6))["working_day_count"] - start["working_day_count"] == 46


def test_a_limit_that_ends_beyond_the_known_years_is_not_known() -> None:
    assert row_of(LAST)["plus_45_working_days"] is None


def test_there_is_one_row_a_day_and_no_gap() -> None:
    days = whole()["day"].to_pylist()
    assert days[0] == FIRST
    assert days[-1] == LAST
    assert all(after - before == timedelta(days=1) for before, after in itertools.pairwise(days))


def test_what_facts_join_by_names_one_day_only() -> None:
    """A left join by the day, its number, or a working day's running count never doubles a row."""
    table = whole()
    assert pc.count_distinct(table["day_number"]).as_py() == table.num_rows
    working = table.filter(pc.equal(table["working_day"], 1))
    assert pc.count_distinct(working["working_day_count"]).as_py() == working.num_rows


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(KNOWN_FROM - 1, 12, 31), LAST),
        (FIRST, date(KNOWN_THROUGH + 1, 1, 1)),
        (FIRST, date(1899, 12, 31)),
        (date(2021, 9, 30), date(2021, 9, 29)),
    ],
)
def test_a_calendar_beyond_the_known_years_or_without_days_is_refused(first: date, last: date) -> None:
    with pytest.raises(CalendarRangeError, match="Look for wrong years"):
        calendar_table(first, last)
