"""Placements far from home, over two years, ended by carers, and of siblings, specified by example from the rules."""

from datetime import date

import pytest

from quarterday.records.tables.around_care import own_postcode_districts
from quarterday.records.tables.leaving_care import permanence
from quarterday.records.tables.looked_after import legal_statuses, looked_after_episodes, placements
from quarterday.sections.looked_after.placement_indicators import (
    ended_by_carer,
    far_and_outside,
    far_from_home,
    kinship,
    outside_authority,
    siblings_together,
    three_placements_two_years,
)
from support.authority import Authority

DAY = "2021-09-30"


def _in_care(authority: Authority, *names: str, since: str = "2018-01-01", until: str = "") -> None:
    rows = "\n".join(f"{name} | {since} | {until} | S" for name in names)
    authority.holds(looked_after_episodes, f"child | start_date | end_date | start_reason\n{rows}")


def test_kinship_is_fostering_by_a_relative_or_friend(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", "Cal", "Dee", "Eve")
    authority.holds(
        placements,
        """
        child | start_date | placement_type | provider
        Ana   | 2020-01-01 | U1             | PR1
        Ben   | 2020-01-01 | U2             | PR4
        Cal   | 2020-01-01 | U3             |
        Dee   | 2020-01-01 | U4             | PR1   # not related
        """,
    )

    assert authority.says(kinship, at=DAY) == "3 of 5"  # Eve's placement is not known: in the denominator


def test_a_placement_is_far_from_home_beyond_twenty_miles(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", "Cal", "Dee", "Eve", "Fay")
    authority.holds(
        placements,
        """
        child | start_date | distance_miles | postcode_district
        Ana   | 2020-01-01 | 20.0           | SO14
        Ben   | 2020-01-01 | 20.1           | SO14
        Cal   | 2020-01-01 | 20.1           | PO30  # far, and inside the authority
        Dee   | 2020-01-01 | 999.9          | SO14  # stands for not known (R21)
        Eve   | 2020-01-01 |                | PO30
        Fay   | 2020-01-01 | 150.0          |       # far, and who knows where
        """,
    )
    authority.holds(own_postcode_districts, "district\nPO30")

    assert authority.lists(far_from_home, at=DAY) == ["Ben", "Cal", "Fay"]
    assert authority.says(far_from_home, at=DAY) == "3 of 6"
    assert authority.says(far_from_home, at=DAY, breakdown="distance", group="not known") == "0 of 2"
    assert authority.lists(far_and_outside, at=DAY) == ["Ben"]
    assert authority.says(far_and_outside, at=DAY) == "1 of 6"
    assert authority.lists(outside_authority, at=DAY) == ["Ana", "Ben", "Dee"]
    assert authority.says(outside_authority, at=DAY, breakdown="area", group="not known") == "0 of 1"


def test_without_its_districts_nobody_knows_where_the_authority_lies(authority: Authority) -> None:
    _in_care(authority, "Ana")
    authority.holds(placements, "child | start_date | postcode_district\nAna | 2020-01-01 | SO14")

    for indicator in (far_and_outside, outside_authority):
        assert authority.says(indicator, at=DAY) == "x"
        assert "own_postcode_districts" in authority.why_not(indicator, at=DAY)
    assert authority.says(far_from_home, at=DAY) == "0 of 1"


def test_three_placements_in_two_years_of_those_in_care_for_two_years(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", "Cal")
    _in_care(authority, "Dee", since="2019-09-30")  # two years to the day
    _in_care(authority, "Eve", since="2019-10-01")  # a day short
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type
        Ana   | 2018-01-01 | 2019-10-01 | U6  # still open when the two years began
        Ana   | 2019-10-01 | 2020-05-01 | U6
        Ana   | 2020-05-01 |            | U6
        Ben   | 2018-01-01 | 2019-09-30 | U6  # ended the day on which they began
        Ben   | 2019-09-30 | 2020-05-01 | U6
        Ben   | 2020-05-01 |            | U6
        Cal   | 2018-01-01 | 2020-05-01 | U6
        Cal   | 2020-05-01 | 2020-06-01 | T4  # temporary: no move (R19)
        Cal   | 2020-06-01 |            | K2
        Dee   | 2019-09-30 | 2020-05-01 | U6
        Dee   | 2020-05-01 | 2020-06-01 | U6
        Dee   | 2020-06-01 |            | U6
        Eve   | 2019-10-01 | 2020-05-01 | U6
        Eve   | 2020-05-01 | 2020-06-01 | U6
        Eve   | 2020-06-01 |            | U6
        """,
    )

    assert authority.lists(three_placements_two_years, at=DAY) == ["Ana", "Dee"]
    assert authority.says(three_placements_two_years, at=DAY) == "2 of 4"


def test_two_years_of_placements_need_two_years_of_records(authority: Authority) -> None:
    _in_care(authority, "Ana")
    authority.holds(placements, "child | start_date | placement_type\nAna | 2019-10-01 | U6")
    authority.covers_from = {"placements": date(2019, 10, 1)}

    assert authority.says(three_placements_two_years, at=DAY) == "x"
    assert "placements from 2019-09-30" in authority.why_not(three_placements_two_years, at=DAY)
    assert authority.says(three_placements_two_years, at="2021-10-01") == "0 of 1"


def test_a_stay_with_a_carer_ends_when_the_child_goes_to_another(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", "Dee")
    _in_care(authority, "Cal", until="2021-08-01")
    _in_care(authority, "Eve", until="2021-07-01")
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type | provider | change_reason
        Ana   | 2020-01-01 | 2021-07-01 | U6             | PR1      | CREQB   # the quarter's first day
        Ana   | 2021-07-01 | 2021-09-30 | U6             | PR4      | CREQO   # and its last
        Ana   | 2021-09-30 |            | K2             | PR4      |
        Ben   | 2020-01-01 | 2021-08-01 | U6             | PR1      | CREQB   # away for a while, then back: no end (R19)
        Ben   | 2021-08-01 | 2021-08-15 | T3             | PR1      |
        Ben   | 2021-08-15 |            | U6             | PR1      |
        Cal   | 2020-01-01 | 2021-08-01 | U6             | PR1      |         # the end of care, without a reason
        Dee   | 2020-01-01 | 2021-08-01 | U6             | PR1      | CARPL
        Dee   | 2021-08-01 | 2021-08-01 | K2             | PR4      | CREQB   # less than a day
        Dee   | 2021-08-01 | 2021-10-01 | K2             | PR4      | CREQB   # a day after the quarter
        Eve   | 2020-01-01 | 2021-09-01 | U6             | PR1      | CREQB   # recorded on after care: not ended in it
        """,
    )

    assert authority.says(ended_by_carer, period="2021-22-Q2") == "2 of 4"
    assert authority.lists(ended_by_carer, period="2021-22-Q2") == ["Ana", "Ana"]
    assert authority.says(ended_by_carer, period="2021-22-Q2", breakdown="provider", group="own provision") == "1 of 3"
    assert authority.says(ended_by_carer, period="2020-21") == "z"


def test_siblings_are_together_with_one_and_apart_from_none(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus"])
    authority.holds(
        permanence,
        """
        child | part_of_sibling_group | siblings_placed_together | siblings_placed_apart
        Ana   | 1                     | 2                        | 0
        Ben   | 1                     | 2                        |    # none recorded elsewhere
        Cal   | 1                     | 2                        | 1  # with one, apart from another
        Dee   | 1                     | 1                        | 0  # counts only herself
        Eve   | 1                     |                          |    # not known: stays in the denominator
        Fay   | 0                     | 2                        | 0  # no siblings in care
        Gus   | 1                     | 1                        | 2  # an earlier row
        Gus   | 1                     | 3                        | 0
        Zoe   | 1                     | 2                        | 0  # not looked after
        """,
    )

    assert authority.lists(siblings_together, at=DAY) == ["Ana", "Ben", "Gus"]
    assert authority.says(siblings_together, at=DAY) == "3 of 6"


@pytest.mark.parametrize("indicator", [kinship, far_from_home, three_placements_two_years, siblings_together])
def test_shares_of_nobody_have_no_denominator(authority: Authority, indicator: object) -> None:
    _in_care(authority, "Ana")
    authority.holds(legal_statuses, "child | legal_status | start_date\nAna | V4 | 2018-01-01")  # short breaks (R18)
    authority.holds(placements, "child | start_date | placement_type\nAna | 2018-01-01 | U1")
    authority.holds(permanence, "child | part_of_sibling_group\nAna | 1")

    assert authority.says(indicator, at=DAY) == "z"  # type: ignore[arg-type]


def test_without_records_of_permanence_nothing_is_said_of_siblings(authority: Authority) -> None:
    _in_care(authority, "Ana")

    assert authority.says(siblings_together, at=DAY) == "x"
    assert "permanence" in authority.why_not(siblings_together, at=DAY)
