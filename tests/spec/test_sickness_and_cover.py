"""Sickness of social workers, and vacancies covered by agency workers (section 2.6): specification by example."""

import pytest

from quarterday.records.tables.resources import employments, establishment, sickness_absences
from quarterday.records.tables.workforce import teams
from quarterday.sections.caseloads.workforce_indicators import sickness_rate, vacancies_covered, vacancy_rate
from support.authority import Authority

PERIOD = "2021-22-Q2"
AT = "2021-09-30"
EMPLOYED = """
    professional_id | full_time_hundredths | agency_worker | start_date | end_date
    W1              | 100                  | N             | 2020-01-01 |
    W2              | 60                   |               | 2020-01-01 |
    W3              | 100                  | Y             | 2020-01-01 |             # agency: left out
    W4              | 80                   | N             | 2020-01-01 | 2021-09-01  # left: days lost before count
    """


def test_days_lost_are_working_days_by_working_time(authority: Authority) -> None:
    authority.holds(employments, EMPLOYED)
    authority.holds(
        sickness_absences,
        """
        professional_id | start_date | end_date
        W1              | 2021-08-27 | 2021-08-31   # Friday to Tuesday over the bank holiday: 2 days
        W1              | 2021-08-31 | 2021-08-31   # the same day again
        W2              | 2021-06-29 | 2021-07-01   # 1 day in the quarter: the last day is a day away
        W2              | 2021-09-30 | 2021-10-15   # 1 day in the quarter
        W3              | 2021-07-01 | 2021-07-30   # agency
        W4              | 2021-08-30 | 2021-09-03   # 31 August: gone from 1 September on
        W5              | 2021-07-01 | 2021-07-30   # not employed here
        """,
    )

    # Twice 100, twice 60 and once 80, over 253 times 100 and 60.
    assert authority.says(sickness_rate, period=PERIOD) == f"400 of {160 * 253}"


def test_an_absence_without_an_end_goes_on(authority: Authority) -> None:
    authority.holds(employments, EMPLOYED)
    authority.holds(sickness_absences, "professional_id | start_date | end_date\nW1 | 2021-09-28 |")

    assert authority.says(sickness_rate, period=PERIOD) == f"300 of {160 * 253}"


def test_over_twelve_months_the_rate_is_of_the_year_of_working_days(authority: Authority) -> None:
    authority.holds(employments, "professional_id | full_time_hundredths | start_date\nW1 | 50 | 2019-01-01")
    authority.holds(sickness_absences, "professional_id | start_date | end_date\nW1 | 2020-10-01 | 2021-09-30")

    (result,) = authority.results(sickness_rate, at=AT)
    assert result.value == pytest.approx(100.0)  # 253 working days lie in these twelve months


def test_sickness_needs_the_local_table_of_absences(authority: Authority) -> None:
    authority.holds(employments, EMPLOYED)

    assert authority.says(sickness_rate, at=AT) == "x"
    assert "sickness_absences" in authority.why_not(sickness_rate, at=AT)


def test_with_nobody_in_post_there_is_no_rate(authority: Authority) -> None:
    authority.holds(employments)
    authority.holds(sickness_absences)

    assert authority.says(sickness_rate, at=AT) == "z"


def test_vacancies_covered_are_those_that_an_agency_worker_covers(authority: Authority) -> None:
    authority.holds(teams, "team_id | name\nT1 | North")
    authority.holds(
        establishment,
        """
        team_id | full_time_hundredths | professional_id | agency_covered | start_date | end_date
        T1      | 100                  | W1              | N              | 2020-01-01 |             # held
        T1      | 100                  |                 | Y              | 2020-01-01 |             # vacant, covered
        T1      | 50                   |                 | N              | 2020-01-01 |             # vacant
        T1      | 50                   |                 |                | 2020-01-01 |             # not recorded: not covered
        T1      | 100                  | W2              | Y              | 2020-01-01 |             # covered by a named worker
        T1      | 100                  |                 | Y              | 2020-01-01 | 2021-09-30  # no longer (R12)
        """,
    )

    assert authority.says(vacancies_covered, at=AT) == "200 of 300"
    assert authority.says(vacancy_rate, at=AT) == "300 of 400"
    assert authority.says(vacancies_covered, at=AT, breakdown="team", group="North") == "200 of 300"


def test_without_a_vacancy_there_is_nothing_to_cover(authority: Authority) -> None:
    authority.holds(
        establishment, "full_time_hundredths | professional_id | agency_covered | start_date\n100 | W1 | N | 2020-01-01"
    )

    assert authority.says(vacancies_covered, at=AT) == "z"


def test_without_the_establishment_it_is_named(authority: Authority) -> None:
    assert authority.says(vacancies_covered, at=AT) == "x"
    assert "establishment" in authority.why_not(vacancies_covered, at=AT)
