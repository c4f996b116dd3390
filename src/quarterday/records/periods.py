"""Reporting periods: the reporting year runs from April to March; 2021-22-Q2 ends on 30 September 2021."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from quarterday.records.months import add_months

MONTH = "month"
QUARTER = "quarter"
YEAR = "year"
YEAR_TO_DATE = "year-to-date"
TWELVE_MONTHS = "twelve-months"
SNAPSHOT = "snapshot"

_MONTH = re.compile(r"((?:19|20|21)[0-9]{2})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"((?:19|20|21)[0-9]{2})-([0-9]{2})(?:-Q([1-4])(-ytd)?)?")


class PeriodError(ValueError):
    """A period's name could not be understood."""


@dataclass(frozen=True, order=True)
class Period:
    """A span of days, both ends included, with its kind and its name."""

    kind: str
    start: date
    end: date
    name: str


def parse_period(name: str) -> Period:
    """The period of a name: `2021-09`, `2021-22-Q2`, `2021-22` or `2021-22-Q2-ytd`.

    Of a name that could be either (`2010-11`) the reporting year is meant. Raises PeriodError for anything else.
    """
    year = _YEAR.fullmatch(name)
    if year and _follows(int(year[1]), int(year[2])):
        return _part_of_year(name, int(year[1]), int(year[3] or 0), to_date=bool(year[4]))
    month = _month(name)
    if month:
        return month
    raise PeriodError(
        f"'{name}' is not a period. Write a month such as 2021-09, a quarter such as 2021-22-Q2, "
        "a reporting year such as 2021-22, or a year to date such as 2021-22-Q2-ytd."
    )


def parse_quarter(name: str) -> Period:
    """The quarter of a name such as `2021-22-Q2`.

    Raises PeriodError for anything else, also for a month or a whole year.
    """
    year = _YEAR.fullmatch(name)
    if year and _follows(int(year[1]), int(year[2])) and year[3] and not year[4]:
        return parse_period(name)
    raise PeriodError(not_a_quarter(name))


def not_a_quarter(name: str) -> str:
    """What is said where a quarter is wanted: which periods are allowed, of the year meant where one is recognised."""
    year = _YEAR.match(name)
    named = year[0][:7] if year and _follows(int(year[1]), int(year[2])) else "2021-22"
    return (
        f"'{name}' is not a quarter. Write {named}-Q1 (April to June), {named}-Q2 (July to September), "
        f"{named}-Q3 (October to December) or {named}-Q4 (January to March)."
    )


def month_of(day: date) -> Period:
    """The calendar month that a day lies in."""
    start = day.replace(day=1)
    return Period(MONTH, start, _day_before(add_months(start, 1)), f"{start:%Y-%m}")


def months_between(first: str, last: str) -> list[Period]:
    """Every month from the first to the last, both included, each named as `2021-09`."""
    start, end = _month(first), _month(last)
    if start is None or end is None or end.start < start.start:
        raise PeriodError(f"'{first}' to '{last}' is not a run of months. Write two months, the earlier one first.")
    months = [start]
    while months[-1].start < end.start:
        months.append(month_of(add_months(months[-1].start, 1)))
    return months


def twelve_months_to(day: date) -> Period:
    """The twelve months that end on a day: from the day after the same day a year before (R30)."""
    return Period(TWELVE_MONTHS, add_months(day, -12) + timedelta(days=1), day, f"12 months to {day.isoformat()}")


def snapshot(day: date) -> Period:
    """The end of a day (R12)."""
    return Period(SNAPSHOT, day, day, day.isoformat())


def reporting_year(day: date) -> str:
    """Name of the reporting year that a day lies in, such as 2021-22."""
    year = first_year(day)
    return f"{year}-{(year + 1) % 100:02d}"


def first_year(day: date) -> int:
    """The calendar year in which the reporting year of a day begins."""
    return day.year if day.month >= 4 else day.year - 1


def quarter_of(day: date) -> Period:
    """The quarter of the reporting year that a day lies in."""
    return parse_period(f"{reporting_year(day)}-Q{(day.month - 4) % 12 // 3 + 1}")


def _month(name: str) -> Period | None:
    found = _MONTH.fullmatch(name)
    return month_of(date(int(found[1]), int(found[2]), 1)) if found else None


def _part_of_year(name: str, year: int, quarter: int, *, to_date: bool) -> Period:
    april = date(year, 4, 1)
    if not quarter:
        return Period(YEAR, april, date(year + 1, 3, 31), name)
    end = _day_before(add_months(april, 3 * quarter))
    if to_date:
        return Period(YEAR_TO_DATE, april, end, name)
    return Period(QUARTER, add_months(april, 3 * quarter - 3), end, name)


def _follows(year: int, short: int) -> bool:
    return (year + 1) % 100 == short


def _day_before(day: date) -> date:
    return day - timedelta(days=1)
