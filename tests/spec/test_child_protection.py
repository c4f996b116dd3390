"""Children subject to child protection planning (report section 2.3): specification by example, written from the rules."""

from datetime import date

import pytest

from quarterday.records.tables.child_protection import child_protection_plans
from quarterday.records.tables.people import children
from quarterday.records.tables.resources import populations
from quarterday.sections import BY_CODE
from quarterday.sections.child_protection.plan_indicators import plans, plans_open_eighteen_months
from support.authority import Authority


def test_the_day_it_reaches_eighteen_months_counts(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2020-03-30 |             # eighteen months to the day
        Ben   | 2020-03-31 |             # clamped: 18 months is 30 September
        Cal   | 2020-04-01 |             # one day short
        Dee   | 2018-01-01 | 2021-09-30  # ended that day: no longer open (R12)
        """,
    )

    assert authority.says(plans_open_eighteen_months, at="2021-09-30") == "2 of 3"
    assert authority.lists(plans_open_eighteen_months, at="2021-09-30") == ["Ana", "Ben"]


def test_overlapping_plans_of_one_child_are_one_open_plan(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date   | other_authority_plan
        Ana   | 2020-01-01 |            |
        Ana   | 2021-01-01 |            |                       # overlaps the first
        Ben   | 2020-01-01 | 2021-05-01 |
        Ben   | 2021-05-01 |            |                       # starts the day the other ends (R10)
        Cal   | 2020-01-01 |            | Y                     # another authority's plan (R10)
        Dee   | 2021-06-01 | 2021-05-01 |                       # ends before it starts: never open
        Eve   |            |            |                       # without a start it is not a record
        Fay   | 2021-09-30 |            |                       # starts on the day: open at its end
        Gus   | 2021-10-01 |            |                       # the day after
        """,
    )

    assert authority.says(plans, at="2021-09-30") == "3"
    assert authority.lists(plans, at="2021-09-30") == ["Ana", "Ben", "Fay"]


def test_a_plan_ends_at_the_eighteenth_birthday_at_the_latest(authority: Authority) -> None:
    authority.holds(
        children,
        """
        child | date_of_birth
        Ana   | 2003-09-30     # eighteen on the day: ended on it
        Ben   | 2003-10-01     # eighteen the day after
        Cal   | 2004-02-29     # eighteen on 1 March 2022 (CONTRACTS)
        """,
    )
    authority.holds(
        child_protection_plans, "child | start_date\nAna | 2020-01-01\nBen | 2020-01-01\nCal | 2020-01-01\nDee | 2020-01-01"
    )

    assert authority.lists(plans, at="2021-09-30") == ["Ben", "Cal", "Dee"]  # Dee is in no other table: counted
    assert authority.lists(plans, at="2022-02-28") == ["Cal", "Dee"]
    assert authority.lists(plans, at="2022-03-01") == ["Dee"]
    assert authority.lists(BY_CODE["CPP-05"], period="2021-22") == ["Ana", "Ben", "Cal"]


MOVES = """
    child | start_date | end_date
    Ana   | 2021-07-01 | 2021-08-15   # starts on the quarter's first day
    Ana   | 2021-08-15 | 2021-09-30   # the same plan goes on: no new start, no end between (R10)
    Ben   | 2021-09-30 |              # starts on its last day
    Cal   | 2020-01-01 | 2021-06-30   # ended the day before
    Dee   | 2021-08-01 | 2021-07-15   # ends before it starts: started and ended on 1 August, never open
    Eve   | 2021-06-30 | 2021-10-01   # around the quarter
    """


def test_plans_started_and_ended_balance_with_those_open(authority: Authority) -> None:
    authority.holds(child_protection_plans, MOVES)

    assert authority.lists(BY_CODE["CPP-03"], period="2021-22-Q2") == ["Ana", "Ben", "Dee"]
    assert authority.lists(BY_CODE["CPP-05"], period="2021-22-Q2") == ["Ana", "Dee"]
    assert authority.says(BY_CODE["CPP-25"], period="2021-22-Q2") == "1"
    assert authority.says(plans, at="2021-06-30") == "1"  # Eve
    assert authority.says(plans, at="2021-09-30") == "2"  # Ben and Eve


def test_the_rate_of_plans(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date\nAna | 2020-01-01")
    assert authority.says(BY_CODE["CPP-02"], at="2021-09-30") == "x"
    authority.holds(populations, "mid_year | release | children\n2022 | a | 20000")  # of a later year
    assert authority.says(BY_CODE["CPP-02"], at="2021-09-30") == "x"
    assert "children aged 0 to 17 is known for the middle of 2021" in authority.why_not(BY_CODE["CPP-02"], at="2021-09-30")

    authority.holds(populations, "mid_year | release | children\n2021 | a | 20000")
    assert authority.why_not(BY_CODE["CPP-02"], at="2021-09-30") == ""
    assert authority.results(BY_CODE["CPP-02"], at="2021-09-30")[0].value == pytest.approx(0.5)


def test_two_years_are_more_than_729_days_with_both_end_days_counted(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date
        Ana   | 2019-10-01   # 730 days later is 30 September 2021
        Ben   | 2019-10-02   # 729 days
        Cal   | 2019-10-03   # 728 days: not yet
        """,
    )

    assert authority.says(BY_CODE["CPP-09"], at="2021-09-30") == "2"
    assert authority.says(BY_CODE["CPP-10"], at="2021-09-30") == "2 of 3"
    assert authority.lists(BY_CODE["CPP-10"], at="2021-09-30") == ["Ana", "Ben"]


def test_nothing_open_is_nothing_to_divide_by(authority: Authority) -> None:
    authority.holds(child_protection_plans)

    assert authority.says(plans, at="2021-09-30") == "0"
    for code in ("CPP-08", "CPP-10", "CPP-14"):
        assert authority.says(BY_CODE[code], at="2021-09-30") == "z"


def test_a_second_plan_is_known_from_history_or_from_what_was_recorded(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date   | previous_plans
        Ana   | 2010-01-01 | 2010-06-01 |                 # however long ago (R11)
        Ana   | 2021-07-01 |            |
        Ben   | 2021-07-01 |            | 1               # recorded: more than history knows
        Cal   | 2021-07-01 |            | 0
        Dee   | 2021-07-01 |            |
        """,
    )

    assert authority.says(BY_CODE["CPP-12"], period="2021-22-Q2") == "2 of 4"
    assert authority.lists(BY_CODE["CPP-12"], period="2021-22-Q2") == ["Ana", "Ben"]


def test_within_two_years_of_the_end_of_the_one_before(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2018-01-01 | 2019-07-01
        Ana   | 2021-07-01 |             # twenty-four months to the day
        Ben   | 2018-01-01 | 2019-06-30
        Ben   | 2021-07-01 |             # a day more
        Cal   | 2018-01-01 | 2019-08-31
        Cal   | 2021-08-31 |
        """,
    )

    assert authority.says(BY_CODE["CPP-13"], period="2021-22-Q2") == "2 of 3"
    assert authority.lists(BY_CODE["CPP-13"], period="2021-22-Q2") == ["Ana", "Cal"]


def test_without_two_years_of_history_a_return_within_them_is_not_known(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date\nAna | 2021-07-01")
    authority.covers_from["child_protection_plans"] = date(2019, 7, 2)

    assert authority.says(BY_CODE["CPP-13"], period="2021-22-Q2") == "x"
    assert authority.says(BY_CODE["CPP-12"], period="2021-22-Q2") == "0 of 1"


def test_categories_latest_and_at_the_start(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | initial_category | latest_category
        Ana   | 2021-01-01 | NEG              | EMO
        Ben   | 2021-01-01 | NEG              |               # no change recorded: the first one still
        Cal   | 2021-01-01 |                  |
        """,
    )

    latest, initial = BY_CODE["CPP-14"], BY_CODE["CPP-14i"]
    for group, says in (("emotional abuse", "1 of 3"), ("neglect", "1 of 3"), ("not known", "1 of 3")):
        assert authority.says(latest, at="2021-09-30", breakdown="category", group=group) == says
    assert authority.says(initial, at="2021-09-30", breakdown="initial_category", group="neglect") == "2 of 3"
