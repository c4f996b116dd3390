"""Ranked bars and funnels from statistics made by hand: order, ties, joint returns, who is missing, and the limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.benchmarks import NoComparisonError, UnknownAuthorityError, funnel, ranked_bars, shipped
from quarterday.benchmarks.bars import NOT_THERE
from support.small_statistics import ISLE_OF_WIGHT, NEIGHBOURS_LEFT, re_referrals

ENGLAND = ("england | 200 | 1000", "south east | 50 | 200")


def test_bars_stand_from_the_lowest_to_the_highest_and_ties_by_name() -> None:
    statistics = re_referrals(
        *ENGLAND, "torbay | 30 | 100", "kent | 10 | 100", "isle of wight | 20 | 100", "devon | 20 | 100"
    )

    found = ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2021)

    assert [(bar.name, bar.value) for bar in found.bars] == [
        *(("Kent", 10), ("Devon", 20), ("Isle of Wight", 20), ("Torbay", 30))
    ]
    assert [bar.name for bar in found.bars if bar.is_own] == ["Isle of Wight"]
    assert [bar.name for bar in found.neighbours] == ["Torbay"]
    assert (found.england, found.region, found.region_name) == (20, 25, "South East")


def test_a_share_has_its_wilson_interval_and_one_without_counts_has_none() -> None:
    statistics = re_referrals(*ENGLAND, "isle of wight | 30 | 100", "kent | 31.0 %")

    own, other = ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2021).bars

    assert (own.low, own.high) == pytest.approx((21.9, 39.6), abs=0.05)  # Wilson, 30 of 100
    assert (other.value, other.low, other.high) == (31, None, None)


def test_a_joint_return_is_one_bar_with_both_names() -> None:
    statistics = re_referrals(*ENGLAND, "kent + devon | 20 | 100", "torbay + plymouth | 10 | 100", "isle of wight | 5 | 100")

    found = ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2021)

    assert [bar.name for bar in found.bars] == ["Isle of Wight", "Torbay and Plymouth", "Kent and Devon"]
    assert [bar.is_neighbour for bar in found.bars] == [False, True, False]


def test_a_neighbour_in_ones_own_joint_return_is_ones_own_bar_and_no_neighbour() -> None:
    statistics = re_referrals(*ENGLAND, "isle of wight + torbay | 20 | 100")

    (bar,) = ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2021).bars

    assert (bar.is_own, bar.is_neighbour) == (True, False)


def test_a_suppressed_neighbour_is_named_with_its_symbol_and_no_bar() -> None:
    statistics = re_referrals(
        *ENGLAND, "isle of wight | 20 | 100", "torbay | c | 100", "norfolk | x | 100", "kent | c | 100"
    )

    found = ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2021)

    assert [bar.name for bar in found.bars] == ["Isle of Wight"]
    there = {each.name: each.reason for each in found.missing if each.reason != NOT_THERE}
    assert there == {"Norfolk": "x", "Torbay": "c"}
    assert found.others_missing == 1  # Kent


def test_a_neighbour_without_a_row_is_named_as_not_there() -> None:
    statistics = re_referrals(*ENGLAND, "isle of wight | 20 | 100", *(f"{n} | 10 | 90" for n in ("torbay", "suffolk")))

    missing = ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2021).missing

    assert len(missing) == 8  # of ten neighbours, two have a row
    assert {each.reason for each in missing} == {NOT_THERE}
    assert len(NEIGHBOURS_LEFT) + 3 == 8


def test_ones_own_suppressed_figure_leaves_the_others_standing_and_comes_first_among_the_missing() -> None:
    statistics = re_referrals(*ENGLAND, "isle of wight | c | 100", "torbay | 20 | 100", "norfolk | c | 90")

    found = ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2021)

    assert found.own is None
    assert [bar.name for bar in found.bars] == ["Torbay"]
    assert (found.missing[0].name, found.missing[0].is_own, found.missing[0].reason) == ("Isle of Wight", True, "c")


def test_codes_of_areas_that_were_not_there_are_neither_bars_nor_missing() -> None:
    """Files that list old and new codes hold "not applicable" in the rows of those that did not exist."""
    statistics = re_referrals(*ENGLAND, "isle of wight | 20 | 100", "kent | z | z")

    assert ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2021).others_missing == 0


def test_an_authority_younger_than_the_model_is_looked_at_by_the_next() -> None:
    statistics = re_referrals(*ENGLAND, "kent | 20 | 100", year=2024)

    assert ranked_bars(statistics, "REF-03", "E06000063", 2024).model == "2025"  # Cumberland, since 2023
    assert ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2024).model == "2021"
    assert ranked_bars(statistics, "REF-03", ISLE_OF_WIGHT, 2024, model="2025").model == "2025"


@pytest.mark.parametrize("draw", [ranked_bars, funnel])
def test_an_unknown_authority_or_a_year_not_held_is_refused(draw) -> None:
    statistics = re_referrals(*ENGLAND, "kent | 20 | 100")

    with pytest.raises(UnknownAuthorityError, match="E06009999"):
        draw(statistics, "REF-03", "E06009999", 2021)
    with pytest.raises(NoComparisonError, match="2020"):
        draw(statistics, "REF-03", ISLE_OF_WIGHT, 2020)


@given(st.lists(st.integers(0, 100), min_size=4, max_size=4))
def test_each_authority_is_a_bar_once_in_rising_order_within_its_interval(shares: list[int]) -> None:
    names = ("isle of wight", "torbay", "kent", "devon")
    lines = [f"{name} | {share} | 100" for name, share in zip(names, shares, strict=True)]

    bars = ranked_bars(re_referrals(*ENGLAND, *lines), "REF-03", ISLE_OF_WIGHT, 2021).bars

    assert sorted(bar.name.lower() for bar in bars) == sorted(names)
    assert [bar.value for bar in bars] == sorted(shares)
    assert all(bar.low is not None and bar.high is not None and bar.low <= bar.value <= bar.high for bar in bars)


def test_the_limits_of_a_share_by_hand() -> None:
    """England 20 %: of 100, one standard deviation is √(0.2 × 0.8 / 100) = 4 points; of 400 it is 2, of 25 it is 8."""
    statistics = re_referrals(*ENGLAND, "isle of wight | 33 | 100", "torbay | 96 | 400", "kent | 5 | 25")

    found = funnel(statistics, "REF-03", ISLE_OF_WIGHT, 2021)
    by_size = {limit.size: limit for limit in found.limits}

    assert by_size[100].two == pytest.approx((12, 28))
    assert by_size[100].three == pytest.approx((8, 32))
    assert by_size[400].two == pytest.approx((16, 24))
    assert by_size[400].three == pytest.approx((14, 26))
    assert by_size[25].three == pytest.approx((0, 44))  # never below nought
    assert [point.name for point in found.points] == ["Kent", "Isle of Wight", "Torbay"]  # the smallest first
    assert found.beyond == 1  # 33 % of 100 lies above 32 %; 24 % of 400 lies on the inner limit


def test_an_authority_without_figure_or_without_counts_is_no_point() -> None:
    statistics = re_referrals(*ENGLAND, "isle of wight | 20 | 100", "torbay | c | 100", "kent | 20 %")

    assert [point.name for point in funnel(statistics, "REF-03", ISLE_OF_WIGHT, 2021).points] == ["Isle of Wight"]


def test_a_share_published_without_its_counts_has_no_funnel() -> None:
    with pytest.raises(NoComparisonError, match="published counts"):
        funnel(re_referrals("england | 20 %", "isle of wight | 20 %"), "REF-03", ISLE_OF_WIGHT, 2021)


def test_the_shipped_bars_are_of_the_examples_neighbours_alone() -> None:
    found = ranked_bars(shipped(), "CPP-10", "X99000921", 2021)

    assert (found.model, found.authority, len(found.bars) + len(found.missing)) == ("2021", ISLE_OF_WIGHT, 11)
    assert "c" in {each.reason for each in found.missing}
    for other in ({"model": "2025"}, {"group": "neglect"}):
        with pytest.raises(NoComparisonError, match="benchmarks add FILE"):
            ranked_bars(shipped(), "CPP-10", "X99000921", 2021, **other)
