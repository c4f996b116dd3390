"""How many rows of each table fail a blocking check: a row that fails several counts once (catalogue DQ-01)."""

from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa

from quarterday.checks.language import BLOCKING, AnyCheck, Check
from quarterday.checks.runner import ALL, checking_engine, with_child
from quarterday.records.table import AUTHORITY, Table
from quarterday.records.tables import BY_NAME

_SCHEMA = pa.schema(
    [(AUTHORITY, pa.string()), ("record_table", pa.string()), ("rows", pa.int64()), ("failing_rows", pa.int64())]
)


def failing_rows(records: Mapping[str, pa.Table], *, extract_date: date, checks: Sequence[AnyCheck] = ALL) -> pa.Table:
    """One row an authority and table that has rows: authority, record_table, rows, failing_rows."""
    tables = [BY_NAME[name] for name in records if name in BY_NAME]
    with checking_engine(records, extract_date) as engine:
        counted = [engine.query(_counting(table, checks)) for table in tables]
    return pa.concat_tables(part.cast(_SCHEMA) for part in counted) if counted else _SCHEMA.empty_table()


def _counting(table: Table, checks: Sequence[AnyCheck]) -> str:
    predicates = [
        f"({check.wrong})"
        for check in checks
        if isinstance(check, Check) and check.grade == BLOCKING and check.on.name == table.name
    ]
    fails = " or ".join(predicates) or "1 = 0"
    return (
        f"select authority, '{table.name}' as record_table, count(*) as rows, "
        f"sum(case when {fails} then 1 else 0 end) as failing_rows from ({with_child(table)}) checked group by authority"
    )
