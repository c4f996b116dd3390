"""Pre-proceedings and care applications (report section 2.3): specification by example, from the rules."""

import pytest

from quarterday.records.tables.legal import care_applications, pre_proceedings
from quarterday.records.tables.resources import populations
from quarterday.sections.child_protection.legal_indicators import care_application_rate, duration, letter_of_issue_rate
from support.authority import Authority

PERIOD = "2021-22-Q2"


def test_pre_proceedings_last_from_the_decision_to_the_meeting_that_ended_them(authority: Authority) -> None:
    authority.holds(
        pre_proceedings,
        """
        child | decision_date | end_date   | outcome
        Ana   | 2021-06-10    | 2021-09-30 | Decision to step down               # 16 weeks
        Ben   | 2021-06-24    | 2021-07-01 | Decision to step down               # 1 week
        Cal   | 2021-06-20    | 2021-07-01 | Decision to Issue Care Proceedings  # 11 days
        Dee   | 2021-06-10    | 2021-10-01 | Decision to step down               # ended after the quarter
        Eve   | 2021-06-10    |            |                                     # not ended
        Fay   | 2021-08-10    | 2021-08-01 | Decision to step down               # ended before it began
        Gus   |               | 2021-08-01 | Decision to step down               # no decision on record
        """,
    )

    result = authority.results(duration, period=PERIOD, by=("outcome",))
    assert result[0].value == pytest.approx(11 / 7)
    assert {r.group: r.value for r in result[1:]} == {
        "Decision to step down": 8.5,
        "Decision to Issue Care Proceedings": pytest.approx(11 / 7),
    }


def test_without_an_end_there_is_no_duration(authority: Authority) -> None:
    authority.holds(pre_proceedings, "child | decision_date\nAna | 2021-07-01")

    assert authority.says(duration, period=PERIOD) == "z"


def test_children_of_care_applications_are_counted_by_day(authority: Authority) -> None:
    authority.holds(populations, "mid_year | children\n2021 | 20000")
    authority.holds(
        care_applications,
        """
        child | application_date
        Ana   | 2021-07-01
        Ana   | 2021-07-01   # the same application twice
        Ana   | 2021-09-30   # another
        Ben   | 2021-08-01   # a brother
        Cal   | 2021-10-01
        Dee   |
              | 2021-08-01   # nobody named
        """,
    )

    assert authority.says(care_application_rate, period=PERIOD) == "3 of 20000"


def test_letters_of_issue_are_those_of_pre_proceedings(authority: Authority) -> None:
    authority.holds(populations, "mid_year | children\n2021 | 20000")
    authority.holds(
        pre_proceedings,
        """
        child | decision_date | letter_of_issue_date
        Ana   | 2021-01-01    | 2021-07-01
        Ben   | 2021-01-01    |
        Cal   | 2021-01-01    | 2021-10-01
        """,
    )

    assert authority.says(letter_of_issue_rate, period=PERIOD) == "1 of 20000"
    assert authority.says(care_application_rate, period=PERIOD) == "x"
    assert "care_applications" in authority.why_not(care_application_rate, period=PERIOD)


def test_without_pre_proceedings_on_record_nothing_is_said(authority: Authority) -> None:
    for indicator in (duration, letter_of_issue_rate):
        assert authority.says(indicator, period=PERIOD) == "x"
        assert "pre_proceedings" in authority.why_not(indicator, period=PERIOD)
