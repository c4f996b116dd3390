"""Worklists: what is due soon, then what is overdue, by team and worker."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from quarterday.records.tables.child_protection import (
    child_protection_plans,
    child_protection_reviews,
    child_protection_visits,
)
from quarterday.records.tables.people import children
from quarterday.records.tables.workforce import involvements, professionals, teams
from quarterday.reports.worklists import Worked, work_through, write_worklists
from quarterday.sections import BY_CODE
from support.authority import Authority

visits_in_time = BY_CODE["CPP-15"]
DAY = date(2021, 9, 30)


@pytest.fixture
def protected(authority: Authority) -> Authority:
    authority.holds(
        children, "child | date_of_birth\nAna | 2015-01-01\nBen | 2015-01-01\nCal | 2015-01-01\nDee | 2015-01-01"
    )
    authority.holds(teams, "team_id | name\nN | North Team\nS | South/Team")
    authority.holds(professionals, "professional_id | registration_number\nWn | SW1\nWs | SW2")
    authority.holds(
        involvements,
        """
        child | professional_id | team_id | role | start_date | end_date
        Ana   | Wn              | N       | CW   | 2021-01-01 |
        Ben   | Ws              | S       | CW   | 2021-01-01 |
        Cal   | Wn              | N       | CW   | 2021-01-01 | 2021-09-30  # ended: nobody holds Cal now
        """,
    )
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2021-08-01 |
        Ben   | 2021-08-01 |
        Cal   | 2021-08-01 |
        Dee   | 2021-08-01 | 2021-09-30  # ended on the day: on no list
        """,
    )
    authority.holds(
        child_protection_visits,
        """
        child | visit_date | child_seen
        Ana   | 2021-09-02 | Y           # due on 30 September: due soon, not overdue
        Ben   | 2021-09-01 | Y           # due the day before: overdue by one day
        Cal   | 2021-09-20 | Y           # due on 18 October: later than the next fourteen days
        """,
    )
    authority.holds(child_protection_reviews)
    return authority


def worked(authority: Authority, key: str) -> Worked:
    with authority.computation() as computation:
        lists, _ = work_through(computation, DAY)
    return next(each for each in lists if each.worklist.key == key)


def test_due_today_is_due_soon_and_due_yesterday_is_overdue(protected: Authority) -> None:
    items = worked(protected, "protection_visits").items

    assert [(item.subject, item.standing, item.cells[-1]) for item in items] == [
        ("Ana", "due soon", 0),
        ("Ben", "overdue", -1),
    ]


def test_team_and_worker_are_those_who_hold_the_child_on_the_day(protected: Authority) -> None:
    items = worked(protected, "review_conferences").items

    assert {(item.subject, item.team, item.worker) for item in items} == {
        ("Ana", "North Team", "Wn"),
        ("Ben", "South/Team", "Ws"),
        ("Cal", "not known", "not known"),
    }


def test_a_list_without_its_table_says_why_instead_of_being_empty(protected: Authority) -> None:
    with protected.computation() as computation:
        lists, missing = work_through(computation, DAY)

    assert "need_visits" not in {each.worklist.key for each in lists}
    assert any(each.startswith("Child in need visits: not computable") for each in missing)


def test_every_team_has_its_own_workbook_and_one_holds_everything(protected: Authority, tmp_path: Path) -> None:
    with protected.computation() as computation:
        lists, missing = work_through(computation, DAY)
    files = write_worklists(lists, DAY, tmp_path, missing=missing)

    assert sorted(path.name for path in files) == [
        "team-north-team.xlsx",
        "team-not-known.xlsx",
        "team-south-team.xlsx",
        "worklists.xlsx",
    ]
    north = openpyxl.load_workbook(tmp_path / "team-north-team.xlsx")
    rows = list(north["Protection visits"].iter_rows(min_row=3, values_only=True))
    assert rows[0][:4] == ("Team", "Worker", "Child", "Standing")
    assert [row[2] for row in rows[1:]] == ["Ana"]
    assert "Official-sensitive" in str(north["Notes"]["B4"].value)
    assert all(OpenXmlValidator().validate(str(path)).is_valid for path in files)


def test_all_that_is_overdue_is_listed(protected: Authority) -> None:
    items = worked(protected, "protection_visits").items
    late = 3 - int(protected.says(visits_in_time, at="2021-09-30").split(" of ")[0])

    assert sum(item.standing == "overdue" for item in items) == late == 1
