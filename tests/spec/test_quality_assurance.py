"""Audits, actions, oversight, supervision and judgements, specified by example from the rules."""

import pytest

from quarterday.records.tables.assurance import (
    actions,
    audit_themes,
    audits,
    inspection_judgements,
    oversight_events,
    review_records,
    supervisions,
    visit_reviews,
)
from quarterday.records.tables.resources import employments
from quarterday.records.tables.workforce import teams
from quarterday.sections.quality_assurance.indicators import (
    INDICATORS,
    actions_on_time,
    actions_overdue,
    audits_completed,
    days_to_complete,
    good_or_better,
    grades,
    judgement_in_force,
    moderation_agreement,
    oversight_on_schedule,
    repeat_themes,
    review_records_present,
    supervision_in_time,
    visit_recording_adequate,
)
from support.authority import Authority

DAY = "2021-09-30"
QUARTER = "2021-22-Q2"


def test_audits_due_in_the_period_and_completed_by_then(authority: Authority) -> None:
    authority.holds(teams, "team_id | name\nT1 | North")
    authority.holds(
        audits,
        """
        audit_id | due_date   | completed_date | team_id | audit_type
        Ana   | 2021-09-30 | 2021-09-30     | T1      | case file  # on the day
        Ben   | 2021-07-01 | 2021-07-02     | T1      | case file  # a day late
        Cal   | 2021-08-01 |                |         | thematic   # not yet
        Dee   | 2021-08-01 | 2021-06-01     | T9      |            # early; a team of which nothing is known
        Eve   | 2021-06-30 | 2021-08-01     | T1      | case file  # due before the quarter
        Fay   |            | 2021-08-01     | T1      | case file  # no due date: not in the plan
        """,
    )

    assert authority.lists(audits_completed, period=QUARTER, column="record_id") == ["Ana", "Dee"]
    assert authority.says(audits_completed, period=QUARTER) == "2 of 4"
    assert authority.says(audits_completed, period=QUARTER, breakdown="team", group="North") == "1 of 2"
    assert authority.says(audits_completed, period=QUARTER, breakdown="team", group="not known") == "1 of 2"
    assert authority.says(audits_completed, period=QUARTER, breakdown="audit_type", group="not known") == "1 of 1"


def test_audits_completed_in_the_period_divide_by_grade(authority: Authority) -> None:
    authority.holds(
        audits,
        """
        audit_id | due_date   | completed_date | grade                | moderated_grade
        Ana   | 2021-09-01 | 2021-09-30     | good                 | good
        Ben   | 2021-09-01 | 2021-07-01     | outstanding          | good                  # the moderator disagrees
        Cal   | 2021-09-01 | 2021-09-01     | requires improvement | requires improvement
        Dee   | 2021-09-01 | 2021-09-01     | inadequate           |                       # not moderated
        Eve   | 2021-09-01 | 2021-09-01     |                      | good                  # not graded
        Fay   | 2021-09-01 | 2021-10-01     | good                 | good                  # completed after the quarter
        Gus   | 2021-09-01 |                | good                 |                       # not completed
        """,
    )

    def graded(group: str) -> str:
        return authority.says(grades, period=QUARTER, breakdown="grade", group=group)

    assert graded("good") == "1 of 4"
    assert graded("outstanding") == "1 of 4"
    assert graded("requires improvement") == "1 of 4"
    assert graded("inadequate") == "1 of 4"
    assert authority.says(grades, period=QUARTER) == "4 of 4"
    assert authority.lists(good_or_better, period=QUARTER, column="record_id") == ["Ana", "Ben"]
    assert authority.says(good_or_better, period=QUARTER) == "2 of 4"
    assert authority.lists(moderation_agreement, period=QUARTER, column="record_id") == ["Ana", "Cal"]
    assert authority.says(moderation_agreement, period=QUARTER) == "2 of 3"


def test_open_actions_whose_due_date_has_passed(authority: Authority) -> None:
    authority.holds(
        actions,
        """
        action_id | raised_date | due_date   | completed_date
        A         | 2021-06-01  | 2021-09-29 |             # overdue by a day
        B         | 2021-06-01  | 2021-09-30 |             # due that day: not yet overdue
        C         | 2021-06-01  | 2021-09-01 | 2021-09-30  # completed that day: no longer open (R12)
        D         | 2021-06-01  | 2021-09-01 | 2021-10-01  # completed later: overdue then
        E         | 2021-09-30  |            |             # without a due date: open, never overdue
        F         | 2021-10-01  | 2021-09-01 |             # raised later
        """,
    )

    assert authority.lists(actions_overdue, at=DAY, column="record_id") == ["A", "D"]
    assert authority.says(actions_overdue, at=DAY) == "2 of 4"
    assert authority.says(actions_overdue, at="2021-01-01") == "z"


def test_actions_due_in_the_period_completed_by_then_and_the_days_taken(authority: Authority) -> None:
    authority.holds(
        actions,
        """
        action_id | raised_date | due_date   | completed_date
        A         | 2021-07-01  | 2021-07-31 | 2021-07-31  # thirty days, on the day
        B         | 2021-07-01  | 2021-07-31 | 2021-08-01  # thirty-one
        C         | 2021-07-01  | 2021-09-30 |             # not completed
        D         | 2021-07-01  | 2021-10-01 | 2021-09-29  # due later; ninety days
        E         | 2021-07-01  |            | 2021-07-01  # no due date; none
        F         | 2021-05-01  | 2021-06-30 | 2021-06-30  # before the quarter
        """,
    )

    assert authority.lists(actions_on_time, period=QUARTER, column="record_id") == ["A"]
    assert authority.says(actions_on_time, period=QUARTER) == "1 of 3"
    assert authority.says(days_to_complete, period=QUARTER) == "30.5"
    assert authority.says(days_to_complete, period="2021-06") == "60"
    assert authority.says(days_to_complete, period="2021-05") == "z"


def test_reviews_held_whose_record_is_on_file(authority: Authority) -> None:
    authority.holds(
        review_records,
        """
        child | review_type      | review_date | record_present
        Ana   | child in need    | 2021-07-01  | Y
        Ben   | child in need    | 2021-09-30  | N
        Cal   | child protection | 2021-08-01  |    # not known: not on file
        Dee   | looked after     | 2021-08-01  | Y
        Eve   | looked after     | 2021-10-01  | Y  # after the quarter
        """,
    )

    assert authority.lists(review_records_present, period=QUARTER) == ["Ana", "Dee"]
    assert authority.says(review_records_present, period=QUARTER) == "2 of 4"
    kind = authority.says(review_records_present, period=QUARTER, breakdown="review_type", group="child in need")
    assert kind == "1 of 2"


def test_visits_sampled_and_judged_adequate(authority: Authority) -> None:
    authority.holds(
        visit_reviews,
        """
        child | visit_date | reviewed_date | adequate
        Ana   | 2021-06-01 | 2021-07-01    | Y   # the manager's review counts, not the visit
        Ben   | 2021-07-01 | 2021-09-30    | N
        Cal   | 2021-07-01 | 2021-08-01    |     # not judged: not adequate
        Dee   | 2021-07-01 | 2021-10-01    | Y
        """,
    )

    assert authority.lists(visit_recording_adequate, period=QUARTER) == ["Ana"]
    assert authority.says(visit_recording_adequate, period=QUARTER) == "1 of 3"


def test_oversight_of_every_kind_is_held_within_five_days(authority: Authority) -> None:
    authority.holds(
        oversight_events,
        """
        event_type        | level    | scheduled_date | held_date
        performance board | Director | 2021-07-01     | 2021-07-06
        performance board | Director | 2021-07-01     | 2021-07-07
        committee         | members  | 2021-09-30     | 2021-09-01
        committee         | members  | 2021-09-30     |
                          |          | 2021-09-30     | 2021-09-30
        """,
    )

    assert authority.says(oversight_on_schedule, period=QUARTER) == "3 of 5"
    assert authority.says(oversight_on_schedule, period=QUARTER, breakdown="event_type", group="committee") == "1 of 2"
    assert authority.says(oversight_on_schedule, period=QUARTER, breakdown="event_type", group="not known") == "1 of 1"


def test_the_last_supervision_is_at_most_four_weeks_ago(authority: Authority) -> None:
    authority.holds(
        employments,
        """
        professional_id | agency_worker | start_date | end_date
        Ana             | N             | 2020-01-01 |
        Ben             | N             | 2020-01-01 |
        Cal             | N             | 2021-09-02 |             # here for four weeks: not yet due
        Dee             | N             | 2021-09-01 |             # a day longer
        Eve             | N             | 2020-01-01 | 2021-09-30  # left that day
        Fay             | Y             | 2020-01-01 |             # an agency worker is supervised too
        """,
    )
    authority.holds(
        supervisions,
        """
        professional_id | supervision_date
        Ana             | 2021-09-02  # four weeks ago to the day
        Ben             | 2021-09-01  # a day longer
        Fay             | 2021-09-20
        Zed             | 2021-09-20  # not here
        """,
    )

    assert authority.lists(supervision_in_time, at=DAY, column="professional_id") == ["Ana", "Cal", "Fay"]
    assert authority.says(supervision_in_time, at=DAY) == "3 of 5"
    assert authority.says(supervision_in_time, at="2019-12-31") == "z"


def test_the_interval_between_supervisions_may_be_set(authority: Authority) -> None:
    authority.sets('[[setting]]\nname = "supervision interval"\nvalue = "1 months"')
    authority.holds(employments, "professional_id | start_date\nAna | 2021-08-31")
    authority.holds(supervisions)

    assert authority.says(supervision_in_time, at=DAY) == "1 of 1"
    assert authority.says(supervision_in_time, at="2021-10-01") == "0 of 1"


def test_a_judgement_is_in_force_until_the_next_of_its_domain(authority: Authority) -> None:
    authority.holds(
        inspection_judgements,
        """
        domain                | judgement            | judgement_date | end_date
        overall effectiveness | requires improvement | 2016-01-01     | 2018-11-01
        overall effectiveness | good                 | 2018-11-01     |
        leadership            | good                 | 2016-01-01     |             # its end was not recorded
        leadership            | outstanding          | 2018-11-01     |
        care leavers          | good                 | 2021-10-01     |             # later
        """,
    )

    def judged(group: str) -> str:
        return authority.says(judgement_in_force, at=DAY, breakdown="judgement", group=group)

    assert judged("good") == "1 of 2"
    assert judged("outstanding") == "1 of 2"
    assert authority.says(judgement_in_force, at="2015-12-31") == "z"
    assert authority.says(judgement_in_force, at="2018-10-31", breakdown="judgement", group="good") == "1 of 2"


def test_themes_raised_again_within_twelve_months(authority: Authority) -> None:
    authority.covers_from = {"audit_themes": authority.extract_date.replace(year=2019)}
    authority.holds(
        audit_themes,
        """
        audit_id | theme      | raised_date
        A1       | chronology | 2020-08-01
        A2       | chronology | 2021-08-01  # twelve months after, to the day
        A3       | voice      | 2020-07-31
        A4       | voice      | 2021-08-01  # a day more
        A5       | plans      | 2021-08-01  # twice on a day: neither was raised before
        A6       | plans      | 2021-08-01
        A7       | chronology | 2021-10-01  # after the quarter
        """,
    )

    assert authority.lists(repeat_themes, period=QUARTER, column="theme") == ["chronology"]
    assert authority.says(repeat_themes, period=QUARTER) == "1 of 4"
    assert authority.says(repeat_themes, period="2021-22-Q1") == "z"


def test_repeat_themes_need_twelve_months_of_history(authority: Authority) -> None:
    authority.covers_from = {"audit_themes": authority.extract_date.replace(year=2021, month=1, day=1)}
    authority.holds(audit_themes, "audit_id | theme | raised_date\nA1 | plans | 2021-08-01")

    assert authority.says(repeat_themes, period=QUARTER) == "x"
    assert "2020-07-01" in authority.why_not(repeat_themes, period=QUARTER)


@pytest.mark.parametrize("indicator", [each for each in INDICATORS if each.of.all_needs], ids=lambda each: each.code)
def test_every_figure_says_which_table_is_missing(authority: Authority, indicator: object) -> None:
    assert authority.says(indicator, at=DAY) == "x"  # type: ignore[arg-type]
    assert "missing" in authority.why_not(indicator, at=DAY)  # type: ignore[arg-type]


def test_periods_without_events_have_no_denominator(authority: Authority) -> None:
    authority.covers_from = {"audit_themes": authority.extract_date.replace(year=2019)}
    for table in (actions, audit_themes, audits, inspection_judgements, oversight_events, review_records, visit_reviews):
        authority.holds(table)
    authority.holds(supervisions)
    authority.holds(employments)

    for indicator in INDICATORS:
        assert authority.says(indicator, at=DAY) == "z", indicator.code
