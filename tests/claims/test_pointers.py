"""Numbers and comparison words that no claim binds are pointed out; dates, years and section numbers are not."""

import pytest

from quarterday.reports.claims.places import bound_in
from quarterday.reports.claims.pointers import pointers_in
from quarterday.reports.commentary import Words


def pointed(text: str) -> list[str]:
    words = Words("2.3", tuple(enumerate(text.split("\n"), start=1)))
    return [each.said for each in pointers_in(words, [(each.start, each.end) for each in bound_in(words, "c.md")])]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There were 180 children and 49% in foster care", ["180", "49%"]),
        ("It costs £1,250.50 a week, 3.5 % up", ["£1,250.50", "3.5 %"]),
        ("Two thirds of them, a dozen", ["Two", "thirds", "dozen"]),
        ("The majority were not foreseeable", ["majority"]),
        ("Higher than England and worse than most", ["Higher", "worse", "most"]),
        (
            "Numbers increased, then fell; caseloads have reduced and visits improved",
            ["increased", "fell", "reduced", "improved"],
        ),
        ("within 45 working days", ["45"]),
    ],
)
def test_what_a_reader_could_check_is_pointed_out(text: str, said: list[str]) -> None:
    assert pointed(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "at 30 September 2021, on 2021-09-30, on 30/09/2021 and on the 1st of March 2020",
        "in September 2021, in 2021-22, in 2021/22, in 2021–22 and in 2021-22-Q2",
        "in quarter two, in Q2, at the end of quarter 2",
        "see section 2.3, paragraph 4, table 12 and appendix 1",
        "under section 47 and section 20, Schedule 12A and s47",
        "after Covid 19 and COVID-19",
        "the table above shows best practice in the best interests of the child, at least",
        "the service is child focused and strength based",
    ],
)
def test_dates_years_section_numbers_and_idioms_are_not(text: str) -> None:
    assert pointed(text) == []


def test_what_is_bound_is_not_pointed_out() -> None:
    text = 'There were {{CPP-01 at 2021-09-30 = 180}}, {{REF-02 higher than England | "20 more, and higher"}}, 7 besides'

    assert pointed(text) == ["7"]


def test_a_pointer_has_its_line_and_kind() -> None:
    words = Words("2.3", ((4, "Fine."), (5, "There were 9 more.")))
    found = pointers_in(words, [])

    assert [(each.section, each.line, each.kind, each.said) for each in found] == [
        ("2.3", 5, "number", "9"),
        ("2.3", 5, "comparison word", "more"),
    ]
