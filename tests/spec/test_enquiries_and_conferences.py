"""Section 47 enquiries and the conferences after them (report section 2.3): specification by example, from the rules."""

import pytest

from quarterday.records.tables.child_protection import initial_child_protection_conferences as conferences
from quarterday.records.tables.child_protection import section_47_enquiries
from quarterday.records.tables.resources import populations
from quarterday.sections import BY_CODE
from quarterday.sections.child_protection.enquiry_indicators import (
    children_in_enquiries,
    conference_rate,
    conferences_per_enquiry,
    conferences_with_plan,
    enquiries_closed,
    enquiries_followed,
    enquiry_duration,
    enquiry_rate,
    time_to_conference,
    transfers_in_time,
)
from support.authority import Authority

PERIOD = "2021-22-Q2"
TIMES = [("S47-06", "S47-06q1", "S47-06q3"), ("ICP-04", "ICP-04q1", "ICP-04q3")]


def test_enquiries_by_event_and_by_child(authority: Authority) -> None:
    authority.holds(populations, "mid_year | children\n2021 | 10000")
    authority.holds(
        section_47_enquiries,
        """
        child | start_date
        Ana   | 2021-07-01
        Ana   | 2021-08-01   # again: an event, no other child (R05)
        Ben   | 2021-09-30
        Cal   | 2021-10-01   # after the quarter
              | 2021-07-01   # nobody named
        """,
    )

    assert authority.says(enquiry_rate, period=PERIOD) == "4 of 10000"
    assert authority.says(children_in_enquiries, period=PERIOD) == "2"
    assert authority.says(conference_rate, period=PERIOD) == "x"  # conferences are not among the records


def test_the_published_ratio_takes_conferences_and_enquiries_of_the_same_period(authority: Authority) -> None:
    authority.holds(section_47_enquiries, "child | start_date\nAna | 2021-07-01\nBen | 2021-09-30\nCal | 2021-06-30")
    authority.holds(
        conferences,
        """
        child | conference_date | transfer_in
        Cal   | 2021-07-10      |      # its enquiry lies before the quarter: counted all the same (R36)
        Dee   | 2021-07-10      | Y    # moving in, counted as DfE counts (R09)
        Eve   | 2021-07-10      |
        Ana   | 2021-10-01      |      # after the quarter
        """,
    )

    assert authority.says(conferences_per_enquiry, period=PERIOD) == "3 of 2"
    assert authority.results(conferences_per_enquiry, period=PERIOD)[0].value == 150.0


def test_the_cohort_follows_its_own_enquiries(authority: Authority) -> None:
    authority.holds(
        section_47_enquiries,
        """
        section_47_enquiry_id | child | start_date
        E1                    | Ana   | 2021-07-01   # a conference is linked to it
        E2                    | Ben   | 2021-07-01   # not the latest before the conference
        E3                    | Ben   | 2021-08-01   # the latest: its conference (R13)
        E4                    | Ben   | 2021-09-30   # after the conference
        E5                    | Cal   | 2021-09-20   # its conference lies after the quarter: it led there
        E6                    | Dee   | 2021-07-01   # none
        E7                    | Eve   | 2021-07-01   # linked to another child's conference
        E8                    | Gus   | 2021-07-01   # of two of a day ...
        E9                    | Gus   | 2021-07-01   # ... the one with the greater id
        """,
    )
    authority.holds(
        conferences,
        """
        child | conference_date | section_47_enquiry_id
        Ana   | 2021-07-10      | E1
        Ben   | 2021-09-01      |
        Cal   | 2021-10-05      |
        Dee   |                 |            # not held
        Fay   | 2021-07-10      | E7
        Gus   | 2021-07-10      |
        """,
    )

    assert authority.says(enquiries_followed, period=PERIOD) == "5 of 9"
    assert authority.lists(enquiries_followed, period=PERIOD, column="record_id") == ["E1", "E3", "E5", "E7", "E9"]


def test_enquiries_that_ended_in_no_further_action_and_how_long_they_took(authority: Authority) -> None:
    authority.holds(
        section_47_enquiries,
        """
        child | start_date | end_date   | no_further_action
        Ana   | 2021-06-28 | 2021-07-01 | Y      # 3 working days; began before the quarter
        Ben   | 2021-09-23 | 2021-09-30 | N      # 5
        Cal   | 2021-08-27 | 2021-08-31 |        # 1, over a weekend and the bank holiday
        Dee   | 2021-07-01 | 2021-07-01 | Y      # the same day: 0 (R01)
        Eve   | 2021-07-05 | 2021-07-01 | Y      # ended before it began: no duration
        Fay   |            | 2021-07-01 | Y      # no start: not a record
        Gus   | 2021-07-01 | 2021-10-01 | Y      # ended after the quarter
        Hal   | 2021-07-01 |            | Y      # not ended
        """,
    )

    assert authority.says(enquiries_closed, period=PERIOD) == "3 of 5"
    assert authority.says(enquiry_duration, period=PERIOD) == "2"  # of 0, 1, 3 and 5
    assert authority.says(BY_CODE["S47-06q1"], period=PERIOD) == "0.75"
    assert authority.says(BY_CODE["S47-06q3"], period=PERIOD) == "3.5"


def test_the_time_to_conference_runs_from_the_strategy_discussion(authority: Authority) -> None:
    authority.holds(
        section_47_enquiries,
        """
        section_47_enquiry_id | child | start_date
        E1                    | Ana   | 2021-08-23
        E2                    | Ben   | 2021-06-01
        E3                    | Ben   | 2021-09-01
        E4                    | Cal   | 2021-09-02
        """,
    )
    authority.holds(
        conferences,
        """
        child | conference_date | section_47_enquiry_id | transfer_in
        Ana   | 2021-09-14      |                       |       # 15
        Ben   | 2021-09-08      |                       |       # 5, from the latest
        Cal   | 2021-09-02      | E4                    |       # 0
        Dee   | 2021-09-14      |                       | Y     # no enquiry: no duration (R09)
        Cal   | 2021-09-01      | E4                    |       # held before its enquiry: none either
        """,
    )

    assert authority.says(time_to_conference, period=PERIOD) == "5"
    assert authority.says(BY_CODE["ICP-04q1"], period=PERIOD) == "2.5"
    assert authority.says(BY_CODE["ICP-04q3"], period=PERIOD) == "10"


def test_conferences_that_decided_on_a_plan(authority: Authority) -> None:
    authority.holds(populations, "mid_year | children\n2021 | 5000")
    authority.holds(
        conferences,
        """
        child | conference_date | led_to_plan | transfer_in
        Ana   | 2021-07-01      | Y           |
        Ben   | 2021-09-30      | N           |
        Cal   | 2021-07-01      |             |        # not recorded: no plan known
        Dee   | 2021-07-01      | Y           | Y      # moving in counts (R09)
        Eve   | 2021-10-01      | Y           |
        """,
    )

    assert authority.says(conferences_with_plan, period=PERIOD) == "2 of 4"
    assert authority.says(conference_rate, period=PERIOD) == "4 of 5000"


def test_families_moving_in_have_their_conference_by_its_target(authority: Authority) -> None:
    authority.holds(
        conferences,
        """
        child | conference_date | target_date | transfer_in
        Ana   | 2021-07-09      | 2021-07-09  | Y    # on the day, a Friday
        Ben   | 2021-07-10      | 2021-07-09  | Y    # the Saturday after: no working day more (R01)
        Cal   | 2021-07-12      | 2021-07-09  | Y    # the Monday: one too many
        Dee   | 2021-07-05      |             | Y    # no target: not known to be in time
        Eve   | 2021-07-05      | 2021-07-09  | N    # did not move in
        Fay   | 2021-07-05      | 2021-07-09  |      # not known to have moved in
        """,
    )

    assert authority.says(transfers_in_time, period=PERIOD) == "2 of 4"
    assert authority.lists(transfers_in_time, period=PERIOD) == ["Ana", "Ben"]


@pytest.mark.parametrize("codes", TIMES)
def test_without_any_there_is_nothing_to_divide_by(authority: Authority, codes: tuple[str, ...]) -> None:
    authority.holds(section_47_enquiries)
    authority.holds(conferences)

    for code in (*codes, "S47-04", "S47-04c", "S47-05", "ICP-05", "ICP-06"):
        assert authority.says(BY_CODE[code], period=PERIOD) == "z"
    assert authority.says(children_in_enquiries, period=PERIOD) == "0"


@pytest.mark.parametrize("code", ["S47-04", "S47-04c", "ICP-04", "ICP-04q1"])
def test_conferences_without_enquiries_cannot_be_set_beside_them(authority: Authority, code: str) -> None:
    authority.holds(conferences)

    assert authority.says(BY_CODE[code], period=PERIOD) == "x"
    assert "section_47_enquiries" in authority.why_not(BY_CODE[code], period=PERIOD)
