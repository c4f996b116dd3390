"""What later editions will tell of time that is over, and declared sums over the pieces of time."""

from datetime import date

import pytest

from quarterday.disclosure import Family, Part, StatementKey, Sum
from quarterday.disclosure.publication import FLOW
from quarterday.reports.declared import parts_of
from quarterday.reports.foresight import foreseen, later_days

JUNE = date(2021, 6, 30)


def test_the_next_three_editions_stand_beside_days_that_are_over_and_the_fourth_beside_our_own() -> None:
    assert later_days(date(2020, 6, 30), JUNE) == [date(2020, 9, 30), date(2020, 12, 31), date(2021, 3, 31)]


@pytest.mark.parametrize("day", [date(2020, 12, 31), date(2021, 3, 31), JUNE])
def test_no_day_that_is_yet_to_come_is_foreseen(day: date) -> None:
    assert all(day < later <= JUNE for later in later_days(day, JUNE))


def test_what_is_told_of_a_year_before_will_be_told_of_later_days_and_what_has_a_day_of_its_own_will_not() -> None:
    moving: StatementKey = ("ASM-06", "twelve-months", date(2020, 6, 30), "all", "all")
    fixed: StatementKey = ("LAC-02", "snapshot", date(2020, 3, 31), "all", "all")
    now: StatementKey = ("ASM-06", "twelve-months", JUNE, "all", "all")

    found = list(foreseen([moving, fixed, now], [date(2020, 6, 30), JUNE], JUNE))

    assert [key[2] for key in found] == [date(2020, 9, 30), date(2020, 12, 31), date(2021, 3, 31)]
    assert {key[:2] for key in found} == {("ASM-06", "twelve-months")}


TIMELY, LATE, EVERY = (Family("assessments", where, FLOW) for where in ("in time", "late", "1 = 1"))
YEAR, MONTH = (date(2020, 10, 1), date(2021, 9, 30)), (date(2021, 9, 1), date(2021, 9, 30))
SUM = Sum(((1, TIMELY.at(YEAR)), (1, LATE.at(YEAR)), (-1, EVERY.at(YEAR))))


@pytest.mark.parametrize(("late", "parts"), [(2, [Part((TIMELY, LATE), EVERY, complete=True)]), (1, [])])
def test_a_sum_holds_in_every_piece_of_its_time_where_the_records_keep_to_it(late: int, parts: list[Part]) -> None:
    """One of thirty has neither been in time nor late (its end lies before its start): then nothing is said of months."""
    counts = {TIMELY.at(YEAR): 28, LATE.at(YEAR): late, EVERY.at(YEAR): 30, EVERY.at(MONTH): 3, TIMELY.at(MONTH): 3}

    assert list(parts_of([SUM], counts)) == parts


def test_a_sum_says_nothing_of_pieces_where_each_of_its_terms_is_told_at_other_times_too() -> None:
    counts = {family.at(time): 1 for family in (TIMELY, LATE, EVERY) for time in (YEAR, MONTH)}
    counts |= {TIMELY.at(YEAR): 28, LATE.at(YEAR): 2, EVERY.at(YEAR): 30}

    assert list(parts_of([SUM], counts)) == []
