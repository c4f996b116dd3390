"""What stands beside an XmR chart where it would mislead: limits by denominator, and the time between events."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.signals import SignalError, TooShortError, proportion_limits, time_between
from quarterday.signals.proportions import denominators_vary


def test_denominators_vary_beyond_a_quarter_of_their_mean() -> None:
    assert not denominators_vary([75, 100, 125])
    assert denominators_vary([74, 100, 126])


def test_funnel_limits_are_three_binomial_standard_deviations_of_the_months_own_size() -> None:
    limits = proportion_limits([50, 50], [100, 25])

    assert limits.mean == 50
    assert [point.funnel_lower for point in limits.points] == pytest.approx([35, 20])
    assert [point.funnel_upper for point in limits.points] == pytest.approx([65, 80])
    assert limits.spread == 0  # no month differs from the last


def test_the_pooled_share_weighs_months_by_their_size() -> None:
    assert proportion_limits([10, 100], [90, 10]).mean == pytest.approx(19)


def test_laney_limits_widen_by_how_much_months_really_differ() -> None:
    """z = -2, 2, -2, 2: a mean moving range of 4, so 4 / 1.128 times the funnel."""
    limits = proportion_limits([40, 60, 40, 60], [100] * 4)

    assert limits.spread == pytest.approx(4 / 1.128)
    assert limits.points[0].upper == 100  # clipped: 50 + 3 * 5 * 3.546
    assert not any(point.outside for point in limits.points)


def test_a_small_month_may_lie_far_off_without_a_signal() -> None:
    limits = proportion_limits([90, 92, 89, 91, 60, 90, 91], [400, 380, 420, 400, 5, 410, 390])

    assert not limits.points[4].outside_funnel
    assert proportion_limits([90, 92, 89, 91, 60, 90, 91], [400] * 7).points[4].outside_funnel


def test_shares_beyond_all_or_none_and_empty_denominators_are_refused() -> None:
    for shares, of in (([101, 50], [10, 10]), ([50, 50], [10, 0])):
        with pytest.raises(SignalError, match="denominator above 0"):
            proportion_limits(shares, of)
    with pytest.raises(TooShortError):
        proportion_limits([50], [10])


def every(days: int, times: int, first: date = date(2020, 1, 1)) -> list[date]:
    return [first + timedelta(days=days * n) for n in range(times)]


def test_even_gaps_are_no_signal_and_their_length_is_typical() -> None:
    between = time_between(every(30, 14), until=date(2021, 1, 30))

    assert between.typical == pytest.approx(30)
    assert not any(gap.signal for gap in between.gaps)
    assert (between.since, between.since_is_long) == (5, False)


def test_siblings_of_one_day_are_one_event() -> None:
    assert time_between([*every(30, 5), *every(30, 5)], until=date(2020, 6, 1)) == time_between(
        every(30, 5), until=date(2020, 6, 1)
    )


def test_a_long_gap_says_that_events_came_seldom_and_seven_short_ones_often() -> None:
    uneven = [date(2020, 1, 1)]
    for gap in [28, 33, 27, 35, 30, 26, 34, 29, 400, 31, 28, 27, 34, 30]:
        uneven.append(uneven[-1] + timedelta(days=gap))
    between = time_between(uneven, until=uneven[-1])

    assert [(gap.days, gap.direction) for gap in between.gaps if gap.days == 400] == [(400, "down")]
    assert between.gaps[8].matches[0].rule == "outside"


def test_the_wait_since_the_last_event_may_itself_be_too_long() -> None:
    jittered = [day + timedelta(days=n % 3) for n, day in enumerate(every(30, 14))]

    assert time_between(jittered, until=date(2022, 6, 1)).since_is_long
    assert not time_between(jittered, until=jittered[-1]).since_is_long


def test_events_after_the_day_asked_for_do_not_count() -> None:
    assert len(time_between(every(30, 14), until=date(2020, 6, 1)).gaps) == 5


def test_fewer_than_three_days_are_too_few() -> None:
    with pytest.raises(TooShortError, match="3 days with events"):
        time_between(every(30, 2), until=date(2021, 1, 1))


@given(st.lists(st.integers(1, 60), min_size=2, max_size=30))
def test_the_gaps_add_up_to_the_days_from_first_to_last(gaps: list[int]) -> None:
    days = [date(2020, 1, 1)]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    between = time_between(reversed(days), until=days[-1])

    assert sum(gap.days for gap in between.gaps) == (days[-1] - days[0]).days
    assert between.lower <= between.typical <= between.upper
