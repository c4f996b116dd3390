"""Timely response: assessments (report section 2.2): specification by example, written from the rules."""

import pytest

from quarterday.records.tables.assessments import assessments
from quarterday.records.tables.front_door import referrals
from quarterday.records.tables.people import children
from quarterday.records.tables.resources import populations
from quarterday.sections import BY_CODE
from support.authority import Authority

PERIOD = "2021-22-Q2"
ASSESSMENTS = """
    assessment_id | child | referral_id | start_date | authorised_date
    A1            | Ana   | R1          | 2021-07-01 | 2021-07-01       # the same day: 0 working days (R01)
    A2            | Ben   | R2          | 2021-06-30 | 2021-09-02       # 45 working days, a bank holiday on 30 August between
    A3            | Cal   | R3          | 2021-06-30 | 2021-09-03       # 46: one day late
    A4            | Dee   |             | 2021-06-30 | 2021-09-06       # 47: the Monday after
    A5            | Eve   |             | 2021-06-25 | 2021-09-06       # 50: five days over
    A6            | Fay   |             |            | 2021-07-01       # no start: authorised, not known to be in time
    A7            | Gus   |             | 2021-07-02 | 2021-07-01       # authorised before its start: not in time
    A8            | Hal   |             | 2021-05-01 | 2021-09-30       # far over
    A9            | Ivy   |             | 2021-06-01 | 2021-10-01       # the day after the quarter
    """


@pytest.fixture
def assessed(authority: Authority) -> Authority:
    authority.holds(assessments, ASSESSMENTS)
    return authority


def test_assessments_count_when_they_are_authorised(assessed: Authority) -> None:
    assert assessed.says(BY_CODE["ASM-01"], period=PERIOD) == "8"


def test_forty_five_working_days_are_in_time_and_forty_six_are_not(assessed: Authority) -> None:
    assert assessed.says(BY_CODE["ASM-03"], period=PERIOD) == "2 of 8"
    assert assessed.lists(BY_CODE["ASM-03"], period=PERIOD) == ["Ana", "Ben"]


def test_an_end_on_the_weekend_after_the_limit_is_in_time(authority: Authority) -> None:
    authority.holds(
        assessments,
        """
        child | start_date | authorised_date
        Ana   | 2021-04-28 | 2021-07-02   # a Friday: 45 working days, two bank holidays in May between
        Ben   | 2021-04-28 | 2021-07-04   # the Sunday after it: still 45 (R01)
        Cal   | 2021-04-28 | 2021-07-05   # the Monday: 46
        """,
    )

    assert authority.lists(BY_CODE["ASM-03"], period=PERIOD) == ["Ana", "Ben"]


def test_from_the_referral_only_its_first_assessment_is_looked_at(authority: Authority) -> None:
    authority.holds(
        assessments,
        """
        assessment_id | child | referral_id | start_date | authorised_date
        A1            | Ana   | R1          | 2021-07-05 | 2021-09-02   # 45 working days from the referral
        A2            | Ana   | R1          | 2021-07-10 | 2021-07-11   # a second one of the same referral
        A3            | Ben   | R2          | 2021-07-05 | 2021-09-03   # 46 from the referral, fewer from its start
        A4            | Cal   |             | 2021-07-05 | 2021-07-06   # no referral: none from it
        A5            | Dee   | gone        | 2021-07-05 | 2021-07-06   # a referral that is not there: not in time
        """,
    )
    authority.holds(referrals, "referral_id | child | referral_date\nR1 | Ana | 2021-06-30\nR2 | Ben | 2021-06-30")

    assert authority.says(BY_CODE["ASM-03b"], period=PERIOD) == "1 of 3"
    assert authority.says(BY_CODE["ASM-03"], period=PERIOD) == "5 of 5"


def test_late_assessments_by_how_late_they_are(assessed: Authority) -> None:
    late = BY_CODE["ASM-05"]

    assert assessed.says(late, period=PERIOD) == "4 of 4"
    for group, says in (
        ("1 day over", "1 of 4"),
        ("2 days over", "1 of 4"),
        ("3 to 5 days over", "1 of 4"),
        ("16 days or more over", "1 of 4"),
    ):
        assert assessed.says(late, period=PERIOD, breakdown="days_over", group=group) == says
    assert assessed.says(BY_CODE["ASM-06"], period=PERIOD) == "2 of 4"


def test_without_late_ones_there_is_nothing_to_divide_by(authority: Authority) -> None:
    authority.holds(assessments, "child | start_date | authorised_date\nAna | 2021-07-01 | 2021-07-02")

    assert authority.says(BY_CODE["ASM-06"], period=PERIOD) == "z"
    assert authority.says(BY_CODE["ASM-05"], period=PERIOD) == "z"


def test_open_assessments_are_late_from_the_forty_sixth_working_day(authority: Authority) -> None:
    authority.holds(
        assessments,
        """
        child | start_date | authorised_date
        Ana   | 2021-07-28 |              # 45 working days on 30 September, a bank holiday between
        Ben   | 2021-07-27 |              # 46
        Cal   | 2021-01-01 | 2021-09-30   # authorised on the day: no longer open
        Dee   | 2021-10-01 |              # not begun
        Eve   |            |              # without a start it is not a record
        """,
    )

    assert authority.says(BY_CODE["ASM-07"], at="2021-09-30") == "1 of 2"
    assert authority.lists(BY_CODE["ASM-07"], at="2021-09-30") == ["Ben"]


def test_durations_by_the_departments_bands(assessed: Authority) -> None:
    bands = BY_CODE["ASM-03d"]

    for group, says in (
        ("same day", "1 of 8"),
        ("41 to 45 days", "1 of 8"),
        ("46 to 50 days", "3 of 8"),
        ("not known", "2 of 8"),
    ):
        assert assessed.says(bands, period=PERIOD, breakdown="duration", group=group) == says


def test_the_median_leaves_out_what_is_not_known(assessed: Authority) -> None:
    assert assessed.says(BY_CODE["ASM-04"], period=PERIOD) == "46.5"  # of 0, 45, 46, 47, 50 and 105


def test_no_table_no_figure(authority: Authority) -> None:
    for code in ("ASM-01", "ASM-03", "ASM-04", "ASM-07"):
        assert authority.says(BY_CODE[code], period=PERIOD) == "x"
    assert "assessments" in authority.why_not(BY_CODE["ASM-03"], period=PERIOD)


def test_quartiles_of_duration_lie_between_two_values_in_proportion(assessed: Authority) -> None:
    durations = "of 0, 45, 46, 47, 50 and 105 working days"

    assert assessed.says(BY_CODE["ASM-04q1"], period=PERIOD) == "45.25", durations
    assert assessed.says(BY_CODE["ASM-04q3"], period=PERIOD) == "49.25", durations


def test_without_assessments_there_is_no_duration(authority: Authority) -> None:
    authority.holds(assessments)

    for code in ("ASM-04", "ASM-04q1", "ASM-04q3", "ASM-09"):
        assert authority.says(BY_CODE[code], period=PERIOD) == "z"


def test_assessments_are_taken_per_ten_thousand_children(assessed: Authority) -> None:
    assert assessed.says(BY_CODE["ASM-02"], period=PERIOD) == "x"  # no population known

    assessed.holds(populations, "mid_year | children\n2021 | 20000")
    assert assessed.says(BY_CODE["ASM-02"], period=PERIOD) == "8 of 20000"


def test_a_child_not_yet_born_cannot_be_seen(authority: Authority) -> None:
    authority.holds(
        children,
        """
        child | date_of_birth | expected_date_of_birth
        Ana   | 2015-01-01    |
        Ben   | 2015-01-01    |
        Cal   |               | 2021-12-01   # unborn (R03)
        Dee   | 2021-08-02    |              # born the day after the authorisation
        Eve   | 2021-08-01    |              # born that day
        Fay   |               |              # nothing known of the birth: not taken for unborn
        """,
    )
    authority.holds(
        assessments,
        """
        child | start_date | authorised_date | child_seen
        Ana   | 2021-07-01 | 2021-08-01      | Y
        Ben   | 2021-07-01 | 2021-08-01      | N
        Cal   | 2021-07-01 | 2021-08-01      | N
        Dee   | 2021-07-01 | 2021-08-01      | Y
        Eve   | 2021-07-01 | 2021-08-01      |     # not recorded: not seen
        Fay   | 2021-07-01 | 2021-08-01      | Y
        Gus   | 2021-07-01 | 2021-08-01      | Y   # no such child among the records: counted
        """,
    )

    assert authority.says(BY_CODE["ASM-08"], period=PERIOD) == "3 of 5"
    assert authority.lists(BY_CODE["ASM-08"], period=PERIOD) == ["Ana", "Fay", "Gus"]


def test_without_the_children_nobody_can_say_who_was_unborn(authority: Authority) -> None:
    authority.holds(assessments)

    assert authority.says(BY_CODE["ASM-08"], period=PERIOD) == "x"
    assert "children" in authority.why_not(BY_CODE["ASM-08"], period=PERIOD)


def test_assessments_that_end_in_no_further_action(authority: Authority) -> None:
    authority.holds(
        assessments,
        """
        child | start_date | authorised_date | no_further_action
        Ana   | 2021-07-01 | 2021-09-30      | Y
        Ben   | 2021-07-01 | 2021-09-30      | N
        Cal   | 2021-07-01 | 2021-09-30      |
        Dee   | 2021-07-01 | 2021-10-01      | Y   # authorised after the quarter
        Eve   | 2021-07-01 |                 | Y   # not yet authorised
        """,
    )

    assert authority.says(BY_CODE["ASM-09"], period=PERIOD) == "1 of 3"
