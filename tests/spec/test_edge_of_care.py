"""Help at the edge of care, placements sought and their price, specified by example from the rules."""

import pytest

from quarterday.records.tables.looked_after import legal_statuses, looked_after_episodes, placements
from quarterday.records.tables.people import children
from quarterday.records.tables.resources import interventions, placement_costs, placement_searches
from quarterday.sections.looked_after.indicators import (
    edge_of_care,
    edge_of_care_now,
    searches_without_offer,
    weekly_price,
)
from support.authority import Authority

DAY = "2021-09-30"


def test_children_helped_twelve_months_before_and_not_looked_after_since(authority: Authority) -> None:
    authority.holds(
        interventions,
        """
        child | start_date | edge_of_care | intervention
        Ana   | 2020-09-30 | Y            | RAFT   # twelve months ago to the day
        Ben   | 2020-07-01 | Y            | RAFT
        Cal   | 2020-07-01 | Y            | RAFT
        Dee   | 2020-07-01 | Y            |
        Eve   | 2020-06-30 | Y            | RAFT   # twelve months were up before the quarter
        Fay   | 2020-07-01 | N            | RAFT   # not meant to keep the child out of care
        Gus   | 2020-07-01 | Y            | RAFT
        Hal   |            | Y            | RAFT   # no start: not a record
        """,
    )
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason
        Ben   | 2020-12-01 | 2021-02-01 | S   # in care for a while since
        Cal   | 2021-07-02 |            | S   # after the twelve months
        Dee   | 2021-07-01 |            | S   # on their last day
        Gus   | 2020-12-01 |            | S   # short breaks only (R18)
        """,
    )
    authority.holds(legal_statuses, "child | start_date | legal_status\nGus | 2020-12-01 | V4")

    assert authority.lists(edge_of_care, period="2021-22-Q2") == ["Ana", "Cal", "Gus"]
    assert authority.says(edge_of_care, period="2021-22-Q2") == "3 of 5"
    assert authority.lists(edge_of_care_now, period="2021-22-Q2") == ["Ana", "Ben", "Cal", "Gus"]
    assert authority.says(edge_of_care, period="2021-22-Q2", breakdown="intervention", group="not known") == "0 of 1"
    assert authority.says(edge_of_care, period="2021-22-Q3") == "z"


def test_a_child_already_in_care_or_leaving_it_that_day(authority: Authority) -> None:
    authority.holds(
        interventions,
        """
        child | start_date | edge_of_care
        Ana   | 2020-07-01 | Y   # in care when it began
        Ben   | 2020-07-01 | Y   # left care that day
        Cal   | 2020-07-01 | Y   # 18 in the meantime: care ended then
        """,
    )
    authority.holds(children, "child | date_of_birth\nCal | 2003-01-01")
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason
        Ana   | 2020-06-01 | 2020-08-01 | S
        Ben   | 2020-06-01 | 2020-07-01 | S
        Cal   | 2020-08-01 |            | S
        """,
    )

    assert authority.lists(edge_of_care, period="2021-22-Q2") == ["Ben"]
    assert authority.lists(edge_of_care_now, period="2021-22-Q2") == ["Ana", "Ben", "Cal"]


@pytest.mark.parametrize("indicator", [edge_of_care, edge_of_care_now])
def test_without_interventions_nothing_is_said(authority: Authority, indicator: object) -> None:
    authority.holds(looked_after_episodes)

    assert authority.says(indicator, period="2021-22-Q2") == "x"  # type: ignore[arg-type]
    assert "interventions" in authority.why_not(indicator, period="2021-22-Q2")  # type: ignore[arg-type]


def test_searches_without_an_offer_by_the_day_needed(authority: Authority) -> None:
    authority.holds(
        placement_searches,
        """
        child | search_date | needed_date | offer_date | placement_type
        Ana   | 2021-06-01  | 2021-07-01  | 2021-07-01 | U6  # offered on the day
        Ben   | 2021-07-01  | 2021-07-10  | 2021-07-11 | K2  # a day late
        Cal   | 2021-07-01  | 2021-09-30  |            | K2  # never
        Dee   | 2021-07-01  |             |            | U6  # no day needed: cannot be judged
        Eve   | 2021-07-01  | 2021-10-01  |            | U6  # next quarter
        """,
    )

    assert authority.lists(searches_without_offer, period="2021-22-Q2") == ["Ben", "Cal"]
    assert authority.says(searches_without_offer, period="2021-22-Q2") == "2 of 3"
    home = authority.says(searches_without_offer, period="2021-22-Q2", breakdown="placement", group="children's home")
    assert home == "2 of 2"
    assert authority.says(searches_without_offer, period="2021-22-Q4") == "z"


def test_the_middle_price_of_placements_priced_that_day(authority: Authority) -> None:
    authority.holds(
        placements,
        """
        child | placement_id | start_date | placement_type
        Ana   | A            | 2021-01-01 | K2
        Ben   | B            | 2021-01-01 | K2
        Cal   | C            | 2021-01-01 | U6
        Dee   | D            | 2021-01-01 | U6
        """,
    )
    authority.holds(
        placement_costs,
        """
        child | placement_id | start_date | end_date   | weekly_price_pence
        Ana   | A            | 2021-01-01 | 2021-09-30 | 400000  # ended that day
        Ana   | A            | 2021-09-30 |            | 450050
        Ben   | B            | 2021-01-01 |            | 550000
        Cal   | C            | 2021-01-01 |            | 50000
        Dee   | D            | 2021-01-01 |            |         # no price
        """,
    )

    assert authority.says(weekly_price, at=DAY) == "4500.5"
    assert authority.says(weekly_price, at=DAY, breakdown="placement", group="children's home") == "5000.25"
    assert authority.says(weekly_price, at="2020-12-31") == "z"
