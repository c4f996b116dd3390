"""Working days in England (R01): checked by hand, and against a slow count written from the rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.records.working_days import (
    KNOWN_FROM,
    KNOWN_THROUGH,
    BeyondKnownCalendarError,
    add_working_days,
    bank_holidays,
    is_working_day,
    working_days_between,
)
from support import slow_calendar

KNOWN_DAYS = st.dates(min_value=date(KNOWN_FROM, 1, 1), max_value=date(KNOWN_THROUGH, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2020, 5, 8),  # early May, moved to the end of the war in Europe
        date(2022, 6, 2),  # spring, moved beside the jubilee
        date(2022, 6, 3),  # platinum jubilee
        date(2022, 9, 19),  # funeral of Queen Elizabeth
        date(2023, 5, 8),  # coronation
        date(2021, 12, 27),  # Christmas Day was a Saturday
        date(2021, 12, 28),  # and so Boxing Day moved on
        date(2022, 1, 3),  # New Year's Day was a Saturday
        date(2021, 4, 2),  # Good Friday
        date(2021, 4, 5),  # Easter Monday
    ],
)
def test_a_bank_holiday_is_no_working_day(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2020, 5, 4),  # the Monday from which early May was moved
        date(2022, 5, 30),  # the Monday from which spring was moved
        date(2022, 9, 20),  # the day after the funeral
        date(2021, 3, 17),  # Saint Patrick's Day is kept elsewhere
        date(2021, 8, 2),  # Scotland's summer holiday
        date(2021, 12, 24),  # Christmas Eve
    ],
)
def test_an_ordinary_weekday_is_a_working_day(day: date) -> None:
    assert is_working_day(day)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2021, 9, 1), date(2021, 9, 1), 0),  # the start day is day 0
        (date(2021, 9, 1), date(2021, 9, 2), 1),
        (date(2021, 9, 3), date(2021, 9, 6), 1),  # Friday to Monday
        (date(2021, 9, 3), date(2021, 9, 5), 0),  # Sunday counts as the Friday before it
        (date(2021, 9, 4), date(2021, 9, 6), 1),  # begun on a Saturday, Monday is day 1
        (date(2020, 5, 7), date(2020, 5, 11), 1),  # over 8 May 2020
        (date(2022, 6, 1), date(2022, 6, 6), 1),  # over the jubilee's four days
        (date(2022, 9, 16), date(2022, 9, 20), 1),  # over the funeral
        (date(2023, 5, 5), date(2023, 5, 9), 1),  # over the coronation
        (date(2021, 7, 1), date(2021, 9, 3), 45),  # an assessment's limit: in time
        (date(2021, 7, 1), date(2021, 9, 5), 45),  # the weekend after the limit's Friday still is
        (date(2021, 7, 1), date(2021, 9, 6), 46),  # one day late
        (date(2021, 9, 2), date(2021, 9, 1), -1),  # an end before its start
    ],
)
def test_a_duration_counts_the_working_days_after_the_start(start: date, end: date, days: int) -> None:
    assert working_days_between(start, end) == days


def test_the_last_day_within_a_limit_is_a_working_day_that_still_is_in_time() -> None:
    assert add_working_days(date(2021, 7, 1), 45) == date(2021, 9, 3)
    assert add_working_days(date(2022, 6, 1), 1) == date(2022, 6, 6)
    assert add_working_days(date(2021, 9, 4), 1) == date(2021, 9, 6)  # begun on a Saturday


def test_every_known_year_has_the_bank_holidays_that_law_and_proclamation_give_it() -> None:
    for year in range(KNOWN_FROM, KNOWN_THROUGH + 1):
        weekdays = {day for day in bank_holidays(year) if day.weekday() < slow_calendar.SATURDAY}
        assert weekdays == slow_calendar.bank_holidays(year), year


@pytest.mark.parametrize("year", [KNOWN_FROM - 1, KNOWN_THROUGH + 1])
def test_a_year_whose_bank_holidays_are_not_known_is_refused(year: int) -> None:
    day = date(year, 6, 1)
    for ask in (
        lambda: is_working_day(day),
        lambda: working_days_between(day, day),
        lambda: add_working_days(day, 1),
        lambda: bank_holidays(year),
    ):
        with pytest.raises(BeyondKnownCalendarError, match=str(year)):
            ask()


def test_a_limit_that_ends_beyond_the_known_years_is_refused() -> None:
    with pytest.raises(BeyondKnownCalendarError):
        add_working_days(date(KNOWN_THROUGH, 12, 30), 1)
    with pytest.raises(BeyondKnownCalendarError):
        working_days_between(date(KNOWN_THROUGH, 12, 30), date(KNOWN_THROUGH + 1, 1, 2))


@given(start=KNOWN_DAYS, length=st.integers(0, 120))
def test_the_fast_count_equals_the_slow_one(start: date, length: int) -> None:
    end = min(start + timedelta(days=length), date(KNOWN_THROUGH, 12, 31))
    assert working_days_between(start, end) == slow_calendar.working_days_between(start, end)
    assert working_days_between(end, start) == -working_days_between(start, end)


@given(start=KNOWN_DAYS, middle=KNOWN_DAYS, end=KNOWN_DAYS)
def test_durations_add_up(start: date, middle: date, end: date) -> None:
    whole = working_days_between(start, end)
    assert working_days_between(start, middle) + working_days_between(middle, end) == whole


@given(start=st.dates(min_value=date(KNOWN_FROM, 1, 1), max_value=date(KNOWN_THROUGH, 9, 1)), number=st.integers(1, 50))
def test_the_day_of_a_limit_is_the_walked_one(start: date, number: int) -> None:
    due = add_working_days(start, number)
    assert due == slow_calendar.plus_working_days(start, number)
    assert working_days_between(start, due) == number
