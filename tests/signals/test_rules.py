"""Every rule of CONVENTIONS §3 by its vector."""

from fractions import Fraction

import pytest

from quarterday.signals import SignalError, TooShortError, xmr

ONE_WILD = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
"""A steady series with one wild month, the vector of CONVENTIONS."""


def rules(values: list[float], **how: object) -> list[str | None]:
    return [point.rule for point in xmr(values, **how).points]  # type: ignore[arg-type]


def around(*values: float) -> list[float]:
    """A baseline of 14 points with mean 0 and mean moving range 1 (limits ±2.66, near from ±1.773), then the values."""
    return [0.5, -0.5] * 7 + list(values)


def after_baseline(*values: float) -> list[tuple[str | None, str | None]]:
    return [(point.rule, point.direction) for point in xmr(around(*values), baseline=14).points[14:]]


def test_screening_leaves_the_wild_month_out_of_the_limits() -> None:
    chart = xmr(ONE_WILD)

    assert (round(chart.mean, 4), round(chart.upper, 4), round(chart.lower, 4)) == (1.9444, 4.6044, -0.7156)


def test_without_screening_the_wild_month_widens_them() -> None:
    chart = xmr(ONE_WILD, screening=False)

    assert (round(chart.mean, 4), round(chart.upper, 4), round(chart.lower, 4)) == (1.9444, 6.9515, -3.0626)


def with_ranges(*ranges: Fraction) -> list[Fraction]:
    """A series that goes down and up by those moving ranges in turn."""
    return [
        sum((step if n % 2 else -step for n, step in enumerate(ranges[:place])), Fraction(0))
        for place in range(len(ranges) + 1)
    ]


def test_a_moving_range_of_exactly_3267_thousandths_of_the_mean_is_screened_out() -> None:
    steady = [Fraction(1)] * 9
    wild = Fraction("29.403") / Fraction("6.733")  # r = 3.267 * (9 + r) / 10
    less = wild - Fraction(1, 10**6)

    exactly, below = xmr(with_ranges(*steady, wild)), xmr(with_ranges(*steady, less))
    assert exactly.upper - exactly.mean == pytest.approx(2.66)
    assert below.upper - below.mean == pytest.approx(2.66 * (9 + float(less)) / 10)


def test_a_point_outside_a_limit() -> None:
    assert after_baseline(2.67, -2.67, 2.66, -2.66) == [
        ("outside", "up"),
        ("outside", "down"),
        (None, None),  # on the limit is not beyond it
        (None, None),
    ]


def test_six_rising_points_are_no_trend() -> None:
    assert rules([1, 2, 3, 4, 5, 6]) == [None] * 6


def test_seven_rising_points_are_a_trend_and_all_seven_are_marked() -> None:
    matches = [point.matches for point in xmr([1, 2, 3, 4, 5, 6, 7]).points]

    assert all(any(match.rule == "trend" and match.direction == "up" for match in found) for found in matches)


def test_equal_neighbours_break_a_trend() -> None:
    assert "trend" not in rules([1, 2, 3, 3, 4, 5, 6])
    assert "trend" not in rules([1, 2, 3, 3, 4, 5, 6, 7, 8])  # six rising points after the pair


def test_a_trend_of_six_where_the_run_length_is_six() -> None:
    wide = [20, 1, 2, 3, 4, 5, 6, 0, 20, 1, 19, 2, 18]

    assert "trend" not in rules(wide)
    assert rules(wide, run_length=6)[1:7] == ["trend"] * 6


def test_a_falling_trend_points_down() -> None:
    wide = [0, 27, 26, 25, 24, 23, 22, 21, 40, 0, 40, 0, 40]

    assert [point.direction for point in xmr(wide).points][1:8] == ["down"] * 7


def test_the_turning_point_belongs_to_both_trends_and_is_named_by_the_one_that_led_to_it() -> None:
    up_and_down = [0, 20, 40, 60, 80, 100, 120, 100, 80, 60, 40, 20, 0]
    top = xmr([*up_and_down, 200, -80, 200, -80, 200, -80], screening=False).points[6]

    assert (top.rule, top.direction) == ("trend", "up")
    assert {match.direction for match in top.matches if match.rule == "trend"} == {"up", "down"}


def test_two_of_three_near_a_limit_mark_only_the_near_ones() -> None:
    assert after_baseline(2, 0.5, 2) == [("two of three", "up"), (None, None), ("two of three", "up")]
    assert after_baseline(-2, -0.5, -2) == [("two of three", "down"), (None, None), ("two of three", "down")]


def test_three_near_points_are_all_marked() -> None:
    assert after_baseline(2, 2.1, 2.2) == [("two of three", "up")] * 3


def test_two_of_three_needs_all_three_on_one_side() -> None:
    assert after_baseline(2, -0.5, 2) == [(None, None)] * 3
    assert after_baseline(2, 0, 2) == [(None, None)] * 3  # on the mean is on neither side
    assert after_baseline(2, -2, 2) == [(None, None)] * 3


def test_a_point_outside_does_not_count_as_near() -> None:
    assert after_baseline(3, 0.5, 2) == [("outside", "up"), (None, None), (None, None)]


def test_a_point_outside_may_be_the_third_of_three() -> None:
    assert after_baseline(2, 3, 2) == [("two of three", "up"), ("outside", "up"), ("two of three", "up")]


def test_on_the_two_sigma_line_is_not_near() -> None:
    assert after_baseline(1.773, 1.773, 1.773) == [(None, None)] * 3
    assert after_baseline(1.774, 1.774, 0.1) == [("two of three", "up")] * 2 + [(None, None)]


def test_a_shift_of_seven_points_marks_all_seven() -> None:
    assert after_baseline(-1, 1, 0.5, 1, 0.5, 1, 0.5, 1)[1:] == [("shift", "up")] * 7
    assert after_baseline(-1, 1, 0.5, 1, 0.5, 1, 0.5)[1:] == [(None, None)] * 6


def test_a_point_on_the_mean_breaks_a_shift() -> None:
    assert ("shift", "up") not in after_baseline(-1, 1, 0.5, 1, 0, 1, 0.5, 1, 0.5)


def test_the_mean_is_exact_so_that_a_constant_series_is_common_cause() -> None:
    assert rules([0.1] * 13) == [None] * 13
    assert xmr([0.1] * 13).mean == 0.1


def test_precedence_outside_before_trend_before_two_of_three_before_shift() -> None:
    rising = after_baseline(-0.6, 0.1, 0.4, 0.8, 1.2, 2.0, 2.5, 2.9)
    assert rising == [*[("trend", "up")] * 7, ("outside", "up")]
    high = after_baseline(-0.6, 1, 2, 1, 2, 1, 1.5, 1)
    assert high[1:] == [
        ("shift", "up"),
        ("two of three", "up"),
        ("shift", "up"),
        ("two of three", "up"),
        *[("shift", "up")] * 3,
    ]


@pytest.mark.parametrize(
    ("improvement", "words"),
    [
        ("up", "Special cause: improving"),
        ("down", "Special cause: concerning"),
        ("neither", "Special cause: high (neither good nor bad)"),
    ],
)
def test_the_variation_is_the_type_of_the_last_point_in_the_words_of_the_conventions(improvement: str, words: str) -> None:
    assert xmr(around(3), baseline=14, improvement=improvement).variation == words


def test_low_is_low_where_neither_direction_is_good() -> None:
    assert xmr(around(-3), baseline=14).variation == "Special cause: low (neither good nor bad)"


def test_an_earlier_signal_leaves_the_variation_common_cause() -> None:
    assert xmr(around(3, 0), baseline=14, improvement="up").variation == "Common cause: no significant change"


@pytest.mark.parametrize(
    ("target", "improvement", "words"),
    [
        (2.7, "up", "Will consistently fail the target"),
        (2.7, "down", "Will consistently pass the target"),
        (-2.7, "up", "Will consistently pass the target"),
        (-2.7, "down", "Will consistently fail the target"),
        (2.66, "up", "Will hit or miss the target"),
        (-2.66, "down", "Will hit or miss the target"),
        (0, "neither", "Will hit or miss the target"),
        (2.7, "neither", None),
        (None, "up", None),
    ],
)
def test_the_assurance_against_a_target(target: float | None, improvement: str, words: str | None) -> None:
    assert xmr(around(), improvement=improvement, target=target).assurance == words


def test_improvement_and_concern_on_one_point_are_both_said() -> None:
    fallen_from_above = around(-0.2, *(9 - step / 2 for step in range(7)))
    chart = xmr(fallen_from_above, baseline=14, improvement="up")

    assert chart.variation == "Special cause: improving"
    assert chart.variation_in_full == "Special cause: improving; also concerning"
    assert "outside (up) and trend (down) and shift (up)" in " ".join(chart.notes)


def test_twelve_points_give_trial_limits_and_thirteen_firm_ones() -> None:
    assert xmr([1, 2] * 6).trial
    assert any(note.startswith("Trial limits") for note in xmr([1, 2] * 6).notes)
    assert not xmr([*[1, 2] * 6, 1]).trial


def test_a_fixed_baseline_gives_its_limits_to_all_points() -> None:
    chart = xmr([*[1, 2] * 7, 50, 60, 70], baseline=14)

    assert (chart.mean, chart.limits.points) == (1.5, 14)
    assert [point.rule for point in chart.points[14:]] == ["outside"] * 3


def test_shown_limits_are_clipped_to_what_is_possible_and_computed_ones_kept() -> None:
    chart = xmr([99, 97, 100, 95, 98, 100, 92, 99, 100, 96, 99, 97, 100], feasible=(0, 100))

    assert chart.upper > 100
    assert chart.limits.shown_upper == 100
    assert chart.limits.shown_lower == chart.lower


def test_counts_with_a_mean_under_five_are_sent_to_the_time_between_events() -> None:
    assert any("time between events" in note for note in xmr([0, 1, 2, 0, 1, 0, 3]).notes)
    assert not any("time between events" in note for note in xmr([5, 5, 6, 4, 5]).notes)
    assert not any("time between events" in note for note in xmr([0.5, 1, 2]).notes)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), None, True, "3"])
def test_what_is_no_number_is_refused_by_its_place(wrong: object) -> None:
    with pytest.raises(SignalError, match="Point 2 is not a number"):
        xmr([1, wrong, 3])  # type: ignore[list-item]


def test_one_point_has_no_limits() -> None:
    with pytest.raises(TooShortError, match="at least 2 points"):
        xmr([1])


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"run_length": 2}, "run length"),
        ({"baseline": 1}, "baseline"),
        ({"improvement": "good"}, "direction of improvement"),
        ({"periods": ["a"]}, "periods"),
    ],
)
def test_a_manner_that_cannot_be_is_refused(how: dict[str, object], why: str) -> None:
    with pytest.raises(SignalError, match=why):
        xmr([1, 2, 3], **how)  # type: ignore[arg-type]
