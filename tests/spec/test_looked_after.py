"""Looked-after children: who is looked after, who started and who ceased, specified by example from the rules."""

import pytest

from quarterday.records.tables.looked_after import legal_statuses, looked_after_episodes, placements
from quarterday.records.tables.people import children, immigration_statuses
from quarterday.records.tables.resources import populations
from quarterday.sections.looked_after.indicators import (
    ages,
    ceased,
    rate,
    started,
    unaccompanied,
    unaccompanied_share,
)
from quarterday.sections.looked_after.indicators import children as looked_after
from quarterday.sections.looked_after.indicators import (
    legal_statuses as legal_status_mix,
)
from support.authority import Authority


@pytest.fixture
def service(authority: Authority) -> Authority:
    """An authority whose placements are not known."""
    authority.holds(placements)
    return authority


def test_children_are_looked_after_from_the_first_day_to_the_day_before_the_last(service: Authority) -> None:
    service.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | end_reason
        Ana   | 2021-09-30 |            | S            |      # began that day (R12)
        Ben   | 2021-01-01 | 2021-09-30 | S            | E4A  # ended that day
        Cal   | 2020-01-01 | 2021-03-01 | S            | X1   # a new episode the same day: one period of care
        Cal   | 2021-03-01 |            | P            |
        Dee   | 2021-01-01 |            | S            |
        Dee   | 2021-02-01 |            | P            |      # overlapping episodes: one child
        Eve   | 2021-05-01 | 2021-04-01 | S            | E4A  # ended before it began: never open
        Fay   |            |            | S            |      # no start: not a record
        Gus   | 2021-10-01 |            | S            |
        """,
    )

    assert service.lists(looked_after, at="2021-09-30") == ["Ana", "Cal", "Dee"]


def test_care_ends_at_the_18th_birthday_and_never_begins_before_birth(service: Authority) -> None:
    service.holds(
        children,
        """
        child | date_of_birth | expected_date_of_birth
        Ana   | 2003-09-30    |             # 18 that day: no longer a looked-after child (R04)
        Ben   | 2003-10-01    |             # 18 the day after
        Cal   | 2004-02-29    |             # 18 on 1 March 2022
        Dee   |               | 2021-12-01  # unborn: never looked after (R03)
        """,
    )
    service.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason
        Ana   | 2020-01-01 |            | S
        Ben   | 2020-01-01 |            | S
        Cal   | 2020-01-01 |            | S
        Dee   | 2021-09-01 |            | S
        Orf   | 2020-01-01 |            | S      # no record of the child: counted
        """,
    )

    assert service.lists(looked_after, at="2021-09-30") == ["Ben", "Cal", "Orf"]
    assert service.lists(looked_after, at="2022-02-28") == ["Cal", "Orf"]
    assert service.lists(looked_after, at="2022-03-01") == ["Orf"]


def test_a_series_of_short_breaks_is_outside_every_measure(service: Authority) -> None:
    service.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | end_reason
        Ana   | 2021-01-01 |            | S            |
        Ben   | 2021-01-01 | 2021-08-01 | S            | X1   # short breaks, then care: begins in August
        Ben   | 2021-08-01 |            | L            |
        Cal   | 2021-01-01 |            | S            |      # no status recorded: counted
        Dee   | 2021-07-01 | 2021-08-01 | S            | E4A  # a short break only
        """,
    )
    service.holds(
        legal_statuses,
        """
        child | start_date | end_date   | legal_status
        Ana   | 2021-01-01 |            | V4
        Ben   | 2021-01-01 | 2021-08-01 | V3
        Ben   | 2021-08-01 |            | V2
        Dee   | 2021-07-01 | 2021-08-01 | V3
        """,
    )

    assert service.lists(looked_after, at="2021-07-31") == ["Cal"]
    assert service.lists(looked_after, at="2021-09-30") == ["Ben", "Cal"]
    assert service.lists(started, period="2021-22-Q2") == ["Ben"]
    assert service.says(ceased, period="2021-22-Q2") == "0"


def test_children_starting_count_once_in_a_period(service: Authority) -> None:
    service.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | end_reason
        Ana   | 2021-07-01 | 2021-07-20 | S            | E4A
        Ana   | 2021-09-30 |            | S            |      # back in the same quarter: one child (R05)
        Ben   | 2021-06-30 |            | S            |      # the day before
        Cal   | 2021-01-01 | 2021-08-01 | S            | X1
        Cal   | 2021-08-01 |            | P            |      # a move, not a start
        Dee   | 2021-07-15 | 2021-07-15 | S            | E4A  # a day: started and ceased
        Eve   | 2021-01-01 | 2021-08-01 | S            | E4A
        Eve   | 2021-08-01 |            | S            |      # back the same day: the care goes on
        """,
    )

    assert service.says(started, period="2021-22-Q2") == "2"
    assert service.says(started, period="2021-07") == "2"
    assert service.says(started, period="2021-09") == "1"
    assert service.says(ceased, period="2021-22-Q2") == "2"


def test_a_child_who_starts_twice_stands_in_the_group_of_the_first_start_only(service: Authority) -> None:
    service.holds(children, "child | date_of_birth\nAna | 2016-08-15")
    service.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | end_reason
        Ana   | 2021-07-01 | 2021-07-20 | S            | E4A  # aged 4
        Ana   | 2021-09-01 | 2021-09-20 | S            | E4B  # aged 5
        """,
    )

    assert service.says(started, period="2021-22-Q2", breakdown="age_band", group="1 to 4") == "1"
    assert service.says(started, period="2021-22-Q2", breakdown="age_band", group="5 to 9") == "0"
    # Of several ends the last one counts.
    assert service.says(ceased, period="2021-22-Q2", breakdown="age_band", group="1 to 4") == "0"
    assert service.says(ceased, period="2021-22-Q2", breakdown="age_band", group="5 to 9") == "1"


def test_children_ceasing_have_a_reason_and_the_birthday_is_one(service: Authority) -> None:
    service.holds(
        children,
        """
        child | date_of_birth
        Ana   | 2003-08-10
        Ben   | 2003-08-10
        Cal   | 2010-01-01
        """,
    )
    service.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason | end_reason
        Ana   | 2020-01-01 | 2021-09-20 | S            | E5   # open past the birthday: ended on it
        Ben   | 2020-01-01 | 2021-08-09 | S            | E3   # the day before
        Cal   | 2020-01-01 | 2021-09-30 | S            | E12
        Dee   | 2020-01-01 | 2021-09-30 | S            |      # no reason
        Eve   | 2020-01-01 | 2021-10-01 | S            | E45  # after the quarter
        """,
    )

    def reason(group: str) -> str:
        return service.says(ceased, period="2021-22-Q2", breakdown="reason", group=group)

    assert service.says(ceased, period="2021-22-Q2") == "4"
    assert reason("18th birthday") == "1"
    assert reason("another authority") == "1"
    assert reason("adopted") == "1"
    assert reason("other or not known") == "1"
    assert service.says(ceased, period="2021-08") == "2"


def test_the_rate_is_per_10_000_children(service: Authority) -> None:
    service.holds(looked_after_episodes, "child | start_date | start_reason\nAna | 2021-01-01 | S")
    service.holds(populations, "mid_year | release | children\n2021 | first | 25000")

    (result,) = service.results(rate, at="2021-09-30")
    assert (result.numerator, result.denominator, result.value) == (1, 25000, pytest.approx(0.4))


def test_unaccompanied_children_are_those_with_that_status_now(service: Authority) -> None:
    service.holds(
        children,
        """
        child | date_of_birth
        Ana   | 2005-01-01
        Fay   | 2003-09-30
        """,
    )
    service.holds(
        looked_after_episodes,
        """
        child | start_date | start_reason
        Ana   | 2021-01-01 | S
        Ben   | 2021-01-01 | S
        Cal   | 2021-01-01 | S
        Dee   | 2021-01-01 | S
        Fay   | 2021-01-01 | S
        Gus   | 2021-01-01 | S
        Hal   | 2021-01-01 | S
        """,
    )
    service.holds(
        immigration_statuses,
        """
        child | start_date | end_date   | immigration_status
        Ana   | 2021-01-01 |            | Unaccompanied Asylum Seeking Child
        Ben   | 2021-01-01 | 2021-09-30 | UASC            # ended that day (R12)
        Cal   | 2021-01-01 |            | Refugee Status  # another status
        Eve   | 2021-01-01 |            | UASC            # not looked after
        Fay   | 2021-01-01 |            | UASC            # 18 that day
        Gus   | 2021-01-01 | 2021-03-01 | UASC            # ended, and begun again
        Gus   | 2021-06-01 |            | UASC
        Hal   |            |            | UASC            # since when is not known: all along
        """,
    )

    assert service.lists(unaccompanied, at="2021-09-30") == ["Ana", "Gus", "Hal"]
    assert service.says(unaccompanied_share, at="2021-09-30") == "3 of 6"
    assert service.lists(unaccompanied, at="2021-05-31") == ["Ana", "Ben", "Fay", "Hal"]
    assert service.says(unaccompanied, at="2021-09-30", breakdown="unaccompanied", group="yes") == "3"


def test_without_immigration_statuses_no_one_is_said_to_be_unaccompanied(service: Authority) -> None:
    service.holds(looked_after_episodes, "child | start_date | start_reason\nAna | 2021-01-01 | S")

    assert service.says(unaccompanied, at="2021-09-30") == "x"
    assert "immigration_statuses" in service.why_not(unaccompanied, at="2021-09-30")
    assert service.says(unaccompanied_share, at="2021-09-30") == "x"


def test_nobody_looked_after_leaves_shares_without_a_denominator(service: Authority) -> None:
    service.holds(looked_after_episodes)
    service.holds(immigration_statuses)

    assert service.says(looked_after, at="2021-09-30") == "0"
    assert service.says(unaccompanied_share, at="2021-09-30") == "z"
    assert service.says(ages, at="2021-09-30") == "z"


def test_legal_statuses_divide_the_children_looked_after(service: Authority) -> None:
    names = ["Ana", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus", "Hal"]
    service.holds(
        looked_after_episodes,
        "child | start_date | start_reason\n" + "\n".join(f"{name} | 2021-01-01 | S" for name in names),
    )
    service.holds(
        legal_statuses,
        """
        child | start_date | end_date   | legal_status
        Ana   | 2021-01-01 | 2021-09-30 | C1           # the interim order ended that day
        Ana   | 2021-09-30 |            | C2
        Ben   | 2021-01-01 |            | V2
        Cal   | 2021-01-01 |            | E1
        Dee   | 2021-01-01 |            | J2
        Eve   | 2021-01-01 |            | L2
        Fay   | 2021-01-01 | 2021-05-01 | C1           # nothing since
        Gus   | 2021-01-01 |            | C1           # of two open statuses the latest counts
        Gus   | 2021-04-01 |            | C2
        """,
    )

    def status(group: str) -> str:
        return service.says(legal_status_mix, at="2021-09-30", breakdown="legal_status", group=group)

    assert status("full care order") == "2 of 8"
    assert status("section 20") == "1 of 8"
    assert status("placement or freeing order") == "1 of 8"
    assert status("youth justice") == "1 of 8"
    assert status("child protection order") == "1 of 8"
    assert status("not known") == "2 of 8"  # Fay and Hal
    assert status("interim care order") == "0"
    assert service.says(legal_status_mix, at="2021-09-30") == "8 of 8"


def test_ages_divide_the_children_looked_after(service: Authority) -> None:
    service.holds(
        children,
        """
        child | date_of_birth
        Ana   | 2020-09-30  # one that day
        Ben   | 2020-10-01  # one the day after
        Cal   | 2016-09-30  # five that day
        Dee   | 2011-10-01  # ten the day after
        Eve   | 2005-09-30  # sixteen that day
        Fay   |             # not known
        """,
    )
    names = ["Ana", "Ben", "Cal", "Dee", "Eve", "Fay"]
    service.holds(
        looked_after_episodes,
        "child | start_date | start_reason\n" + "\n".join(f"{name} | 2021-01-01 | S" for name in names),
    )

    def aged(group: str) -> str:
        return service.says(ages, at="2021-09-30", breakdown="age_band", group=group)

    assert [aged(band) for band in ("under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over", "not known")] == [
        "1 of 6",
        "1 of 6",
        "2 of 6",
        "0",
        "1 of 6",
        "1 of 6",
    ]
