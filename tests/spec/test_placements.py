"""Placements of looked-after children: their mix and their stability, specified by example from the rules."""

import pytest

from quarterday.records.tables.looked_after import looked_after_episodes, placements
from quarterday.records.tables.people import children
from quarterday.sections.looked_after.indicators import (
    external_fostering,
    in_house_fostering,
    providers,
    residential,
    same_carer,
    three_placements,
)
from quarterday.sections.looked_after.indicators import placements as placement_mix
from support.authority import Authority

DAY = "2021-09-30"


def _in_care(authority: Authority, *names: str, since: str = "2018-01-01") -> None:
    rows = "\n".join(f"{name} | {since} | S" for name in names)
    authority.holds(looked_after_episodes, f"child | start_date | start_reason\n{rows}")


def test_placements_divide_the_children_looked_after_by_group_and_provider(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon", "Kay"])
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type | provider
        Ana   | 2020-01-01 |            | U4             | PR1
        Ben   | 2020-01-01 |            | U1             | PR1
        Cal   | 2020-01-01 |            | U6             | PR4
        Dee   | 2020-01-01 |            | U6             | PR2  # another authority's carer: neither in-house nor agency
        Eve   | 2020-01-01 |            | K2             | PR4
        Fay   | 2020-01-01 |            | K1             | PR2  # secure: shown apart
        Gus   | 2020-01-01 |            | T1             | PR1  # temporary: other (R20)
        Hal   | 2020-01-01 | 2021-09-30 | U4             | PR1  # ended that day: not known where
        Ida   | 2020-01-01 |            |                |      # type and provider not recorded
        Jon   | 2020-01-01 |            | U4             | PR1  # of two open placements the latest counts
        Jon   | 2021-01-01 |            | A6             | PR5
        Zoe   | 2020-01-01 |            | U4             | PR1  # not looked after
        """,
    )

    def placed(group: str) -> str:
        return authority.says(placement_mix, at=DAY, breakdown="placement", group=group)

    def provided(group: str) -> str:
        return authority.says(providers, at=DAY, breakdown="provider", group=group)

    assert placed("foster: other carer") == "3 of 11"
    assert placed("foster: relative or friend") == "1 of 11"
    assert placed("children's home") == "1 of 11"
    assert placed("secure home") == "1 of 11"
    assert placed("other") == "1 of 11"
    assert placed("placed for adoption") == "1 of 11"
    assert placed("not known") == "3 of 11"  # Hal, Ida and Kay
    assert authority.says(placement_mix, at=DAY, breakdown="placement (subtotal)", group="foster (all)") == "4 of 11"
    assert authority.says(placement_mix, at=DAY) == "11 of 11"
    assert provided("own provision") == "3 of 11"
    assert provided("private") == "2 of 11"
    assert provided("another authority") == "2 of 11"
    assert provided("voluntary") == "1 of 11"
    assert provided("not known") == "3 of 11"
    assert authority.lists(in_house_fostering, at=DAY) == ["Ana", "Ben"]
    assert authority.lists(external_fostering, at=DAY) == ["Cal"]
    assert authority.says(residential, at=DAY) == "1 of 11"


@pytest.mark.parametrize("indicator", [placement_mix, providers, in_house_fostering, external_fostering, residential])
def test_shares_of_nobody_have_no_denominator(authority: Authority, indicator: object) -> None:
    authority.holds(looked_after_episodes)
    authority.holds(placements)

    assert authority.says(indicator, at=DAY) == "z"  # type: ignore[arg-type]


def test_without_placements_their_mix_is_not_computable(authority: Authority) -> None:
    _in_care(authority, "Ana")

    assert authority.says(placement_mix, at=DAY) == "x"
    assert "placements" in authority.why_not(placement_mix, at=DAY)


def test_three_placements_in_the_twelve_months_the_first_of_them_open_at_their_start(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee", "Eve"])
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type
        Ana   | 2019-01-01 | 2020-10-01 | U6  # still open when the twelve months began
        Ana   | 2020-10-01 | 2021-05-01 | U6
        Ana   | 2021-05-01 |            | U6
        Ben   | 2019-01-01 | 2020-09-30 | U6  # ended the day before they began
        Ben   | 2020-09-30 | 2021-05-01 | U6
        Ben   | 2021-05-01 |            | U6
        Cal   | 2019-01-01 | 2021-05-01 | U6
        Cal   | 2021-05-01 | 2021-05-01 | U6  # less than a day (R19)
        Cal   | 2021-05-01 |            | U6
        Dee   | 2019-01-01 | 2021-05-01 | U6
        Dee   | 2021-05-01 | 2021-05-02 | K2  # a day and a night count
        Dee   | 2021-05-02 |            | U6
        Eve   | 2019-01-01 | 2021-05-01 | U6
        Eve   | 2021-05-01 | 2021-06-01 | U6
        Eve   | 2021-10-01 |            | U6  # after the date
        """,
    )

    assert authority.lists(three_placements, at=DAY) == ["Ana", "Dee"]
    assert authority.says(three_placements, at=DAY) == "2 of 5"


def test_the_twelve_months_to_28_february_begin_on_29_february(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben")
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type
        Ana   | 2019-01-01 | 2020-02-29 | U6  # within the twelve months, on their first day
        Ana   | 2020-02-29 | 2020-05-01 | U6
        Ana   | 2020-05-01 |            | U6
        Ben   | 2019-01-01 | 2020-02-28 | U6  # before them
        Ben   | 2020-02-28 | 2020-05-01 | U6
        Ben   | 2020-05-01 |            | U6
        """,
    )

    assert authority.lists(three_placements, at="2021-02-28") == ["Ana"]
    assert authority.lists(three_placements, at="2021-03-01") == []


def test_temporary_placements_and_changes_with_the_same_carer_are_no_moves(authority: Authority) -> None:
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | placement_id
        Ana   | 2018-01-01 | 2021-02-01 | S            | A1
        Ana   | 2021-02-01 | 2021-03-01 | T            | A2  # the same carer, now long term
        Ana   | 2021-03-01 |            | P            | A3
        Ben   | 2018-01-01 | 2021-02-01 | S            | B1
        Ben   | 2021-02-01 | 2021-03-01 | U            | B2  # same carer, new status as well
        Ben   | 2021-03-01 |            | P            | B3
        Cal   | 2018-01-01 | 2021-02-01 | S            | C1
        Cal   | 2021-02-01 | 2021-02-05 | P            | C2  # in hospital
        Cal   | 2021-02-05 |            | P            | C3
        Dee   | 2018-01-01 | 2021-02-01 | S            | D1
        Dee   | 2021-02-01 | 2021-03-01 | P            | D2
        Dee   | 2021-03-01 |            | P            | D3  # adopted by the carer: no move
        Eve   | 2018-01-01 | 2021-02-01 | S            | E1
        Eve   | 2021-02-01 | 2021-03-01 | P            | E2
        Eve   | 2021-03-01 |            | P            | E3  # placed for adoption with others: a move
        """,
    )
    authority.holds(
        placements,
        """
        child | placement_id | start_date | end_date   | placement_type
        Ana   | A1           | 2018-01-01 | 2021-02-01 | U6
        Ana   | A2           | 2021-02-01 | 2021-03-01 | U4
        Ana   | A3           | 2021-03-01 |            | U6
        Ben   | B1           | 2018-01-01 | 2021-02-01 | U6
        Ben   | B2           | 2021-02-01 | 2021-03-01 | U4
        Ben   | B3           | 2021-03-01 |            | U6
        Cal   | C1           | 2018-01-01 | 2021-02-01 | U6
        Cal   | C2           | 2021-02-01 | 2021-02-05 | T1
        Cal   | C3           | 2021-02-05 |            | U6
        Dee   | D1           | 2018-01-01 | 2021-02-01 | U6
        Dee   | D2           | 2021-02-01 | 2021-03-01 | U6
        Dee   | D3           | 2021-03-01 |            | A5
        Eve   | E1           | 2018-01-01 | 2021-02-01 | U6
        Eve   | E2           | 2021-02-01 | 2021-03-01 | U6
        Eve   | E3           | 2021-03-01 |            | A6
        """,
    )

    assert authority.lists(three_placements, at=DAY) == ["Eve"]


def test_placements_of_an_earlier_period_of_care_in_the_year_count(authority: Authority) -> None:
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | end_reason
        Ana   | 2021-01-01 | 2021-03-01 | S            | E4A
        Ana   | 2021-06-01 |            | S            |
        """,
    )
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type
        Ana   | 2021-01-01 | 2021-02-01 | U6
        Ana   | 2021-02-01 | 2021-03-01 | U6
        Ana   | 2021-06-01 |            | U6
        """,
    )

    assert authority.says(three_placements, at=DAY) == "1 of 1"


def test_who_has_had_the_same_carer_for_two_years(authority: Authority) -> None:
    authority.holds(
        children,
        """
        child | date_of_birth
        Ana   | 2010-01-01
        Ben   | 2010-01-01
        Cal   | 2010-01-01
        Dee   | 2005-09-30  # sixteen that day: left out
        Eve   | 2005-10-01  # sixteen the day after
        Fay   | 2010-01-01
        Gus   | 2010-01-01
        """,
    )
    _in_care(authority, "Ana", "Ben", "Dee", "Eve", "Hal")
    _in_care(authority, "Cal", since="2019-03-30")  # two and a half years that day
    _in_care(authority, "Fay", since="2019-03-31")  # clamped: two and a half years are 30 September too
    _in_care(authority, "Gus", since="2019-04-01")  # a day short
    authority.holds(
        placements,
        """
        child | start_date | end_date | placement_type
        Ana   | 2019-09-30 |          | U4  # two years that day
        Ben   | 2019-10-01 |          | U4  # a day short
        Cal   | 2019-03-30 |          | U4
        Dee   | 2018-01-01 |          | U4
        Eve   | 2018-01-01 |          | U4
        Fay   | 2021-01-01 |          | U4
        Gus   | 2019-04-01 |          | U4
        Hal   | 2018-01-01 |          | U4  # no record of the child: not known to be under 16
        """,
    )

    assert authority.lists(same_carer, at=DAY) == ["Ana", "Cal", "Eve"]
    assert authority.says(same_carer, at=DAY) == "3 of 5"


def test_the_same_carer_through_changes_temporary_placements_and_adoption(authority: Authority) -> None:
    names = ["Ana", "Ben", "Cal", "Dee", "Eve", "Fay"]
    authority.holds(children, "child | date_of_birth\n" + "\n".join(f"{name} | 2014-01-01" for name in names))
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | placement_id
        Ana   | 2018-01-01 | 2021-02-01 | S            | A1
        Ana   | 2021-02-01 |            | T            | A2
        Ben   | 2018-01-01 | 2021-09-28 | S            | B1
        Ben   | 2021-09-28 |            | P            | B2
        Cal   | 2018-01-01 | 2021-02-01 | S            | C1
        Cal   | 2021-02-01 |            | P            | C2
        Dee   | 2018-01-01 | 2020-01-01 | S            | D1
        Dee   | 2020-01-01 | 2021-02-01 | P            | D2
        Dee   | 2021-02-01 |            | P            | D3
        Eve   | 2018-01-01 | 2021-02-01 | S            | E1
        Eve   | 2021-02-01 |            | P            | E2
        Fay   | 2018-01-01 |            | S            | F1
        """,
    )
    authority.holds(
        placements,
        """
        child | placement_id | start_date | end_date   | placement_type
        Ana   | A1           | 2018-01-01 | 2021-02-01 | U6
        Ana   | A2           | 2021-02-01 |            | U4  # the same carer, now long term
        Ben   | B1           | 2018-01-01 | 2021-09-28 | U4
        Ben   | B2           | 2021-09-28 |            | T1  # in hospital that day: the carer is still the carer
        Cal   | C1           | 2018-01-01 | 2021-02-01 | U6
        Cal   | C2           | 2021-02-01 |            | A6  # placed for adoption: that and the placement before count
        Dee   | D1           | 2018-01-01 | 2020-01-01 | U6
        Dee   | D2           | 2020-01-01 | 2021-02-01 | U6  # together with the adopters less than two years
        Dee   | D3           | 2021-02-01 |            | A4
        Eve   | E1           | 2018-01-01 | 2021-02-01 | U6
        Eve   | E2           | 2021-02-01 |            | U6  # a move
        """,
    )

    assert authority.lists(same_carer, at=DAY) == ["Ana", "Ben", "Cal"]
    assert authority.says(same_carer, at=DAY) == "3 of 6"


def test_nobody_in_care_for_two_and_a_half_years_leaves_no_denominator(authority: Authority) -> None:
    _in_care(authority, "Ana", since="2021-01-01")
    authority.holds(placements)

    assert authority.says(same_carer, at=DAY) == "z"
