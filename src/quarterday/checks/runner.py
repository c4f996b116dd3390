"""Runs checks over records: parsing, finding, counting and reporting belong here, not to the checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from quarterday.checks.child_dates import child_dates
from quarterday.checks.extracts import EXTRACT_CHECKS
from quarterday.checks.generated import generated_checks
from quarterday.checks.language import BLOCKING, AnyCheck, Check, RowsCheck
from quarterday.checks.rules import CHECKS
from quarterday.checks.windows import WINDOW_CHECKS
from quarterday.engines import Engine
from quarterday.records.table import AUTHORITY, Table

ALL: tuple[AnyCheck, ...] = (*CHECKS, *EXTRACT_CHECKS, *WINDOW_CHECKS, *generated_checks())
"""Every check, those written by hand first."""

_SCHEMA = pa.schema(
    [
        ("code", pa.string()),
        ("grade", pa.string()),
        ("table", pa.string()),
        ("columns", pa.string()),
        ("says", pa.string()),
        ("wrong", pa.int64()),
        ("of", pa.int64()),
    ]
)


@dataclass(frozen=True)
class Finding:
    """What one check found: how many rows are wrong, of how many."""

    check: AnyCheck
    wrong: int
    of: int


class Findings:
    """The findings of a run; the wrong rows themselves on demand."""

    def __init__(self, found: Sequence[Finding], records: Mapping[str, pa.Table], extract_date: date) -> None:
        self.found = tuple(found)
        self._records = records
        self._extract_date = extract_date

    @property
    def blocking(self) -> bool:
        """Whether any finding is of blocking grade."""
        return any(finding.check.grade == BLOCKING and finding.wrong for finding in self.found)

    def table(self) -> pa.Table:
        """One row a check that was run: code, grade, table, columns, says, wrong, of."""
        rows = [
            {
                "code": finding.check.code,
                "grade": finding.check.grade,
                "table": finding.check.on.name,
                "columns": ", ".join(finding.check.columns),
                "says": finding.check.says,
                "wrong": finding.wrong,
                "of": finding.of,
            }
            for finding in self.found
        ]
        return pa.Table.from_pylist(rows, schema=_SCHEMA)

    def wrong(self, code: str) -> int:
        """How many rows a check found wrong; 0 where it was not run."""
        return sum(finding.wrong for finding in self.found if finding.check.code == code)

    def rows(self, code: str) -> pa.Table:
        """The keys (and child) of the rows that a check found wrong."""
        check = next(finding.check for finding in self.found if finding.check.code == code)
        names = [AUTHORITY, *check.on.key]
        if "child_id" in check.on.by_name and "child_id" not in names:
            names.append("child_id")
        with checking_engine(self._records, self._extract_date) as engine:
            return engine.query(f"select {', '.join(f'w.{name}' for name in names)} from ({_wrong_rows(check)}) w")


def run_checks(records: Mapping[str, pa.Table], *, extract_date: date, checks: Sequence[AnyCheck] = ALL) -> Findings:
    """Run every check whose tables are there; the checks of one table share one scan."""
    runnable = [check for check in checks if check.on.name in records and set(_reads(check)) <= set(records)]
    counted: dict[str, int] = {}
    with checking_engine(records, extract_date) as engine:
        for name in dict.fromkeys(check.on.name for check in runnable):
            plain = [check for check in runnable if isinstance(check, Check) and check.on.name == name]
            counted |= _count_together(engine, plain)
        for check in runnable:
            if isinstance(check, RowsCheck):
                answer = engine.query(f"select count(*) as wrong from ({check.sql}) w")
                counted[check.code] = answer["wrong"][0].as_py()
    found = [Finding(check, counted[check.code], records[check.on.name].num_rows) for check in runnable]
    return Findings(found, records, extract_date)


def _count_together(engine: Engine, checks: Sequence[Check]) -> dict[str, int]:
    if not checks:
        return {}
    terms = [f"sum(case when {check.wrong} then 1 else 0 end) as wrong_{n}" for n, check in enumerate(checks)]
    row = engine.query(f"select {', '.join(terms)} from ({with_child(checks[0].on)}) checked").to_pylist()[0]
    return {check.code: int(row[f"wrong_{n}"] or 0) for n, check in enumerate(checks)}


def _wrong_rows(check: AnyCheck) -> str:
    if isinstance(check, RowsCheck):
        return check.sql
    return f"select * from ({with_child(check.on)}) checked where {check.wrong}"


def with_child(table: Table) -> str:
    """SQL of a table's rows with `extract_date` and, where they name a child, its dates: what predicates may use."""
    if "child_id" not in table.by_name:
        return f"select t.*, e.extract_date from {table.name} t cross join extract e"
    return (
        f"select t.*, e.extract_date, d.born, d.year_before_birth, d.expected, d.eighteenth_birthday from {table.name} t "
        "cross join extract e left join child_dates d on d.authority = t.authority and d.child_id = t.child_id"
    )


def _reads(check: AnyCheck) -> tuple[str, ...]:
    return check.reads if isinstance(check, RowsCheck) else ()


def checking_engine(records: Mapping[str, pa.Table], extract_date: date) -> Engine:
    """An engine over records with what checks need beside them."""
    return Engine(
        {
            **records,
            "extract": pa.table({"extract_date": [extract_date]}),
            "child_dates": child_dates(records.get("children")),
        }
    )
