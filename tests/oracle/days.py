"""Days as the oracle counts them: England's working days, calendar months and birthdays (rules R01, R02).

Bank holidays are worked out here from their rules and the known one-off days, not taken from a library.
"""

from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)
MONDAY = 0
SATURDAY = 5
MOVED = {2020: (date(2020, 5, 8), date(2020, 5, 25)), 2022: (date(2022, 5, 2), date(2022, 6, 2))}
"""Years in which the early May or the spring holiday lay on another day."""
MOVED_EARLIER = {1995: (date(1995, 5, 8), None), 2002: (None, date(2002, 6, 4)), 2012: (None, date(2012, 6, 4))}
ONE_OFF = {
    date(1999, 12, 31),
    date(2002, 6, 3),
    date(2011, 4, 29),
    date(2012, 6, 5),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
}


def easter(year: int) -> date:
    """Easter Sunday."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=100)
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year in England."""
    early_may, spring = {**MOVED, **MOVED_EARLIER}.get(year, (None, None))
    days = {
        _not_before_a_working_day(date(year, 1, 1)),
        easter(year) - 2 * ONE_DAY,
        easter(year) + ONE_DAY,
        early_may or _first_monday(date(year, 5, 1)),
        spring or _last_monday(date(year, 5, 31)),
        _last_monday(date(year, 8, 31)),
        *_christmas(year),
    }
    return frozenset(days | {day for day in ONE_OFF if day.year == year})


def _not_before_a_working_day(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day += ONE_DAY
    return day


def _first_monday(day: date) -> date:
    while day.weekday() != MONDAY:
        day += ONE_DAY
    return day


def _last_monday(day: date) -> date:
    while day.weekday() != MONDAY:
        day -= ONE_DAY
    return day


def _christmas(year: int) -> tuple[date, date]:
    """Christmas and Boxing Day, or the working days given in their place."""
    first = _not_before_a_working_day(date(year, 12, 25))
    second = _not_before_a_working_day(date(year, 12, 26))
    return first, _not_before_a_working_day(second + ONE_DAY) if second == first else second


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def working_days_between(start: date, end: date) -> int:
    """Working days after the start up to and including the end; the start is day 0 (R01)."""
    if end < start:
        return -working_days_between(end, start)
    days, day = 0, start
    while day < end:
        day += ONE_DAY
        days += is_working_day(day)
    return days


def add_working_days(day: date, number: int) -> date:
    """The so-many-th working day after a day."""
    while number:
        day += ONE_DAY
        number -= is_working_day(day)
    return day


def add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or that month's last day where it has no such day (R02)."""
    month, year = day.month + months, day.year
    while month > 12:
        month, year = month - 12, year + 1
    while month < 1:
        month, year = month + 12, year - 1
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(number, day.day))
        except ValueError:
            continue
    raise AssertionError(day)


def birthday(born: date, age: int) -> date:
    """The day somebody reaches an age; for 29 February, 1 March in other years (CONTRACTS, Definitions)."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
