"""Comparisons in words and figures for people, and the data of charts."""

from dataclasses import replace

import pytest

from quarterday.benchmarks import NoComparisonError, compare, funnel, ranked_bars, shipped, with_own
from quarterday.benchmarks.comparison import CANNOT_TELL, HIGHER, LOWER, Verdicts
from quarterday.benchmarks.counting import counting_practice
from quarterday.benchmarks.words import lines, sentence, shown, verdict_words

ISLE_OF_WIGHT = "E06000046"


@pytest.fixture
def re_referrals():
    """A shipped comparison: lower is better."""
    return compare(shipped(), "REF-03", ISLE_OF_WIGHT, 2021)


def told(found, england: str, region: str, neighbours: str, better: str = "lower") -> str:
    return sentence(replace(found, better=better, verdicts=Verdicts(england, region, neighbours)))


def test_a_difference_says_whether_it_is_good(re_referrals) -> None:
    assert told(re_referrals, HIGHER, HIGHER, CANNOT_TELL) == (
        "Higher than England and the South East, which is worse; cannot tell from statistical neighbours."
    )
    assert told(re_referrals, LOWER, HIGHER, LOWER) == (
        "Lower than England and statistical neighbours, which is better; higher than the South East, which is worse."
    )
    assert told(re_referrals, CANNOT_TELL, HIGHER, CANNOT_TELL, better="higher") == (
        "Higher than the South East, which is better; cannot tell from England and statistical neighbours."
    )


def test_demand_is_neither_better_nor_worse(re_referrals) -> None:
    assert told(re_referrals, HIGHER, LOWER, CANNOT_TELL, better="neither") == (
        "Higher than England; lower than the South East; cannot tell from statistical neighbours."
    )


def test_nothing_is_called_good_that_cannot_be_told(re_referrals) -> None:
    unsure = replace(re_referrals, verdicts=Verdicts())

    assert verdict_words(unsure, "england") == "cannot tell"
    assert sentence(unsure) == "Cannot tell from England, the South East and statistical neighbours."


def test_figures_are_rounded_half_away_from_zero_and_carry_their_unit() -> None:
    assert [shown(2.25, 1, "%"), shown(1056.227, 1, "per 10,000"), shown(7.5, 0), shown(None, 1, "%")] == [
        "2.3 %",
        "1,056.2 per 10,000",
        "8",
        "–",
    ]


@pytest.mark.reference
def test_the_lines_name_the_average_the_assumption_and_the_source(benchmarks) -> None:
    said = "\n".join(lines(compare(benchmarks, "CPP-10", ISLE_OF_WIGHT, 2025)))

    assert "mean of 6 of 10, 2025 model" in said
    assert "2.1 to 2.7 if each is 1 to 5, 2.1 to 4.2 whatever they are" in said
    assert "d5_cpps_at31march_by_duration_2013_to_2025.csv" in said
    assert "impossible" not in said
    rate = "\n".join(lines(compare(benchmarks, "CPP-04", ISLE_OF_WIGHT, 2024)))
    assert "though neither direction is better" in rate
    assert "Population: ons_mid-year" in rate
    hidden = "\n".join(lines(compare(benchmarks, "CPP-10", "E06000027", 2025)))
    assert "Torbay: suppressed; between 0.1 and 7.7, chance included, if it is 1 to 5" in hidden


@pytest.mark.reference
def test_a_group_whose_cells_are_there_to_protect_others_is_said_so(benchmarks) -> None:
    found = compare(benchmarks, "CPP-20", ISLE_OF_WIGHT, 2025, group="open 1 to 2 years")

    assert (found.neighbours.assumption, found.neighbours.low) == ("any", found.neighbours.low_any)
    assert any("contradict that each is 1 to 5" in note for note in found.notes)
    assert "if each is 1 to 5" not in "\n".join(lines(found))


@pytest.mark.reference
def test_own_figures_from_the_records_are_told_apart(benchmarks) -> None:
    found = with_own(compare(benchmarks, "REF-03", ISLE_OF_WIGHT, 2025), 20.0, 200, 1_000)

    assert "From the authority's records: 20.0 (95 % interval 17.6 to 22.6). From the records: Lower" in "\n".join(
        lines(found)
    )


@pytest.mark.reference
def test_counting_practice_stands_beside_a_referral_rate(benchmarks) -> None:
    """R43: shares with no action and not in need, and assessments a referral, for all four."""
    action, need, assessed = counting_practice(benchmarks, ISLE_OF_WIGHT, 2024)

    assert (action.own, action.england) == (
        compare(benchmarks, "REF-04", ISLE_OF_WIGHT, 2024).value,
        compare(benchmarks, "REF-04", ISLE_OF_WIGHT, 2024).england,
    )
    assert need.neighbours == pytest.approx(compare(benchmarks, "REF-05", ISLE_OF_WIGHT, 2024).neighbours.average)
    assert assessed.england == pytest.approx(643_170 / 621_880)
    own = compare(benchmarks, "ASM-01", ISLE_OF_WIGHT, 2024).value / compare(benchmarks, "REF-01", ISLE_OF_WIGHT, 2024).value
    assert assessed.own == pytest.approx(own)
    assert len(counting_practice(benchmarks, ISLE_OF_WIGHT, 2025)) == 2  # no assessments published at hand
    assert counting_practice(benchmarks, "E06009999", 2024) == []


@pytest.mark.reference
def test_a_funnel_has_each_authority_once_and_limits_around_england(benchmarks) -> None:
    found = funnel(benchmarks, "REF-03", ISLE_OF_WIGHT, 2025)

    assert [point.name for point in found.points if point.is_own] == ["Isle of Wight"]
    assert len([point for point in found.points if point.is_neighbour]) == 10
    assert len(found.points) == len({point.area for point in found.points}) == 153
    share, first = found.england / 100, found.limits[0]
    spread = 100 * (share * (1 - share) / first.size) ** 0.5
    assert first.two == pytest.approx((max(0, found.england - 2 * spread), found.england + 2 * spread))
    widths = [limit.three[1] - limit.three[0] for limit in found.limits]
    assert widths == sorted(widths, reverse=True)
    rate = funnel(benchmarks, "REF-02", ISLE_OF_WIGHT, 2025).limits[-1]
    mean = 519.4
    assert rate.three[1] - mean == pytest.approx(3 * 10_000 * (mean / 10_000 / rate.size) ** 0.5, rel=0.01)
    joint = funnel(benchmarks, "WRK-01", ISLE_OF_WIGHT, 2025)
    assert any(point.name == "North Northamptonshire and West Northamptonshire" for point in joint.points)


@pytest.mark.reference
def test_ranked_bars_go_from_the_lowest_to_the_highest_with_intervals(benchmarks) -> None:
    bars = ranked_bars(benchmarks, "REF-03", "X99000921", 2025).bars

    assert [bar.value for bar in bars] == sorted(bar.value for bar in bars)
    assert bars[-1].is_own  # rank 153 of 153
    assert all(bar.low is not None and bar.low <= bar.value + 0.05 and bar.value - 0.05 <= bar.high for bar in bars)
    assert all(bar.low is None for bar in ranked_bars(benchmarks, "ASM-04", ISLE_OF_WIGHT, 2024).bars)


@pytest.mark.reference
def test_a_chart_of_what_is_not_there_is_refused(benchmarks) -> None:
    with pytest.raises(NoComparisonError, match="no share or rate"):
        funnel(benchmarks, "CPP-01", ISLE_OF_WIGHT, 2025)
    with pytest.raises(NoComparisonError, match="1999"):
        ranked_bars(benchmarks, "REF-03", ISLE_OF_WIGHT, 1999)
