"""The calendar table: one row a day with every date that definitions need, so that SQL only joins and compares."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import pyarrow as pa

from quarterday.records import working_days

EPOCH = date(1970, 1, 1)
APRIL = 3
"""Months before the reporting year begins."""
MONTHS_AHEAD = (1, 2, 3, 6, 9, 12, 15, 18, 21, 24, 30, 36)
MONTHS_BACK = (1, 3, 6, 12, 24)
DAYS_AHEAD = (1, 3, 5, 7, 28, 42, 729)
DAYS_BACK = (1, 5)
WORKING_DAYS_AHEAD = (5, 10, 15, 16, 20, 21, 45, 46)
BIRTHDAYS = (1, 4, 5, 10, 14, 16, 17, 18, 19, 20, 21, 22, 25)


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
    days = range((first - EPOCH).days, (last - EPOCH).days + 1)
    columns = {"day": _dates(days)} | _working_day_columns(days) | _month_columns(first, last, days)
    columns |= {f"plus_{n}_days": _dates(day + n for day in days) for n in DAYS_AHEAD}
    columns |= {f"minus_{n}_days": _dates(day - n for day in days) for n in DAYS_BACK}
    columns["day_number"] = pa.array([day + EPOCH.toordinal() for day in days])
    return pa.table(columns)


def _month_columns(first: date, last: date, days: range) -> dict[str, pa.Array]:
    """Everything that goes by months: over whole numbers, as dates would take half a second."""
    starts = _month_starts(first.year - max(MONTHS_BACK) // 12, last.year + max(BIRTHDAYS))
    lengths = {index: starts[index + 1] - start for index, start in starts.items() if index + 1 in starts}
    placed = [(index, day - starts[index]) for day in days for index in (_month_index(day),)]
    columns = {
        f"{name}_months": _dates(starts[at + by] + min(offset, lengths[at + by] - 1) for at, offset in placed)
        for name, by in (
            *((f"plus_{n}", n) for n in MONTHS_AHEAD),
            *((f"minus_{n}", -n) for n in MONTHS_BACK),
        )
    }
    # A birthday is not clamped: born on 29 February, it is 1 March (CONTRACTS §3).
    columns |= {f"birthday_{n}": _dates(starts[at + 12 * n] + offset for at, offset in placed) for n in BIRTHDAYS}
    columns["reporting_year"] = pa.array([(at - APRIL) // 12 for at, _ in placed])
    columns["month_index"] = pa.array([at for at, _ in placed])
    return columns


def _month_starts(first_year: int, last_year: int) -> dict[int, int]:
    """Index of a month (years × 12 + months) → its first day, counted from 1 January 1970."""
    return {
        year * 12 + month - 1: (date(year, month, 1) - EPOCH).days
        for year in range(first_year, last_year + 2)
        for month in range(1, 13)
    }


def _month_index(day: int) -> int:
    found = date.fromordinal(day + EPOCH.toordinal())
    return found.year * 12 + found.month - 1


def _working_day_columns(days: range) -> dict[str, pa.Array]:
    since = EPOCH.toordinal()
    known = [ordinal - since for ordinal in working_days.working_day_ordinals()]
    counts = [bisect_right(known, day) for day in days]
    before = counts[0]
    columns = {
        "working_day": pa.array([int(known[count - 1] == day) for day, count in zip(days, counts, strict=True)]),
        "working_day_count": pa.array([count - before for count in counts]),
    }
    for number in WORKING_DAYS_AHEAD:
        ahead = (known[at] if (at := count - 1 + number) < len(known) else None for count in counts)
        columns[f"plus_{number}_working_days"] = _dates(ahead)
    return columns


def _dates(days: Iterable[int | None]) -> pa.Array:
    return pa.array(list(days), pa.int32()).cast(pa.date32())
