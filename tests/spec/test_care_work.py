"""The child's part in reviews, being seen alone, care plans and social workers, specified by example from the rules."""

from datetime import date

from quarterday.records.tables.looked_after import (
    care_plans,
    legal_statuses,
    looked_after_episodes,
    looked_after_reviews,
    looked_after_visits,
)
from quarterday.records.tables.people import children
from quarterday.records.tables.workforce import involvements, professionals
from quarterday.sections.looked_after.care_work_indicators import (
    care_plan_in_force,
    permanence_planned,
    seen_alone,
    three_social_workers,
    took_part,
)
from support.authority import Authority

DAY = "2021-09-30"
QUARTER = "2021-22-Q2"


def _in_care(authority: Authority, *names: str, since: str = "2020-01-01", until: str = "") -> None:
    rows = "\n".join(f"{name} | {since} | {until} | S" for name in names)
    authority.holds(looked_after_episodes, f"child | start_date | end_date | start_reason\n{rows}")


def test_a_child_of_four_takes_part_in_a_review_by_contributing(authority: Authority) -> None:
    names = ["Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus", "Hal"]
    _in_care(authority, *names, "Ida")
    born = "\n".join(f"{name} | 2010-01-01" for name in names)
    authority.holds(children, f"child | date_of_birth\n{born}\nIda | 2017-07-15")
    authority.holds(
        looked_after_reviews,
        """
        child | review_date | participation | cancelled
        Ana   | 2021-07-01  | PN1           |    # the quarter's first day
        Ben   | 2021-09-30  | PN6           |    # and its last: views by other means
        Cal   | 2021-08-01  | PN4           |    # attends, contributes nothing
        Dee   | 2021-08-01  | PN7           |    # absent, no views
        Eve   | 2021-08-01  |               |    # not recorded: stays in the denominator
        Fay   | 2021-08-01  | PN1           | Y  # cancelled
        Gus   | 2021-06-30  | PN1           |    # a day early
        Hal   | 2021-10-01  | PN1           |    # a day late
        Ida   | 2021-07-14  | PN0           |    # three, and a day from four
        Ida   | 2021-07-15  | PN2           |    # four that day
        Jon   | 2021-08-01  | PN1           |    # not looked after
        """,
    )

    assert authority.lists(took_part, period=QUARTER) == ["Ana", "Ben", "Ida"]
    assert authority.says(took_part, period=QUARTER) == "3 of 6"


def test_meetings_of_one_review_count_once_on_the_day_of_the_first(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben")
    authority.holds(children, "child | date_of_birth\nAna | 2010-01-01\nBen | 2010-01-01")
    authority.holds(
        looked_after_reviews,
        """
        child | due_date   | review_date | participation
        Ana   | 2021-09-01 | 2021-08-25  | PN7  # the meeting was adjourned
        Ana   | 2021-09-01 | 2021-09-05  | PN1  # and there she spoke
        Ben   | 2021-07-01 | 2021-06-25  | PN1  # began before the quarter
        Ben   | 2021-07-01 | 2021-07-05  | PN1
        """,
    )

    assert authority.says(took_part, period=QUARTER) == "1 of 1"


def test_a_source_with_the_latest_review_only_cannot_say_who_took_part(authority: Authority) -> None:
    _in_care(authority, "Ana")
    authority.holds(looked_after_reviews, "child | review_date\nAna | 2021-08-01")
    authority.latest_only = frozenset({"looked_after_reviews"})

    assert authority.says(took_part, period=QUARTER) == "x"
    assert authority.why_not(took_part, period=QUARTER).endswith("looked_after_reviews.")


def test_seen_alone_is_asked_of_the_last_visit_at_which_the_child_was_seen(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Hal"])
    _in_care(authority, "Gus", since="2021-09-01")
    authority.holds(
        looked_after_visits,
        """
        child | visit_date | child_seen | child_seen_alone
        Ana   | 2021-08-01 | Y          | N
        Ana   | 2021-09-30 | Y          | Y  # the day itself
        Ben   | 2021-08-01 | Y          | Y
        Ben   | 2021-09-01 | Y          | N
        Cal   | 2021-08-01 | Y          | Y
        Cal   | 2021-09-01 | N          | N  # not seen: no visit (R15)
        Dee   | 2021-09-01 | Y          | N  # two visits of one day
        Dee   | 2021-09-01 | Y          | Y
        Eve   | 2021-09-01 | Y          |    # not recorded: stays in the denominator
        Fay   | 2021-10-01 | Y          | Y  # after the day: no visit yet
        Gus   | 2021-08-31 | Y          | Y  # before this period of care
        Hal   | 2021-09-01 |            | Y  # a visit, unless it says that the child was not seen
        """,
    )

    assert authority.lists(seen_alone, at=DAY) == ["Ana", "Cal", "Dee", "Hal"]
    assert authority.says(seen_alone, at=DAY) == "4 of 6"
    assert authority.says(seen_alone, at="2019-12-31") == "z"


def test_a_care_plan_is_in_force_from_its_first_day_to_the_day_before_its_last(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee", "Eve"])
    authority.holds(
        care_plans,
        """
        child | start_date | end_date
        Ana   | 2021-09-30 |
        Ben   | 2021-10-01 |             # from tomorrow
        Cal   | 2020-01-01 | 2021-09-30  # ended that day (R12)
        Dee   | 2020-01-01 | 2021-09-30  # and another the same day
        Dee   | 2021-09-30 |
        """,
    )

    assert authority.lists(care_plan_in_force, at=DAY) == ["Ana", "Dee"]
    assert authority.says(care_plan_in_force, at=DAY) == "2 of 5"
    assert authority.lists(care_plan_in_force, at="2021-09-29") == ["Cal", "Dee"]


def test_permanence_is_to_be_planned_by_the_day_of_the_second_review(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee", "Eve"])
    authority.holds(
        looked_after_reviews,
        """
        child | due_date   | review_date | cancelled
        Ana   |            | 2020-01-20  |
        Ana   |            | 2020-04-20  |
        Ben   |            | 2020-01-20  |
        Ben   |            | 2020-04-20  |
        Cal   |            | 2020-01-20  |
        Cal   |            | 2020-04-20  |
        Dee   | 2020-01-29 | 2020-01-20  |    # two meetings of the first review
        Dee   | 2020-01-29 | 2020-01-27  |
        Eve   |            | 2020-01-20  |
        Eve   |            | 2020-04-20  | Y  # cancelled: no second review yet
        """,
    )
    authority.holds(
        care_plans,
        """
        child | start_date | end_date   | permanence_aims
        Ana   | 2020-04-20 | 2020-06-01 | ADOPTION          # on the day
        Ben   | 2020-04-21 |            | ADOPTION          # a day late
        Cal   | 2020-01-01 |            |                   # no aim named
        Dee   | 2020-01-01 |            | LTFOST18
        """,
    )

    assert authority.lists(permanence_planned, at=DAY) == ["Ana"]
    assert authority.says(permanence_planned, at=DAY) == "1 of 3"
    assert authority.says(permanence_planned, at="2020-04-19") == "z"


def test_three_social_workers_in_the_twelve_months_each_counted_once(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee", "Eve"])
    _in_care(authority, "Fay", since="2021-09-15")
    workers = "\n".join(f"w{n} | SW{n}" for n in (1, 2, 3))
    authority.holds(professionals, f"professional_id | registration_number\n{workers}\nw4 |")
    authority.holds(
        involvements,
        """
        child | professional_id | role | start_date | end_date
        Ana   | w1              | CW   | 2020-01-01 | 2020-10-01  # still held her when the year began
        Ana   | w2              | CW   | 2020-10-01 | 2021-05-01
        Ana   | w3              | CW   | 2021-05-01 |
        Ben   | w1              | CW   | 2020-01-01 | 2020-09-30  # ended the day on which it began
        Ben   | w2              | CW   | 2020-09-30 | 2021-05-01
        Ben   | w3              | CW   | 2021-05-01 |
        Cal   | w1              | CW   | 2020-01-01 | 2021-02-01
        Cal   | w2              | CW   | 2021-02-01 | 2021-05-01
        Cal   | w1              | CW   | 2021-05-01 |             # a return is nobody new (R40)
        Dee   | w1              | CW   | 2020-01-01 | 2021-02-01
        Dee   | w2              | IRO  | 2021-02-01 | 2021-05-01  # a reviewing officer
        Dee   | w4              | CW   | 2021-05-01 | 2021-06-01  # no social worker
        Dee   | w3              | CW   | 2021-06-01 |
        Fay   | w1              | CW   | 2021-01-01 | 2021-05-01  # before she was looked after
        Fay   | w2              | CW   | 2021-05-01 | 2021-08-01
        Fay   | w3              | CW   | 2021-08-01 |
        """,
    )

    assert authority.lists(three_social_workers, at=DAY) == ["Ana", "Fay"]
    assert authority.says(three_social_workers, at=DAY) == "2 of 6"  # nobody holds Eve: in the denominator


def test_a_year_of_workers_needs_a_year_of_records(authority: Authority) -> None:
    _in_care(authority, "Ana")
    assert "involvements" in authority.why_not(three_social_workers, at=DAY)

    authority.holds(professionals)
    authority.holds(involvements)
    authority.covers_from = {"involvements": date(2020, 10, 1)}
    assert authority.says(three_social_workers, at=DAY) == "x"
    assert "involvements from 2020-09-30" in authority.why_not(three_social_workers, at=DAY)
    assert authority.says(three_social_workers, at="2021-10-01") == "0 of 1"


def test_children_on_short_breaks_are_in_none_of_these(authority: Authority) -> None:
    _in_care(authority, "Ana")
    authority.holds(legal_statuses, "child | legal_status | start_date\nAna | V3 | 2020-01-01")
    authority.holds(children, "child | date_of_birth\nAna | 2010-01-01")
    authority.holds(looked_after_visits, "child | visit_date | child_seen_alone\nAna | 2021-09-01 | Y")
    authority.holds(looked_after_reviews, "child | review_date | participation\nAna | 2021-08-01 | PN1")
    authority.holds(care_plans, "child | start_date\nAna | 2020-01-01")
    authority.holds(professionals)
    authority.holds(involvements)

    assert authority.says(took_part, period=QUARTER) == "z"
    for indicator in (seen_alone, care_plan_in_force, permanence_planned, three_social_workers):
        assert authority.says(indicator, at=DAY) == "z"
