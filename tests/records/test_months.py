"""Calendar months, birthdays and ages (R02)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.records.months import add_months, age_on, birthday
from support import slow_calendar

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "reached"),
    [
        (date(2020, 8, 31), 18, date(2022, 2, 28)),  # clamped to the month's end
        (date(2020, 3, 30), 18, date(2021, 9, 30)),
        (date(2020, 3, 31), 18, date(2021, 9, 30)),
        (date(2022, 8, 31), 18, date(2024, 2, 29)),  # a leap year
        (date(2021, 11, 30), 3, date(2022, 2, 28)),
        (date(2021, 1, 15), 12, date(2022, 1, 15)),
        (date(2021, 12, 1), 1, date(2022, 1, 1)),
        (date(2021, 9, 30), -12, date(2020, 9, 30)),
        (date(2021, 3, 31), -1, date(2021, 2, 28)),
        (date(2021, 1, 31), 0, date(2021, 1, 31)),
    ],
)
def test_months_add_from_the_start_and_stop_at_the_months_end(start: date, months: int, reached: date) -> None:
    assert add_months(start, months) == reached


@pytest.mark.parametrize(
    ("born", "age", "day"),
    [
        (date(2004, 2, 29), 18, date(2022, 3, 1)),  # no 29 February that year
        (date(2004, 2, 29), 16, date(2020, 2, 29)),
        (date(2003, 9, 30), 18, date(2021, 9, 30)),
        (date(2004, 2, 28), 18, date(2022, 2, 28)),
    ],
)
def test_a_birthday_of_29_february_falls_on_1_march(born: date, age: int, day: date) -> None:
    assert birthday(born, age) == day
    assert age_on(born, day) == age
    assert age_on(born, day - timedelta(days=1)) == age - 1


def test_an_unborn_child_has_no_age_yet() -> None:
    assert age_on(date(2021, 10, 1), date(2021, 9, 30)) == -1
    assert age_on(date(2021, 9, 30), date(2021, 9, 30)) == 0


@given(day=DAYS, months=st.integers(-60, 60))
def test_months_equal_the_slow_count(day: date, months: int) -> None:
    assert add_months(day, months) == slow_calendar.plus_months(day, months)


@given(born=DAYS, days=st.integers(0, 10_000))
def test_an_age_is_reached_on_its_birthday_and_kept_until_the_next(born: date, days: int) -> None:
    day = born + timedelta(days=days)
    age = age_on(born, day)
    assert birthday(born, age) <= day < birthday(born, age + 1)
