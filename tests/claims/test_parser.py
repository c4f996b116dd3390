"""Bindings are read as written, write themselves out again, and are refused with words that help."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.records.periods import parse_period
from quarterday.reports.claims.language import (
    At,
    Binding,
    ComparisonClaim,
    DirectionClaim,
    During,
    FigureClaim,
    PublishedIn,
    QuoteClaim,
    Subject,
    TargetClaim,
    TwelveMonthsTo,
    Years,
)
from quarterday.reports.claims.moments import AREAS
from quarterday.reports.claims.parser import parse_binding
from quarterday.reports.claims.problems import BindingError

MARCH, SEPTEMBER = At(date(2020, 3, 1)), At(date(2021, 9, 30))
PLANS = Subject("CPP-01")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("CPP-01 at 2021-09-30", FigureClaim(PLANS, SEPTEMBER)),
        ("  CPP-01   at\n2021-09-30 ", FigureClaim(PLANS, SEPTEMBER)),
        ("CPP-01 at 2021-09-30 = 180", FigureClaim(PLANS, SEPTEMBER, Decimal(180))),
        ("REF-01 in 2021-22-Q2 = 3,028", FigureClaim(Subject("REF-01"), During(parse_period("2021-22-Q2")), Decimal(3028))),
        ("REF-01 in twelve months to 2021-09-30", FigureClaim(Subject("REF-01"), TwelveMonthsTo(date(2021, 9, 30)))),
        ("REF-01 over the twelve months to 2021-09-30", FigureClaim(Subject("REF-01"), TwelveMonthsTo(date(2021, 9, 30)))),
        (
            "LAC-11 own provision at 2021-09-30 = 49%",
            FigureClaim(Subject("LAC-11", "own provision"), SEPTEMBER, Decimal(49)),
        ),
        (
            "LAC-11 own provision at 2021-09-30 = 49 %",
            FigureClaim(Subject("LAC-11", "own provision"), SEPTEMBER, Decimal(49)),
        ),
        ("CPP-01 by team = North Team at 2021-09-30", FigureClaim(Subject("CPP-01", "North Team", "team"), SEPTEMBER)),
        ('CPP-01 by team = "Team at Ryde" at 2021-09-30', FigureClaim(Subject("CPP-01", "Team at Ryde", "team"), SEPTEMBER)),
        ("LAC-10 children's home at 2021-09-30", FigureClaim(Subject("LAC-10", "children's home"), SEPTEMBER)),
        ("CPP-01 published 2020-21 = 186", FigureClaim(PLANS, PublishedIn("2020-21"), Decimal(186))),
        ("CPP-01 published in 2021 for England", FigureClaim(PLANS, PublishedIn("2021", "England"))),
        ("CPP-23 at 2021-09-30 above 50 %", FigureClaim(Subject("CPP-23"), SEPTEMBER, Decimal(50), "above")),
        (
            "CPP-10 published 2020-21 for England below 2.5",
            FigureClaim(Subject("CPP-10"), PublishedIn("2020-21", "England"), Decimal("2.5"), "below"),
        ),
        ("CPP-01 rose from 2020-03-01 to 2021-09-30", DirectionClaim(PLANS, "rose", MARCH, SEPTEMBER)),
        ("CPP-01 unchanged from at 2020-03-01 to at 2021-09-30", DirectionClaim(PLANS, "unchanged", MARCH, SEPTEMBER)),
        (
            "REF-01 fell from 2020-21-Q2 to 2021-22-Q2",
            DirectionClaim(
                Subject("REF-01"), "fell", During(parse_period("2020-21-Q2")), During(parse_period("2021-22-Q2"))
            ),
        ),
        (
            "CPP-01 rose from published 2019-20 to published 2020-21",
            DirectionClaim(PLANS, "rose", PublishedIn("2019-20"), PublishedIn("2020-21")),
        ),
        ("REF-02 higher than England", ComparisonClaim(Subject("REF-02"), "higher than", "England")),
        ("REF-02 above the region", ComparisonClaim(Subject("REF-02"), "higher than", "region")),
        ("REF-02 below neighbours", ComparisonClaim(Subject("REF-02"), "lower than", "statistical neighbours")),
        ("CPP-10 similar to south east", ComparisonClaim(Subject("CPP-10"), "similar to", "South East")),
        (
            "REF-02 higher than England in 2020-21",
            ComparisonClaim(Subject("REF-02"), "higher than", "England", Years("2020-21")),
        ),
        (
            "REF-02 higher than England in each of the last 5 years",
            ComparisonClaim(Subject("REF-02"), "higher than", "England", Years(latest=5)),
        ),
        (
            "REF-02 higher than England in each year from 2016-17 to 2020-21",
            ComparisonClaim(Subject("REF-02"), "higher than", "England", Years("2016-17", "2020-21")),
        ),
        ("ASM-03 meets target", TargetClaim(Subject("ASM-03"), "meets")),
        ("WRK-13 above its target at 2021-09-30", TargetClaim(Subject("WRK-13"), "above", date(2021, 9, 30))),
    ],
)
def test_a_claim_is_read_as_written(text: str, claim: object) -> None:
    assert parse_binding(text) == Binding(claim)  # type: ignore[arg-type]


@pytest.mark.parametrize("marks", ['"{}"', "“{}”"])
def test_words_to_print_stand_between_straight_or_typographic_marks(marks: str) -> None:
    binding = parse_binding("REF-02 higher than England | " + marks.format("consistently   higher"))

    assert binding.wording == "consistently higher"


def test_a_quotation_needs_its_words() -> None:
    assert parse_binding('quote ofsted-2021-07 | "detailed = good | so far"') == Binding(
        QuoteClaim("ofsted-2021-07"), "detailed = good | so far"
    )
    with pytest.raises(BindingError, match="needs its words"):
        parse_binding("quote ofsted-2021-07")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it is empty. Write a figure"),
        ("CPP-01", "after CPP-01: at, in, published, rose"),
        ("CPP-01 on 2021-09-30", 'after CPP-01 "on 2021-09-30": at, in'),
        ("plans at 2021-09-30", "'plans' is no indicator's code"),
        ("CPP-01 at 30/09/2021", "'30/09/2021' is not a date. Write it as 2021-09-30"),
        ("CPP-01 at 2021-02-29", "'2021-02-29' is not a date"),
        ("CPP-01 at 0001-01-01", "'0001-01-01' is not a date"),
        ("CPP-01 in Q2", "'Q2' is not a period. Write a month such as 2021-09"),
        ("CPP-01 at 2021-09-30 = many", "'many' is not a number. Write it in digits"),
        ("CPP-01 at 2021-09-30 = 1,80", "'1,80' is not a number"),
        ("CPP-01 at 2021-09-30 180", "'180' is one word too many"),
        ("CPP-01 rose to 2021-09-30", "'from' was expected where 'to' stands. Write rose from DATE to DATE"),
        ("CPP-01 rose from 2020-03-01", "'to' was expected where 'nothing' stands"),
        ("CPP-01 rose from published 2019-20 to 2021-09-30", "counted differently"),
        ("REF-02 higher then England", "'than' was expected where 'then' stands. Write higher than"),
        ("REF-02 higher than Wales", "'Wales' is nobody to compare with. Allowed are: England, region"),
        ("REF-02 higher than", "'nothing' is nobody to compare with"),
        ("REF-02 higher than England in 2020-22", "'2020-22' is no year of published figures"),
        ("REF-02 higher than England in each of the last 1 years", "'1' is no number of years. Write one from 2 to 20"),
        (
            "REF-02 higher than England in each year from 2020-21 to 2016-17",
            "is no run of years. Write the earlier one first",
        ),
        ("ASM-03 meets England", "'target' was expected where 'England' stands"),
        ("CPP-01 by team North at 2021-09-30", "after 'by team' stands = and a group"),
        ("CPP-01 by team = at 2021-09-30", "stands the name of a group"),
        ("CPP-01 at 2021-09-30 | 180", "stand between quotation marks"),
        ('CPP-01 at 2021-09-30 | ""', "the words to print are empty"),
        ('CPP-01 at 2021-09-30 | "180', 'does not end. Close it with "'),
        ('CPP-01 at 2021-09-30 | "180" children', "stand between quotation marks"),
        (f'quote x | "{"a" * 3000}"', "longer than 2,000 characters"),
    ],
)
def test_what_cannot_be_understood_is_told_with_what_is_allowed(text: str, words: str) -> None:
    with pytest.raises(BindingError) as error:
        parse_binding(text)

    assert words in str(error.value)
    assert str(error.value).endswith((".", '".'))


days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
years = st.integers(1990, 2050).map(lambda year: f"{year}-{(year + 1) % 100:02d}") | st.integers(1990, 2050).map(str)
words = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\x00{}"), min_size=1, max_size=12)
phrases = st.lists(words, min_size=1, max_size=5).map(" ".join)
codes = st.sampled_from(["CPP-01", "S47-01", "LAC-11a", "REF-02", "CPP-15i"])
subjects = (
    st.builds(Subject, codes) | st.builds(Subject, codes, phrases) | st.builds(Subject, codes, phrases, st.just("team"))
)
records = (
    days.map(At)
    | days.map(TwelveMonthsTo)
    | st.sampled_from(["2021-09", "2021-22", "2021-22-Q2", "2021-22-Q2-ytd"]).map(lambda name: During(parse_period(name)))
)
published = st.builds(PublishedIn, years, st.sampled_from(["", *AREAS]))
numbers = st.decimals(-(10**9), 10**9, places=0) | st.decimals(-(10**6), 10**6, places=2)
runs = st.integers(1990, 2030).flatmap(
    lambda first: st.integers(first + 1, first + 19).map(lambda last: Years(str(first), str(last)))
)
when = st.just(Years()) | st.builds(Years, years) | runs | st.integers(2, 20).map(lambda n: Years(latest=n))
claims = (
    st.builds(FigureClaim, subjects, records | published)
    | st.builds(FigureClaim, subjects, records | published, numbers, st.sampled_from(["=", "above", "below"]))
    | st.builds(DirectionClaim, subjects, st.sampled_from(["rose", "fell", "unchanged"]), records, records)
    | st.builds(DirectionClaim, subjects, st.sampled_from(["rose", "fell", "unchanged"]), published, published)
    | st.builds(
        ComparisonClaim, subjects, st.sampled_from(["higher than", "lower than", "similar to"]), st.sampled_from(AREAS), when
    )
    | st.builds(TargetClaim, subjects, st.sampled_from(["above", "below", "meets", "misses"]), st.none() | days)
)
bindings = st.builds(Binding, claims, st.just("") | phrases) | st.builds(
    Binding, st.builds(QuoteClaim, st.from_regex(r"[a-z]+(-[0-9]{2,4})*", fullmatch=True)), phrases
)


@given(bindings)
def test_a_binding_written_out_is_read_as_the_same_binding(binding: Binding) -> None:
    assert parse_binding(str(binding)[2:-2]) == binding


pieces = st.sampled_from([*"CPP-01 at 2021-09-30 = 180 % | rose from to by than in above".split(" "), '"', "“", "”", "\\"])  # noqa: SIM905


@given(st.text(max_size=80) | st.lists(pieces, max_size=12).map(" ".join))
def test_any_text_is_read_or_refused_with_words(text: str) -> None:
    try:
        binding = parse_binding(text)
    except BindingError as error:
        said = str(error)
    else:
        said = "read" * (parse_binding(str(binding)[2:-2]) == binding)
    assert said
