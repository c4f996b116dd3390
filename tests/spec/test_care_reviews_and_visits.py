"""Reviews of looked-after children and visits to them, specified by example from rules R16 and R17."""

import pytest

from quarterday.records.tables.looked_after import (
    legal_statuses,
    looked_after_episodes,
    looked_after_reviews,
    looked_after_visits,
    placements,
)
from quarterday.sections.looked_after.indicators import reviews_on_time, visits_on_time
from support.authority import Authority

DAY = "2021-09-30"


def _in_care(authority: Authority, *names: str, since: str) -> None:
    rows = "\n".join(f"{name} | {since} | S" for name in names)
    authority.holds(looked_after_episodes, f"child | start_date | start_reason\n{rows}")


def test_the_first_review_is_due_after_twenty_working_days(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", since="2021-09-02")  # the twentieth working day is 30 September
    _in_care(authority, "Cal", since="2021-09-03")  # not yet due
    authority.holds(looked_after_reviews, "child | review_date\nAna | 2021-09-30\nCal | 2021-09-20")

    assert authority.lists(reviews_on_time, at=DAY) == ["Ana"]
    assert authority.says(reviews_on_time, at=DAY) == "1 of 2"
    assert authority.says(reviews_on_time, at="2021-09-29") == "z"


def test_the_second_review_is_due_three_months_after_the_first_and_the_next_every_six(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee", "Eve", "Fay"], since="2021-01-04")  # first due by 1 February
    authority.holds(
        looked_after_reviews,
        """
        child | review_date | cancelled
        Ana   | 2021-01-31  |            # first
        Ana   | 2021-04-30  |            # three months, clamped (R02)
        Ana   | 2021-09-15  |
        Ben   | 2021-01-31  |
        Ben   | 2021-05-01  |            # a day late: missed, within the last twelve months
        Cal   | 2021-01-31  |
        Cal   | 2021-03-30  |            # then six months: due on 30 September, not held by then
        Dee   | 2021-01-31  |
        Dee   | 2021-03-31  |            # due on 30 September, clamped: not held by then
        Eve   | 2021-01-31  |
        Eve   | 2021-04-30  | Y          # cancelled: does not count
        Fay   | 2021-01-31  |
        Fay   | 2021-04-01  |            # due on 1 October
        """,
    )

    assert authority.lists(reviews_on_time, at=DAY) == ["Ana", "Fay"]
    assert authority.says(reviews_on_time, at=DAY) == "2 of 6"
    assert authority.lists(reviews_on_time, at="2021-09-29") == ["Ana", "Cal", "Dee", "Fay"]


def test_a_review_missed_more_than_twelve_months_ago_is_forgotten(authority: Authority) -> None:
    _in_care(authority, "Ana", since="2020-01-06")  # first due by 3 February 2020
    authority.holds(
        looked_after_reviews,
        """
        child | review_date
        Ana   | 2020-02-10   # late
        Ana   | 2020-05-01
        Ana   | 2020-10-01
        Ana   | 2021-03-01
        """,
    )

    assert authority.says(reviews_on_time, at="2021-02-02") == "0 of 1"
    assert authority.says(reviews_on_time, at="2021-02-03") == "1 of 1"  # the twelve months begin on 4 February 2020


def test_meetings_of_one_review_count_once(authority: Authority) -> None:
    """A review held in a series of meetings has one due date; its first meeting counts (R17)."""
    _in_care(authority, "Ana", "Ben", since="2021-01-04")
    authority.holds(
        looked_after_reviews,
        """
        child | due_date   | review_date
        Ana   | 2021-02-01 | 2021-01-25
        Ana   | 2021-02-01 | 2021-02-08  # the same review, continued: the next is due on 25 April
        Ben   | 2021-02-01 | 2021-01-25
        Ben   | 2021-04-25 | 2021-04-01  # the second review: the next is due on 1 October
        """,
    )

    assert authority.lists(reviews_on_time, at=DAY) == ["Ben"]


def test_reviews_of_an_earlier_period_of_care_do_not_count_and_of_short_breaks_neither(authority: Authority) -> None:
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | end_reason
        Ana   | 2020-01-06 | 2021-01-06 | S            | E4A
        Ana   | 2021-08-02 |            | S            |
        Ben   | 2020-01-06 |            | S            |
        """,
    )
    authority.holds(legal_statuses, "child | start_date | legal_status\nBen | 2020-01-06 | V4")
    authority.holds(looked_after_reviews, "child | review_date\nAna | 2021-01-05")

    assert authority.says(reviews_on_time, at=DAY) == "0 of 1"
    assert authority.says(reviews_on_time, at="2021-08-30") == "z"


def test_reviews_on_time_need_every_review(authority: Authority) -> None:
    _in_care(authority, "Ana", since="2021-01-04")

    assert authority.says(reviews_on_time, at=DAY) == "x"
    assert "looked_after_reviews" in authority.why_not(reviews_on_time, at=DAY)
    authority.holds(looked_after_reviews)
    authority.latest_only = frozenset({"looked_after_reviews"})
    assert authority.says(reviews_on_time, at="2022-03-31") == "x"


def test_a_child_is_visited_within_a_week_of_a_placement_then_every_six_weeks(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus"], since="2021-01-04")
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type
        Ana   | 2021-09-23 |            | U6  # a week ago to the day
        Ben   | 2021-09-22 |            | U6  # a day more
        Cal   | 2021-01-04 |            | U6
        Dee   | 2021-01-04 |            | U6
        Eve   | 2021-01-04 | 2021-09-20 | U6
        Eve   | 2021-09-20 |            | U6  # a new placement: a visit to the one before does not count
        Fay   | 2021-01-04 | 2021-09-29 | U6
        Fay   | 2021-09-29 |            | U6
        """,
    )
    authority.holds(
        looked_after_visits,
        """
        child | visit_date
        Cal   | 2021-08-19  # six weeks ago to the day
        Dee   | 2021-08-18  # a day more
        Eve   | 2021-09-19
        Gus   | 2021-09-20  # no placement known: in care since January, visited lately
        """,
    )

    assert authority.lists(visits_on_time, at=DAY) == ["Ana", "Cal", "Fay", "Gus"]
    assert authority.says(visits_on_time, at=DAY) == "4 of 7"


def test_after_the_first_year_a_placement_meant_to_last_to_18_is_visited_every_three_months(authority: Authority) -> None:
    _in_care(authority, *["Ana", "Ben", "Cal", "Dee"], since="2019-01-07")
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type
        Ana   | 2020-06-30 |            | U4  # long term: a year old on the day of the visit
        Ben   | 2020-06-30 |            | U6  # not long term: six weeks
        Cal   | 2020-07-01 |            | U4  # visited in the first year: six weeks
        Dee   | 2019-01-07 |            | U1
        """,
    )
    authority.holds(
        looked_after_visits,
        """
        child | visit_date
        Ana   | 2021-06-30  # three months ago to the day
        Ben   | 2021-06-30
        Cal   | 2021-06-30
        Dee   | 2021-06-29  # a day more
        """,
    )

    assert authority.lists(visits_on_time, at=DAY) == ["Ana"]


def test_a_visit_at_which_the_child_was_not_seen_is_no_visit(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", since="2021-01-04")
    authority.holds(placements, "child | start_date | placement_type\nAna | 2021-01-04 | U6\nBen | 2021-01-04 | U6")
    authority.holds(looked_after_visits, "child | visit_date | child_seen\nAna | 2021-09-20 | N\nBen | 2021-09-20 | Y")

    assert authority.lists(visits_on_time, at=DAY) == ["Ben"]


def test_care_ordered_children_with_their_parents_are_visited_more_often(authority: Authority) -> None:
    """Interim care order: weekly to the first review, then every four weeks; care order: never three months (R16)."""
    _in_care(authority, "Ana", "Ben", "Cal", "Dee", since="2021-01-04")
    authority.holds(
        legal_statuses,
        """
        child | start_date | legal_status
        Ana   | 2021-01-04 | C1
        Ben   | 2021-01-04 | C1
        Cal   | 2021-01-04 | C2
        Dee   | 2021-01-04 | V2
        """,
    )
    authority.holds(
        placements,
        "child | start_date | placement_type\n" + "\n".join(f"{n} | 2021-01-04 | P1" for n in ("Ana", "Ben", "Cal", "Dee")),
    )
    authority.holds(looked_after_reviews, "child | review_date\nAna | 2021-01-29\nBen | 2021-01-29")
    authority.holds(
        looked_after_visits,
        """
        child | visit_date
        Ana   | 2021-09-02   # four weeks ago to the day
        Ben   | 2021-09-01   # a day more
        Cal   | 2021-08-19   # six weeks
        Dee   | 2021-08-19
        """,
    )

    assert authority.lists(visits_on_time, at=DAY) == ["Ana", "Cal", "Dee"]


def test_a_child_placed_for_adoption_is_visited_weekly_until_the_first_review(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", "Cal", since="2020-01-06")
    authority.holds(
        placements,
        """
        child | start_date | end_date | placement_type
        Ana   | 2021-07-01 |          | A4
        Ben   | 2021-07-01 |          | A4
        Cal   | 2021-07-01 |          | A4
        """,
    )
    authority.holds(looked_after_reviews, "child | review_date\nAna | 2021-07-28\nBen | 2021-06-30\nCal | 2021-06-30")
    authority.holds(
        looked_after_visits,
        """
        child | visit_date
        Ana   | 2021-08-19  # reviewed since the placement: six weeks, to the day
        Ben   | 2021-09-22  # not reviewed since: a day more than a week
        Cal   | 2021-09-23
        """,
    )

    assert authority.lists(visits_on_time, at=DAY) == ["Ana", "Cal"]


def test_a_care_order_made_while_living_with_the_parents_asks_for_a_visit_within_a_week(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", since="2021-01-04")
    authority.holds(
        legal_statuses,
        """
        child | start_date | end_date   | legal_status
        Ana   | 2021-01-04 | 2021-09-23 | C1
        Ana   | 2021-09-23 |            | C2  # a week ago to the day
        Ben   | 2021-01-04 | 2021-09-22 | C1
        Ben   | 2021-09-22 |            | C2  # a day more
        """,
    )
    authority.holds(placements, "child | start_date | placement_type\nAna | 2021-01-04 | P1\nBen | 2021-01-04 | P1")
    authority.holds(looked_after_reviews, "child | review_date\nAna | 2021-01-29\nBen | 2021-01-29")
    authority.holds(looked_after_visits, "child | visit_date\nAna | 2021-09-20\nBen | 2021-09-20")

    assert authority.lists(visits_on_time, at=DAY) == ["Ana"]


def test_reviews_of_a_child_placed_for_adoption_begin_anew_four_weeks_after_the_placement(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", since="2020-01-06")
    authority.holds(placements, "child | start_date | placement_type\nAna | 2021-05-03 | A4\nBen | 2021-05-03 | A4")
    authority.holds(
        looked_after_reviews,
        """
        child | review_date
        Ana   | 2020-01-20
        Ana   | 2020-04-20
        Ana   | 2020-10-20
        Ana   | 2021-04-20
        Ana   | 2021-05-31  # four weeks after the placement, to the day
        Ana   | 2021-08-31  # then three months
        Ben   | 2020-01-20
        Ben   | 2020-04-20
        Ben   | 2020-10-20
        Ben   | 2021-04-20
        Ben   | 2021-06-01  # a day late
        Ben   | 2021-09-01
        """,
    )

    assert authority.lists(reviews_on_time, at=DAY) == ["Ana"]


def test_a_child_who_may_be_placed_for_adoption_is_reviewed_within_three_months(authority: Authority) -> None:
    _in_care(authority, "Ana", "Ben", since="2020-01-06")
    authority.holds(
        legal_statuses,
        """
        child | start_date | end_date   | legal_status
        Ana   | 2020-01-06 | 2021-05-03 | C2
        Ana   | 2021-05-03 |            | E1
        Ben   | 2020-01-06 | 2021-05-03 | C2
        Ben   | 2021-05-03 |            | E1
        """,
    )
    authority.holds(
        looked_after_reviews,
        """
        child | review_date
        Ana   | 2020-01-20
        Ana   | 2020-04-20
        Ana   | 2020-10-20
        Ana   | 2021-04-20  # the next would be due on 20 October
        Ana   | 2021-08-03  # three months after the authority
        Ben   | 2020-01-20
        Ben   | 2020-04-20
        Ben   | 2020-10-20
        Ben   | 2021-04-20
        Ben   | 2021-08-04  # a day late
        """,
    )

    assert authority.lists(reviews_on_time, at=DAY) == ["Ana"]


@pytest.mark.parametrize("at", [DAY])
def test_nobody_in_care_leaves_no_denominator(authority: Authority, at: str) -> None:
    authority.holds(looked_after_episodes)
    authority.holds(placements)
    authority.holds(looked_after_visits)
    authority.holds(looked_after_reviews)

    assert authority.says(visits_on_time, at=at) == "z"
    assert authority.says(reviews_on_time, at=at) == "z"
