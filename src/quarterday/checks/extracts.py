"""Checks of an extract as a whole: beside the authority's previous one, and against its own rhythm."""

from collections.abc import Iterator
from datetime import date, timedelta

import pyarrow as pa

from quarterday.checks.language import QUERY, AnyCheck, Check, RowsCheck
from quarterday.records.months import add_months
from quarterday.records.table import AUTHORITY, DATE, Column, Table
from quarterday.records.tables import ALL

extracts = Table(
    name="extracts",
    meaning="The extract that is being checked, as a table of one row for each authority; never kept.",
    columns=(
        Column("previous_extract_date", DATE, meaning="Date of the authority's previous extract; blank = none."),
        Column("expected_by", DATE, meaning="Last day on which the next extract was to be expected."),
        Column("loaded_date", DATE, meaning="The day of loading."),
        Column("quiet_since", DATE, meaning="A busy table is expected to have a row that begins on or after this day."),
        Column("busy_from", DATE, meaning="A year before that day: the time that tells whether a table is busy."),
    ),
)

BUSY = 12
"""Rows in a year, one a month, that make a table a busy one."""

MAY_FALL_SILENT = {"earlier_values", "employments", "establishment", "inspection_judgements", "placement_costs"}
"""Tables whose rows begin seldom, or never again."""


def extract_table(
    authority: str,
    extract_date: date,
    *,
    previous: date | None,
    loaded: date,
    longest_gap: int | None,
    longest_silence: int | None,
) -> pa.Table:
    """What the checks of an extract look at. The longest gap and silence are days from the settings; None: not asked."""
    quiet_since = None if longest_silence is None else extract_date - timedelta(days=longest_silence)
    row = {
        AUTHORITY: authority,
        "previous_extract_date": previous,
        "expected_by": None if previous is None or longest_gap is None else previous + timedelta(days=longest_gap),
        "loaded_date": loaded,
        "quiet_since": quiet_since,
        "busy_from": quiet_since and add_months(quiet_since, -12),
    }
    return pa.Table.from_pylist([row], schema=extracts.schema)


def _silences() -> Iterator[AnyCheck]:
    for table in ALL:
        if table.start and table.name not in MAY_FALL_SILENT:
            says = "No row begins after this one, though the table used to be busy: was all of it extracted?"
            sql = _newest_of_a_silent_table(table)
            yield RowsCheck(f"QD-SILENCE-{table.name}", table, sql, (table.start,), says, QUERY, ("extracts",))


def _newest_of_a_silent_table(table: Table) -> str:
    """The newest rows where they lie before the quiet time, and the year before it was busy, or all the time was."""
    begun = f"a.{table.start} is not null and a.{table.start} <= e.extract_date"
    return (
        f"select t.* from {table.name} t join (select a.authority, max(a.{table.start}) as newest, count(*) as ever, "
        f"sum(case when a.{table.start} >= x.busy_from then 1 else 0 end) as lately from {table.name} a "
        f"join extracts x on x.authority = a.authority cross join extract e where {begun} group by a.authority) s "
        f"on s.authority = t.authority and s.newest = t.{table.start} "
        "join extracts x on x.authority = t.authority where s.newest < x.quiet_since and "
        f"(s.lately >= {BUSY} or (s.lately = 0 and s.ever >= {BUSY}))"
    )


EXTRACT_CHECKS: tuple[AnyCheck, ...] = (
    Check(
        "QD-EX-01",
        extracts,
        "expected_by < extract_date",
        ("extract_date",),
        "The extract is dated long after the authority's previous one (setting 'longest extract gap'): was one missed?",
    ),
    Check(
        "QD-EX-02",
        extracts,
        "extract_date < previous_extract_date",
        ("extract_date",),
        "The extract is dated before the authority's previous one: older records replace newer ones.",
    ),
    Check(
        "QD-EX-03",
        extracts,
        "loaded_date < extract_date",
        ("extract_date",),
        "The extract is dated after the day of loading.",
    ),
    *_silences(),
)
