"""Children in need: episodes and plans, specified by example from the rules."""

import pytest

from quarterday.records.tables.child_protection import child_protection_plans
from quarterday.records.tables.children_in_need import child_in_need_plans
from quarterday.records.tables.front_door import referrals
from quarterday.records.tables.looked_after import legal_statuses, looked_after_episodes
from quarterday.records.tables.people import children
from quarterday.records.tables.resources import populations
from quarterday.sections.children_in_need.episode_indicators import episode_rate, episodes
from quarterday.sections.children_in_need.plan_indicators import plans, plans_ended, plans_started
from support.authority import Authority


@pytest.fixture
def service(authority: Authority) -> Authority:
    """An authority with no protection plans and nobody looked after."""
    authority.holds(child_protection_plans)
    authority.holds(looked_after_episodes)
    return authority


def test_an_episode_is_open_from_its_referral_to_the_day_before_it_closes(authority: Authority) -> None:
    authority.holds(
        referrals,
        """
        child | referral_date | close_date | no_further_action | close_reason
        Ana   | 2021-09-30    |            |                   |       # referred that day: open at its end (R12)
        Ben   | 2020-01-01    | 2021-10-01 |                   | RC7   # closes the day after
        Cal   | 2020-01-01    | 2021-09-30 |                   | RC7   # closed that day: no longer open (R12)
        Dee   | 2021-10-01    |            |                   |       # referred the day after
        Eve   | 2021-05-01    |            | Y                 |       # no further action: not an episode of need (R08)
        Fay   | 2021-05-01    |            | N                 |
        Gus   | 2021-06-01    | 2021-05-01 |                   | RC7   # closed before it opened: never open
        Hal   |               |            |                   |       # no referral date: not a record
        Ida   | 2021-09-01    | 2021-10-20 |                   | RC8   # will be found not in need: in need until then
        """,
    )

    assert authority.lists(episodes, at="2021-09-30") == ["Ana", "Ben", "Fay", "Ida"]
    assert authority.says(episodes, at="2021-09-30") == "4"


def test_children_in_need_stay_so_after_their_18th_birthday_and_before_their_birth(authority: Authority) -> None:
    authority.holds(
        children,
        """
        child | date_of_birth | expected_date_of_birth
        Ana   | 2003-01-01    |             # 18 in January: still receives services (R04)
        Ben   |               | 2021-12-01  # not yet born: counts (R03)
        """,
    )
    authority.holds(
        referrals,
        """
        child | referral_date | close_date
        Ana   | 2020-06-01    |
        Ben   | 2021-09-01    |
        Orf   | 2021-09-01    |             # no record of the child: counted, age not known
        """,
    )

    assert authority.says(episodes, at="2021-09-30") == "3"
    assert authority.says(episodes, at="2021-09-30", breakdown="age_band", group="unborn") == "1"
    assert authority.says(episodes, at="2021-09-30", breakdown="age_band", group="16 and over") == "1"
    assert authority.says(episodes, at="2021-09-30", breakdown="age_band", group="not known") == "1"


def test_primary_needs_divide_the_open_episodes(authority: Authority) -> None:
    authority.holds(
        referrals,
        """
        child | referral_date | primary_need
        Ana   | 2021-01-01    | N1
        Ben   | 2021-01-01    | N0           # not stated
        Cal   | 2021-01-01    |              # blank: not stated
        Dee   | 2021-01-01    | ABUSE        # a code that no list knows
        """,
    )

    assert authority.says(episodes, at="2021-09-30", breakdown="primary_need", group="abuse or neglect") == "1"
    assert authority.says(episodes, at="2021-09-30", breakdown="primary_need", group="not stated") == "3"


def test_the_rate_uses_the_mid_year_estimate_of_the_year_before(authority: Authority) -> None:
    authority.holds(referrals, "child | referral_date\nAna | 2020-06-01\nBen | 2020-06-01")
    authority.holds(
        populations,
        """
        mid_year | release | children
        2019     | first   | 10000     # the reporting year to 31 March 2021 uses 2020
        2020     | first   | 20000
        2020     | second  | 40000     # of several releases the last one counts (R29)
        2021     | first   | 50000
        """,
    )

    assert authority.says(episode_rate, at="2021-03-31") == "2 of 40000"
    assert authority.says(episode_rate, at="2021-04-01") == "2 of 50000"
    (rate,) = authority.results(episode_rate, at="2021-03-31")
    assert rate.value == pytest.approx(0.5)


def test_a_rate_without_population_is_not_computable(authority: Authority) -> None:
    authority.holds(referrals, "child | referral_date\nAna | 2020-06-01")

    assert authority.says(episode_rate, at="2021-03-31") == "x"


def test_without_the_table_of_referrals_nothing_is_said(authority: Authority) -> None:
    assert authority.says(episodes, at="2021-09-30") == "x"
    assert "referrals" in authority.why_not(episodes, at="2021-09-30")


def test_plans_of_children_on_protection_plans_or_looked_after_are_left_out(service: Authority) -> None:
    service.holds(
        child_in_need_plans,
        """
        child | start_date | end_date
        Ana   | 2021-01-01 |
        Ben   | 2021-01-01 |             # on a protection plan
        Cal   | 2021-01-01 |             # looked after
        Dee   | 2021-01-01 |             # off the protection plan that very day
        Eve   | 2021-01-01 | 2021-09-30  # ended that day (R12)
        Fay   | 2021-01-01 | 2020-12-01  # ended before it started: never open
        Gus   | 2021-01-01 |             # another authority's protection plan is not one of ours (R10)
        Hal   | 2021-01-01 |             # a series of short breaks is no care (R18)
        Ida   | 2021-01-01 |
        Ida   | 2021-06-01 |             # a second plan over the first: one open plan
        """,
    )
    service.holds(
        child_protection_plans,
        """
        child | start_date | end_date   | other_authority_plan
        Ben   | 2021-09-30 |            |
        Dee   | 2021-05-01 | 2021-09-30 |
        Gus   | 2021-05-01 |            | Y
        """,
    )
    service.holds(
        looked_after_episodes,
        """
        child | start_date | end_date | start_reason
        Cal   | 2021-09-30 |          | S
        Hal   | 2021-05-01 |          | S
        """,
    )
    service.holds(legal_statuses, "child | start_date | legal_status\nHal | 2021-05-01 | V4\nCal | 2021-09-30 | V2")

    assert service.lists(plans, at="2021-09-30") == ["Ana", "Dee", "Gus", "Hal", "Ida"]


def test_the_plans_of_a_young_person_on_no_protection_plan_any_more_at_18_count(service: Authority) -> None:
    """The protection plan ends at the 18th birthday, whatever its record says; the child in need plan does not (R04)."""
    service.holds(children, "child | date_of_birth\nAna | 2003-09-30")
    service.holds(child_in_need_plans, "child | start_date | end_date\nAna | 2021-01-01 |")
    service.holds(child_protection_plans, "child | start_date | end_date\nAna | 2021-01-01 |")

    assert service.says(plans, at="2021-09-29") == "0"
    assert service.says(plans, at="2021-09-30") == "1"


def test_plans_without_the_tables_that_leave_children_out_are_not_computable(authority: Authority) -> None:
    authority.holds(child_in_need_plans, "child | start_date\nAna | 2021-01-01")

    assert authority.says(plans, at="2021-09-30") == "x"
    assert "child_protection_plans" in authority.why_not(plans, at="2021-09-30")


def test_plans_started_and_ended_count_each_plan_once(authority: Authority) -> None:
    authority.holds(
        child_in_need_plans,
        """
        child | start_date | end_date
        Ana   | 2021-07-01 | 2021-09-30  # first and last day of the quarter
        Ben   | 2021-07-01 | 2021-08-01
        Ben   | 2021-07-15 | 2021-09-15  # overlaps: one plan, started in July and ended in September
        Cal   | 2021-06-30 | 2021-07-20
        Cal   | 2021-08-01 | 2021-10-01  # a second plan of one child counts again (R05)
        Dee   | 2021-08-02 | 2021-08-02  # started and ended on a day
        Eve   |            | 2021-08-02  # no start: not a record
        """,
    )

    assert authority.lists(plans_started, period="2021-22-Q2") == ["Ana", "Ben", "Cal", "Dee"]
    assert authority.lists(plans_ended, period="2021-22-Q2") == ["Ana", "Ben", "Cal", "Dee"]
    assert authority.says(plans_started, period="2021-08") == "2"
