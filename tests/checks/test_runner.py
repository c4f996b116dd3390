"""The runner: finds and counts wrong rows, only where the tables are there, and says nothing of a child."""

from datetime import date

import pyarrow as pa
import pytest

from quarterday.checks import ALL, QUERY, AnyCheck, Check, run_checks
from quarterday.checks.extracts import EXTRACT_CHECKS
from quarterday.checks.generated import generated_checks
from quarterday.checks.rules import CHECKS
from quarterday.checks.windows import WINDOW_CHECKS
from quarterday.indicators.portable import refusals
from quarterday.records.tables import BY_NAME
from support.text_tables import rows

EXTRACT = date(2022, 3, 31)
HERE, THERE = "E99999999", "E06000001"


def records(authority: str = HERE, **texts: str) -> dict[str, pa.Table]:
    return {name: rows(BY_NAME[name], text, authority) for name, text in texts.items()}


def codes_found(held: dict[str, pa.Table]) -> set[str]:
    found = run_checks(held, extract_date=EXTRACT).table().to_pylist()
    return {row["code"] for row in found if row["wrong"]}


def test_every_check_is_written_by_hand_about_the_extract_or_generated() -> None:
    """The tests of each kind go through all of its checks: nothing in the runner's list is without its examples."""
    assert (*CHECKS, *EXTRACT_CHECKS, *WINDOW_CHECKS, *generated_checks()) == ALL


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_a_check_is_portable_sql(check: AnyCheck) -> None:
    sql = f"select t.authority from t where {check.wrong}" if isinstance(check, Check) else check.sql
    assert refusals(sql) == []


def test_a_finding_says_how_many_rows_are_wrong_of_how_many() -> None:
    held = records(
        children="child | ethnicity | date_of_birth\nAda | WBRI | 2010-01-01\nBen | | 2010-01-01\nCal | | 2010-01-01"
    )
    row = next(row for row in run_checks(held, extract_date=EXTRACT).table().to_pylist() if row["code"] == "QD-PE-01")
    assert row == {
        "code": "QD-PE-01",
        "grade": "query",
        "table": "children",
        "columns": "ethnicity",
        "says": "The ethnicity is missing.",
        "wrong": 2,
        "of": 3,
    }


def test_only_what_can_be_seen_is_checked() -> None:
    alone = run_checks(records(child_protection_visits="child | visit_date\nAda | 2021-09-01"), extract_date=EXTRACT)
    run = {finding.check.code for finding in alone.found}
    assert "QD-START-child_protection_visits" in run
    assert not run & {"QD-CP-05", "QD-ORPHAN-child_protection_visits.child_id", "QD-PE-01"}
    assert alone.wrong("QD-CP-05") == 0
    assert run_checks({}, extract_date=EXTRACT).found == ()


def test_no_rows_are_no_findings() -> None:
    empty = {name: table.empty() for name, table in BY_NAME.items()}
    assert codes_found(empty) == set()


def test_findings_are_blocking_where_figures_may_be_wrong() -> None:
    held = records(contacts="child | contact_date | source\nAda | 2021-09-01 | 5A\nAda | 2021-09-01 | 5A")
    assert not run_checks(held, extract_date=EXTRACT).blocking
    held = records(contacts="child | contact_date\nAda |")
    assert run_checks(held, extract_date=EXTRACT).blocking


def test_authorities_are_told_apart() -> None:
    here = records(HERE, children="child\nAda", child_protection_plans="child | start_date\nAda | 2021-01-01")
    there = records(THERE, children="child\nBen", child_protection_plans="child | start_date\nAda | 2021-01-01")
    held = {name: pa.concat_tables([here[name], there[name]]) for name in here}
    findings = run_checks(held, extract_date=EXTRACT)
    assert findings.wrong("QD-CP-01") == 0  # the same child id, but another child
    orphans = findings.rows("QD-ORPHAN-child_protection_plans.child_id").to_pylist()
    assert [(row["authority"], row["child_id"]) for row in orphans] == [(THERE, "Ada")]


@pytest.mark.parametrize("born", ["9999-12-31", "0001-01-01", "1900-01-01", "9982-02-28"])
def test_a_birth_beyond_every_calendar_is_a_finding_and_no_failure(born: str) -> None:
    held = records(
        children=f"child | date_of_birth\nAda | {born}",
        child_protection_plans="child | start_date\nAda | 2021-01-01",
        looked_after_episodes="child | start_date\nAda | 2021-01-01",
    )
    found = codes_found(held)
    assert ("QD-FUTURE-children.date_of_birth" in found) is born.startswith("99")
    assert ("QD-CP-02" in found) is not born.startswith("99")


def test_findings_hold_no_more_of_a_child_than_ids() -> None:
    marker = "Marker"
    held = records(
        children=f"child | ethnicity | nationality | date_of_birth\n{marker}Child | {marker}Ethnicity | {marker}Land | 2030-01-01",
        linked_identifiers=f"child | identifier_type | identifier_value\nA | UPN | {marker}Upn\nB | UPN | {marker}Upn",
        contacts=f"child | contact_date | source\n{marker}Nobody | | {marker}Source",
    )
    findings = run_checks(held, extract_date=EXTRACT)
    assert len([finding for finding in findings.found if finding.wrong]) > 5
    assert marker not in str(findings.table().to_pylist())
    for finding in findings.found:
        listed = findings.rows(finding.check.code)
        assert set(listed.column_names) <= {"authority", "child_id", *finding.check.on.key}


def test_a_check_of_ones_own_can_be_run() -> None:
    check = Check("MY-01", BY_NAME["children"], "sex = 'U'", ("sex",), "The sex is not known.", QUERY)
    findings = run_checks(records(children="child | sex\nAda | F\nBen | U"), extract_date=EXTRACT, checks=[check])
    assert findings.rows("MY-01")["child_id"].to_pylist() == ["Ben"]
    assert not findings.blocking
