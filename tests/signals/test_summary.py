"""The page of all indicators: sorted by signal, with the caution that chance alone makes some."""

from decimal import Decimal

from quarterday.sections import BY_CODE
from quarterday.signals import summary, summary_values, xmr
from quarterday.signals.judgement import Judgement

STEADY = [10, 11] * 7


def judged(code: str, last: float, improvement: str, target: float | None = None) -> Judgement:
    return Judgement(BY_CODE[code], chart=xmr([*STEADY, last], baseline=14, improvement=improvement, target=target))


PAGE = summary(
    [
        Judgement(BY_CODE["CPP-14"], reason="It is a mix."),
        judged("ASM-01", 10, "neither"),
        judged("ASM-03", 10, "up", target=50),
        judged("REF-03", 20, "down"),
        judged("REF-01", 20, "neither"),
        judged("CPP-15i", 20.25, "up"),
        judged("ICP-03", 10, "up", target=10.5),
    ]
)


def test_concern_comes_first_and_what_is_not_judged_last() -> None:
    assert [row.variation_kind for row in PAGE.rows] == [
        "concerning",
        "high",
        "improving",
        "common cause",
        "common cause",
        "common cause",
        "not judged",
    ]


def test_among_equals_a_target_that_will_be_failed_comes_first() -> None:
    assert [(row.code, row.assurance) for row in PAGE.rows[3:6]] == [
        ("ASM-03", "Will consistently fail the target"),
        ("ICP-03", "Will hit or miss the target"),
        ("ASM-01", ""),
    ]


def test_a_row_says_its_latest_value_rounded_and_which_way_is_better() -> None:
    row = next(row for row in PAGE.rows if row.code == "CPP-15i")

    assert (row.value, row.unit, row.variation) == (Decimal("20.3"), "%", "Special cause: improving")
    assert row.direction == "Higher is better"
    assert PAGE.rows[-1].note == "It is a mix."
    assert PAGE.rows[-1].value is None


def test_the_caution_counts_the_signals_and_those_to_expect_by_chance() -> None:
    assert (PAGE.judged, PAGE.signals) == (6, 3)
    assert PAGE.expected_by_chance == 6 * 0.017
    assert PAGE.caution.startswith("3 of 6 indicators show a special cause")
    assert summary_values(PAGE)["indicators"][0]["value"] == 20.0
