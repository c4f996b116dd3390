"""Care leavers, specified by example from rule R22 and the catalogue."""

from datetime import date

import pytest

from quarterday.indicators import Indicator
from quarterday.records.tables.leaving_care import care_leavers
from quarterday.records.tables.looked_after import legal_statuses, looked_after_episodes, placements
from quarterday.records.tables.people import children
from quarterday.sections.looked_after.care_leaver_indicators import (
    active_at_17_and_18,
    active_at_19_to_21,
    in_touch,
    leavers_open,
    not_in_touch,
    pathway_plans,
    staying_put,
    suitable_at_17_and_18,
    suitable_at_19_to_21,
)
from support.authority import Authority

DAY = "2022-03-31"
YEAR = "2021-22"


def _aged(authority: Authority, **born: str) -> None:
    rows = "\n".join(f"{name} | {day}" for name, day in born.items())
    authority.holds(children, f"child | date_of_birth\n{rows}")


def test_care_leavers_are_relevant_or_former_relevant_young_people_out_of_care(authority: Authority) -> None:
    _aged(authority, **dict.fromkeys(("Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus", "Hal"), "2003-06-01"))
    _aged(authority, Ida="1997-03-31", Jon="1997-04-01")  # 25 that day; a day from 25
    authority.holds(
        care_leavers,
        """
        child | eligibility            | in_touch
        Ana   | Former relevant        | YES
        Ben   | Relevant               | NO
        Cal   | Eligible               | YES   # still looked after
        Dee   | Qualifying             | YES
        Eve   | No current eligibility |
        Fay   | Former relevant        | DIED
        Gus   | Former relevant        | RHOM  # at home for six months
        Hal   | Former relevant        | REFU  # refuses contact: still a care leaver
        Ida   | Former relevant        | YES
        Jon   | Former relevant        | YES
        """,
    )

    assert authority.lists(leavers_open, at=DAY) == ["Ana", "Ben", "Hal", "Jon"]
    assert authority.says(leavers_open, at=DAY) == "4"
    assert authority.says(leavers_open, at=DAY, breakdown="leaver_age", group="17 and 18") == "3"
    assert authority.says(leavers_open, at=DAY, breakdown="leaver_age", group="22 and over") == "1"
    assert authority.says(leavers_open, at=DAY, breakdown="eligibility", group="Relevant") == "1"


def test_a_care_leaver_is_one_from_the_day_care_last_ended(authority: Authority) -> None:
    _aged(authority, Ana="2003-06-01", Ben="2003-06-01", Cal="2003-06-01", Dee="2005-06-01")
    authority.holds(
        care_leavers, "child | eligibility\n" + "\n".join(f"{n} | Relevant" for n in ("Ana", "Ben", "Cal", "Dee"))
    )
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason
        Ana   | 2019-01-01 | 2020-10-01 | S
        Ben   | 2019-01-01 | 2020-01-01 | S
        Ben   | 2020-10-01 |            | S  # back in care, to the 18th birthday
        Cal   | 2019-01-01 |            | S  # the record goes on; care ends with the birthday (R04)
        Dee   | 2019-01-01 |            | S  # still looked after
        """,
    )

    assert authority.lists(leavers_open, at="2020-09-30") == []
    assert authority.lists(leavers_open, at="2020-10-01") == ["Ana"]
    assert authority.lists(leavers_open, at="2021-05-31") == ["Ana"]
    assert authority.lists(leavers_open, at="2021-06-01") == ["Ana", "Ben", "Cal"]


def test_of_several_rows_the_latest_contact_speaks(authority: Authority) -> None:
    _aged(authority, Ana="2002-06-01")
    authority.holds(
        care_leavers,
        """
        child | eligibility     | in_touch | latest_contact_date
        Ana   | Former relevant | YES      | 2021-06-01
        Ana   | Former relevant | NO       | 2021-05-01
        Ana   | Former relevant | NO       |
        """,
    )

    assert authority.says(leavers_open, at=DAY) == "1"
    assert authority.says(in_touch, period=YEAR) == "1 of 1"


def test_where_no_eligibility_is_recorded_thirteen_weeks_of_care_since_fourteen_count(authority: Authority) -> None:
    born = dict.fromkeys(("Ana", "Ben", "Cal", "Dee", "Eve", "Fay"), "2003-06-01")
    _aged(authority, **born)
    authority.holds(care_leavers, "child | in_touch\n" + "\n".join(f"{name} | YES" for name in born))
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason
        Ana   | 2019-05-02 | 2019-08-01 | S  # 91 days, some after the 16th birthday
        Ben   | 2019-05-03 | 2019-08-01 | S  # 90 days
        Cal   | 2017-06-01 | 2019-06-01 | S  # two years, to the 16th birthday and not beyond
        Dee   | 2017-01-01 | 2017-08-01 | S  # since the 14th birthday 61 days
        Dee   | 2019-07-01 | 2019-07-31 | S  # and 30 more: 91
        Eve   | 2017-06-01 | 2021-06-01 | S  # in short breaks (R18)
        """,
    )
    authority.holds(legal_statuses, "child | legal_status | start_date\nEve | V3 | 2017-01-01")

    assert authority.lists(leavers_open, at=DAY) == ["Ana", "Dee"]


def test_birthdays_of_the_period_from_the_17th_to_the_21st(authority: Authority) -> None:
    _aged(
        authority,
        Ana="2005-04-01",  # 16 and then 17: turned 17 on the next year's first day
        Ben="2005-03-31",  # 17 on the last day
        Cal="2004-04-01",  # 17 on the first day
        Dee="2000-06-01",  # 21
        Eve="1999-06-01",  # 22
        Fay="2004-02-29",  # 18 on 1 March 2022
    )
    names = ("Ana", "Ben", "Cal", "Dee", "Eve", "Fay")
    authority.holds(care_leavers, "child | eligibility | in_touch\n" + "\n".join(f"{n} | Relevant | YES" for n in names))
    authority.extract_date = date(2022, 4, 30)

    assert authority.lists(in_touch, period=YEAR) == ["Ben", "Cal", "Dee", "Fay"]
    assert authority.lists(in_touch, period="2022-03") == ["Ben", "Fay"]
    assert authority.says(in_touch, period="2022-02") == "z"
    assert authority.says(in_touch, period=YEAR, breakdown="leaver_age", group="19 to 21") == "1 of 1"


def test_nobody_is_a_care_leaver_while_in_care_or_before_it_or_after_death(authority: Authority) -> None:
    authority.holds(
        children,
        """
        child | date_of_birth | death_date
        Ana   | 2004-06-01    |
        Ben   | 2004-06-01    |
        Cal   | 2004-06-01    |
        Dee   | 2004-06-01    | 2021-06-01
        Eve   | 2004-06-01    | 2021-06-02
        """,
    )
    names = ("Ana", "Ben", "Cal", "Dee", "Eve")
    authority.holds(care_leavers, "child | eligibility | in_touch\n" + "\n".join(f"{n} | Relevant | YES" for n in names))
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason
        Ana   | 2019-01-01 | 2021-06-01 | S  # left on the birthday
        Ben   | 2019-01-01 | 2021-06-02 | S  # a day after it
        Cal   | 2021-06-02 | 2021-12-01 | S  # came into care after it
        """,
    )

    assert authority.lists(in_touch, period=YEAR) == ["Ana", "Eve"]


def test_who_is_in_touch_and_who_is_not(authority: Authority) -> None:
    names = ("Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus")
    _aged(authority, **dict.fromkeys(names, "2002-06-01"))
    authority.holds(
        care_leavers,
        """
        child | eligibility     | in_touch
        Ana   | Former relevant | YES
        Ben   | Former relevant | NO
        Cal   | Former relevant | REFU  # neither, and in the denominator
        Dee   | Former relevant | NREQ  # the same
        Eve   | Former relevant |       # not known: the same
        Fay   | Former relevant | DIED  # left out
        Gus   | Former relevant | RHOM  # left out
        """,
    )

    assert authority.lists(in_touch, period=YEAR) == ["Ana"]
    assert authority.lists(not_in_touch, period=YEAR) == ["Ben"]
    assert authority.says(in_touch, period=YEAR) == "1 of 5"
    assert authority.says(not_in_touch, period=YEAR) == "1 of 5"


def test_accommodation_leaves_out_who_is_abroad_or_nobody_knows_where(authority: Authority) -> None:
    names = ("Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus", "Hal")
    _aged(authority, **dict.fromkeys(names, "2002-06-01"), Ida="2003-06-01")
    authority.holds(
        care_leavers,
        """
        child | eligibility     | in_touch | accommodation | accommodation_suitability | activity
        Ana   | Former relevant | YES      | U             | 1                         | F1
        Ben   | Former relevant | YES      | W             | 2                         | P5
        Cal   | Former relevant | YES      | G             | 1                         | F2  # abroad
        Dee   | Former relevant | YES      | H             | 1                         | G5  # deported
        Eve   | Former relevant | NO       | R             |                           | 0   # not known where; not in touch
        Fay   | Former relevant | YES      |               |                           |     # nothing recorded: stays
        Gus   | Former relevant | YES      |               | 1                         | G4
        Hal   | Former relevant | RHOM     | B             | 1                         | F1  # left out
        Ida   | Former relevant | YES      | U             | 1                         | P3  # 18: in the other figure
        """,
    )

    assert authority.lists(suitable_at_19_to_21, period=YEAR) == ["Ana", "Gus"]
    assert authority.says(suitable_at_19_to_21, period=YEAR) == "2 of 4"
    assert authority.says(suitable_at_17_and_18, period=YEAR) == "1 of 1"
    assert authority.lists(active_at_19_to_21, period=YEAR) == ["Ana", "Ben", "Cal"]
    assert authority.says(active_at_19_to_21, period=YEAR) == "3 of 7"
    assert authority.says(active_at_17_and_18, period=YEAR) == "1 of 1"


def test_a_pathway_plan_is_reviewed_within_six_months(authority: Authority) -> None:
    names = ("Ana", "Ben", "Cal", "Dee", "Eve")
    _aged(authority, **dict.fromkeys(names, "2002-06-01"))
    authority.holds(
        care_leavers,
        """
        child | eligibility     | pathway_plan_review_date
        Ana   | Former relevant | 2021-09-30                # six months, clamped: 30 March, a day ago (R02)
        Ben   | Former relevant | 2021-10-01                # to 1 April
        Cal   | Former relevant | 2022-03-31                # that day
        Dee   | Former relevant | 2022-04-01                # tomorrow: none yet
        Eve   | Former relevant |
        """,
    )

    assert authority.lists(pathway_plans, at=DAY) == ["Ben", "Cal"]
    assert authority.says(pathway_plans, at=DAY) == "2 of 5"
    assert authority.says(pathway_plans, at="2021-12-31") == "x"  # the list keeps the latest review only

    authority.extract_date = date(2022, 3, 30)
    assert authority.lists(pathway_plans, at="2022-03-30") == ["Ana", "Ben"]


def test_staying_put_is_of_those_who_left_a_foster_carer_on_the_18th_birthday(authority: Authority) -> None:
    names = ("Ana", "Ben", "Cal", "Dee", "Eve")
    _aged(authority, **dict.fromkeys(names, "2003-06-01"), Fay="2001-06-01", Gus="2000-06-01", Hal="2003-06-01")
    authority.holds(
        care_leavers,
        "child | eligibility | accommodation\n"
        + "\n".join(f"{n} | Former relevant | {'U' if n == 'Ben' else 'Z'}" for n in (*names, "Fay", "Gus"))
        + "\nHal | Former relevant |",
    )
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | end_reason
        Ana   | 2019-01-01 | 2021-06-01 | S            | E17
        Ben   | 2019-01-01 |            | S            |      # the birthday ends it
        Cal   | 2019-01-01 | 2021-05-31 | S            | E5   # a day before it
        Dee   | 2019-01-01 | 2021-06-01 | S            | E5
        Eve   | 2019-01-01 | 2021-06-01 | S            | E5
        Fay   | 2017-01-01 | 2019-06-01 | S            | E17  # 20 in the year
        Gus   | 2017-01-01 | 2018-06-01 | S            | E17  # 21
        Hal   | 2019-01-01 | 2021-06-01 | S            | E17
        """,
    )
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type
        Ana   | 2019-01-01 | 2021-06-01 | U4
        Ben   | 2019-01-01 |            | U1
        Cal   | 2019-01-01 | 2021-05-31 | U4
        Dee   | 2019-01-01 | 2021-01-01 | U4
        Dee   | 2021-01-01 | 2021-06-01 | K2  # left from a children's home
        Eve   | 2019-01-01 | 2021-05-31 | U4  # placed nowhere on the last day
        Fay   | 2017-01-01 | 2019-06-01 | U6
        Gus   | 2017-01-01 | 2018-06-01 | U6
        Hal   | 2019-01-01 | 2021-06-01 | U6  # where he lives is not recorded: in the denominator
        """,
    )

    assert authority.lists(staying_put, period=YEAR) == ["Ana", "Fay"]
    assert authority.says(staying_put, period=YEAR) == "2 of 4"


EVENTS = (
    in_touch,
    not_in_touch,
    suitable_at_19_to_21,
    suitable_at_17_and_18,
    active_at_19_to_21,
    active_at_17_and_18,
)


@pytest.mark.parametrize("indicator", EVENTS, ids=lambda each: each.code)
def test_nobody_gives_no_share_and_no_list_gives_nothing(authority: Authority, indicator: Indicator) -> None:
    authority.holds(children)
    assert authority.says(indicator, period=YEAR) == "x"
    assert "care_leavers" in authority.why_not(indicator, period=YEAR)

    authority.holds(care_leavers)
    assert authority.says(indicator, period=YEAR) == "z"


def test_without_placements_nothing_is_said_of_staying_put(authority: Authority) -> None:
    authority.holds(children)
    authority.holds(care_leavers)
    authority.holds(looked_after_episodes)

    assert "placements" in authority.why_not(staying_put, period=YEAR)
    assert authority.says(leavers_open, at=DAY) == "0"
    assert authority.says(pathway_plans, at=DAY) == "z"
