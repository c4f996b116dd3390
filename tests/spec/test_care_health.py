"""Health and conduct of children looked after for a year, specified by example from rule R22 and the catalogue."""

from datetime import date

import pytest

from quarterday.indicators import Indicator
from quarterday.records.tables.looked_after import legal_statuses, looked_after_episodes
from quarterday.records.tables.looked_after_health import (
    convictions,
    health_checks,
    immunisations,
    strengths_and_difficulties_scores,
    substance_misuse,
)
from quarterday.records.tables.people import children
from quarterday.sections.looked_after.health_indicators import (
    convicted,
    dental_checks,
    health_assessments,
    questionnaire_score,
)
from quarterday.sections.looked_after.health_indicators import immunisations as immunised
from quarterday.sections.looked_after.health_indicators import substance_misuse as misuse
from support.authority import Authority

DAY = "2022-03-31"
NEEDS = {
    "health_checks": health_assessments,
    "immunisations": immunised,
    "strengths_and_difficulties_scores": questionnaire_score,
    "convictions": convicted,
    "substance_misuse": misuse,
}


@pytest.fixture
def service(authority: Authority) -> Authority:
    """Six children of twelve, in care for more than a year but for the last two."""
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | end_date   | start_reason
        Ana   | 2020-01-01 |            | S
        Ben   | 2020-01-01 |            | S
        Cal   | 2020-01-01 |            | S
        Dee   | 2021-03-31 |            | S  # a year to the day
        Eve   | 2021-04-01 |            | S  # a day short
        Fay   | 2020-01-01 | 2021-06-01 | S  # a break in between
        Fay   | 2021-06-02 |            | S
        """,
    )
    names = "\n".join(f"{name} | 2010-01-01" for name in ("Ana", "Ben", "Cal", "Dee", "Eve", "Fay"))
    authority.holds(children, f"child | date_of_birth\n{names}")
    return authority


def test_a_health_assessment_in_the_twelve_months_to_the_date(service: Authority) -> None:
    service.holds(
        health_checks,
        """
        child | check_type        | check_status | check_date
        Ana   | Health Assessment | Completed    | 2021-03-31  # a year ago to the day: no longer
        Ben   | Health Assessment | Completed    | 2021-04-01  # the year's first day
        Cal   | Health Assessment | Refused      | 2021-06-01
        Cal   | Dental Check      | Completed    | 2021-06-01
        Dee   | Health Assessment | Completed    | 2022-03-31  # the date itself
        Eve   | Health Assessment | Completed    | 2021-06-01  # in care for less than a year
        """,
    )

    assert service.lists(health_assessments, at=DAY) == ["Ben", "Dee"]
    assert service.says(health_assessments, at=DAY) == "2 of 4"
    assert service.lists(dental_checks, at=DAY) == ["Cal"]
    assert service.says(dental_checks, at=DAY) == "1 of 4"


def test_under_five_two_assessments_a_year_are_wanted(authority: Authority) -> None:
    names = ["Ana", "Ben", "Cal", "Dee", "Eve"]
    rows = "\n".join(f"{name} | 2020-01-01 | S" for name in names)
    authority.holds(looked_after_episodes, f"child | start_date | start_reason\n{rows}")
    authority.holds(
        children,
        """
        child | date_of_birth
        Ana   | 2017-03-31     # five that day: one is enough
        Ben   | 2017-04-01     # a day from five
        Cal   | 2019-01-01
        Dee   | 2019-01-01
        Eve   |                # age not known: two
        """,
    )
    authority.holds(
        health_checks,
        """
        child | check_type        | check_status | check_date
        Ana   | Health Assessment | Completed    | 2021-06-01
        Ben   | Health Assessment | Completed    | 2021-06-01
        Cal   | Health Assessment | Completed    | 2021-04-01
        Cal   | Health Assessment | Completed    | 2021-12-01
        Dee   | Health Assessment | Completed    | 2021-12-01
        Dee   | Health Assessment | Completed    | 2021-12-01  # the same day: one
        Dee   | Health Assessment | Completed    | 2021-03-31  # a year ago
        Eve   | Health Assessment | Completed    | 2021-12-01
        """,
    )

    assert authority.lists(health_assessments, at=DAY) == ["Ana", "Cal"]
    assert authority.says(health_assessments, at=DAY) == "2 of 5"


def test_immunisations_are_known_at_the_extract_alone(service: Authority) -> None:
    service.holds(
        immunisations,
        """
        child | up_to_date | status_date
        Ana   | Y          | 2020-02-01
        Ben   | N          | 2020-02-01
        Dee   | Y          |             # not dated
        Eve   | Y          | 2021-05-01  # in care for less than a year
        """,
    )

    assert service.lists(immunised, at=DAY) == ["Ana", "Dee"]
    assert service.says(immunised, at=DAY) == "2 of 4"  # Cal's status is not known
    assert service.says(immunised, at="2022-03-30") == "x"
    assert "2022-03-31" in service.why_not(immunised, at="2022-03-30")


def test_the_latest_score_of_the_year_of_children_of_five_to_sixteen(service: Authority) -> None:
    service.holds(
        looked_after_episodes,
        "child | start_date | start_reason\n" + "\n".join(f"{n} | 2020-01-01 | S" for n in ("Gus", "Hal", "Ida", "Jon")),
    )
    service.holds(
        children,
        """
        child | date_of_birth
        Gus   | 2017-03-31     # five that day
        Hal   | 2017-04-01     # four
        Ida   | 2005-04-01     # sixteen for a day more
        Jon   | 2005-03-31     # seventeen that day
        """,
    )
    service.holds(
        strengths_and_difficulties_scores,
        """
        child | completed_date | score | no_score_reason
        Ana   | 2021-05-01     | 30    |
        Ana   | 2022-02-01     | 13    |       # the latest
        Ana   | 2022-03-01     |       | SDQ2  # refused since: no score
        Ben   | 2021-04-01     | 14    |       # the year's first day
        Cal   | 2021-03-31     | 40    |       # a year ago
        Dee   |                | 40    |       # not dated
        Eve   | 2022-02-01     | 40    |       # in care for less than a year
        Gus   | 2022-02-01     | 17    |
        Hal   | 2022-02-01     | 40    |
        Ida   | 2022-02-01     | 16    |
        Jon   | 2022-02-01     | 40    |
        """,
    )

    assert service.lists(questionnaire_score, at=DAY) == ["Ana", "Ben", "Gus", "Ida"]
    assert service.says(questionnaire_score, at=DAY) == "60 of 4"
    assert service.says(questionnaire_score, at=DAY, breakdown="band", group="normal") == "13 of 1"
    assert service.says(questionnaire_score, at=DAY, breakdown="band", group="borderline") == "30 of 2"
    assert service.says(questionnaire_score, at=DAY, breakdown="band", group="cause for concern") == "17 of 1"


def test_convictions_are_of_children_of_ten_and_over(service: Authority) -> None:
    service.holds(looked_after_episodes, "child | start_date | start_reason\nGus | 2020-01-01 | S\nHal | 2020-01-01 | S")
    service.holds(children, "child | date_of_birth\nGus | 2012-03-31\nHal | 2012-04-01")  # ten that day, and the next
    service.holds(
        convictions,
        """
        child | conviction_date
        Ana   | 2021-04-01
        Ana   | 2021-06-01       # twice: one child
        Ben   | 2021-03-31       # a year ago
        Gus   | 2022-03-31
        Hal   | 2022-03-31
        Eve   | 2022-03-31
        """,
    )

    assert service.lists(convicted, at=DAY) == ["Ana", "Gus"]
    assert service.says(convicted, at=DAY) == "2 of 5"


def test_substance_misuse_identified_in_the_year(service: Authority) -> None:
    service.holds(
        substance_misuse, "child | identified_date\nAna | 2021-03-31\nBen | 2021-04-01\nCal | 2022-04-01\nEve | 2022-01-01"
    )

    assert service.lists(misuse, at=DAY) == ["Ben"]
    assert service.says(misuse, at=DAY) == "1 of 4"


@pytest.mark.parametrize(("table", "indicator"), NEEDS.items(), ids=str)
def test_what_is_absent_is_named(service: Authority, table: str, indicator: Indicator) -> None:
    assert service.says(indicator, at=DAY) == "x"
    assert table in service.why_not(indicator, at=DAY)


def test_a_year_of_convictions_needs_a_year_of_records(service: Authority) -> None:
    service.holds(convictions)
    service.covers_from = {"convictions": date(2021, 4, 1)}

    assert "convictions from 2021-03-31" in service.why_not(convicted, at=DAY)


@pytest.mark.parametrize("indicator", [health_assessments, dental_checks, immunised, questionnaire_score, convicted, misuse])
def test_short_breaks_are_no_year_in_care(service: Authority, indicator: Indicator) -> None:
    """A series of short breaks ends what came before it, and what follows begins anew (R18, R22)."""
    names = ("Ana", "Ben", "Cal", "Dee")
    service.holds(
        legal_statuses,
        "child | legal_status | start_date | end_date\n"
        + "\n".join(f"{name} | V4 | 2021-07-01 | 2021-07-08" for name in names),
    )
    for table in (health_checks, immunisations, strengths_and_difficulties_scores, convictions, substance_misuse):
        service.holds(table)

    assert service.says(indicator, at=DAY) == "z"
