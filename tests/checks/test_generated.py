"""The checks that tables have from their own description: for each one a wrong row and right ones, made from its schema."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest

from quarterday.checks import ALL, AnyCheck, extract_table, run_checks
from quarterday.checks.extracts import BUSY, MAY_FALL_SILENT
from quarterday.checks.generated import KEPT_BEFORE_BIRTH, MAY_LIE_AHEAD, WITHOUT_CHILD, generated_checks
from quarterday.records.table import DATE, Table
from quarterday.records.tables import ALL as TABLES
from quarterday.records.tables import BY_NAME
from support.plain_rows import CODE, EXTRACT, changed, plain_row

OTHER = "E06000001"
BORN = date(2010, 6, 15)
GENERATED = tuple(generated_checks())
SILENCES = tuple(check for check in ALL if check.code.startswith("QD-SILENCE-"))


@dataclass
class Rows:
    """Rows to be checked: the first ones right, the last one wrong, and what is beside them."""

    right: list[dict[str, Any]]
    wrong: dict[str, Any]
    beside: dict[str, pa.Table]


def family_of(check: AnyCheck) -> str:
    return check.code.split("-")[1]


def rows_for(check: AnyCheck) -> Rows:
    """One wrong row for a generated check, and right ones that come close."""
    table, place = check.on, check.code.split("-", 2)[2]
    column = place.partition(".")[2]
    return {
        "START": lambda: _start(table),
        "ORDER": lambda: _order(table, *check.columns),
        "CHILD": lambda: _child(table),
        "BIRTH": lambda: _birth(table, *check.columns),
        "FUTURE": lambda: _future(table, column),
        "ORPHAN": lambda: _orphan(table, column),
        "CODE": lambda: _code(table, column),
    }[family_of(check)]()


def _start(table: Table) -> Rows:
    return Rows([plain_row(table, 1)], changed(table, 9, **{table.start: None}), {})


def _order(table: Table, first: str, last: str) -> Rows:
    day = date(2021, 6, 1)
    right = [
        changed(table, 1, **{first: day, last: day}),
        changed(table, 2, **{first: day, last: None}),
        changed(table, 3, **{first: None, last: day}),
    ]
    return Rows(right, changed(table, 9, **{first: day, last: day - timedelta(days=1)}), {})


def _child(table: Table) -> Rows:
    return Rows([plain_row(table, 1)], changed(table, 9, child_id=None), {})


def _birth(table: Table, first: str) -> Rows:
    children = [changed(BY_NAME["children"], 1, child_id="there", date_of_birth=BORN)]
    children.append(changed(BY_NAME["children"], 2, child_id="unborn", date_of_birth=None))
    early = date(2009, 6, 15)
    right = [
        changed(table, 1, **{first: early}),  # before the birth, as a pre-birth assessment is
        changed(table, 2, **{first: early - timedelta(days=1), "child_id": "unborn"}),
        changed(table, 3, **{first: None}),
    ]
    wrong = changed(table, 9, **{first: early - timedelta(days=1)})
    beside = pa.Table.from_pylist(children, schema=BY_NAME["children"].schema)
    return Rows(right, wrong, {"children": beside} if table.name != "children" else {})


def _future(table: Table, column: str) -> Rows:
    right = [changed(table, 1, **{column: EXTRACT}), changed(table, 2, **{column: None})]
    wrong = changed(table, 9, **{column: EXTRACT + timedelta(days=1)})
    return Rows([row for row in right if None not in [row[name] for name in table.key]], wrong, {})


def _orphan(table: Table, column: str) -> Rows:
    name, key = table.by_name[column].refers_to.split(".")
    target = BY_NAME[name]
    theirs = [changed(target, 1, **{key: "there"}), changed(target, 2, **{key: "elsewhere", "authority": OTHER})]
    right = [changed(table, 1, **{column: "there"})]
    if not table.by_name[column].key:
        right.append(changed(table, 2, **{column: None}))
    wrong = changed(table, 9, **{column: "elsewhere"})  # known to another authority only
    if name == table.name:
        return Rows([*right, *({**row, column: None} for row in theirs)], wrong, {})
    return Rows(right, wrong, {name: pa.Table.from_pylist(theirs, schema=target.schema)})


def _code(table: Table, column: str) -> Rows:
    codes = table.by_name[column].codes
    assert codes is not None
    right = [changed(table, place, **{column: value}) for place, value in enumerate(codes.labels, start=1)]
    if not table.by_name[column].key:
        right.append(changed(table, len(right) + 1, **{column: None}))
    return Rows(right, changed(table, 999, **{column: "no such code"}), {})


def found(check: AnyCheck, rows: Rows) -> list[tuple[Any, ...]]:
    """The keys of the rows that a check finds."""
    table = pa.Table.from_pylist([*rows.right, rows.wrong], schema=check.on.schema)
    findings = run_checks({**rows.beside, check.on.name: table}, extract_date=EXTRACT, checks=[check])
    assert findings.wrong(check.code) == findings.rows(check.code).num_rows
    return [tuple(row[name] for name in check.on.key) for row in findings.rows(check.code).to_pylist()]


@pytest.mark.parametrize("check", GENERATED, ids=lambda check: check.code)
def test_a_generated_check_finds_the_wrong_row_and_no_right_one(check: AnyCheck) -> None:
    rows = rows_for(check)
    assert found(check, rows) == [tuple(rows.wrong[name] for name in check.on.key)]
    assert rows.right


def wanted(table: Table) -> Iterator[str]:
    """The generated checks that a table's description asks for."""
    dates = [column.name for column in table.columns if column.kind == DATE]
    if table.start:
        yield f"QD-START-{table.name}"
    if table.end and (table.start or "start_date" in dates):
        yield f"QD-ORDER-{table.name}"
    if "child_id" in table.by_name and "child_id" not in table.key and table.name not in WITHOUT_CHILD:
        yield f"QD-CHILD-{table.name}"
    if "child_id" in table.by_name and (table.start or "start_date" in dates) and table.name not in KEPT_BEFORE_BIRTH:
        yield f"QD-BIRTH-{table.name}"
    for name in dates:
        if not {name, f"{name} of {table.name}"} & MAY_LIE_AHEAD:
            yield f"QD-FUTURE-{table.name}.{name}"
    for column in table.columns:
        if column.refers_to:
            yield f"QD-ORPHAN-{table.name}.{column.name}"
        if column.codes:
            yield f"QD-CODE-{table.name}.{column.name}"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_has_the_checks_that_its_description_asks_for(table: Table) -> None:
    assert {check.code for check in GENERATED if check.on is table} == set(wanted(table))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_column_named_as_another_tables_key_refers_to_it(table: Table) -> None:
    """Without `refers_to` nobody would notice an orphan."""
    homes = {other.key[0]: other.name for other in TABLES if len(other.key) == 1 and other.name != "immunisations"}
    for column in table.columns:
        if column.name in homes and homes[column.name] != table.name:
            assert homes[column.name] in _reached(column.refers_to)


def _reached(reference: str) -> list[str]:
    """The tables that a reference leads to: a child of a plan is a child, by the plan's own reference."""
    reached = []
    while reference:
        target, key = reference.split(".")
        reached.append(target)
        reference = BY_NAME[target].by_name[key].refers_to
    return reached


def test_an_exception_from_a_check_names_something_that_exists() -> None:
    names = {column.name for table in TABLES for column in table.columns}
    names |= {f"{column.name} of {table.name}" for table in TABLES for column in table.columns}
    assert names >= MAY_LIE_AHEAD
    assert set(BY_NAME) >= WITHOUT_CHILD | KEPT_BEFORE_BIRTH | MAY_FALL_SILENT


def silent(table: Table, days_before: list[int]) -> dict[str, pa.Table]:
    rows = [changed(table, n, **{table.start: EXTRACT - timedelta(days=d)}) for n, d in enumerate(days_before, start=1)]
    extract = extract_table(CODE, EXTRACT, previous=None, loaded=EXTRACT, longest_gap=100, longest_silence=45)
    return {table.name: pa.Table.from_pylist(rows, schema=table.schema), "extracts": extract}


@pytest.mark.parametrize("check", SILENCES, ids=lambda check: check.code)
def test_a_busy_table_that_stops_long_before_the_extract_is_asked_about(check: AnyCheck) -> None:
    every_month = [30 * month for month in range(BUSY + 1)]
    for days_before, asked in (
        ([days + 46 for days in every_month], 1),  # nothing for 46 days
        ([days + 45 for days in every_month], 0),  # a row on the last day allowed
        ([days + 46 for days in every_month][:-2], 0),  # never busy: eleven rows
        ([days + 800 for days in every_month], 1),  # silent for years
        ([*[days + 46 for days in every_month], 46], 2),  # two newest rows
        ([*[days + 46 for days in every_month], -3], 1),  # a date in the future is no newest row
        ([], 0),
    ):
        assert run_checks(silent(check.on, days_before), extract_date=EXTRACT, checks=[check]).wrong(check.code) == asked


def test_every_table_with_a_start_is_asked_about_unless_it_may_fall_silent() -> None:
    started = {table.name for table in TABLES if table.start}
    assert {check.on.name for check in SILENCES} == started - MAY_FALL_SILENT


def test_without_a_longest_silence_or_gap_in_the_settings_nobody_asks() -> None:
    table = BY_NAME["contacts"]
    records = silent(table, [30 * month + 46 for month in range(BUSY + 1)])
    records["extracts"] = extract_table(
        CODE, EXTRACT, previous=date(2019, 1, 1), loaded=EXTRACT, longest_gap=None, longest_silence=None
    )
    findings = run_checks(records, extract_date=EXTRACT)
    assert findings.wrong("QD-SILENCE-contacts") == findings.wrong("QD-EX-01") == 0
