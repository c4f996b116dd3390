"""Children who start and cease to be looked after: rates, reasons, adoption's length, specified by example from the rules."""

import pytest

from quarterday.indicators import Indicator
from quarterday.records.tables.leaving_care import permanence
from quarterday.records.tables.looked_after import legal_statuses, looked_after_episodes, placements
from quarterday.records.tables.people import children, immigration_statuses
from quarterday.records.tables.resources import populations
from quarterday.sections.looked_after.entry_and_exit_indicators import (
    adopted,
    child_arrangements,
    days_to_adopters,
    days_to_match,
    end_rate,
    home_planned,
    home_unplanned,
    special_guardianship,
    start_rate,
    unaccompanied_starts,
)
from support.authority import Authority

YEAR = "2021-22"


@pytest.fixture
def service(authority: Authority) -> Authority:
    """An authority of 20,000 children, with looked-after children who came and went."""
    authority.holds(populations, "mid_year | release | children\n2021 | first | 20000")
    authority.holds(
        children,
        """
        child | date_of_birth
        Ida   | 2003-06-01
        """,
    )
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | end_reason
        Ana   | 2021-04-01 | 2021-06-01 | S            | E4A  # twice in the year: once, by the first start and last end
        Ana   | 2021-12-01 | 2022-03-31 | S            | E4B  # the year's last day counts
        Ben   | 2021-03-31 | 2022-04-01 | S            | E11  # a day before the year, and a day after it
        Cal   | 2020-01-01 | 2021-04-01 | S            | E11  # the year's first day counts
        Dee   | 2020-01-01 | 2021-05-01 | S            | X1   # a new episode the same day: no end, no start
        Dee   | 2021-05-01 | 2021-09-01 | P            | E12
        Eve   | 2020-01-01 | 2021-05-01 | S            | E45
        Fay   | 2018-01-01 | 2021-05-01 | S            | E43  # the code of before 2018-19
        Gus   | 2020-01-01 | 2021-05-01 | S            | E41
        Hal   | 2020-01-01 | 2021-05-01 | S            | E4A
        Ida   | 2020-01-01 | 2021-07-01 | S            | E45  # turned 18 before: the birthday is the reason (R04)
        Jon   | 2020-01-01 | 2021-05-01 | S            | V3S  # an unknown reason stays in the denominator
        """,
    )
    return authority


def test_starts_and_ends_are_taken_once_a_child_per_ten_thousand(service: Authority) -> None:
    assert service.says(start_rate, period=YEAR) == "1 of 20000"
    assert service.says(end_rate, period=YEAR) == "9 of 20000"
    assert service.says(start_rate, period="2021-12") == "1 of 20000"  # in that month it is the first
    assert service.lists(start_rate, period="2021-22-Q1") == ["Ana"]


def test_without_a_population_the_rates_are_not_computable(authority: Authority) -> None:
    authority.holds(looked_after_episodes, "child | start_date | start_reason\nAna | 2021-05-01 | S")

    assert authority.says(start_rate, period=YEAR) == "x"
    assert authority.says(end_rate, period=YEAR) == "x"


def test_leavers_divide_by_the_reason_of_their_last_end(service: Authority) -> None:
    assert service.lists(adopted, period=YEAR) == ["Cal", "Dee"]
    assert service.lists(special_guardianship, period=YEAR) == ["Eve", "Fay"]
    assert service.lists(child_arrangements, period=YEAR) == ["Gus"]
    assert service.lists(home_planned, period=YEAR) == ["Hal"]  # Ana's first end went home as planned, her last did not
    assert service.lists(home_unplanned, period=YEAR) == ["Ana"]
    assert service.says(adopted, period=YEAR) == "2 of 9"
    assert service.says(home_planned, period="2021-22-Q1") == "2 of 8"  # within the quarter Ana's end was the last


@pytest.mark.parametrize(
    "indicator", [adopted, special_guardianship, child_arrangements, home_planned, home_unplanned, unaccompanied_starts]
)
def test_shares_of_nobody_have_no_denominator(authority: Authority, indicator: Indicator) -> None:
    authority.holds(looked_after_episodes)
    authority.holds(immigration_statuses)

    assert authority.says(indicator, period=YEAR) == "z"


def test_a_start_is_unaccompanied_by_the_status_of_that_day(authority: Authority) -> None:
    rows = "\n".join(f"{name} | 2021-06-15 | S" for name in ("Ana", "Ben", "Cal", "Dee", "Eve"))
    authority.holds(looked_after_episodes, f"child | start_date | start_reason\n{rows}\nAna | 2021-01-01 | S")
    authority.holds(
        immigration_statuses,
        """
        child | immigration_status | start_date | end_date
        Ana   | UASC               | 2021-01-01 |            # began in January: no start of this period
        Ben   | UASC               | 2021-06-15 |            # from that day
        Cal   | UASC               | 2021-06-16 |            # a day late
        Dee   | UASC               | 2021-01-01 | 2021-06-15 # over that day (R12, R23)
        Eve   | Refugee Status     | 2021-01-01 |
        """,
    )

    assert authority.lists(unaccompanied_starts, period="2021-22-Q1") == ["Ben"]
    assert authority.says(unaccompanied_starts, period="2021-22-Q1") == "1 of 4"


def test_without_immigration_statuses_nothing_is_said_of_unaccompanied_starts(authority: Authority) -> None:
    authority.holds(looked_after_episodes, "child | start_date | start_reason\nAna | 2021-05-01 | S")

    assert authority.says(unaccompanied_starts, period=YEAR) == "x"
    assert "immigration_statuses" in authority.why_not(unaccompanied_starts, period=YEAR)


def test_short_breaks_are_neither_starts_nor_ends(service: Authority) -> None:
    service.holds(looked_after_episodes, "child | start_date | end_date | start_reason\nKay | 2021-05-01 | 2021-08-01 | S")
    service.holds(legal_statuses, "child | legal_status | start_date\nKay | V3 | 2021-05-01")

    assert service.says(start_rate, period=YEAR) == "1 of 20000"
    assert service.says(end_rate, period=YEAR) == "9 of 20000"


@pytest.fixture
def adopting(authority: Authority) -> Authority:
    """Six children who left care on 1 March 2022, adopted but for the last two."""
    rows = "\n".join(
        f"{name} | 2021-01-01 | 2022-03-01 | S | {reason}"
        for name, reason in (("Ana", "E11"), ("Ben", "E12"), ("Cal", "E11"), ("Dee", "E11"), ("Eve", "E45"), ("Fay", "E4A"))
    )
    authority.holds(looked_after_episodes, f"child | start_date | end_date | start_reason | end_reason\n{rows}")
    authority.holds(placements)
    return authority


def test_adoption_is_counted_from_entering_care_to_moving_in(adopting: Authority) -> None:
    adopting.holds(
        permanence,
        """
        child | placed_for_adoption_date
        Ana   | 2021-01-31                # 30 days
        Ana   | 2021-01-21                # an earlier family that did not last
        Ben   | 2021-01-01                # on the first day: none
        Cal   | 2020-12-31                # before this period of care: not of it
        Dee   |                           # not recorded: left out
        Eve   | 2021-03-01                # not adopted in the end
        """,
    )

    assert adopting.says(days_to_adopters, period=YEAR) == "30 of 2"
    assert adopting.says(days_to_adopters, period="2020-21") == "z"


def test_the_clock_of_a_family_that_fostered_the_child_stops_when_it_came_to_them(adopting: Authority) -> None:
    adopting.holds(
        placements,
        """
        child | start_date | end_date   | placement_type
        Ana   | 2021-01-01 | 2021-01-11 | U6
        Ana   | 2021-01-11 | 2021-09-01 | U6  # came to the carers after ten days
        Ana   | 2021-09-01 | 2022-03-01 | A5  # and stayed for adoption
        Ben   | 2021-01-01 | 2022-03-01 | U6
        """,
    )
    adopting.holds(
        permanence,
        """
        child | placed_for_adoption_date | adopted_by_carer | placed_fostering_for_adoption_date
        Ana   | 2021-09-01               | Y                |
        Ben   | 2021-09-01               | N                | 2021-01-21  # fostering for adoption: twenty days
        """,
    )

    assert adopting.says(days_to_adopters, period=YEAR) == "30 of 2"


def test_matches_are_counted_from_the_placement_order(adopting: Authority) -> None:
    adopting.holds(
        permanence,
        """
        child | placement_order_date | matched_date
        Ana   | 2021-05-01           | 2021-05-31  # 30 days
        Ben   | 2021-05-31           | 2021-05-31  # the same day: none
        Cal   | 2021-06-01           | 2021-05-31  # before the order: no such match
        Dee   |                      | 2021-05-31  # parents consented: no order
        Eve   | 2021-05-01           | 2021-04-30
        Fay   | 2022-02-01           | 2022-03-01  # no longer looked after that day
        """,
    )

    assert adopting.says(days_to_match, period=YEAR) == "30 of 2"
    assert adopting.says(days_to_match, period="2021-22-Q2") == "z"


def test_without_records_of_permanence_nothing_is_said_of_adoption(adopting: Authority) -> None:
    for indicator in (days_to_adopters, days_to_match):
        assert adopting.says(indicator, period=YEAR) == "x"
        assert "permanence" in adopting.why_not(indicator, period=YEAR)
