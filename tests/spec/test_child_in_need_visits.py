"""Visits to children in need and reviews of their plans, specified by example from the rules."""

import pytest

from quarterday.records.tables.assurance import child_in_need_reviews
from quarterday.records.tables.child_protection import child_protection_plans
from quarterday.records.tables.children_in_need import child_in_need_plans, child_in_need_visits
from quarterday.records.tables.looked_after import looked_after_episodes
from quarterday.sections.children_in_need.plan_indicators import (
    manager_chaired,
    review_records_in_time,
    reviews_in_time,
    visit_gaps_in_time,
    visits_in_time,
)
from support.authority import Authority


@pytest.fixture
def service(authority: Authority) -> Authority:
    """An authority with no protection plans and nobody looked after."""
    authority.holds(child_protection_plans)
    authority.holds(looked_after_episodes)
    authority.holds(child_in_need_visits)
    return authority


def test_the_last_visit_in_which_the_child_was_seen_is_at_most_twenty_working_days_ago(service: Authority) -> None:
    service.holds(
        child_in_need_plans,
        """
        child | start_date
        Ana   | 2021-01-01
        Ben   | 2021-01-01
        Cal   | 2021-09-02  # no visit yet: measured from the start (R15), twenty working days
        Dee   | 2021-09-01  # one more
        Eve   | 2021-01-01
        Fay   | 2021-01-01
        Gus   | 2021-08-01
        """,
    )
    service.holds(
        child_in_need_visits,
        """
        child | visit_date | child_seen
        Ana   | 2021-09-02 | Y  # the twentieth working day is 30 September
        Ben   | 2021-09-01 | Y  # the twenty-first
        Eve   | 2021-09-20 | N  # a failed visit does not count
        Fay   | 2021-09-20 |    # not known whether seen: does not count
        Gus   | 2021-07-30 | Y  # before the plan
        """,
    )

    assert service.lists(visits_in_time, at="2021-09-30") == ["Ana", "Cal"]
    assert service.says(visits_in_time, at="2021-09-30") == "2 of 7"


def test_a_limit_reached_on_friday_is_kept_over_the_weekend(service: Authority) -> None:
    """Twenty working days after 3 September are 1 October, a Friday; at Sunday 3 October it is still in time (R01)."""
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-09-03")

    assert service.says(visits_in_time, at="2021-10-03") == "1 of 1"
    assert service.says(visits_in_time, at="2021-10-04") == "0 of 1"


@pytest.mark.parametrize(
    ("value", "last_in_time"),
    [("28 days", "2021-01-29"), ("6 weeks", "2021-02-12"), ("1 months", "2021-02-01"), ("10 working days", "2021-01-17")],
)
def test_the_interval_may_be_set_in_any_unit(service: Authority, value: str, last_in_time: str) -> None:
    service.sets(f'[[setting]]\nname = "visit interval"\nsubject = "child in need"\nvalue = "{value}"')
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-01-01")
    after = {"2021-01-29": "2021-01-30", "2021-02-12": "2021-02-13", "2021-02-01": "2021-02-02", "2021-01-17": "2021-01-18"}

    assert service.says(visits_in_time, at=last_in_time) == "1 of 1"
    assert service.says(visits_in_time, at=after[last_in_time]) == "0 of 1"


def test_an_interval_that_changes_applies_to_the_gaps_that_begin_under_it(service: Authority) -> None:
    service.sets(
        """
        [[setting]]
        name = "visit interval"
        subject = "child in need"
        value = "28 days"
        to = 2021-04-01

        [[setting]]
        name = "visit interval"
        subject = "child in need"
        value = "10 days"
        from = 2021-04-01
        """
    )
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-03-31\nBen | 2021-04-01")

    assert service.lists(visits_in_time, at="2021-04-28") == ["Ana"]
    assert service.lists(visits_in_time, at="2021-04-11") == ["Ana", "Ben"]


def test_failed_visits_count_where_the_settings_say_so(service: Authority) -> None:
    service.sets('[[setting]]\nname = "visit counts when"\nsubject = "child in need"\nvalue = "any"')
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-01-01")
    service.holds(child_in_need_visits, "child | visit_date | child_seen\nAna | 2021-09-20 | N")

    assert service.says(visits_in_time, at="2021-09-30") == "1 of 1"


def test_the_clock_starts_anew_when_a_protection_plan_gives_way_to_the_child_in_need_plan(service: Authority) -> None:
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-01-01")
    service.holds(child_protection_plans, "child | start_date | end_date\nAna | 2021-02-01 | 2021-09-15")

    assert service.says(visits_in_time, at="2021-06-30") == "z"
    assert service.says(visits_in_time, at="2021-09-30") == "1 of 1"


def test_gaps_that_visits_of_the_period_ended(service: Authority) -> None:
    service.holds(
        child_in_need_plans,
        """
        child | start_date | end_date
        Ana   | 2021-08-02 |
        Ben   | 2021-08-02 | 2021-09-10
        """,
    )
    service.holds(
        child_in_need_visits,
        """
        child | visit_date | child_seen
        Ana   | 2021-08-31 | Y  # the twentieth working day after 2 August (30 August is a bank holiday)
        Ana   | 2021-09-10 | N  # failed: ends no gap
        Ana   | 2021-09-29 | Y  # the twenty-first after 31 August
        Ana   | 2021-09-29 | Y  # twice on a day: one gap
        Ben   | 2021-09-10 | Y  # on the day the plan ended: no longer open (R12)
        """,
    )

    assert service.says(visit_gaps_in_time, period="2021-22-Q2") == "1 of 2"
    assert service.says(visit_gaps_in_time, period="2021-07") == "z"


def test_gaps_need_every_visit_and_not_only_the_latest(service: Authority) -> None:
    service.latest_only = frozenset({"child_in_need_visits"})
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-08-02")

    assert service.says(visit_gaps_in_time, period="2021-22-Q2") == "x"
    assert service.says(visits_in_time, at="2022-03-31") == "0 of 1"  # the extract's own date: the latest row is enough
    assert service.says(visits_in_time, at="2021-09-30") == "x"


def test_reviews_are_wanted_of_plans_as_old_as_the_interval(service: Authority) -> None:
    service.holds(
        child_in_need_plans,
        """
        child | start_date | child_in_need_plan_id
        Ana   | 2021-06-30 | A  # three months old that day, never reviewed
        Ben   | 2021-07-01 | B  # not yet three months
        Cal   | 2021-01-01 | C
        Dee   | 2021-01-01 | D
        Eve   | 2021-01-01 | E
        """,
    )
    service.holds(
        child_in_need_reviews,
        """
        child | child_in_need_plan_id | review_date
        Cal   | C                     | 2021-06-30  # three months ago to the day
        Dee   | D                     | 2021-06-29  # a day longer
        Eve   | E                     | 2021-09-30  # that very day
        """,
    )

    # At 30 September the three months from 30 June have just run out: due that day, not yet overdue.
    assert service.lists(reviews_in_time, at="2021-09-30") == ["Ana", "Cal", "Eve"]
    assert service.says(reviews_in_time, at="2021-09-30") == "3 of 4"
    assert service.lists(reviews_in_time, at="2021-10-01") == ["Ben", "Eve"]


def test_a_review_interval_in_working_days_is_kept_over_the_weekend(service: Authority) -> None:
    service.sets('[[setting]]\nname = "review interval"\nsubject = "child in need"\nvalue = "30 working days"')
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-08-19")
    service.holds(child_in_need_reviews)

    assert service.says(reviews_in_time, at="2021-09-30") == "z"
    assert service.says(reviews_in_time, at="2021-10-03") == "1 of 1"  # the thirtieth was Friday 1 October
    assert service.says(reviews_in_time, at="2021-10-04") == "0 of 1"


def test_the_review_interval_may_be_six_weeks(service: Authority) -> None:
    service.sets('[[setting]]\nname = "review interval"\nsubject = "child in need"\nvalue = "6 weeks"')
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-01-01")
    service.holds(child_in_need_reviews, "child | review_date\nAna | 2021-08-19")

    assert service.says(reviews_in_time, at="2021-09-30") == "1 of 1"
    assert service.says(reviews_in_time, at="2021-10-01") == "0 of 1"


def test_records_of_reviews_are_wanted_within_ten_working_days(authority: Authority) -> None:
    authority.holds(
        child_in_need_reviews,
        """
        child | review_date | record_date
        Ana   | 2021-09-01  | 2021-09-15  # the tenth working day
        Ben   | 2021-09-01  | 2021-09-16  # the eleventh
        Cal   | 2021-09-01  |             # none on file
        Dee   | 2021-09-03  | 2021-09-19  # the tenth is Friday the 17th; the weekend after is in time (R01)
        Eve   | 2021-06-30  | 2021-07-01  # held before the quarter
        Fay   |             | 2021-07-01  # no date: not a record
        """,
    )

    assert authority.lists(review_records_in_time, period="2021-22-Q2") == ["Ana", "Dee"]
    assert authority.says(review_records_in_time, period="2021-22-Q2") == "2 of 4"
    assert authority.says(review_records_in_time, period="2021-08") == "z"


def test_whose_role_is_a_managers_is_a_setting_with_dates(authority: Authority) -> None:
    authority.sets(
        """
        [[setting]]
        name = "manager role"
        subject = "Practice lead"
        value = "manager"
        from = 2021-09-01
        """
    )
    authority.holds(
        child_in_need_reviews,
        """
        child | review_date | chair_role
        Ana   | 2021-08-31  | Practice lead  # not yet a manager's role
        Ben   | 2021-09-01  | Practice lead
        Cal   | 2021-09-01  | Team manager   # shipped setting
        Dee   | 2021-09-01  | Social worker
        Eve   | 2021-09-01  |                # not known: stays in the denominator
        """,
    )

    assert authority.lists(manager_chaired, period="2021-22-Q2") == ["Ben", "Cal"]
    assert authority.says(manager_chaired, period="2021-22-Q2") == "2 of 5"
    assert authority.says(manager_chaired, period="2021-22-Q2", breakdown="chair_role", group="not known") == "0 of 1"
    assert authority.says(manager_chaired, period="2021-07") == "z"


def test_without_reviews_nothing_is_said_of_them(service: Authority) -> None:
    service.holds(child_in_need_plans, "child | start_date\nAna | 2021-01-01")

    assert service.says(reviews_in_time, at="2021-09-30") == "x"
    assert "child_in_need_reviews" in service.why_not(reviews_in_time, at="2021-09-30")
