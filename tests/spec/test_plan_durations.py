"""How many plans start and end, at any point, and how long they last (section 2.3): specification by example."""

import pytest

from quarterday.records.tables.child_protection import child_protection_plans
from quarterday.records.tables.people import children
from quarterday.records.tables.resources import populations
from quarterday.sections import BY_CODE
from quarterday.sections.child_protection.duration_indicators import (
    ended_after_two_years,
    ended_by_duration,
    ended_within_three_months,
    open_by_duration,
    unborn_children,
)
from quarterday.sections.child_protection.plan_indicators import children_at_any_point, end_rate, start_rate
from support.authority import Authority

PERIOD = "2021-22-Q2"
AT = "2021-09-30"


def test_plans_started_are_taken_per_ten_thousand_children(authority: Authority) -> None:
    authority.holds(populations, "mid_year | children\n2021 | 20000")
    authority.holds(
        child_protection_plans,
        """
        child | start_date | other_authority_plan
        Ana   | 2021-04-01 |                       # the period's first day
        Ben   | 2022-03-31 |                       # and its last
        Cal   | 2022-04-01 |                       # a day late
        Dee   | 2021-06-01 | Y                     # another authority's plan (R10)
        """,
    )

    assert authority.says(start_rate, period="2021-22") == "2 of 20000"


def test_plans_ended_are_taken_per_ten_thousand_children(authority: Authority) -> None:
    authority.holds(populations, "mid_year | children\n2021 | 20000")
    authority.holds(children, "child | date_of_birth\nEve | 2003-08-15")
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2021-01-01 | 2021-07-01
        Ben   | 2021-01-01 | 2021-08-01
        Ben   | 2021-08-01 |              # begins as the other ends: the same plan, not ended (R10)
        Cal   | 2021-01-01 | 2021-10-01
        Eve   | 2021-01-01 |              # ends on the 18th birthday (R04)
        """,
    )

    assert authority.says(end_rate, period=PERIOD) == "2 of 20000"


def test_without_a_population_there_is_no_rate(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date | end_date\nAna | 2021-07-01 | 2021-08-01")

    assert authority.says(start_rate, period=PERIOD) == "x"
    assert authority.says(end_rate, period=PERIOD) == "x"


ANY_POINT = """
    child | start_date | end_date   | latest_category
    Ana   | 2020-01-01 |            | NEG   # throughout
    Ben   | 2020-01-01 | 2021-07-01 | NEG   # ended on the first day: it counts as ended in the quarter, so here too
    Cal   | 2020-01-01 | 2021-06-30 | NEG   # the day before
    Dee   | 2021-09-30 |            | NEG   # began on the last day
    Eve   | 2021-10-01 |            | NEG   # the day after
    Fay   | 2021-07-10 | 2021-07-20 | NEG   # inside
    Fay   | 2021-09-01 |            | EMO   # a second plan: the same child (R05)
    Gus   | 2021-08-01 | 2021-08-01 | NEG   # for a day
    """


def test_any_point_is_any_day_of_the_period_and_a_child_counts_once(authority: Authority) -> None:
    authority.holds(child_protection_plans, ANY_POINT)

    assert authority.says(children_at_any_point, period=PERIOD) == "5"
    assert sorted(set(authority.lists(children_at_any_point, period=PERIOD))) == ["Ana", "Ben", "Dee", "Fay", "Gus"]
    assert authority.says(children_at_any_point, period=PERIOD, breakdown="category", group="neglect") == "5"
    assert authority.says(children_at_any_point, period=PERIOD, breakdown="category", group="emotional abuse") == "0"


def test_plans_at_any_point_less_those_ended_are_open_at_the_end(authority: Authority) -> None:
    authority.holds(child_protection_plans, ANY_POINT)

    plans_then = len(authority.lists(children_at_any_point, period=PERIOD))
    assert plans_then - 3 == 3  # Ben, Fay's first and Gus ended in the quarter
    assert authority.says(BY_CODE["CPP-05"], period=PERIOD) == "3"
    assert authority.says(BY_CODE["CPP-01"], at=AT) == "3"


def test_at_any_point_a_child_has_the_age_of_its_first_day_there(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date\nAna | 2020-01-01\nBen | 2021-08-01")
    authority.holds(children, "child | date_of_birth\nAna | 2016-07-02\nBen | 2016-08-01")

    says = {
        g: authority.says(children_at_any_point, period=PERIOD, breakdown="age_band", group=g) for g in ("1 to 4", "5 to 9")
    }
    assert says == {"1 to 4": "1", "5 to 9": "1"}  # Ana turns five on the second day, Ben on the day the plan began


DURATIONS = """
    child | start_date | end_date
    Ana   | 2021-06-30 | 2021-09-30   # three months to the day: within (R02)
    Ben   | 2021-06-29 | 2021-09-30   # a day more
    Cal   | 2021-03-31 | 2021-09-30   # six months, clamped to the 30th
    Dee   | 2021-03-29 | 2021-09-30   # a day more than six
    Eve   | 2020-10-01 | 2021-09-30   # a day short of a year
    Fay   | 2020-09-30 | 2021-09-30   # a year
    Gus   | 2019-10-03 | 2021-09-30   # 728 days passed: 729 with the day of cessation, not more than 729
    Hal   | 2019-10-02 | 2021-09-30   # 729 passed: two years
    """
BANDS = {
    "3 months or less": "1",
    "more than 3 months to 6 months": "2",
    "more than 6 months to less than 1 year": "2",
    "1 year to less than 2 years": "2",
    "2 years or more": "1",
}


def test_plans_ended_by_how_long_they_had_lasted(authority: Authority) -> None:
    authority.holds(child_protection_plans, DURATIONS)

    assert authority.says(ended_after_two_years, period=PERIOD) == "1 of 8"
    assert authority.lists(ended_after_two_years, period=PERIOD) == ["Hal"]
    assert authority.says(ended_within_three_months, period=PERIOD) == "1 of 8"
    for band, number in BANDS.items():
        assert authority.says(ended_by_duration, period=PERIOD, breakdown="plan_duration", group=band) == f"{number} of 8"


def test_open_plans_by_how_long_they_have_lasted(authority: Authority) -> None:
    text = "\n".join("|".join(line.split("|")[:2]) for line in DURATIONS.splitlines())
    authority.holds(child_protection_plans, text)

    for band, number in BANDS.items():
        assert authority.says(open_by_duration, at=AT, breakdown="plan_duration", group=band) == f"{number} of 8"
    assert authority.says(BY_CODE["CPP-10"], at=AT) == "1 of 8"  # the last band is that of CPP-10


def test_a_plan_that_ended_before_it_began_lasted_no_time(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date | end_date\nAna | 2021-08-01 | 2021-07-01")

    assert authority.says(ended_within_three_months, period=PERIOD) == "1 of 1"
    assert authority.says(open_by_duration, at=AT) == "z"


@pytest.mark.parametrize("code", ["CPP-11", "CPP-19", "CPP-20", "CPP-20e"])
def test_without_plans_there_is_no_share(authority: Authority, code: str) -> None:
    authority.holds(child_protection_plans)

    assert authority.says(BY_CODE[code], at=AT) == "z"


def test_unborn_children_are_those_not_born_by_the_day(authority: Authority) -> None:
    authority.holds(
        children,
        """
        child | date_of_birth | expected_date_of_birth
        Ana   |               | 2021-10-01   # expected the day after
        Ben   |               | 2021-09-30   # expected that day: not after it
        Cal   | 2021-10-01    | 2021-09-20   # born since, the day after
        Dee   | 2021-09-30    |              # born that day
        Eve   |               |              # nothing known
        Fay   |               | 2021-12-01   # the plan has ended
        """,
    )
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2021-09-01 |
        Ben   | 2021-09-01 |
        Cal   | 2021-09-01 |
        Dee   | 2021-09-01 |
        Eve   | 2021-09-01 |
        Fay   | 2021-09-01 | 2021-09-30
        """,
    )

    assert authority.says(unborn_children, at=AT) == "2"
    assert authority.lists(unborn_children, at=AT) == ["Ana", "Cal"]


def test_without_the_children_unborn_ones_are_not_known(authority: Authority) -> None:
    authority.holds(child_protection_plans)

    assert authority.says(unborn_children, at=AT) == "x"
    assert "children" in authority.why_not(unborn_children, at=AT)


@pytest.mark.parametrize("code", ["CPP-04", "CPP-06", "CPP-07", "CPP-11", "CPP-19", "CPP-20", "CPP-20e"])
def test_without_plans_on_record_nothing_is_said(authority: Authority, code: str) -> None:
    assert authority.says(BY_CODE[code], at=AT) == "x"
    assert "child_protection_plans" in authority.why_not(BY_CODE[code], at=AT)
