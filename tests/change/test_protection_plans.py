"""Why the number of child protection plans differs between two dates: what each part takes in, and what it leaves out."""

import pytest

from change.telling import change_of
from quarterday.records.tables import BY_NAME
from quarterday.sections import BY_CODE
from quarterday.signals.change import sentences
from support.authority import Authority

PLANS = BY_CODE["CPP-01"]
child_protection_plans = BY_NAME["child_protection_plans"]
children = BY_NAME["children"]
conferences = BY_NAME["initial_child_protection_conferences"]
family_members = BY_NAME["family_members"]
referrals = BY_NAME["referrals"]
FROM, TO = "2021-03-31", "2021-09-30"


def test_a_plan_that_starts_on_the_first_date_is_in_the_opening_figure(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2021-03-31 |             # that day: open at its end
        Ben   | 2021-04-01 |             # the day after: started
        Cal   | 2021-09-30 |             # the second date itself: started
        Dee   | 2021-10-01 |             # later
        Eve   | 2020-01-01 | 2021-03-31  # ended on the first date: not in it (R12)
        Fay   | 2020-01-01 | 2021-04-01  # ended the day after
        Gus   | 2020-01-01 | 2021-09-30  # ended on the second date
        Hal   | 2020-01-01 | 2021-10-01  # still open then
        """,
    )

    told = change_of(authority, PLANS, FROM, TO)

    assert told.ends == (4, 4)
    assert told.children == {"started": 2, "ended": -2}
    assert told.who("started") == ["Ben", "Cal"]
    assert told.who("ended") == ["Fay", "Gus"]


def test_whoever_came_and_went_between_the_dates_is_in_both(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2021-05-01 | 2021-07-01
        Ben   | 2021-05-01 | 2021-05-01  # on the day itself: started and ended (CPP-03, CPP-05), never open
        Cal   | 2021-05-01 | 2021-04-01  # its end before its start: the same (CONTRACTS §1)
        """,
    )

    told = change_of(authority, PLANS, FROM, TO)

    assert told.ends == (0, 0)
    assert told.children == {"started": 3, "ended": -3}


def test_whoever_had_a_plan_before_returns(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date   | previous_plans
        Ana   | 2015-01-01 | 2016-01-01 |
        Ana   | 2021-05-01 |            |    # years later
        Ben   | 2021-04-10 | 2021-05-10 |    # started, and returned between the dates
        Ben   | 2021-06-10 |            |
        Cal   | 2021-05-01 |            | 2  # the earlier plans are known by number only (R11)
        Dee   | 2021-05-01 |            | 0
        Eve   | 2020-05-01 | 2021-06-01 |    # ends and goes on the same day: one plan (R10)
        Eve   | 2021-06-01 |            |
        """,
    )

    told = change_of(authority, PLANS, FROM, TO)

    assert told.ends == (1, 5)
    assert told.children == {"started": 2, "returned": 3, "ended": -1}
    assert sorted(told.who("returned")) == ["Ana", "Ben", "Cal"]


def test_a_transfer_in_is_known_by_its_conference_its_referral_or_the_other_authority_s_plan(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | child_protection_plan_id | referral_id | conference_id | start_date | end_date   | other_authority_plan
        Ana   | a1                       |             | c1            | 2021-05-01 |            |
        Ben   | b1                       |             |               | 2021-05-01 |            |
        Cal   | c1                       | r1          |               | 2021-05-01 | 2021-06-01 |
        Cal   | c2                       | r1          |               | 2021-08-01 |            |   # of that referral, but the second: returned
        Dee   | d1                       |             |               | 2021-01-01 | 2021-05-01 | Y # their plan: never counted here
        Dee   | d2                       |             |               | 2021-05-01 |            |   # and ours from its last day
        Eve   | e1                       |             |               | 2021-01-01 | 2021-04-30 | Y # theirs had ended the day before
        Eve   | e2                       |             |               | 2021-05-01 |            |
        Fay   | f1                       |             | c3            | 2021-05-01 |            |   # a conference of the usual kind
        Gus   | g1                       |             |               | 2015-01-01 | 2016-01-01 |
        Gus   | g2                       |             | c4            | 2021-05-01 |            |   # was here before, and moves in again: a transfer first
        """,
    )
    authority.holds(
        conferences,
        """
        child | conference_id | child_protection_plan_id | transfer_in
        Ana   | c1            |                          | Y    # the plan names its conference
        Ben   | c2            | b1                       | Y    # the conference names its plan
        Fay   | c3            | f1                       | N
        Gus   | c4            | g2                       | Y
        """,
    )
    authority.holds(
        referrals,
        """
        child | referral_id | referral_date | child_protection_transfer_in
        Cal   | r1          | 2021-04-20    | Y
        """,
    )

    told = change_of(authority, PLANS, FROM, TO)

    assert told.children == {"started": 2, "returned": 1, "transferred_in": 5, "ended": -1}
    assert told.who("transferred_in") == ["Ana", "Ben", "Cal", "Dee", "Gus"]
    assert told.who("started") == ["Eve", "Fay"]


def test_a_transfer_out_is_an_episode_closed_so_within_ten_working_days_or_another_authority_s_plan(
    authority: Authority,
) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date   | other_authority_plan
        Ana   | 2020-01-01 | 2021-06-01 |
        Ben   | 2020-01-01 | 2021-06-01 |
        Cal   | 2020-01-01 | 2021-06-01 |
        Dee   | 2020-01-01 | 2021-06-01 |
        Dee   | 2021-06-02 |            | Y   # another authority's plan follows
        Eve   | 2020-01-01 | 2021-06-01 |
        """,
    )
    authority.holds(
        referrals,
        """
        child | referral_date | close_date | close_reason
        Ana   | 2019-12-01    | 2021-06-01 | RC5   # that day
        Ben   | 2019-12-01    | 2021-06-15 | RC5   # the tenth working day after it
        Cal   | 2019-12-01    | 2021-06-16 | RC5   # the eleventh
        Eve   | 2019-12-01    | 2021-06-01 | RC3   # closed for another reason
        """,
    )

    told = change_of(authority, PLANS, FROM, TO)

    assert told.children == told.families == {"ended": -2, "transferred_out": -3}
    assert told.who("transferred_out") == ["Ana", "Ben", "Dee"]


def test_the_eighteenth_birthday_is_a_part_of_its_own(authority: Authority) -> None:
    authority.holds(
        children,
        """
        child | date_of_birth
        Ana   | 2003-06-01
        Ben   | 2003-06-01
        Cal   | 2003-06-01
        Dee   | 2003-10-01
        """,
    )
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2020-01-01 |             # nobody ended it: the birthday does (R04)
        Ben   | 2020-01-01 | 2021-06-01  # ended on the birthday
        Cal   | 2020-01-01 | 2021-05-31  # the day before
        Dee   | 2020-01-01 |             # turns 18 after the second date
        """,
    )
    authority.holds(referrals, "child | referral_date | close_date | close_reason\nBen | 2019-12-01 | 2021-06-01 | RC5")

    told = change_of(authority, PLANS, FROM, TO)

    assert told.ends == (4, 1)
    assert told.children == told.families == {"ended": -1, "aged_out": -2}


def test_families_split_by_their_own_history(authority: Authority) -> None:
    authority.holds(children, "child | sex\nAna | F\nBen | M\nCal | F\nDee | F\nEve | F\nFay | F")
    authority.holds(
        family_members,
        """
        child | family_id
        Ana   | one
        Ben   | one
        Cal   | two
        Dee   | two
        Eve   | three
        """,
    )
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2020-01-01 | 2021-06-01
        Ben   | 2021-05-01 |             # a brother joins: the family was in already, and stays when Ana leaves
        Cal   | 2018-01-01 | 2019-01-01
        Dee   | 2021-05-01 |             # a first plan of this child: the family returns
        Eve   | 2021-05-01 | 2021-07-01
        Fay   | 2021-05-01 |             # no family known: alone
        """,
    )

    told = change_of(authority, PLANS, FROM, TO)

    assert (told.split.opening.families, told.split.closing.families) == (1, 3)
    assert told.children == {"started": 4, "ended": -2}
    assert told.families == {"started": 2, "returned": 1, "ended": -1}
    assert {(r.child_id, r.effect.children, r.effect.families) for r in told.split.part("returned").records} == {
        ("Dee", 0, 1)
    }


def test_of_siblings_who_leave_on_one_day_for_different_reasons_the_family_ended(authority: Authority) -> None:
    authority.holds(children, "child | date_of_birth\nAna | 2003-06-01\nBen | 2010-01-01")
    authority.holds(family_members, "child | family_id\nAna | one\nBen | one")
    authority.holds(
        child_protection_plans, "child | start_date | end_date\nAna | 2020-01-01 |\nBen | 2020-01-01 | 2021-06-01"
    )

    told = change_of(authority, PLANS, FROM, TO)

    assert told.children == {"aged_out": -1, "ended": -1}
    assert told.families == {"ended": -1}


def test_another_authority_s_plan_is_in_no_part(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date | other_authority_plan\nAna | 2021-05-01 | Y")

    told = change_of(authority, PLANS, FROM, TO)

    assert told.ends == (0, 0)
    assert told.children == {}


def test_a_plan_that_goes_on_has_no_end_in_a_list_though_its_effective_end_is_known(authority: Authority) -> None:
    """The 18th birthday to come would give away the date of birth."""
    authority.holds(children, "child | date_of_birth\nAna | 2010-06-01")
    authority.holds(child_protection_plans, "child | start_date\nAna | 2021-05-01")

    told = change_of(authority, PLANS, FROM, TO)

    assert [record.to_date for record in told.split.part("started").records] == [None]


def test_the_change_is_told_in_plain_words(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2020-05-01 | 2021-05-01
        Ana   | 2021-06-01 |
        Ben   | 2021-05-01 |
        """,
    )

    told = change_of(authority, PLANS, FROM, TO)

    assert sentences(told.explained) == (
        "2 at 30 September 2021, up 1 from 1 at 31 March 2021. 2 came in: 1 started, 1 returned. 1 went out: 1 ended."
    )
    assert sentences(told.explained, "families").startswith("2 families at 30 September 2021, up 1 from 1")


@pytest.mark.parametrize("name", ["started", "returned", "transferred_in", "ended", "aged_out", "transferred_out"])
def test_the_six_parts_are_always_named(authority: Authority, name: str) -> None:
    authority.holds(child_protection_plans)

    assert name in [part.name for part in change_of(authority, PLANS, FROM, TO).split.parts]
