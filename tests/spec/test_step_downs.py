"""Support after a protection plan ends (step-downs), specified by example from rules R37 and R38."""

import pytest

from quarterday.records.tables.child_protection import child_protection_plans
from quarterday.records.tables.children_in_need import child_in_need_plans
from quarterday.records.tables.front_door import referrals
from quarterday.records.tables.looked_after import looked_after_episodes
from quarterday.records.tables.people import children
from quarterday.sections.children_in_need.plan_indicators import re_escalated, step_downs_with_plan, step_downs_with_support
from support.authority import Authority


@pytest.fixture
def service(authority: Authority) -> Authority:
    """An authority with no child in need plans and nobody looked after."""
    authority.holds(child_in_need_plans)
    authority.holds(looked_after_episodes)
    return authority


def _ended(authority: Authority, *names: str, day: str = "2021-06-01") -> None:
    rows = "\n".join(f"{name} | 2020-05-04 | {day}" for name in names)
    authority.holds(child_protection_plans, f"child | start_date | end_date\n{rows}")


def test_a_plan_open_or_started_within_ten_working_days_follows_the_step_down(service: Authority) -> None:
    _ended(service, "Ana", "Ben", "Cal", "Dee", "Eve", "Fay")
    service.holds(
        child_in_need_plans,
        """
        child | start_date | end_date
        Ana   | 2021-06-15 |             # the tenth working day after 1 June
        Ben   | 2021-06-16 |             # the eleventh
        Cal   | 2021-03-01 |             # open already
        Dee   | 2021-03-01 | 2021-06-01  # ended the same day: not open after it
        Eve   | 2021-06-02 | 2021-06-04  # short, but it was made
        Fay   | 2021-06-03 | 2021-06-03  # begun and ended on a day: never open
        """,
    )

    assert service.lists(step_downs_with_plan, at="2021-09-30") == ["Ana", "Cal", "Eve"]
    assert service.says(step_downs_with_plan, at="2021-09-30") == "3 of 6"


def test_a_limit_that_ends_on_a_friday_lasts_over_the_weekend(service: Authority) -> None:
    """Ten working days after Friday 4 June are Friday 18 June; Sunday the 20th is still in time (R01)."""
    _ended(service, "Ana", "Ben", day="2021-06-04")
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-06-20\nBen | 2021-06-21")

    assert service.lists(step_downs_with_plan, at="2021-09-30") == ["Ana"]


def test_a_step_down_is_judged_when_ten_working_days_have_passed(service: Authority) -> None:
    _ended(service, "Ana")

    assert service.says(step_downs_with_plan, period="2021-05") == "z"
    assert service.says(step_downs_with_plan, period="2021-06") == "0 of 1"
    assert service.says(step_downs_with_support, period="2021-06") == "z"
    assert service.says(step_downs_with_support, period="2021-09") == "0 of 1"  # three months: 1 September


def test_the_limit_may_be_set_and_change_on_a_date(service: Authority) -> None:
    service.sets(
        """
        [[setting]]
        name = "step-down limit"
        value = "5 working days"
        to = 2021-06-01

        [[setting]]
        name = "step-down limit"
        value = "10 working days"
        from = 2021-06-01
        """
    )
    _ended(service, "Ana", day="2021-05-28")
    _ended(service, "Ben", day="2021-06-01")
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-06-08\nBen | 2021-06-09")

    # Ana: 28 May is a Friday and 31 May a bank holiday, so the fifth working day is 4 June.
    assert service.lists(step_downs_with_plan, at="2021-09-30") == ["Ben"]


def test_who_is_left_out_of_step_downs(service: Authority) -> None:
    service.holds(
        children,
        """
        child | date_of_birth | death_date
        Ana   | 2003-06-01    |             # 18 on the day the plan ends
        Ben   | 2003-08-31    |             # 18 within the three months (R38)
        Cal   | 2003-09-02    |             # 18 a day after them: stays
        Dee   | 2015-01-01    | 2021-06-01  # died
        Eve   | 2015-01-01    |             # looked after on that day
        Fay   | 2015-01-01    |             # moved to another authority in ten working days
        Gus   | 2015-01-01    |             # moved away later: stays
        Hal   | 2015-01-01    |             # another authority's plan was never ours
        Ida   | 2015-01-01    |             # adopted
        Jon   | 2004-02-29    |             # 18 on 1 March 2022: stays
        Kit   | 2003-09-01    |             # 18 on the last day of the three months (R38)
        """,
    )
    _ended(service, "Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus", "Ida", "Jon", "Kit", "Lea")
    service.holds(
        child_protection_plans,
        "child | start_date | end_date | other_authority_plan\nHal | 2021-01-04 | 2021-06-01 | Y",
    )
    service.holds(looked_after_episodes, "child | start_date | start_reason\nEve | 2021-06-01 | S")
    service.holds(
        referrals,
        """
        child | referral_date | close_date | close_reason
        Fay   | 2020-12-01    | 2021-06-15 | RC5
        Gus   | 2020-12-01    | 2021-06-16 | RC5
        Ida   | 2020-12-01    | 2021-08-31 | RC1  # within the three months
        Lea   | 2020-12-01    | 2021-06-10 | RC2  # died, though the date of death is not recorded
        """,
    )

    assert service.lists(step_downs_with_plan, at="2021-09-30") == []
    assert service.says(step_downs_with_plan, at="2021-09-30") == "0 of 3"  # Cal, Gus, Jon


def test_support_lasts_three_months_without_a_gap_of_more_than_five_days(service: Authority) -> None:
    _ended(service, "Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus", "Hal")
    service.holds(
        child_in_need_plans,
        """
        child | start_date | end_date
        Ana   | 2021-06-10 | 2021-09-01  # to the day three months after
        Ben   | 2021-06-10 | 2021-08-31  # a day less
        Cal   | 2021-06-01 | 2021-07-01
        Cal   | 2021-07-06 |             # a gap of five days
        Dee   | 2021-06-01 | 2021-07-01
        Dee   | 2021-07-07 |             # a gap of six
        Eve   | 2021-06-16 |             # began a working day too late
        Fay   | 2021-01-04 |             # open all along
        Hal   | 2021-06-01 | 2021-06-02  # the old plan ended and a new one began, both within the limit
        Hal   | 2021-06-10 |
        """,
    )

    assert service.lists(step_downs_with_support, period="2021-22-Q2") == ["Ana", "Cal", "Fay", "Hal"]
    assert service.says(step_downs_with_support, period="2021-22-Q2") == "4 of 8"


def test_three_months_from_the_end_of_november_are_the_end_of_february(service: Authority) -> None:
    _ended(service, "Ana", "Ben", day="2020-11-30")
    service.holds(
        child_in_need_plans,
        """
        child | start_date | end_date
        Ana   | 2020-12-01 | 2021-02-28  # three months to the day, clamped (R02)
        Ben   | 2020-12-01 | 2021-02-27
        """,
    )

    assert service.lists(step_downs_with_support, period="2021-02") == ["Ana"]


def test_children_back_on_a_plan_or_in_care_within_three_months_are_counted_apart(service: Authority) -> None:
    _ended(service, "Ana", "Ben", "Cal", "Dee")
    service.holds(
        child_protection_plans,
        """
        child | start_date
        Ana   | 2021-09-01  # the last day of the three months
        Dee   | 2021-06-01  # the same day: the plan goes on and has not ended (R10)
        """,
    )
    service.holds(
        looked_after_episodes,
        """
        child | start_date | start_reason
        Ben   | 2021-06-02 | S
        Cal   | 2021-09-02 | S   # a day after the three months
        """,
    )
    service.holds(child_in_need_plans, "child | start_date\nCal | 2021-06-02")

    assert service.lists(re_escalated, period="2021-22-Q2") == ["Ana", "Ben"]
    assert service.says(step_downs_with_support, period="2021-22-Q2") == "1 of 1"
    # Re-escalation does not matter to the plan that should follow in ten working days.
    assert service.says(step_downs_with_plan, period="2021-22-Q1") == "1 of 3"


def test_a_plan_that_ends_only_by_the_birthday_is_no_step_down(service: Authority) -> None:
    service.holds(children, "child | date_of_birth\nAna | 2003-06-01")
    service.holds(child_protection_plans, "child | start_date\nAna | 2021-01-04")

    assert service.says(step_downs_with_plan, at="2021-09-30") == "z"
