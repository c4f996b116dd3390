"""Children who go missing and the interviews on their return, specified by example from the catalogue."""

import pytest

from quarterday.indicators import Indicator
from quarterday.records.tables.around_care import return_interviews
from quarterday.records.tables.looked_after import legal_statuses, looked_after_episodes, missing_episodes
from quarterday.sections.looked_after.missing_indicators import (
    interview_accepted,
    interview_in_time,
    interview_offered,
    went_away,
    went_missing,
)
from support.authority import Authority

QUARTER = "2021-22-Q2"


@pytest.fixture
def service(authority: Authority) -> Authority:
    """Seven children in care at some time, six of them in the quarter."""
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason
        Ana   | 2020-01-01 |            | S
        Ben   | 2020-01-01 | 2021-07-01 | S  # ceased on the quarter's first day: at some point in it
        Cal   | 2020-01-01 | 2021-06-30 | S  # the day before
        Dee   | 2021-09-30 |            | S  # began on its last
        Eve   | 2020-01-01 | 2021-07-15 | S  # twice in care: one child
        Eve   | 2021-08-15 |            | S
        Fay   | 2020-01-01 |            | S
        Gus   | 2020-01-01 |            | S
        """,
    )
    return authority


def test_children_in_care_at_any_point_who_went_missing(service: Authority) -> None:
    service.holds(
        missing_episodes,
        """
        child | start_date | end_date   | missing_type
        Ana   | 2021-07-01 | 2021-07-02 | M   # the quarter's first day
        Ana   | 2021-08-01 | 2021-08-02 | M   # again: one child
        Ana   | 2021-08-05 | 2021-08-06 | A
        Ben   | 2021-06-30 | 2021-07-01 | M   # before the quarter
        Cal   | 2021-06-29 | 2021-06-30 | M
        Dee   | 2021-09-30 |            | M   # its last day
        Eve   | 2021-08-01 | 2021-08-02 | M   # between her two times in care
        Fay   | 2021-08-01 | 2021-08-02 | A   # away, not missing
        Gus   | 2021-08-01 | 2021-08-02 |     # neither is recorded
        Zoe   | 2021-08-01 | 2021-08-02 | M   # not looked after
        """,
    )

    assert service.lists(went_missing, period=QUARTER) == ["Ana", "Dee"]
    assert service.says(went_missing, period=QUARTER) == "2 of 6"
    assert service.lists(went_away, period=QUARTER) == ["Ana", "Fay"]
    assert service.says(went_away, period=QUARTER) == "2 of 6"
    assert service.lists(went_missing, period="2021-06") == ["Ben", "Cal"]
    assert service.says(went_missing, period="2021-06") == "2 of 6"  # Dee was not yet in care


def test_children_on_short_breaks_are_not_among_them(service: Authority) -> None:
    service.holds(legal_statuses, "child | legal_status | start_date\nAna | V3 | 2020-01-01")
    service.holds(missing_episodes, "child | start_date | missing_type\nAna | 2021-08-01 | M")

    assert service.says(went_missing, period=QUARTER) == "0 of 5"


def test_interviews_are_asked_of_times_missing_that_ended(authority: Authority) -> None:
    authority.holds(
        missing_episodes,
        """
        child | start_date | end_date   | missing_type | return_interview_offered | return_interview_accepted
        Ana   | 2021-06-30 | 2021-07-01 | M            | Y                        | Y   # ended on the first day
        Ben   | 2021-09-29 | 2021-09-30 | M            | Y                        | N   # and on the last
        Cal   | 2021-08-01 | 2021-08-01 | M            | N                        | N
        Dee   | 2021-08-01 | 2021-08-02 | M            |                          |     # not known: in the denominator
        Eve   | 2021-08-01 | 2021-08-02 | M            | NA                       | NA  # the same
        Fay   | 2021-08-01 | 2021-08-02 | A            | Y                        | Y   # away
        Gus   | 2021-08-01 |            | M            | Y                        | Y   # not yet back
        Hal   | 2021-08-05 | 2021-08-01 | M            | Y                        | Y   # the end before the start: as it began
        Ida   |            | 2021-08-01 | M            | Y                        | Y   # no start: not a record
        Jon   | 2021-06-29 | 2021-06-30 | M            | Y                        | Y   # a day early
        """,
    )

    assert authority.lists(interview_offered, period=QUARTER) == ["Ana", "Ben", "Hal"]
    assert authority.says(interview_offered, period=QUARTER) == "3 of 6"
    assert authority.says(interview_accepted, period=QUARTER) == "2 of 6"


def test_seventy_two_hours_are_three_days_from_the_return(authority: Authority) -> None:
    rows = "\n".join(
        f"m{n} | {name} | 2021-08-01 | 2021-08-02 | M" for n, name in enumerate(("Ana", "Ben", "Cal", "Dee", "Eve"))
    )
    authority.holds(missing_episodes, f"missing_episode_id | child | start_date | end_date | missing_type\n{rows}")
    authority.holds(
        return_interviews,
        """
        missing_episode_id | child | interview_date
        m0                 | Ana   | 2021-08-05      # three days
        m1                 | Ben   | 2021-08-06      # four
        m2                 | Cal   | 2021-08-01      # before the return: no return interview
        m2                 | Cal   | 2021-08-02      # the day itself
        m3                 | Dee   |                 # not dated
        """,
    )

    assert authority.lists(interview_in_time, period=QUARTER) == ["Ana", "Cal"]
    assert authority.says(interview_in_time, period=QUARTER) == "2 of 5"


def test_the_dataset_alone_cannot_say_when_interviews_were_held(authority: Authority) -> None:
    authority.holds(missing_episodes, "child | start_date | end_date | missing_type\nAna | 2021-08-01 | 2021-08-02 | M")

    assert authority.says(interview_in_time, period=QUARTER) == "x"
    assert "return_interviews" in authority.why_not(interview_in_time, period=QUARTER)


@pytest.mark.parametrize(
    "indicator",
    [went_missing, went_away, interview_offered, interview_accepted, interview_in_time],
    ids=lambda each: each.code,
)
def test_nobody_gives_no_share_and_no_table_gives_nothing(authority: Authority, indicator: Indicator) -> None:
    authority.holds(looked_after_episodes)
    authority.holds(return_interviews)
    assert authority.says(indicator, period=QUARTER) == "x"
    assert "missing_episodes" in authority.why_not(indicator, period=QUARTER)

    authority.holds(missing_episodes)
    assert authority.says(indicator, period=QUARTER) == "z"
