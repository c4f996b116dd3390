"""What contacts lead to, and what went before them (report section 2.1): specification by example, from the rules."""

from datetime import date

import pytest

from quarterday.records.tables.front_door import contacts, early_help_episodes, referrals
from quarterday.sections.front_door.contact_indicators import (
    closed_at_contact,
    contacts_on_open_children,
    contacts_to_early_help,
    repeat_contacts,
)
from support.authority import Authority

PERIOD = "2021-22-Q2"


def test_a_contact_closed_with_no_further_action_or_advice(authority: Authority) -> None:
    authority.holds(
        contacts,
        """
        child | contact_date | source | no_further_action | information_and_advice | became_new_referral
        Ana   | 2021-07-01   | 6      | Y                 |                        |
        Ben   | 2021-09-30   | 6      | N                 | Y                      |      # advice, on the last day
        Cal   | 2021-07-01   | 6      | N                 |                        | Y    # became a referral
        Dee   | 2021-07-01   | 6      | N                 |                        |      # a plain no is an outcome too
        Eve   | 2021-07-01   | 6      |                   |                        |      # blank: not known, not a no (R32)
        Fay   | 2021-06-30   | 6      | Y                 |                        |      # the day before the quarter
        Fay   | 2021-10-01   | 6      | Y                 |                        |      # the day after it
        Ana   | 2021-07-01   | 6      | Y                 |                        |      # the same contact again (R31)
        """,
    )

    assert authority.says(closed_at_contact, period=PERIOD) == "2 of 4"
    assert authority.lists(closed_at_contact, period=PERIOD) == ["Ana", "Ben"]


def test_where_no_contact_has_an_outcome_nothing_can_be_said(authority: Authority) -> None:
    authority.holds(contacts, "child | contact_date | source\nAna | 2021-07-01 | 6")

    assert authority.says(closed_at_contact, period=PERIOD) == "z"  # Annex A has no outcomes: never 0 (R26, R32)


def test_a_contact_leads_to_early_help_by_its_outcome_or_by_what_followed(authority: Authority) -> None:
    authority.holds(
        contacts,
        """
        child | contact_date | source | stepped_to_early_help
        Ana   | 2021-07-01   | 6      | Y
        Ben   | 2021-07-01   | 6      | N   # recorded as no, whatever follows
        Cal   | 2021-07-01   | 6      |     # an episode that day
        Dee   | 2021-07-01   | 6      |     # five days on
        Eve   | 2021-07-01   | 6      |     # six days on
        Fay   | 2021-07-01   | 6      |     # the day before
              | 2021-07-01   | 6      |     # nobody named
        """,
    )
    authority.holds(
        early_help_episodes,
        """
        child | start_date
        Ben   | 2021-07-02
        Cal   | 2021-07-01
        Dee   | 2021-07-06
        Dee   | 2021-07-02   # a second one: still one contact
        Eve   | 2021-07-07
        Fay   | 2021-06-30
              | 2021-07-01
        """,
    )

    assert authority.says(contacts_to_early_help, period=PERIOD) == "3 of 7"
    assert authority.lists(contacts_to_early_help, period=PERIOD) == ["Ana", "Cal", "Dee"]


def test_a_child_is_already_open_where_an_episode_began_before_and_had_not_closed(authority: Authority) -> None:
    authority.holds(
        contacts,
        """
        child | contact_date | source | joined_existing_referral
        Ana   | 2021-07-01   | 6      | Y   # recorded so, though no episode is known
        Ben   | 2021-07-01   | 6      | N   # inside an open episode, whatever was recorded
        Cal   | 2021-07-01   | 6      |     # the episode closed on that day: closed at its end (R12)
        Dee   | 2021-07-01   | 6      |     # closed the day after
        Eve   | 2021-07-01   | 6      |     # the contact that became the referral
        Fay   | 2021-07-01   | 6      |     # a referral without further action opens nothing (R08)
        Gus   | 2021-07-01   | 6      |     # no referral at all
        """,
    )
    authority.holds(
        referrals,
        """
        child | referral_date | close_date | no_further_action
        Ben   | 2021-06-30    |            | N
        Cal   | 2021-01-01    | 2021-07-01 |
        Dee   | 2021-01-01    | 2021-07-02 |
        Eve   | 2021-07-01    |            |
        Fay   | 2021-06-30    |            | Y
        """,
    )

    assert authority.lists(contacts_on_open_children, period=PERIOD) == ["Ana", "Ben", "Dee"]
    assert authority.says(contacts_on_open_children, period=PERIOD) == "3 of 7"


def test_a_repeat_follows_another_contact_on_an_earlier_day_within_twelve_months(authority: Authority) -> None:
    authority.holds(
        contacts,
        """
        child | contact_date | source
        Ana   | 2020-07-15   | 6
        Ana   | 2021-07-15   | 6     # the same day a year on still counts (R07)
        Ben   | 2020-07-14   | 6
        Ben   | 2021-07-15   | 6     # a day too long
        Cal   | 2021-07-15   | 6
        Cal   | 2021-07-15   | 2A    # the same day, another source: no repeat of each other
        Dee   | 2021-07-14   | 6
        Dee   | 2021-07-15   | 6
        Dee   | 2021-07-15   | 2A    # both follow the day before
              | 2021-07-14   | 6     # nobody named: not known whether again
              | 2021-07-15   | 6
        """,
    )

    assert authority.lists(repeat_contacts, period="2021-07") == ["Ana", "Dee", "Dee"]
    assert authority.says(repeat_contacts, period="2021-07") == "3 of 9"


def test_repeats_need_the_contacts_of_the_twelve_months_before(authority: Authority) -> None:
    authority.holds(contacts, "child | contact_date | source\nAna | 2020-07-02 | 6\nAna | 2021-07-01 | 6")
    authority.covers_from = {"contacts": date(2020, 7, 2)}

    assert authority.says(repeat_contacts, period=PERIOD) == "x"
    assert "contacts from 2020-07-01" in authority.why_not(repeat_contacts, period=PERIOD)


@pytest.mark.parametrize(
    ("indicator", "missing"),
    [
        (contacts_to_early_help, "early_help_episodes"),
        (contacts_on_open_children, "referrals"),
        (repeat_contacts, "contacts"),
    ],
    ids=["FD-05", "FD-06", "FD-07"],
)
def test_a_missing_table_is_named(authority: Authority, indicator, missing: str) -> None:
    if missing != "contacts":
        authority.holds(contacts)

    assert authority.says(indicator, period=PERIOD) == "x"
    assert missing in authority.why_not(indicator, period=PERIOD)


def test_without_contacts_there_is_no_share(authority: Authority) -> None:
    for table in (contacts, early_help_episodes, referrals):
        authority.holds(table)

    for indicator in (closed_at_contact, contacts_to_early_help, contacts_on_open_children, repeat_contacts):
        assert authority.says(indicator, period=PERIOD) == "z"
