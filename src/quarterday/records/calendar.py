"""The calendar table: one row a day with every date that definitions need, so that SQL only joins and compares."""

from datetime import date, timedelta
from functools import lru_cache

import pyarrow as pa

from quarterday.records import working_days
from quarterday.records.months import add_months, birthday
from quarterday.records.periods import first_year

MONTHS_AHEAD = (1, 2, 3, 6, 9, 12, 15, 18, 21, 24, 30, 36)
MONTHS_BACK = (1, 3, 6, 12, 24)
DAYS_AHEAD = (1, 5, 7, 28, 42, 729)
DAYS_BACK = (1, 5)
WORKING_DAYS_AHEAD = (5, 10, 15, 16, 20, 21, 45, 46)
BIRTHDAYS = (1, 4, 5, 10, 16, 18, 21)


class CalendarRangeError(ValueError):
    """A calendar was asked for beyond the years whose bank holidays are known, or for no day at all."""


@lru_cache(maxsize=4)
def calendar_table(first: date, last: date) -> pa.Table:
    """One row a day from first to last, both included.

    Columns: `day`; `working_day` (1 or 0); `working_day_count` (running count, so that a duration is
    count(end) - count(start), rule R01); `plus_N_working_days`, `plus_N_months`, `minus_N_months`, `plus_N_days`,
    `minus_N_days`; `birthday_N` (the day someone born on `day` reaches N);
    `reporting_year` (its first calendar year), `day_number`, `month_index`.

    Raises CalendarRangeError before or beyond the known years, and where the last day lies before the first.
    """
    if first.year < working_days.KNOWN_FROM or last.year > working_days.KNOWN_THROUGH or last < first:
        raise CalendarRangeError(
            f"The calendar covers {working_days.KNOWN_FROM} to {working_days.KNOWN_THROUGH}; "
            f"{first.isoformat()} to {last.isoformat()} was asked for. "
            "Look for wrong years in the dates of the extract."
        )
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    columns: dict[str, list[object]] = {"day": list(days)}
    columns |= _working_day_columns(days)
    columns |= {f"plus_{n}_months": [add_months(day, n) for day in days] for n in MONTHS_AHEAD}
    columns |= {f"minus_{n}_months": [add_months(day, -n) for day in days] for n in MONTHS_BACK}
    columns |= {f"plus_{n}_days": [day + timedelta(days=n) for day in days] for n in DAYS_AHEAD}
    columns |= {f"minus_{n}_days": [day - timedelta(days=n) for day in days] for n in DAYS_BACK}
    columns |= {f"birthday_{n}": [birthday(day, n) for day in days] for n in BIRTHDAYS}
    columns["reporting_year"] = [first_year(day) for day in days]
    columns["day_number"] = [day.toordinal() for day in days]
    columns["month_index"] = [day.year * 12 + day.month - 1 for day in days]
    return pa.table({name: pa.array(values) for name, values in columns.items()})


def _working_day_columns(days: list[date]) -> dict[str, list[object]]:
    first = days[0]
    columns: dict[str, list[object]] = {
        "working_day": [int(working_days.is_working_day(day)) for day in days],
        "working_day_count": [working_days.working_days_between(first, day) for day in days],
    }
    for number in WORKING_DAYS_AHEAD:
        columns[f"plus_{number}_working_days"] = [_plus_working_days(day, number) for day in days]
    return columns


def _plus_working_days(day: date, number: int) -> date | None:
    try:
        return working_days.add_working_days(day, number)
    except working_days.BeyondKnownCalendarError:
        return None
