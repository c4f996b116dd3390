"""Children referred and re-referred, those found not in need, decisions (section 2.1): specification by example."""

from datetime import date

from quarterday.records.tables.front_door import referral_decisions, referrals
from quarterday.records.tables.people import children
from quarterday.sections import BY_CODE
from quarterday.sections.front_door.referral_indicators import (
    assessed_not_in_need,
    children_re_referred,
    children_referred,
    decisions_in_time,
)
from support.authority import Authority

PERIOD = "2021-22-Q2"


def test_a_referral_closed_after_assessment_was_not_in_need(authority: Authority) -> None:
    authority.holds(
        referrals,
        """
        child | referral_date | close_date | close_reason | no_further_action
        Ana   | 2021-07-01    | 2021-08-01 | RC8          | N
        Ben   | 2021-09-30    | 2021-11-01 | RC9          |      # to early help, closed after the quarter
        Cal   | 2021-07-01    | 2021-08-01 | RC7          |      # no longer in need: it was
        Dee   | 2021-07-01    |            |              |      # still open
        Eve   | 2021-07-01    | 2021-07-01 | RC8          | Y    # no further action at once: REF-04's
        """,
    )

    assert authority.lists(assessed_not_in_need, period=PERIOD) == ["Ana", "Ben"]
    assert authority.says(assessed_not_in_need, period=PERIOD) == "2 of 5"
    assert authority.says(BY_CODE["REF-04"], period=PERIOD) == "1 of 5"
    assert authority.says(BY_CODE["CIN-03"], period=PERIOD) == "2"  # 5 - 1 - 2 (R42)


AGAIN = """
    child | referral_date | close_date | source
    Ana   | 2020-08-10    | 2020-09-01 | 6
    Ana   | 2021-08-10    | 2021-08-20 | 6      # a year to the day: a re-referral (R07)
    Ana   | 2021-09-10    | 2021-09-20 | 6      # and another: one child
    Ben   | 2021-07-05    | 2021-07-10 | 6      # no earlier one ...
    Ben   | 2021-09-05    |            | 2A     # ... but this one follows it
    Cal   | 2020-08-09    | 2020-09-01 | 6
    Cal   | 2021-08-10    |            | 6      # a day too long
    Dee   | 2021-07-01    |            | 6
    Dee   | 2021-08-01    |            | 6      # while open: no referral (R06)
    Eve   | 2021-09-30    | 2021-09-30 | 6
    Eve   | 2021-10-01    |            | 6      # its re-referral lies after the quarter
    Fay   | 2018-01-01    | 2018-02-01 | 6
    Fay   | 2018-06-01    | 2018-07-01 | 6      # a re-referral of long ago ...
    Fay   | 2021-07-01    |            | 6      # ... does not make one of this
          | 2021-07-01    |            | 6      # nobody named: no child that can be counted
    """


def test_children_referred_count_once(authority: Authority) -> None:
    authority.holds(referrals, AGAIN)

    assert authority.says(children_referred, period=PERIOD) == "6"
    assert authority.says(BY_CODE["REF-01"], period=PERIOD) == "9"


def test_children_re_referred_are_counted_once_of_those_referred(authority: Authority) -> None:
    authority.holds(referrals, AGAIN)

    assert authority.says(children_re_referred, period=PERIOD) == "2 of 6"
    assert authority.lists(children_re_referred, period=PERIOD) == ["Ana", "Ben"]
    assert authority.says(BY_CODE["REF-03"], period=PERIOD) == "3 of 9"  # the same, counted by referral


def test_in_a_breakdown_a_child_stands_where_its_first_referral_is(authority: Authority) -> None:
    authority.holds(referrals, AGAIN)
    authority.holds(children, "child | date_of_birth\nBen | 2011-08-01")

    assert authority.says(children_re_referred, period=PERIOD, breakdown="source", group="police") == "2 of 6"
    assert authority.says(children_re_referred, period=PERIOD, breakdown="source", group="schools") == "0"
    assert authority.says(children_re_referred, period=PERIOD, breakdown="age_band", group="5 to 9") == "1 of 1"


def test_re_referrals_of_children_need_twelve_months_of_history(authority: Authority) -> None:
    authority.holds(referrals, AGAIN)
    authority.covers_from = {"referrals": date(2020, 8, 9)}

    assert authority.says(children_re_referred, period=PERIOD) == "x"
    assert "referrals from 2020-07-01" in authority.why_not(children_re_referred, period=PERIOD)


def test_no_children_no_share(authority: Authority) -> None:
    authority.holds(referrals)

    assert authority.says(children_re_referred, period=PERIOD) == "z"
    assert authority.says(assessed_not_in_need, period=PERIOD) == "z"
    assert authority.says(children_referred, period=PERIOD) == "0"


def test_a_decision_within_one_working_day(authority: Authority) -> None:
    authority.holds(
        referrals,
        """
        referral_id | child | referral_date
        R1          | Ana   | 2021-07-01   # a Thursday
        R2          | Ben   | 2021-07-01
        R3          | Cal   | 2021-07-01
        R4          | Dee   | 2021-07-02   # a Friday
        R5          | Eve   | 2021-07-03   # a Saturday
        R6          | Fay   | 2021-08-27   # the Friday before a bank holiday
        R7          | Gus   | 2021-07-01
        R8          | Hal   | 2021-07-01
        R9          | Ivy   | 2021-07-01
        """,
    )
    authority.holds(
        referral_decisions,
        """
        referral_id | decision_date
        R1          | 2021-07-01   # the same day: 0
        R2          | 2021-07-02   # one working day, the limit
        R3          | 2021-07-05   # two
        R4          | 2021-07-05   # Monday is one
        R5          | 2021-07-05   # from a Saturday, Monday is one
        R6          | 2021-08-31   # Tuesday: the bank holiday does not count
        R7          | 2021-06-30   # decided before it came: not known to be in time
        R8          | 2021-07-20
        R8          | 2021-07-02   # the first decision counts
        R9          |              # no date: no decision on record
        """,
    )

    assert authority.lists(decisions_in_time, period=PERIOD) == ["Ana", "Ben", "Dee", "Eve", "Fay", "Hal"]
    assert authority.says(decisions_in_time, period=PERIOD) == "6 of 8"


def test_without_the_local_table_of_decisions_it_is_named(authority: Authority) -> None:
    authority.holds(referrals)

    assert authority.says(decisions_in_time, period=PERIOD) == "x"
    assert "referral_decisions" in authority.why_not(decisions_in_time, period=PERIOD)
