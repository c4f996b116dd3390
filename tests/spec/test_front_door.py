"""Contacts and referrals (report section 2.1): specification by example, written from the rules."""

import pytest

from quarterday.records.tables.assessments import assessment_factors, assessments
from quarterday.records.tables.assurance import audits, decision_reviews
from quarterday.records.tables.front_door import contacts, early_help_episodes, referrals
from quarterday.records.tables.people import children
from quarterday.records.tables.resources import populations
from quarterday.sections import BY_CODE
from support.authority import Authority


def test_the_same_child_day_and_source_is_one_contact(authority: Authority) -> None:
    authority.holds(
        contacts,
        """
        child | contact_date | source
        Ana   | 2021-07-01   | 6      # the quarter's first day
        Ana   | 2021-07-01   | 6      # the same again: one contact (R31)
        Ana   | 2021-07-01   | 2A     # another source: another contact
        Ben   | 2021-09-30   | 6      # the quarter's last day
        Ben   | 2021-10-01   | 6      # a day late
              | 2021-08-01   | 6      # nobody named: counted, as it stands
              | 2021-08-01   | 6      # and not taken for the one before
        Cal   |              | 6      # without a date it is not a record
        """,
    )

    assert authority.says(BY_CODE["FD-01"], period="2021-22-Q2") == "5"


def test_unborn_children_are_counted_and_have_a_band_of_their_own(authority: Authority) -> None:
    authority.holds(children, "child | date_of_birth | expected_date_of_birth\nAna | | 2021-12-01\nBen | 2021-08-01 |")
    authority.holds(
        contacts, "child | contact_date | source\nAna | 2021-07-01 | 6\nBen | 2021-07-31 | 6\nBen | 2021-08-01 | 2A"
    )

    says = {
        group: authority.says(BY_CODE["FD-01"], period="2021-22-Q2", breakdown="age_band", group=group)
        for group in ("unborn", "under 1")
    }
    assert says == {"unborn": "2", "under 1": "1"}  # Ben is unborn the day before the birth (R03)


def test_rates_take_the_mid_year_before_the_reporting_year_ends_and_are_never_annualised(authority: Authority) -> None:
    authority.holds(contacts, "child | contact_date | source\nAna | 2021-07-01 | 6\nBen | 2021-08-01 | 6")
    authority.holds(
        populations,
        """
        mid_year | release | children
        2020     | a       | 10000
        2021     | a       | 20000    # for the year to March 2022 (R28)
        2021     | b       | 40000    # a later release of the same mid-year (R29)
        2022     | b       | 99999    # of a later reporting year
        """,
    )

    assert authority.says(BY_CODE["FD-02"], period="2021-22-Q2") == "2 of 40000"
    assert authority.results(BY_CODE["FD-02"], period="2021-22-Q2")[0].value == pytest.approx(0.5)


def test_without_a_population_a_rate_cannot_be_said(authority: Authority) -> None:
    authority.holds(contacts, "child | contact_date | source\nAna | 2021-07-01 | 6")

    assert authority.says(BY_CODE["FD-02"], period="2021-22-Q2") == "x"


def test_a_contact_became_a_referral_by_its_outcome_or_by_what_followed(authority: Authority) -> None:
    authority.holds(
        contacts,
        """
        child | contact_date | source | became_new_referral | no_further_action
        Ana   | 2021-07-01   | 6      | Y                   |
        Ben   | 2021-07-01   | 6      |                     | Y   # another outcome: no
        Cal   | 2021-07-01   | 6      |                     |     # none recorded: a referral five days on
        Dee   | 2021-07-01   | 6      |                     |     # none recorded: six days on is too late
        Eve   | 2021-07-01   | 6      | N                   |     # recorded as no, whatever follows
        Fay   | 2021-07-01   | 6      |                     |     # the day before does not count
        """,
    )
    authority.holds(
        referrals,
        """
        child | referral_date
        Cal   | 2021-07-06
        Dee   | 2021-07-07
        Eve   | 2021-07-02
        Fay   | 2021-06-30
        """,
    )

    assert authority.says(BY_CODE["FD-03"], period="2021-22-Q2") == "2 of 6"
    assert authority.lists(BY_CODE["FD-03"], period="2021-22-Q2") == ["Ana", "Cal"]


def test_no_contacts_is_nothing_to_divide_by_and_no_table_is_not_known(authority: Authority) -> None:
    authority.holds(referrals)
    assert authority.says(BY_CODE["FD-03"], period="2021-22-Q2") == "x"
    assert "contacts" in authority.why_not(BY_CODE["FD-03"], period="2021-22-Q2")

    authority.holds(contacts)
    assert authority.says(BY_CODE["FD-01"], period="2021-22-Q2") == "0"
    assert authority.says(BY_CODE["FD-03"], period="2021-22-Q2") == "z"


def test_thresholds_audited_by_the_agencies_together(authority: Authority) -> None:
    authority.holds(
        audits,
        """
        completed_date | threshold_agreed
        2021-07-01     | Y
        2021-09-30     | N
        2021-08-01     |                   # no answer: not an audit of the threshold
                       | Y                 # not completed
        """,
    )

    assert authority.says(BY_CODE["FD-08"], period="2021-22-Q2") == "1 of 2"


def test_decisions_with_which_the_reviewing_manager_agrees(authority: Authority) -> None:
    authority.holds(
        decision_reviews,
        """
        child | reviewed_date | agreed
        Ana   | 2021-07-01    | Y
        Ben   | 2021-07-02    | N
        Cal   | 2021-07-02    |         # no answer
        """,
    )

    assert authority.says(BY_CODE["FD-09"], period="2021-22-Q2") == "1 of 2"


def test_early_help_started_and_open(authority: Authority) -> None:
    authority.holds(
        early_help_episodes,
        """
        child | start_date | end_date
        Ana   | 2021-07-01 |
        Ben   | 2021-01-01 | 2021-09-30   # closed on the day is closed (R12)
        Cal   | 2021-08-01 | 2021-10-01
        """,
    )

    assert authority.says(BY_CODE["EH-01"], period="2021-22-Q2") == "2"
    assert authority.says(BY_CODE["EH-01o"], at="2021-09-30") == "2"


REFERRALS = """
    child | referral_date | close_date | no_further_action | source
    Ana   | 2021-07-01    | 2021-08-01 |                   | 2A
    Ana   | 2021-07-20    | 2021-08-01 |                   | 6    # while the first is open: none (R06)
    Ana   | 2021-08-01    |            |                   | 3A   # the day the first closed: closed that day (R12)
    Ben   | 2021-07-05    |            | Y                 | 6
    Ben   | 2021-07-06    |            |                   | 6    # no further action opened nothing (R08)
    Cal   | 2021-07-09    |            |                   | 1A
    Cal   | 2021-07-09    |            |                   | 5A   # twice in a day: once (R06)
    Dee   | 2020-07-09    | 2020-08-01 |                   | 6
    Dee   | 2021-07-09    |            |                   | 6    # twelve months to the day: a re-referral (R07)
    Eve   | 2020-07-08    | 2020-08-01 |                   | 6
    Eve   | 2021-07-09    |            |                   | 9    # twelve months and a day: none
    Fay   |               |            |                   | 6    # without a date it is not a record
    """


def test_a_referral_is_one_where_no_episode_is_open(authority: Authority) -> None:
    authority.holds(referrals, REFERRALS)

    assert authority.says(BY_CODE["REF-01"], period="2021-22-Q2") == "7"
    assert authority.says(BY_CODE["REF-10"], period="2021-08") == "1"
    assert authority.says(BY_CODE["REF-04"], period="2021-22-Q2") == "1 of 7"


def test_referrals_per_ten_thousand_children(authority: Authority) -> None:
    authority.holds(referrals, REFERRALS)
    authority.holds(populations, "mid_year | release | children\n2021 | a | 7000")

    assert authority.results(BY_CODE["REF-02"], period="2021-22-Q2")[0].value == pytest.approx(10.0)


def test_a_re_referral_has_an_earlier_one_within_twelve_months(authority: Authority) -> None:
    authority.holds(referrals, REFERRALS)

    assert authority.says(BY_CODE["REF-03"], period="2021-22-Q2") == "3 of 7"
    assert authority.lists(BY_CODE["REF-03"], period="2021-22-Q2") == ["Ana", "Ben", "Dee"]


def test_without_twelve_months_of_history_re_referrals_are_not_known(authority: Authority) -> None:
    from datetime import date

    authority.holds(referrals, REFERRALS)
    authority.covers_from["referrals"] = date(2020, 7, 2)

    assert authority.says(BY_CODE["REF-03"], period="2021-22-Q2") == "x"
    assert "2020-07-01" in authority.why_not(BY_CODE["REF-03"], period="2021-22-Q2")
    assert authority.says(BY_CODE["REF-01"], period="2021-22-Q2") == "7"


def test_referrals_by_who_made_them(authority: Authority) -> None:
    authority.holds(referrals, REFERRALS)

    for code, says in (("REF-08a", "1 of 7"), ("REF-08b", "1 of 7"), ("REF-08c", "3 of 7")):
        assert authority.says(BY_CODE[code], period="2021-22-Q2") == says
    assert authority.says(BY_CODE["REF-08"], period="2021-22-Q2", breakdown="source", group="anonymous") == "1 of 7"
    assert authority.says(BY_CODE["REF-08"], period="2021-22-Q2") == "7 of 7"


def test_factors_are_counted_by_assessment(authority: Authority) -> None:
    authority.holds(
        assessments,
        """
        assessment_id | child | start_date | authorised_date
        A1            | Ana   | 2021-06-01 | 2021-07-01
        A2            | Ben   | 2021-06-01 | 2021-07-01
        A3            | Cal   | 2021-06-01 | 2021-07-01   # no factor found: not in the denominator
        A4            | Dee   | 2021-06-01 |              # not authorised
        """,
    )
    authority.holds(
        assessment_factors,
        """
        assessment_id | factor
        A1            | 3A
        A1            | 4A
        A2            | 3A
        A4            | 3A
        """,
    )

    factors = BY_CODE["ASM-10"]
    assert authority.says(factors, period="2021-22-Q2") == "2 of 2"
    assert authority.says(factors, period="2021-22-Q2", breakdown="factor", group="3A") == "2 of 2"
    assert authority.says(factors, period="2021-22-Q2", breakdown="factor", group="4A") == "1 of 2"
