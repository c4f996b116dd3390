"""England's working days (rule R01): Monday to Friday less bank holidays, one-off days included."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

import holidays

KNOWN_FROM = 1990
KNOWN_THROUGH = 2028
"""Last year whose bank holidays are announced. A test compares our days with gov.uk's list as the library has it."""

_SATURDAY = 5


class BeyondKnownCalendarError(ValueError):
    """A working day was asked for in a year whose bank holidays are not known."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"Working days are known for the years {KNOWN_FROM} to {KNOWN_THROUGH}, not for {year}. "
            "Check the date, or update Quarterday when the year's bank holidays have been announced."
        )


def is_working_day(day: date) -> bool:
    """Whether a day is a working day in England.

    Raises BeyondKnownCalendarError outside the known years.
    """
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year)


def working_days_between(start: date, end: date) -> int:
    """Working days after the start up to and including the end; the start day is day 0.

    Negative where the end lies before the start. An end on a weekend counts as the Friday before it.
    """
    return _count(end) - _count(start)


def add_working_days(day: date, number: int) -> date:
    """The `number`-th working day after a day: the last working day still within a limit of `number`."""
    ordinals = working_day_ordinals()
    _check_known(day.year)
    index = bisect_right(ordinals, day.toordinal()) - 1 + number
    if index >= len(ordinals):
        raise BeyondKnownCalendarError(KNOWN_THROUGH + 1)
    return date.fromordinal(ordinals[index])


def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of one year in England.

    Raises BeyondKnownCalendarError outside the known years.
    """
    _check_known(year)
    return _all_bank_holidays()[year]


@lru_cache(maxsize=1)
def _all_bank_holidays() -> dict[int, frozenset[date]]:
    years = range(KNOWN_FROM, KNOWN_THROUGH + 1)
    known = holidays.country_holidays("GB", subdiv="ENG", years=years)
    by_year: dict[int, set[date]] = {year: set() for year in years}
    for day in known:
        by_year[day.year].add(day)
    return {year: frozenset(days) for year, days in by_year.items()}


def _check_known(year: int) -> None:
    if not KNOWN_FROM <= year <= KNOWN_THROUGH:
        raise BeyondKnownCalendarError(year)


def _count(day: date) -> int:
    _check_known(day.year)
    return bisect_right(working_day_ordinals(), day.toordinal())


@lru_cache(maxsize=1)
def working_day_ordinals() -> list[int]:
    """Every working day of the known years, as ordinals."""
    day, last = date(KNOWN_FROM, 1, 1), date(KNOWN_THROUGH, 12, 31)
    ordinals = []
    while day <= last:
        if is_working_day(day):
            ordinals.append(day.toordinal())
        day += timedelta(days=1)
    return ordinals
