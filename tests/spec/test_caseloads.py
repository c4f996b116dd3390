"""Caseloads of social workers, specified by example from rule R24."""

import pytest

from quarterday.records.tables.child_protection import child_protection_plans
from quarterday.records.tables.looked_after import legal_statuses, looked_after_episodes
from quarterday.records.tables.people import children
from quarterday.records.tables.resources import earlier_values
from quarterday.records.tables.workforce import involvements, professionals, teams
from quarterday.sections.caseloads.indicators import (
    above_threshold,
    caseload,
    caseload_in_named_teams,
    caseload_per_head,
    change_from_peak,
    change_from_peak_named,
    distribution,
    median_caseload,
    without_social_worker,
)
from support.authority import Authority

DAY = "2021-09-30"
NORTH = '[[setting]]\nname = "team type"\nsubject = "North"\nvalue = "assessment and safeguarding"\n'


def _cases(
    authority: Authority, *held: tuple[str, int], team: str = "T1", since: str = "2021-01-01", until: str = ""
) -> None:
    """So many children held by each worker."""
    rows = "\n".join(
        f"{worker} | CW | {team} | {worker}-{team}-{since}-{n} | {since} | {until}"
        for worker, many in held
        for n in range(many)
    )
    authority.holds(involvements, f"professional_id | role | team_id | child | start_date | end_date\n{rows}")


def test_cases_held_that_day_by_social_workers_over_their_working_time(authority: Authority) -> None:
    authority.holds(
        professionals,
        """
        professional_id | registration_number | agency_worker | full_time_hundredths
        Wyn             | SW1                 | N             | 100
        Amy             | SW2                 | Y             | 60   # agency, three days a week: counts (R24)
        Jan             | SW3                 | N             | 80   # holds no case: neither worker nor time counts
        Fin             |                     | N             | 100  # no social worker
        Nil             | SW4                 | N             | 0    # no working time: left out
        Unk             | SW5                 | N             |      # working time not known: left out
        """,
    )
    authority.holds(
        involvements,
        """
        professional_id | role                  | child | start_date | end_date
        Wyn             | CW                    | Ana   | 2021-09-30 |             # allocated that day
        Wyn             | ALLOCATED CASE WORKER | Ben   | 2021-01-01 | 2021-10-01  # to the day after
        Wyn             | CW                    | Cal   | 2021-01-01 | 2021-09-30  # ended that day (R12)
        Wyn             | REVIEWING OFFICER     | Dee   | 2021-01-01 |             # not the allocated worker
        Wyn             | CW                    | Eve   | 2021-10-01 |             # from the day after
        Wyn             | CW                    | Fay   | 2021-02-01 | 2021-01-01  # ended before it began: never open
        Amy             | CW                    | Gus   | 2021-01-01 |
        Amy             | CW                    | Hal   | 2021-01-01 |             # a sibling counts too
        Amy             | CW                    | Ana   | 2021-01-01 |             # a second allocated worker of Ana counts her
        Wyn             | CW                    | Ana   | 2021-05-01 |             # the same worker twice: one case
        Fin             | CW                    | Ida   | 2021-01-01 |
        Nil             | CW                    | Jon   | 2021-01-01 |
        Unk             | CW                    | Kay   | 2021-01-01 |
        Zed             | CW                    | Lea   | 2021-01-01 |             # a worker of whom nothing is known
        """,
    )

    assert authority.says(caseload, at=DAY) == "5 of 160"
    (result,) = authority.results(caseload, at=DAY)
    assert result.value == pytest.approx(3.125)
    assert authority.says(caseload_per_head, at=DAY) == "5 of 2"
    assert authority.says(caseload, at=DAY, breakdown="worker", group="Amy") == "3 of 60"


def test_teams_may_be_left_out_for_a_time_by_name_or_id(authority: Authority) -> None:
    authority.sets(
        """
        [[setting]]
        name = "excluded team"
        subject = "Duty"
        value = "pot"
        from = 2021-09-01

        [[setting]]
        name = "excluded team"
        subject = "T3"
        value = "family support"
        """
    )
    authority.holds(teams, "team_id | name\nT1 | North\nT2 | Duty\nT3 | Family Support")
    authority.holds(
        professionals,
        "professional_id | registration_number | full_time_hundredths\nWyn | SW1 | 100\nAmy | SW2 | 100\nJan | SW3 | 100",
    )
    _cases(authority, ("Wyn", 2), team="T1")
    _cases(authority, ("Amy", 3), team="T2")
    _cases(authority, ("Jan", 4), team="T3")

    assert authority.says(caseload, at=DAY) == "2 of 100"
    assert authority.says(caseload, at="2021-08-31") == "5 of 200"  # the duty pot is left out from September


def test_named_teams_are_those_of_that_type_on_the_day(authority: Authority) -> None:
    authority.sets(NORTH + "to = 2021-09-30\n")
    authority.holds(teams, "team_id | name\nT1 | North\nT2 | South")
    authority.holds(
        professionals, "professional_id | registration_number | full_time_hundredths\nWyn | SW1 | 100\nAmy | SW2 | 50"
    )
    _cases(authority, ("Wyn", 2), team="T1")
    _cases(authority, ("Amy", 3), team="T2")

    assert authority.says(caseload_in_named_teams, at="2021-09-29") == "2 of 100"
    assert authority.says(caseload_in_named_teams, at=DAY) == "z"  # the setting has ended
    assert authority.says(caseload, at=DAY, breakdown="team", group="South") == "3 of 50"
    assert authority.says(caseload, at=DAY, breakdown="team", group="North") == "2 of 100"


def test_a_worker_with_cases_in_two_teams_stands_once_in_the_team_of_the_latest(authority: Authority) -> None:
    authority.holds(teams, "team_id | name\nT1 | North\nT2 | South")
    authority.holds(professionals, "professional_id | registration_number | full_time_hundredths\nWyn | SW1 | 100")
    _cases(authority, ("Wyn", 3), team="T1", since="2021-01-01")
    _cases(authority, ("Wyn", 1), team="T2", since="2021-02-01")

    assert authority.says(caseload, at=DAY) == "4 of 100"
    assert authority.says(caseload, at=DAY, breakdown="team", group="South") == "4 of 100"


def test_a_team_that_is_not_recorded_is_not_known_and_one_without_a_name_goes_by_its_id(authority: Authority) -> None:
    authority.holds(
        professionals, "professional_id | registration_number | full_time_hundredths\nWyn | SW1 | 100\nXia | SW2 | 100"
    )
    authority.holds(teams, "team_id | name\nT7 |")
    _cases(authority, ("Wyn", 1), team="gone")  # an orphan: counted, its team not known (CONTRACTS, Loading)
    _cases(authority, ("Xia", 2), team="T7")  # a team that nobody has named

    assert authority.says(caseload, at=DAY, breakdown="team", group="not known") == "1 of 100"
    assert authority.says(caseload, at=DAY, breakdown="team", group="T7") == "2 of 100"


def test_workers_divide_by_the_number_of_their_cases(authority: Authority) -> None:
    held = {"A1": 1, "A2": 10, "B1": 11, "B2": 15, "C1": 16, "C2": 20, "D1": 25, "E1": 26, "E2": 30, "F1": 31}
    rows = "\n".join(f"{worker} | SW{n} | 100" for n, worker in enumerate(held))
    authority.holds(professionals, f"professional_id | registration_number | full_time_hundredths\n{rows}")
    _cases(authority, *held.items())

    def band(group: str) -> str:
        return authority.says(distribution, at=DAY, breakdown="caseload", group=group)

    bands = ("01 to 10", "11 to 15", "16 to 20", "21 to 25", "26 to 30", "31 and over")
    assert [band(group) for group in bands] == ["2 of 10", "2 of 10", "2 of 10", "1 of 10", "2 of 10", "1 of 10"]
    assert authority.says(distribution, at=DAY) == "10 of 10"
    assert authority.says(median_caseload, at=DAY) == "18"  # between 16 and 20


def test_the_threshold_is_for_full_time_and_lower_for_the_newly_qualified(authority: Authority) -> None:
    authority.holds(
        professionals,
        """
        professional_id | registration_number | full_time_hundredths | job_title
        Wyn             | SW1                 | 100                  | Social worker
        Amy             | SW2                 | 100                  | Social worker
        Jan             | SW3                 | 50                   | Social worker
        Kit             | SW4                 | 50                   | Social worker
        New             | SW5                 | 100                  | Newly qualified social worker
        Nat             | SW6                 | 100                  | Newly qualified social worker
        """,
    )
    _cases(authority, ("Wyn", 20), ("Amy", 21), ("Jan", 10), ("Kit", 11), ("New", 16), ("Nat", 17))

    assert authority.lists(above_threshold, at=DAY, column="professional_id") == ["Amy", "Kit", "Nat"]
    assert authority.says(above_threshold, at=DAY) == "3 of 6"


def test_a_threshold_that_changes_judges_each_day_by_its_own(authority: Authority) -> None:
    authority.sets(
        """
        [[setting]]
        name = "caseload threshold"
        subject = "social worker"
        value = "20 cases"
        to = 2021-09-15

        [[setting]]
        name = "caseload threshold"
        subject = "social worker"
        value = "18 cases"
        from = 2021-09-15
        """
    )
    authority.holds(professionals, "professional_id | registration_number | full_time_hundredths\nWyn | SW1 | 100")
    _cases(authority, ("Wyn", 19))

    assert authority.says(above_threshold, at="2021-09-14") == "0 of 1"
    assert authority.says(above_threshold, at="2021-09-15") == "1 of 1"


@pytest.mark.parametrize("indicator", [caseload, caseload_per_head, caseload_in_named_teams, distribution, above_threshold])
def test_no_case_leaves_no_denominator(authority: Authority, indicator: object) -> None:
    authority.holds(professionals, "professional_id | registration_number | full_time_hundredths\nWyn | SW1 | 100")
    authority.holds(involvements)

    assert authority.says(indicator, at=DAY) == "z"  # type: ignore[arg-type]


def test_without_involvements_no_caseload_is_said(authority: Authority) -> None:
    authority.holds(professionals)

    for indicator in (caseload, median_caseload, change_from_peak):
        assert authority.says(indicator, at=DAY) == "x"
        assert "involvements" in authority.why_not(indicator, at=DAY)


def test_the_change_is_measured_from_the_greatest_month_end_of_six_years(authority: Authority) -> None:
    authority.holds(professionals, "professional_id | registration_number | full_time_hundredths\nWyn | SW1 | 100")
    _cases(authority, ("Wyn", 10), since="2015-01-01")
    _cases(authority, ("Wyn", 30), since="2015-02-01", until="2015-09-01")  # more than six years ago
    _cases(authority, ("Wyn", 20), since="2020-02-01", until="2020-03-15")  # thirty at the end of February 2020
    _cases(authority, ("Wyn", 25), since="2020-05-02", until="2020-05-30")  # more, but at no month's end
    authority.covers_from = {"involvements": authority.extract_date.replace(year=2014)}

    assert authority.says(change_from_peak, at=DAY) == "-20"
    assert authority.says(change_from_peak, at="2020-02-29") == "-10"  # then the forty of 2015 still counted
    assert authority.says(change_from_peak, at="2015-08-31") == "0"  # the peak itself


def test_a_published_value_from_before_the_records_may_be_the_peak(authority: Authority) -> None:
    authority.sets(NORTH)
    authority.holds(teams, "team_id | name\nT1 | North")
    authority.holds(professionals, "professional_id | registration_number | full_time_hundredths\nWyn | SW1 | 100")
    _cases(authority, ("Wyn", 21))
    authority.holds(
        earlier_values,
        """
        indicator | value_date | value_hundredths
        WRK-13    | 2014-01-31 | 3400
        WRK-13    | 2021-12-31 | 9900  # later than the date asked for
        """,
    )

    assert authority.says(change_from_peak_named, at=DAY) == "-13"
    assert authority.says(change_from_peak, at=DAY) == "0"  # the earlier value is not of WRK-01
    assert authority.says(change_from_peak_named, at="2020-12-31") == "z"  # no case that day


def test_children_on_a_plan_or_looked_after_without_a_registered_social_worker(authority: Authority) -> None:
    authority.holds(children, "child | date_of_birth\nJon | 2003-09-30")
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date   | other_authority_plan
        Ana   | 2021-01-01 |            |    # a social worker
        Ben   | 2021-01-01 |            |    # only a family support worker
        Cal   | 2021-01-01 | 2021-09-30 |    # ended that day
        Dee   | 2021-01-01 |            | Y  # another authority's plan
        Eve   | 2021-01-01 |            |    # on a plan and looked after: one child
        Fay   | 2021-01-01 |            |    # a social worker in another role than the allocated one
        Jon   | 2021-01-01 |            |    # 18 that day
        """,
    )
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | start_reason
        Eve   | 2021-01-01 | S
        Gus   | 2021-01-01 | S   # the social worker left that day
        Hal   | 2021-01-01 | S   # short breaks only
        Ida   | 2021-01-01 | S   # the worker is not known
        """,
    )
    authority.holds(legal_statuses, "child | start_date | legal_status\nHal | 2021-01-01 | V4")
    authority.holds(professionals, "professional_id | registration_number\nWyn | SW1\nFin |")
    authority.holds(
        involvements,
        """
        professional_id | role | child | start_date | end_date
        Wyn             | CW   | Ana   | 2021-01-01 |
        Fin             | CW   | Ben   | 2021-01-01 |
        Wyn             | IRO  | Fay   | 2021-01-01 |
        Wyn             | CW   | Gus   | 2021-01-01 | 2021-09-30
        Zed             | CW   | Ida   | 2021-01-01 |
        """,
    )

    assert authority.says(without_social_worker, at=DAY) == "4"
    assert sorted(set(authority.lists(without_social_worker, at=DAY))) == ["Ben", "Eve", "Gus", "Ida"]
    assert authority.says(without_social_worker, at="2021-09-29") == "5"  # Ben, Cal, Eve, Ida and Jon


def test_short_breaks_within_an_episode_need_no_social_worker(authority: Authority) -> None:
    """One episode, two periods of care: the first must not be taken to last until the second."""
    authority.holds(child_protection_plans)
    authority.holds(looked_after_episodes, "child | start_date | start_reason\nHal | 2021-01-01 | S")
    authority.holds(
        legal_statuses,
        """
        child | start_date | end_date   | legal_status
        Hal   | 2021-01-01 |            | V2
        Hal   | 2021-05-01 | 2021-08-01 | V4  # in force of the two while it lasts: short breaks
        """,
    )
    authority.holds(professionals, "professional_id | registration_number\nWyn | SW1")
    authority.holds(involvements, "professional_id | role | child | start_date | end_date")

    assert authority.says(without_social_worker, at="2021-04-30") == "1"
    assert authority.says(without_social_worker, at="2021-06-30") == "0"
    assert authority.says(without_social_worker, at="2021-08-01") == "1"
