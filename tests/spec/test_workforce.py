"""Posts, workers in post, turnover and the scrutiny of caseloads, specified by example from the rules."""

import pytest

from quarterday.records.tables.assurance import oversight_events
from quarterday.records.tables.resources import employments, establishment
from quarterday.records.tables.workforce import professionals, teams
from quarterday.sections.caseloads.indicators import scrutiny_on_schedule
from quarterday.sections.caseloads.workforce_indicators import agency_rate, in_post, turnover_rate, vacancy_rate
from support.authority import Authority

DAY = "2021-09-30"


def test_vacant_posts_are_those_without_a_holder_or_covered_by_agency(authority: Authority) -> None:
    authority.holds(teams, "team_id | name\nT1 | North")
    authority.holds(
        establishment,
        """
        post_id | full_time_hundredths | professional_id | agency_covered | start_date | end_date   | team_id
        P1      | 100                  | Wyn             | N              | 2020-01-01 |            | T1
        P2      | 50                   |                 | N              | 2021-09-30 |            | T1  # vacant from that day
        P3      | 80                   |                 | Y              | 2020-01-01 |            |     # covered by agency: vacant
        P4      | 100                  |                 | N              | 2020-01-01 | 2021-09-30 |     # filled that day
        P4      | 100                  | Amy             | N              | 2021-09-30 |            |
        P5      | 100                  | Zed             | Y              | 2020-01-01 |            |     # the agency worker named
        P6      | 100                  |                 | N              | 2021-10-01 |            |     # later
        """,
    )

    assert authority.says(vacancy_rate, at=DAY) == "230 of 430"
    (result,) = authority.results(vacancy_rate, at=DAY)
    assert result.value == pytest.approx(100 * 230 / 430)
    assert authority.says(vacancy_rate, at=DAY, breakdown="team", group="North") == "50 of 150"
    assert authority.says(vacancy_rate, at="2019-12-31") == "z"


def test_agency_workers_and_workers_in_post(authority: Authority) -> None:
    authority.holds(
        employments,
        """
        professional_id | agency_worker | full_time_hundredths | start_date | end_date
        Wyn             | N             | 100                  | 2020-01-01 |
        Amy             | Y             | 60                   | 2021-09-30 |             # began that day
        Jan             | N             | 80                   | 2020-01-01 | 2021-09-30  # left that day
        Kit             |               | 50                   | 2020-01-01 |             # not said to be agency
        Lee             | Y             | 100                  | 2020-01-01 | 2021-09-30  # left that day
        Max             | N             |                      | 2020-01-01 |             # working time not known
        Ned             | N             | 100                  | 2021-05-01 | 2021-04-01  # ended before it began
        """,
    )

    assert authority.says(agency_rate, at=DAY) == "60 of 210"
    assert authority.says(in_post, at=DAY) == "1.5"
    assert authority.says(agency_rate, at="2019-12-31") == "z"
    assert authority.says(in_post, at="2019-12-31") == "0"


def test_turnover_counts_employed_leavers_of_twelve_months(authority: Authority) -> None:
    authority.covers_from = {"employments": authority.extract_date.replace(year=2019)}
    authority.holds(
        employments,
        """
        professional_id | agency_worker | full_time_hundredths | start_date | end_date
        Wyn             | N             | 100                  | 2019-01-01 |
        Amy             | N             | 80                   | 2019-01-01 | 2021-09-30  # left that day
        Ben             | N             | 60                   | 2019-01-01 | 2020-10-01  # the first day of the twelve months
        Cal             | N             | 100                  | 2019-01-01 | 2020-09-30  # the day before
        Dee             | Y             | 100                  | 2019-01-01 | 2021-05-01  # agency
        Eve             | N             | 100                  | 2019-01-01 | 2021-05-01  # employed again within five days
        Eve             | N             | 50                   | 2021-05-06 |
        Fay             | N             | 100                  | 2019-01-01 | 2021-05-01  # after six days: has left
        Fay             | N             | 50                   | 2021-05-07 |
        Gus             | N             | 40                   | 2019-01-01 | 2021-05-01  # on as an agency worker: has left
        Gus             | Y             | 40                   | 2021-05-01 |
        """,
    )

    assert authority.says(turnover_rate, at=DAY) == "280 of 200"
    assert authority.says(in_post, at=DAY) == "2"


def test_turnover_counts_a_leaver_of_29_february_to_the_end_of_the_next(authority: Authority) -> None:
    """The twelve months to 28 February 2021 begin on 29 February 2020."""
    authority.covers_from = {"employments": authority.extract_date.replace(year=2019)}
    authority.holds(
        employments,
        """
        professional_id | agency_worker | full_time_hundredths | start_date | end_date
        Wyn             | N             | 100                  | 2019-01-01 |
        Amy             | N             | 80                   | 2019-01-01 | 2020-02-29
        """,
    )

    assert authority.says(turnover_rate, at="2021-02-28") == "80 of 100"
    assert authority.says(turnover_rate, at="2021-03-01") == "0 of 100"


def test_turnover_needs_twelve_months_of_history(authority: Authority) -> None:
    authority.covers_from = {"employments": authority.extract_date.replace(year=2021, month=1, day=1)}
    authority.holds(employments, "professional_id | full_time_hundredths | start_date\nWyn | 100 | 2021-01-01")

    assert authority.says(turnover_rate, at=DAY) == "x"
    assert "2020-09-30" in authority.why_not(turnover_rate, at=DAY)
    assert authority.says(turnover_rate, at="2022-01-01") == "0 of 100"


def test_workers_in_post_by_role(authority: Authority) -> None:
    authority.holds(
        professionals,
        "professional_id | job_title | registration_number\nWyn | Social worker | SW1\nAmy | Practice lead | SW2",
    )
    authority.holds(
        employments,
        """
        professional_id | full_time_hundredths | start_date
        Wyn             | 100                  | 2020-01-01
        Amy             | 50                   | 2020-01-01
        Zed             | 20                   | 2020-01-01  # a worker of whom nothing is known
        """,
    )

    assert authority.says(in_post, at=DAY, breakdown="role", group="Practice lead") == "0.5"
    assert authority.says(in_post, at=DAY, breakdown="role", group="not known") == "0.2"


@pytest.mark.parametrize(
    ("indicator", "table"),
    [
        (vacancy_rate, "establishment"),
        (agency_rate, "employments"),
        (in_post, "employments"),
        (turnover_rate, "employments"),
    ],
)
def test_without_its_table_a_figure_of_the_workforce_is_not_computable(
    authority: Authority, indicator: object, table: str
) -> None:
    assert authority.says(indicator, at=DAY) == "x"  # type: ignore[arg-type]
    assert table in authority.why_not(indicator, at=DAY)  # type: ignore[arg-type]


def test_scrutiny_is_on_schedule_when_held_within_five_days_of_its_day(authority: Authority) -> None:
    authority.holds(
        oversight_events,
        """
        event_type         | level          | scheduled_date | held_date
        caseload scrutiny  | senior manager | 2021-09-01     | 2021-09-06  # the fifth day
        caseload scrutiny  | senior manager | 2021-09-01     | 2021-09-07  # the sixth
        caseload scrutiny  | Director       | 2021-09-30     | 2021-09-29  # early
        caseload scrutiny  |                | 2021-09-15     |             # not held
        performance board  | Director       | 2021-09-15     | 2021-09-15  # another kind of event
        caseload scrutiny  | Director       | 2021-10-01     | 2021-10-01  # next quarter
        """,
    )

    assert authority.says(scrutiny_on_schedule, period="2021-22-Q2") == "2 of 4"
    assert authority.says(scrutiny_on_schedule, period="2021-22-Q2", breakdown="level", group="senior manager") == "1 of 2"
    assert authority.says(scrutiny_on_schedule, period="2021-22-Q2", breakdown="level", group="not known") == "0 of 1"
    assert authority.says(scrutiny_on_schedule, period="2021-22-Q1") == "z"
