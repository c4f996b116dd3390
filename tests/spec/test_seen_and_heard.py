"""Whether children on plans are seen, and come to their reviews (section 2.3): specification by example, from the rules."""

import pytest

from quarterday.records.tables.child_protection import (
    child_protection_plans,
    child_protection_reviews,
    child_protection_visits,
)
from quarterday.records.tables.people import children
from quarterday.sections import BY_CODE
from quarterday.sections.child_protection.work_indicators import (
    days_since_visit,
    participation_in_reviews,
    quorate_reviews,
    seen_alone_at_last_visit,
    seen_at_last_visit,
)
from support.authority import Authority

PERIOD = "2021-22-Q2"
AT = "2021-09-30"


def test_the_last_visit_says_whether_the_child_was_seen_and_alone(authority: Authority) -> None:
    authority.holds(children)
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2021-01-01 |
        Ben   | 2021-01-01 |
        Cal   | 2021-01-01 |
        Dee   | 2021-01-01 |             # never visited: nothing to say
        Eve   | 2021-08-01 |             # visited before the plan only
        Fay   | 2021-01-01 | 2021-09-30  # no longer open (R12)
        Gus   | 2021-01-01 |
        """,
    )
    authority.holds(
        child_protection_visits,
        """
        child | visit_date | child_seen | child_seen_alone
        Ana   | 2021-09-01 | N          | N
        Ana   | 2021-09-30 | Y          | Y    # that day: the last one
        Ben   | 2021-09-01 | Y          | Y
        Ben   | 2021-09-20 | N          |      # a failed visit is the last one
        Ben   | 2021-10-01 | Y          | Y    # after the day
        Cal   | 2021-09-20 | N          | N
        Cal   | 2021-09-20 | Y          | N    # two on a day are one
        Eve   | 2021-07-31 | Y          | Y
        Fay   | 2021-09-20 | Y          | Y
        Gus   | 2021-09-20 |            |      # not recorded: not seen
        """,
    )

    assert authority.says(seen_at_last_visit, at=AT) == "2 of 4"
    assert authority.lists(seen_at_last_visit, at=AT) == ["Ana", "Cal"]
    assert authority.says(seen_alone_at_last_visit, at=AT) == "1 of 4"


def test_before_the_birth_nobody_could_be_seen(authority: Authority) -> None:
    authority.holds(
        children,
        """
        child | date_of_birth | expected_date_of_birth
        Ana   |               | 2021-12-01   # unborn: left out, seen or not (R03)
        Ben   | 2021-09-10    |              # visited before the birth only
        Cal   | 2021-09-10    |              # and on the day of the birth
        """,
    )
    authority.holds(child_protection_plans, "child | start_date\nAna | 2021-08-01\nBen | 2021-08-01\nCal | 2021-08-01")
    authority.holds(
        child_protection_visits,
        """
        child | visit_date | child_seen
        Ana   | 2021-09-20 | Y
        Ben   | 2021-09-09 | N
        Cal   | 2021-09-09 | N
        Cal   | 2021-09-10 | Y
        """,
    )

    assert authority.says(seen_at_last_visit, at=AT) == "1 of 1"


def test_days_since_the_last_counted_visit_are_calendar_days(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2021-01-01 |
        Ben   | 2021-01-01 |
        Cal   | 2021-01-01 |
        Dee   | 2021-09-09 |             # 21 days old, no visit: from its start (R15)
        Eve   | 2021-01-01 |
        Fay   | 2021-01-01 |
        Gus   | 2021-01-01 |
        Hal   | 2021-01-01 | 2021-09-30
        """,
    )
    authority.holds(
        child_protection_visits,
        """
        child | visit_date | child_seen
        Ana   | 2021-09-30 | Y     # that day: 0
        Ben   | 2021-09-20 | Y     # 10
        Cal   | 2021-09-19 | Y     # 11
        Cal   | 2021-09-29 | N     # not seen: does not count (R15)
        Eve   | 2021-09-02 | Y     # 28
        Fay   | 2021-08-19 | Y     # 42
        Gus   | 2021-08-18 | Y     # 43
        """,
    )
    bands = {
        "0 to 10 days": "2 of 7",
        "11 to 20 days": "1 of 7",
        "21 to 28 days": "2 of 7",
        "29 to 42 days": "1 of 7",
        "43 days or more": "1 of 7",
    }

    assert {band: authority.says(days_since_visit, at=AT, breakdown="since_visit", group=band) for band in bands} == bands


def test_every_visit_counts_where_the_settings_say_so(authority: Authority) -> None:
    authority.sets('[[setting]]\nname = "visit counts when"\nsubject = "child protection"\nvalue = "any"\n')
    authority.holds(child_protection_plans, "child | start_date\nCal | 2021-01-01")
    authority.holds(child_protection_visits, "child | visit_date | child_seen\nCal | 2021-09-29 | N")

    assert authority.says(days_since_visit, at=AT, breakdown="since_visit", group="0 to 10 days") == "1 of 1"


def test_review_conferences_that_were_quorate(authority: Authority) -> None:
    authority.holds(
        child_protection_reviews,
        """
        child | review_date | quorate
        Ana   | 2021-07-01  | Y
        Ben   | 2021-09-30  | Yes     # written out
        Cal   | 2021-07-01  | N
        Dee   | 2021-07-01  |         # not recorded
        Eve   | 2021-07-01  | police absent
        Fay   | 2021-10-01  | Y       # after the quarter
        Gus   |             | Y       # not held
        """,
    )

    assert authority.says(quorate_reviews, period=PERIOD) == "2 of 5"
    assert authority.lists(quorate_reviews, period=PERIOD) == ["Ana", "Ben"]


def test_children_take_part_in_person_or_by_another_way(authority: Authority) -> None:
    authority.holds(
        child_protection_reviews,
        """
        child | review_date | participation
        Ana   | 2021-07-01  | PN1
        Ben   | 2021-07-01  | PN6
        Cal   | 2021-07-01  | PN7     # neither came nor sent word
        Dee   | 2021-07-01  | PN0     # under four: left out
        Eve   | 2021-07-01  |         # not recorded: left out
        """,
    )

    assert authority.says(participation_in_reviews, period=PERIOD) == "2 of 3"


def test_without_visits_or_reviews_there_is_no_share(authority: Authority) -> None:
    for table in (children, child_protection_plans, child_protection_visits, child_protection_reviews):
        authority.holds(table)

    for indicator in (seen_at_last_visit, seen_alone_at_last_visit, days_since_visit, quorate_reviews):
        assert authority.says(indicator, at=AT) == "z"


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("CPP-16", "child_protection_visits"),
        ("CPP-16a", "children"),
        ("CPP-17", "child_protection_visits"),
        ("CPP-26", "child_protection_reviews"),
        ("CPP-26p", "child_protection_reviews"),
    ],
)
def test_a_missing_table_is_named(authority: Authority, code: str, missing: str) -> None:
    authority.holds(child_protection_plans)

    assert authority.says(BY_CODE[code], at=AT) == "x"
    assert missing in authority.why_not(BY_CODE[code], at=AT)


def test_where_only_the_latest_visit_is_known_only_the_day_of_the_extract_can_be_said(authority: Authority) -> None:
    for table in (children, child_protection_plans, child_protection_visits, child_protection_reviews):
        authority.holds(table)
    authority.latest_only = frozenset({"child_protection_visits", "child_protection_reviews"})

    assert authority.says(seen_at_last_visit, at="2022-03-31") == "z"
    assert authority.says(seen_at_last_visit, at=AT) == "x"
    assert authority.says(quorate_reviews, at="2022-03-31") == "x"
