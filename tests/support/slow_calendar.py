"""A slow calendar, written from the rules without the production code: the oracle of the calendar table.

The bank holidays of England from the Banking and Financial Dealings Act 1971 and the proclamations since 1990.
"""

from datetime import date, timedelta

DAY = timedelta(days=1)
MONDAY, SATURDAY = 0, 5

MOVED = {1995: ("early May", date(1995, 5, 8)), 2020: ("early May", date(2020, 5, 8))}
"""Early May holidays moved to the anniversaries of the end of the war in Europe."""

LATE_SPRING = {2002: date(2002, 6, 4), 2012: date(2012, 6, 4), 2022: date(2022, 6, 2)}
"""Spring holidays moved beside a jubilee."""

ONE_OFF = {
    date(1999, 12, 31),  # eve of 2000
    date(2002, 6, 3),  # golden jubilee
    date(2011, 4, 29),  # royal wedding
    date(2012, 6, 5),  # diamond jubilee
    date(2022, 6, 3),  # platinum jubilee
    date(2022, 9, 19),  # funeral of Queen Elizabeth
    date(2023, 5, 8),  # coronation
}


def bank_holidays(year: int) -> set[date]:
    """The days on which England's banks are closed in a year, weekends not counted."""
    sunday = easter(year)
    days = {sunday - 2 * DAY, sunday + DAY}
    days.add(MOVED[year][1] if year in MOVED else monday_from(date(year, 5, 1)))
    days.add(LATE_SPRING.get(year, monday_from(date(year, 5, 25))))
    days.add(monday_from(date(year, 8, 25)))
    days |= {day for day in ONE_OFF if day.year == year}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        days.add(next_free_weekday(fixed, days))
    return days


def easter(year: int) -> date:
    """Easter Sunday, by Gauss's rule as corrected for the Gregorian calendar."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    full_moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full_moon + 2 - century + century // 4) % 7
    offset = full_moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def monday_from(day: date) -> date:
    """The first Monday on or after a day."""
    while day.weekday() != MONDAY:
        day += DAY
    return day


def next_free_weekday(day: date, taken: set[date]) -> date:
    """The day itself, or the weekday that stands in for it."""
    while day.weekday() >= SATURDAY or day in taken:
        day += DAY
    return day


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def working_days_between(start: date, end: date) -> int:
    """Working days after the start, up to and including the end, counted one by one."""
    count = 0
    while start < end:
        start += DAY
        count += is_working_day(start)
    return count


def plus_working_days(day: date, number: int) -> date:
    """The number-th working day after a day, found by walking."""
    while number:
        day += DAY
        number -= is_working_day(day)
    return day


def plus_months(day: date, months: int) -> date:
    """The same day of a later or earlier month; where that month is shorter, its last day."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    for last in range(day.day, 27, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date(year, month, day.day)


def reaches(born: date, age: int) -> date:
    """The birthday on which someone reaches an age; 1 March where there is no 29 February."""
    try:
        return date(born.year + age, born.month, born.day)
    except ValueError:
        return date(born.year + age, 3, 1)
