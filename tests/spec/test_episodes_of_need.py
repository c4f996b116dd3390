"""Episodes of need: started, ended, at any point, how long, for what and led by whom (section 2.4): specification."""

import pytest

from quarterday.records.tables.child_protection import child_protection_plans
from quarterday.records.tables.children_in_need import child_in_need_plans
from quarterday.records.tables.front_door import referrals
from quarterday.records.tables.looked_after import looked_after_episodes
from quarterday.records.tables.people import children, disabilities
from quarterday.records.tables.resources import populations
from quarterday.records.tables.workforce import involvements, professionals
from quarterday.sections import BY_CODE
from quarterday.sections.children_in_need.episode_indicators import (
    children_at_any_point,
    episodes_by_duration,
    episodes_by_need,
    episodes_ended,
    episodes_started,
    open_two_years,
    recorded_disability,
    without_lead_practitioner,
)
from quarterday.sections.children_in_need.plan_indicators import (
    plan_rate,
    plans_over_nine_months,
    plans_over_twelve_months,
)
from support.authority import Authority

PERIOD = "2021-22-Q2"
AT = "2021-09-30"
EPISODES = """
    child | referral_date | close_date | close_reason | no_further_action
    Ana   | 2021-07-01    |            |              |        # began on the first day, open
    Ben   | 2020-01-01    | 2021-07-01 | RC7          | N      # closed on the first day: still a day of the quarter
    Cal   | 2020-01-01    | 2021-06-30 | RC7          |        # the day before
    Dee   | 2021-09-30    | 2021-09-30 | RC5          |        # began and closed on the last day
    Eve   | 2021-10-01    |            |              |        # the day after
    Fay   | 2021-07-05    | 2021-07-05 |              | Y      # no further action: no episode (R08)
    Gus   | 2021-07-05    | 2021-08-05 | RC8          |        # found not in need
    Hal   | 2021-07-05    | 2021-08-05 | RC9          |        # found not in need, to early help
    Ivy   | 2021-01-01    | 2021-07-10 | RC7          |
    Ivy   | 2021-08-01    |            |              |        # again: another episode, the same child (R05)
    Ivy   | 2021-09-01    |            |              |        # while open: no referral (R06)
    Jon   | 2021-08-20    | 2021-08-10 | RC7          |        # closed before it opened: began, never open
    """


def test_episodes_that_started_are_referrals_less_those_of_no_need(authority: Authority) -> None:
    authority.holds(referrals, EPISODES)

    assert authority.says(episodes_started, period=PERIOD) == "4"
    assert authority.lists(episodes_started, period=PERIOD) == ["Ana", "Dee", "Ivy", "Jon"]
    counts = [authority.results(BY_CODE[code], period=PERIOD)[0].numerator for code in ("REF-01", "REF-04", "REF-05")]
    assert counts == [7, 1, 2]  # 7 - 1 - 2 = 4 (R42)


def test_episodes_that_ended_by_the_reason(authority: Authority) -> None:
    authority.holds(referrals, EPISODES)

    assert authority.says(episodes_ended, period=PERIOD) == "4"
    assert authority.lists(episodes_ended, period=PERIOD) == ["Ben", "Dee", "Ivy", "Jon"]
    moved = "transferred to another authority"
    assert authority.says(episodes_ended, period=PERIOD, breakdown="closure_reason", group=moved) == "1"


def test_children_in_need_on_any_day_of_the_period_count_once(authority: Authority) -> None:
    authority.holds(referrals, EPISODES)

    assert authority.says(children_at_any_point, period=PERIOD) == "5"
    assert sorted(set(authority.lists(children_at_any_point, period=PERIOD))) == ["Ana", "Ben", "Dee", "Ivy", "Jon"]
    assert len(authority.lists(children_at_any_point, period=PERIOD)) - 4 == 2  # episodes less those ended: open (R42)


def test_without_referrals_nothing_is_said_of_episodes(authority: Authority) -> None:
    for indicator in (episodes_started, episodes_ended, children_at_any_point, open_two_years):
        assert authority.says(indicator, at=AT) == "x"
        assert "referrals" in authority.why_not(indicator, at=AT)


def test_two_years_are_twenty_four_calendar_months_since_the_referral(authority: Authority) -> None:
    authority.holds(
        referrals,
        """
        child | referral_date | close_date
        Ana   | 2019-09-30    |             # to the day
        Ben   | 2019-10-01    |             # a day short
        Cal   | 2015-01-01    | 2021-09-30  # closed that day
        Dee   | 2021-06-30    |             # three months: still the first band (R02)
        Eve   | 2021-06-29    |             # a day more
        Fay   | 2021-03-30    |             # six months
        Gus   | 2021-03-29    |             # a day more
        Hal   | 2020-10-01    |             # a day short of a year
        Ivy   | 2020-09-30    |             # a year
        """,
    )
    bands = {
        "3 months or less": "1 of 8",
        "more than 3 months to 6 months": "2 of 8",
        "more than 6 months to less than 1 year": "2 of 8",
        "1 year to less than 2 years": "2 of 8",
        "2 years or more": "1 of 8",
    }

    assert authority.says(open_two_years, at=AT) == "1 of 8"
    assert {
        band: authority.says(episodes_by_duration, at=AT, breakdown="episode_duration", group=band) for band in bands
    } == bands


def test_a_referral_on_29_february_reaches_two_years_on_28_february(authority: Authority) -> None:
    authority.holds(referrals, "child | referral_date\nAna | 2020-02-29")

    assert authority.says(open_two_years, at="2022-02-27") == "0 of 1"
    assert authority.says(open_two_years, at="2022-02-28") == "1 of 1"  # clamped (R02)


def test_children_in_need_by_primary_need(authority: Authority) -> None:
    authority.holds(
        referrals,
        """
        child | referral_date | primary_need
        Ana   | 2021-01-01    | N1
        Ben   | 2021-01-01    | N1
        Cal   | 2021-01-01    | N5
        Dee   | 2021-01-01    | N0    # not stated
        Eve   | 2021-01-01    |
        """,
    )
    needs = {"abuse or neglect": "2 of 5", "family dysfunction": "1 of 5", "not stated": "2 of 5"}

    assert {n: authority.says(episodes_by_need, at=AT, breakdown="primary_need", group=n) for n in needs} == needs


def test_a_disability_on_record_is_any_code_but_none(authority: Authority) -> None:
    authority.holds(
        children, "child | date_of_birth\nAna | 2010-01-01\nBen | 2010-01-01\nCal | 2010-01-01\nDee | 2010-01-01"
    )
    authority.holds(
        disabilities,
        """
        child | disability
        Ana   | NONE
        Ana   | AUT     # one of two
        Ben   | NONE
        Cal   |
        """,
    )
    authority.holds(
        referrals,
        """
        child | referral_date
        Ana   | 2021-01-01
        Ben   | 2021-01-01
        Cal   | 2021-01-01
        Dee   | 2021-01-01   # no entry at all
        """,
    )

    assert authority.says(recorded_disability, at=AT) == "1 of 4"


def test_without_the_table_of_disabilities_it_is_named(authority: Authority) -> None:
    authority.holds(referrals, "child | referral_date\nAna | 2021-01-01")

    assert authority.says(recorded_disability, at=AT) == "x"
    assert "disabilities" in authority.why_not(recorded_disability, at=AT)


LED = """
    child | professional_id | role | start_date | end_date
    Ana   | W1              | CW   | 2021-01-01 |             # a social worker
    Ben   | W2              | CW   | 2021-01-01 |             # a family support worker
    Cal   | W1              | IRO  | 2021-01-01 |             # involved, not allocated
    Dee   | W1              | CW   | 2021-01-01 | 2021-09-30  # until that day: not at its end (R12)
    Eve   | W1              | CW   | 2021-10-01 |             # from the day after
    Fay   | W1              | CW   | 2021-09-30 |             # from that day
    """


def _led(authority: Authority) -> None:
    authority.holds(professionals, "professional_id | registration_number\nW1 | SW1\nW2 |")
    authority.holds(involvements, LED)
    authority.holds(
        referrals,
        """
        child | referral_date | no_further_action
        Ana   | 2021-01-01    |
        Ben   | 2021-01-01    |
        Cal   | 2021-01-01    |
        Dee   | 2021-01-01    |
        Eve   | 2021-01-01    |
        Eve   | 2021-02-01    |      # two records of one child
        Fay   | 2021-01-01    |
        Gus   | 2021-01-01    | Y    # no episode to lead (R08)
        Hal   | 2021-01-01    |      # nobody at all
        """,
    )


def test_an_episode_without_an_allocated_social_worker_stands_alone(authority: Authority) -> None:
    _led(authority)

    assert authority.says(without_lead_practitioner, at=AT) == "5"
    assert sorted(set(authority.lists(without_lead_practitioner, at=AT))) == ["Ben", "Cal", "Dee", "Eve", "Hal"]


def test_since_working_together_2023_another_practitioner_may_lead(authority: Authority) -> None:
    _led(authority)
    authority.sets(
        '[[setting]]\nname = "framework"\nsubject = "Working Together"\nvalue = "Working Together 2018"\nto = 2021-09-01\n'
        '[[setting]]\nname = "framework"\nsubject = "Working Together"\nvalue = "Working Together 2023"\nfrom = 2021-09-01\n'
    )

    assert "Ben" in authority.lists(without_lead_practitioner, at="2021-08-31")
    assert authority.says(without_lead_practitioner, at="2021-09-01") == "4"  # Cal, Eve, Fay and Hal
    assert "Ben" not in authority.lists(without_lead_practitioner, at="2021-09-01")


def test_where_all_are_led_none_is_left(authority: Authority) -> None:
    for table in (referrals, involvements, professionals):
        authority.holds(table)

    assert authority.says(without_lead_practitioner, at=AT) == "0"


def test_without_involvements_nobody_knows_who_leads(authority: Authority) -> None:
    authority.holds(referrals, "child | referral_date\nAna | 2021-01-01")

    assert authority.says(without_lead_practitioner, at=AT) == "x"
    assert "involvements, professionals" in authority.why_not(without_lead_practitioner, at=AT)


def test_plans_open_over_nine_and_twelve_months(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date | end_date\nGus | 2021-01-10 | 2021-06-01")
    authority.holds(looked_after_episodes, "child | start_date\nHal | 2021-01-01")
    authority.holds(populations, "mid_year | children\n2021 | 10000")
    authority.holds(
        child_in_need_plans,
        """
        child | start_date | end_date
        Ana   | 2020-12-30 |             # nine months to the day: not over them
        Ben   | 2020-12-29 |             # a day more
        Cal   | 2020-09-30 |             # a year to the day: over nine only
        Dee   | 2020-09-29 |             # over twelve
        Eve   | 2021-09-30 |
        Fay   | 2019-01-01 | 2021-09-30  # ended that day
        Gus   | 2020-12-01 |             # a protection plan between does not stop the clock
        Hal   | 2019-01-01 |             # looked after: not counted (R37)
        """,
    )

    assert authority.lists(plans_over_nine_months, at=AT) == ["Ben", "Cal", "Dee", "Gus"]
    assert authority.says(plans_over_nine_months, at=AT) == "4 of 6"
    assert authority.says(plans_over_twelve_months, at=AT) == "1 of 6"
    assert authority.says(plan_rate, at=AT) == "6 of 10000"


@pytest.mark.parametrize("indicator", [plans_over_nine_months, plans_over_twelve_months], ids=["CIN-18", "CIN-18t"])
def test_without_plans_there_is_no_share(authority: Authority, indicator) -> None:
    for table in (child_in_need_plans, child_protection_plans, looked_after_episodes):
        authority.holds(table)

    assert authority.says(indicator, at=AT) == "z"
