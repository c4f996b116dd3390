"""Calendar months, birthdays and ages (rule R02): months add from the start, clamped to the month's end."""

import calendar
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=65_536)
def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (earlier if negative), clamped to the month's end.

    Eighteen months from 31 August 2020 is 28 February 2022.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def birthday(date_of_birth: date, age: int) -> date:
    """The day on which a person reaches `age` in whole years; 29 February becomes 1 March (CONTRACTS §3)."""
    year = date_of_birth.year + age
    if date_of_birth.month == 2 and date_of_birth.day == 29 and not calendar.isleap(year):
        return date(year, 3, 1)
    return date_of_birth.replace(year=year)


def age_on(date_of_birth: date, day: date) -> int:
    """Age in whole years on a day; negative before birth."""
    age = day.year - date_of_birth.year
    return age if day >= birthday(date_of_birth, age) else age - 1
