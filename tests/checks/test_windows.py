"""An extract of some years holds open work that began long before: whoever counts those years must be warned."""

from datetime import date, timedelta

import pyarrow as pa
import pytest

from quarterday.checks import ALL, AnyCheck, run_checks, years_table
from quarterday.checks.windows import MAY_BEGIN_EARLY
from quarterday.records.tables import ALL as TABLES
from quarterday.records.tables import BY_NAME
from support.plain_rows import CODE, EXTRACT, changed

EARLY = tuple(check for check in ALL if check.code.startswith("QD-EARLY-"))


def busy(days: int = 1) -> list[date]:
    """Forty-eight rows in each of the last two years, the earliest on 1 April 2020."""
    return [date(2020, 4, 1) + timedelta(days=days * n) for year in (0, 365) for n in range(year, year + 48)]


def asked(check: AnyCheck, days: list[date], tables: tuple[str, ...] | None = None) -> list[date]:
    """The days of the rows that a check finds."""
    rows = [changed(check.on, n, **{check.on.start: day}) for n, day in enumerate(days, start=1)]
    beside = years_table(CODE, EXTRACT, (check.on.name,) if tables is None else tables)
    records = {check.on.name: pa.Table.from_pylist(rows, schema=check.on.schema), "extract_years": beside}
    findings = run_checks(records, extract_date=EXTRACT, checks=[check])
    keys = {tuple(row[name] for name in check.on.key) for row in findings.rows(check.code).to_pylist()}
    found = [row[check.on.start] for row in rows if tuple(row[name] for name in check.on.key) in keys]
    assert findings.wrong(check.code) == len(found)
    return found


@pytest.mark.parametrize("check", EARLY, ids=lambda check: check.code)
def test_rows_that_begin_over_a_year_before_the_table_is_busy_are_asked_about(check: AnyCheck) -> None:
    assert asked(check, [*busy(), date(2019, 3, 31), date(2004, 10, 15)]) == [date(2019, 3, 31), date(2004, 10, 15)]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ([*busy(), date(2019, 4, 1)], []),  # the first day of the year before
        ([*busy()[1:], date(2015, 4, 1)], [date(2015, 4, 1)]),  # the other year is still a busy one
        ([*busy()[1:48], *busy()[49:], date(2015, 4, 1)], []),  # forty-seven rows a year: never busy
        ([*busy(), *[date(2015, 5, 1)] * 12], []),  # a quarter of the busiest year: full, and all between
        ([*busy(), *[date(2015, 5, 1)] * 11], [date(2015, 5, 1)] * 11),
        ([*busy(), date(204, 1, 1)], [date(204, 1, 1)]),  # a year with a digit missing
        ([*busy(), date(2023, 1, 1)], []),  # the future is another check's
        ([], []),
    ],
)
def test_the_years_are_told_apart_by_the_day(days: list[date], found: list[date]) -> None:
    check = next(each for each in EARLY if each.on is BY_NAME["contacts"])
    assert asked(check, days) == found


def test_a_table_whose_window_somebody_states_is_not_asked_about() -> None:
    check = next(each for each in EARLY if each.on is BY_NAME["contacts"])
    assert asked(check, [*busy(), date(2004, 10, 15)], tables=("referrals",)) == []
    assert asked(check, [*busy(), date(2004, 10, 15)], tables=()) == []


def test_every_table_with_a_start_is_asked_about_unless_it_may_begin_early() -> None:
    assert set(BY_NAME) >= MAY_BEGIN_EARLY
    assert {check.on.name for check in EARLY} == {table.name for table in TABLES if table.start} - MAY_BEGIN_EARLY
