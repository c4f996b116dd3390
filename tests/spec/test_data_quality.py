"""How far the records can be relied on (catalogue DQ-01 and DQ-02): specification by example."""

from datetime import date

from quarterday.checks import ALL, BLOCKING, Check
from quarterday.records.tables.child_protection import child_protection_plans, child_protection_visits
from quarterday.sections import BY_CODE, INDICATORS
from support.authority import Authority

records_failing, coverage = BY_CODE["DQ-01"], BY_CODE["DQ-02"]


def test_a_row_that_fails_several_blocking_checks_counts_once(authority: Authority) -> None:
    authority.extract_date = date(2022, 3, 31)
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2021-01-01 | 2021-06-01
        Ben   | 2022-06-01 | 2022-05-01  # ends before it starts, and starts after the extract: one failing row
        Cal   |            |             # without a start it is not a record
        """,
    )
    authority.holds(child_protection_visits, "child | visit_date\nAna | 2021-02-01")

    assert authority.says(records_failing, at="2021-09-30") == "2 of 4"
    assert (
        authority.says(records_failing, at="2021-09-30", breakdown="record_table", group="child_protection_visits")
        == "0 of 1"
    )


def test_without_rows_there_is_nothing_to_divide_by(authority: Authority) -> None:
    assert authority.says(records_failing, at="2021-09-30") == "z"


def test_every_blocking_check_is_one_of_single_rows(authority: Authority) -> None:
    """Failing rows are counted by predicates, so a check of blocking grade must be one."""
    assert all(isinstance(check, Check) for check in ALL if check.grade == BLOCKING)


def test_coverage_counts_the_indicators_whose_tables_and_history_are_there(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date | end_date\nAna | 2021-01-01 |")
    authority.covers_from["child_protection_plans"] = date(2020, 4, 1)

    with authority.computation() as computation:
        from quarterday.records.periods import snapshot, twelve_months_to

        day = date(2021, 9, 30)
        can = [
            each
            for each in INDICATORS
            if each is not coverage
            and not computation.why_not(each, twelve_months_to(day) if each.is_flow else snapshot(day))
        ]
    assert 0 < len(can) < len(INDICATORS) - 1
    assert authority.says(coverage, at="2021-09-30") == f"{len(can)} of {len(INDICATORS) - 1}"
    assert "CPP-15" not in {each.code for each in can}  # needs visits
    assert "CPP-01" in {each.code for each in can}


def test_after_the_extract_coverage_is_not_computable(authority: Authority) -> None:
    assert authority.says(coverage, at="2022-04-01") == "x"
