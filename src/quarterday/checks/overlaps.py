"""Rows of one child that overlap in time, as a check."""

from quarterday.checks.language import QUERY, RowsCheck
from quarterday.records.table import Table


def overlapping(code: str, table: Table, says: str) -> RowsCheck:
    """Rows that start before an earlier row of the same child has ended."""
    never = "date '9999-12-31'"
    key = ", ".join(table.key)
    sql = (
        f"select t.* from (select a.*, max(coalesce({table.end}, {never})) over (partition by authority, child_id "
        f"order by {table.start}, coalesce({table.end}, {never}), {key} rows between unbounded preceding and "
        f"1 preceding) as reached from {table.name} a where child_id is not null and {table.start} is not null) t "
        f"where t.{table.start} < t.reached"
    )
    return RowsCheck(code, table, sql, (table.start, table.end), says, QUERY)
