"""The expected band of a stock: stays, durations, starts and what they come to, by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.signals import SignalError, Stay, TooShortError, stock_band
from quarterday.signals.stock_band import Scale
from quarterday.signals.stock_band.arrivals import arrivals_of
from quarterday.signals.stock_band.durations import durations_of
from quarterday.signals.stock_band.forecast import stable_system
from quarterday.signals.stock_band.stays import counts_of, together


def steady(months: int, a_month: int = 3, long: int = 4) -> list[Stay]:
    """The same starts every month, each staying exactly so long, from before the series on."""
    return [
        Stay(entered, entered + long if entered + long < months else None, f"{entered}-{n}")
        for entered in range(-long, months)
        for n in range(a_month)
        if entered + long > 0
    ]


def test_a_stay_counts_at_the_month_ends_from_its_entry_until_it_has_left() -> None:
    assert counts_of([Stay(-2, 1, "a"), Stay(1, 3, "b"), Stay(2, None, "c")], 4) == [1, 1, 2, 1]


stays = st.builds(
    lambda entered, months, family: Stay(entered, entered + months, family),
    st.integers(-30, 30),
    st.integers(1, 40),
    st.sampled_from("abcdefgh"),
)


@given(st.lists(stays, max_size=40))
def test_counts_agree_with_asking_every_stay(some: list[Stay]) -> None:
    assert counts_of(some, 24) == [sum(stay.counted_at(month) for stay in some) for month in range(24)]


def test_siblings_widen_the_spread_by_the_sum_of_squares_over_the_sum() -> None:
    assert together("abcd") == 1
    assert together("aabc") == (4 + 1 + 1) / 4
    assert together([]) == 1


def test_the_chance_of_leaving_is_that_of_those_at_risk() -> None:
    """Ten enter; five leave after a month; of the five left, watched one month more, none do."""
    some = [Stay(1, 2, str(n)) for n in range(5)] + [Stay(1, None, str(n)) for n in range(5, 10)]
    durations = durations_of(some, 4)

    assert durations.chances[durations.bands(np.array([0]))[0]] == pytest.approx(
        5 / (10 + 5)
    )  # one band: too few endings later
    assert durations.staying(1).tolist() == [1.0]


def test_long_stays_count_from_the_age_at_which_they_are_first_watched() -> None:
    """Kaplan–Meier with late entry: a stay that began 30 months before is at risk only at the ages it was watched."""
    old = [Stay(-30, 2, f"old {n}") for n in range(6)] + [Stay(-30, None, f"older {n}") for n in range(6)]
    young = [Stay(0, 1, f"young {n}") for n in range(6)]
    durations = durations_of(old + young, 4)

    at_first, at_31 = (float(durations.chances[durations.bands(np.array([age]))[0]]) for age in (0, 31))
    assert at_first == 1.0
    assert at_31 == pytest.approx(6 / (12 + 12 + 6))  # ages 30 to 32 in one band: 6 endings of 30 months at risk


def test_endings_after_the_baseline_do_not_count() -> None:
    some = steady(24)

    assert durations_of(some, 12).exposed.sum() < durations_of(some, 24).exposed.sum()
    assert durations_of([Stay(0, 20, str(n)) for n in range(9)], 12).chances.sum() == 0


def test_starts_by_chance_have_a_spread_of_one_and_surges_more() -> None:
    ones = np.ones(25)
    even = [Stay(month, None, f"{month}-{n}") for month in range(25) for n in range(4)]
    surge = even + [Stay(12, None, f"surge {n}") for n in range(60)]

    assert arrivals_of(even, 25, ones).spread == 1
    assert arrivals_of(even, 25, ones).rate == 4
    assert arrivals_of(surge, 25, ones).spread > 5


def test_a_system_that_runs_like_clockwork_is_expected_to_go_on() -> None:
    system = stable_system(steady(36), 24, np.ones(36))

    assert [system.after(months).expected for months in (1, 2, 6, 12)] == pytest.approx([12] * 4, rel=0.02)


def test_the_band_is_none_within_the_baseline_and_widens_after_it() -> None:
    band = stock_band(steady(36), 36, baseline=24)
    widths = [point.upper - point.lower for point in band.points if point.upper is not None and point.lower is not None]

    assert all(point.upper is None for point in band.points[:24])
    assert len(widths) == 12
    assert widths[0] <= widths[-1]


def test_starts_for_each_of_a_population_follow_it() -> None:
    """Where the population doubles after the baseline, twice the starts are expected: no signal of the share."""
    population = [50] * 24 + [100] * 12
    system = stable_system(steady(36), 24, np.array(population, dtype=float))

    assert system.after(12).expected == pytest.approx(24, rel=0.03)


def test_a_share_is_given_in_per_cent_and_its_complement_turned() -> None:
    shares = stock_band(steady(36), 36, out_of=[48] * 36, scale=Scale((100 / 48,) * 36))
    others = stock_band(steady(36), 36, out_of=[48] * 36, scale=Scale((100 / 48,) * 36, complement=True))

    assert (shares.last.value, others.last.value) == (25, 75)
    assert shares.last.lower is not None
    assert shares.last.upper is not None
    assert (others.last.lower, others.last.upper) == (100 - shares.last.upper, 100 - shares.last.lower)


def test_a_stock_that_trebles_is_a_signal_with_its_meaning() -> None:
    grown = steady(36) + [Stay(30, None, f"new {n}") for n in range(40)]
    band = stock_band(grown, 36, improvement="down", periods=[str(n) for n in range(36)])

    assert (band.last.rule, band.last.direction) == ("outside the band", "up")
    assert band.variation == "Special cause: concerning"
    assert [point.period for point in band.points if point.signal] == ["30", "31", "32", "33", "34", "35"]


@pytest.mark.parametrize(
    ("months", "wanted", "baseline"), [(13, None, 12), (20, None, 19), (36, None, 24), (60, None, 48), (36, 20, 20)]
)
def test_the_baseline_is_all_but_the_last_year_of_a_long_series(months: int, wanted: int | None, baseline: int) -> None:
    assert stock_band(steady(months), months, baseline=wanted).baseline == baseline


def test_too_short_or_too_quiet_a_stock_has_no_band() -> None:
    with pytest.raises(TooShortError, match="more than 12 month ends"):
        stock_band(steady(12), 12)
    with pytest.raises(TooShortError, match="10 starts and as many endings"):
        stock_band([Stay(-1, None, str(n)) for n in range(50)], 36)


@pytest.mark.parametrize("baseline", [0, 11, 36, 99])
def test_an_impossible_baseline_is_refused(baseline: int) -> None:
    with pytest.raises(SignalError, match="at least 12 month ends"):
        stock_band(steady(36), 36, baseline=baseline)


def test_the_band_of_a_share_stays_within_nothing_and_all() -> None:
    few = stock_band(steady(36, a_month=1, long=3), 36, out_of=[4] * 36, scale=Scale((25.0,) * 36, most=100.0))

    assert (few.last.value, few.last.lower, few.last.upper) == (75, 0, 100)
