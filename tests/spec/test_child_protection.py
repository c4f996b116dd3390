"""Children subject to child protection planning: specification by example, written from the rules."""

from quarterday.records.tables.child_protection import child_protection_plans
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
        """,
    )

    assert authority.says(plans, at="2021-09-30") == "2"
