"""Checks of where a table begins: an extract of some years holds open work that began long before, and not the rest."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

import pyarrow as pa

from quarterday.checks.language import QUERY, AnyCheck, RowsCheck
from quarterday.records.months import add_months
from quarterday.records.table import AUTHORITY, DATE, INTEGER, TEXT, Column, Table
from quarterday.records.tables import ALL

YEARS = 40
"""How far back the years are told apart; whatever began before lies in the last one."""

BUSIEST, FULL = 48, 4
"""Only a table with so many rows in its busiest year is asked about; a year with a quarter of those counts as full."""

MAY_BEGIN_EARLY = {"earlier_values", "employments", "establishment", "inspection_judgements", "placement_costs"}
"""Tables whose rows say since when something is so, not when it happened."""

extract_years = Table(
    name="extract_years",
    meaning="The years before the extract, for each table of which nobody has said from when it is complete; never kept.",
    columns=(
        Column("record_table", TEXT, meaning="Name of the table."),
        Column("years_before", INTEGER, meaning="0 the year that ends with the extract."),
        Column("first_day", DATE, meaning="First day of the year."),
        Column("last_day", DATE, meaning="Last day of the year."),
    ),
)


def years_table(authority: str, extract_date: date, tables: Collection[str]) -> pa.Table:
    """The years before an extract, once for each of the tables."""
    ends = [add_months(extract_date, -12 * years) for years in range(YEARS + 1)]
    rows = [
        {
            AUTHORITY: authority,
            "record_table": table,
            "years_before": years,
            "first_day": date.min if years == YEARS - 1 else ends[years + 1] + timedelta(days=1),
            "last_day": ends[years],
        }
        for table in sorted(tables)
        for years in range(YEARS)
    ]
    return pa.Table.from_pylist(rows, schema=extract_years.schema)


def _window_checks() -> Iterator[AnyCheck]:
    for table in ALL:
        if table.start and table.name not in MAY_BEGIN_EARLY:
            says = (
                "This row begins over a year before the table becomes busy. If the extract is complete only from a later "
                "day, load it with --covers-from DAY: else figures of the time before are too low."
            )
            yield RowsCheck(
                f"QD-EARLY-{table.name}", table, _early_rows(table), (table.start,), says, QUERY, (extract_years.name,)
            )


def _early_rows(table: Table) -> str:
    """Rows of years before the one that comes before the earliest full year."""
    placed = (
        f"{table.name} a join extract_years y on y.authority = a.authority and y.record_table = '{table.name}' "
        f"and a.{table.start} between y.first_day and y.last_day"
    )
    return (
        f"with years as (select a.authority, y.years_before, count(*) as begun from {placed} "
        "group by a.authority, y.years_before), "
        "busiest as (select authority, max(begun) as begun from years group by authority), "
        "full_years as (select y.authority, max(y.years_before) as earliest from years y "
        f"join busiest b on b.authority = y.authority where y.begun * {FULL} >= b.begun and b.begun >= {BUSIEST} "
        "group by y.authority) "
        f"select a.* from {placed} join full_years f on f.authority = a.authority where y.years_before > f.earliest + 1"
    )


WINDOW_CHECKS: tuple[AnyCheck, ...] = tuple(_window_checks())
