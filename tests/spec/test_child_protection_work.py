"""The work on child protection: enquiries, conferences, visits, reviews, legal planning, repeat plans, pre-proceedings."""

import pytest

from quarterday.records.tables.assurance import legal_planning_meetings, repeat_plan_reviews
from quarterday.records.tables.child_protection import (
    child_protection_plans,
    child_protection_reviews,
    child_protection_visits,
    initial_child_protection_conferences,
    section_47_enquiries,
)
from quarterday.records.tables.legal import pre_proceedings
from quarterday.sections import BY_CODE
from support.authority import Authority

PERIOD = "2021-22-Q2"
AT = "2021-09-30"


def test_enquiries_count_at_their_strategy_discussion(authority: Authority) -> None:
    authority.holds(
        section_47_enquiries,
        """
        child | start_date
        Ana   | 2021-07-01
        Ana   | 2021-08-01   # a second enquiry of the child counts (R05)
        Ben   | 2021-09-30
        Cal   | 2021-10-01
        Dee   |
        """,
    )

    assert authority.says(BY_CODE["S47-01"], period=PERIOD) == "3"


def test_fifteen_working_days_from_the_strategy_discussion_are_in_time(authority: Authority) -> None:
    authority.holds(
        section_47_enquiries,
        """
        section_47_enquiry_id | child | start_date
        E1                    | Ana   | 2021-08-23
        E2                    | Ben   | 2021-08-23
        E3                    | Cal   | 2021-08-02   # an earlier one
        E4                    | Cal   | 2021-08-23   # the latest not after the conference (R13)
        E5                    | Cal   | 2021-09-20   # after it
        E6                    | Eve   | 2021-07-01
        E7                    | Eve   | 2021-08-23
        """,
    )
    authority.holds(
        initial_child_protection_conferences,
        """
        child | conference_date | section_47_enquiry_id | transfer_in
        Ana   | 2021-09-14      |                       |        # 15 working days, a bank holiday between
        Ben   | 2021-09-15      |                       |        # 16
        Cal   | 2021-09-14      |                       |        # from E4
        Dee   | 2021-09-14      |                       | Y      # no enquiry: in the denominator only (R09)
        Eve   | 2021-09-01      | E6                    |        # linked to the old one: late, whatever came after
        Fay   |                 |                       |        # not held
        """,
    )

    assert authority.says(BY_CODE["ICP-01"], period=PERIOD) == "5"
    assert authority.says(BY_CODE["ICP-03"], period=PERIOD) == "2 of 5"
    assert authority.lists(BY_CODE["ICP-03"], period=PERIOD) == ["Ana", "Cal"]
    assert authority.says(BY_CODE["ICP-03t"], period=PERIOD) == "2 of 4"


VISITED = """
    child | visit_date | child_seen
    Ana   | 2021-09-02 | Y            # 20 working days before 30 September
    Ben   | 2021-09-01 | Y            # 21
    Cal   | 2021-09-20 | N            # not seen: does not count (R15)
    Dee   | 2021-09-20 |              # not known to be seen: does not count
    Eve   | 2021-10-01 | Y            # after the day
    """


@pytest.fixture
def visited(authority: Authority) -> Authority:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2021-06-01 |
        Ben   | 2021-06-01 |
        Cal   | 2021-06-01 |
        Dee   | 2021-06-01 |
        Eve   | 2021-09-02 |             # no visit yet: measured from the start, 20 working days (R15)
        Fay   | 2021-06-01 | 2021-09-30  # no longer open
        """,
    )
    authority.holds(child_protection_visits, VISITED)
    return authority


def test_a_visit_is_in_time_for_twenty_working_days(visited: Authority) -> None:
    assert visited.says(BY_CODE["CPP-15"], at=AT) == "2 of 5"
    assert visited.lists(BY_CODE["CPP-15"], at=AT) == ["Ana", "Eve"]


def test_the_interval_and_what_counts_are_settings_with_dates(visited: Authority) -> None:
    visited.sets(
        """
        [[setting]]
        name = "visit interval"
        subject = "child protection"
        value = "21 working days"
        [[setting]]
        name = "visit counts when"
        subject = "child protection"
        value = "any"
        """
    )

    assert visited.lists(BY_CODE["CPP-15"], at=AT) == ["Ana", "Ben", "Cal", "Dee", "Eve"]


def test_gaps_are_judged_at_the_visit_that_ends_them(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date | end_date\nAna | 2021-06-01 | 2021-09-15")
    authority.holds(
        child_protection_visits,
        """
        child | visit_date | child_seen
        Ana   | 2021-06-29 | Y            # 20 working days after the start, before the quarter
        Ana   | 2021-07-27 | Y            # 20 after that: in time
        Ana   | 2021-08-26 | Y            # 22: late
        Ana   | 2021-09-15 | Y            # on the day the plan ended: no longer a visit of the plan
        """,
    )

    assert authority.says(BY_CODE["CPP-15i"], period=PERIOD) == "1 of 2"
    assert authority.says(BY_CODE["CPP-15i"], period="2021-06") == "1 of 1"


def test_every_review_due_so_far_must_have_been_held_in_time(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date
        Ana   | 2021-01-31     # first review due 30 April (clamped), the next 30 October
        Ben   | 2021-01-31
        Cal   | 2021-06-30     # three months to the day: due, and not held
        Dee   | 2021-07-01     # not three months old: left out (R14)
        Eve   | 2020-06-01     # the first in time, the second six months and a day later
        """,
    )
    authority.holds(
        child_protection_reviews,
        """
        child | review_date
        Ana   | 2021-04-30
        Ben   | 2021-05-01
        Eve   | 2020-09-01
        Eve   | 2021-03-02
        Eve   | 2021-08-01
        """,
    )

    assert authority.says(BY_CODE["CPP-18"], at=AT) == "1 of 4"
    assert authority.lists(BY_CODE["CPP-18"], at=AT) == ["Ana"]


def test_a_source_with_only_the_latest_review_or_visit_cannot_say_what_needs_all(authority: Authority) -> None:
    from datetime import date

    authority.extract_date = date(2021, 9, 30)
    authority.holds(child_protection_plans, "child | start_date\nAna | 2021-01-31")
    authority.holds(child_protection_reviews, "child | review_date\nAna | 2021-08-01")
    authority.holds(child_protection_visits, "child | visit_date | child_seen\nAna | 2021-09-20 | Y")
    authority.latest_only = frozenset({"child_protection_reviews", "child_protection_visits"})

    assert authority.says(BY_CODE["CPP-18"], at=AT) == "x"
    assert authority.says(BY_CODE["CPP-15i"], period=PERIOD) == "x"
    assert authority.says(BY_CODE["CPP-15"], at=AT) == "1 of 1"  # the latest visit at the extract's day is enough
    assert authority.says(BY_CODE["CPP-15"], at="2021-08-31") == "x"
    assert "latest" in authority.why_not(BY_CODE["CPP-18"], at=AT)


@pytest.fixture
def planned(authority: Authority) -> Authority:
    authority.holds(
        child_protection_plans,
        """
        child_protection_plan_id | child | start_date | end_date
        P1                       | Ana   | 2020-01-31 |              # 18 months on 31 July 2021
        P2                       | Ben   | 2020-01-31 |
        P3                       | Cal   | 2020-01-31 | 2021-07-31   # ended that day: does not reach it
        P4                       | Dee   | 2020-03-31 |              # on 30 September, the quarter's last day
        P5                       | Eve   | 2020-04-01 |              # the day after
        """,
    )
    authority.holds(
        legal_planning_meetings,
        """
        child | child_protection_plan_id | meeting_date | outcome
        Ana   | P1                       | 2021-07-31   | continue plan
        Ana   |                          | 2021-09-01   | end plan
        Ben   |                          | 2021-08-01   | issue proceedings   # a day late, and held by September
        Dee   |                          | 2020-01-01   | continue plan       # before the plan began
        Eve   | P5                       |              |                     # not held
        """,
    )
    return authority


def test_a_legal_planning_meeting_by_the_day_of_eighteen_months(planned: Authority) -> None:
    assert planned.says(BY_CODE["CPP-22"], period=PERIOD) == "1 of 3"
    assert planned.lists(BY_CODE["CPP-22"], period=PERIOD) == ["Ana"]


def test_plans_of_eighteen_months_with_a_meeting_at_all_and_what_it_decided(planned: Authority) -> None:
    held, decided = BY_CODE["CPP-22o"], BY_CODE["CPP-22d"]

    assert planned.says(held, at=AT) == "2 of 3"
    for group, says in (("continue plan", "1 of 3"), ("issue proceedings", "1 of 3"), ("no meeting held", "1 of 3")):
        assert planned.says(decided, at=AT, breakdown="decision", group=group) == says
    # On 31 July Ben's meeting lies ahead: what it will decide is not known yet.
    assert planned.says(decided, at="2021-07-31", breakdown="decision", group="no meeting held") == "1 of 2"


def test_the_age_by_which_a_meeting_is_wanted_is_a_setting(planned: Authority) -> None:
    planned.sets(
        """
        [[setting]]
        name = "plan age gate"
        subject = "legal planning meeting"
        value = "15 months"
        """
    )

    # Fifteen months: Ana, Ben and Cal reached it on 30 April, Dee on 30 June, Eve on 1 July.
    assert planned.says(BY_CODE["CPP-22"], period=PERIOD) == "0 of 1"
    assert planned.says(BY_CODE["CPP-22o"], at=AT) == "2 of 4"


def test_repeat_plans_as_the_reviewing_officers_judged_them(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child_protection_plan_id | child | start_date | previous_plans
        P1                       | Ana   | 2021-07-01 | 1
        P2                       | Ben   | 2021-07-01 | 2
        P3                       | Cal   | 2021-07-01 | 1
        P4                       | Dee   | 2021-07-01 |      # a first plan
        P5                       | Eve   | 2021-06-30 | 1    # started before the quarter
        """,
    )
    authority.holds(
        repeat_plan_reviews,
        """
        child_protection_plan_id | completed_date | foreseeable | main_reason
        P1                       | 2021-08-01     | N           | new event
        P2                       | 2021-08-01     | Y           | earlier risk returned
        P3                       |                | N           | new event              # not completed
        P4                       | 2021-08-01     | N           | new event              # not a repeat plan
        P5                       | 2021-08-01     | N           | new event
        """,
    )

    assert authority.says(BY_CODE["CPP-23"], period=PERIOD) == "1 of 2"
    assert authority.says(BY_CODE["CPP-24"], period=PERIOD) == "2 of 2"
    assert authority.says(BY_CODE["CPP-24"], period=PERIOD, breakdown="reason", group="new event") == "1 of 2"
    assert authority.says(BY_CODE["CPP-23"], period="2021-22-Q1") == "1 of 1"
    assert authority.says(BY_CODE["CPP-23"], period="2020-21") == "z"


def test_children_in_pre_proceedings_count_once(authority: Authority) -> None:
    authority.holds(
        pre_proceedings,
        """
        child | decision_date | end_date
        Ana   | 2021-07-01    |
        Ana   | 2021-08-01    |             # a second row of the same child
        Ben   | 2021-01-01    | 2021-09-30  # ended on the day
        Cal   | 2021-10-01    |
        """,
    )

    assert authority.says(BY_CODE["LGL-01"], at=AT) == "1"
