"""Dates by the slow and obvious way (rules R01 and R02); nothing here is shared with the software."""

from datetime import date, timedelta
from functools import cache

import holidays

ONE = timedelta(days=1)


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.UK(subdiv="ENG", years=year))


@cache
def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


@cache
def working_days(start: date, end: date) -> int:
    """Working days after the start up to and including the end; minus where the end is earlier."""
    if end < start:
        return -working_days(end, start)
    count, day = 0, start
    while day < end:
        day += ONE
        count += is_working_day(day)
    return count


@cache
def plus_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month; where that month is too short, its last day."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    for last in (day.day, 30, 29, 28):
        if last <= day.day:
            try:
                return date(year, month, last)
            except ValueError:
                continue
    raise AssertionError


@cache
def birthday(born: date, age: int) -> date:
    """Born on 29 February: 1 March in other years."""
    try:
        return date(born.year + age, born.month, born.day)
    except ValueError:
        return date(born.year + age, 3, 1)
