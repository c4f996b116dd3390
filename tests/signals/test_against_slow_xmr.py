"""Charts agree with the slow oracle on any series."""

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from quarterday.signals import Rebase, xmr
from signals import slow_xmr

numbers = st.one_of(
    st.integers(-9, 9),  # ties, constant stretches, points on the mean
    st.decimals(-1000, 1000, places=2),
    st.floats(-1e6, 1e6, allow_nan=False),
)
series = st.lists(numbers, min_size=2, max_size=40)
walks = st.lists(st.integers(-3, 4), min_size=6, max_size=40).map(
    lambda steps: [sum(steps[: n + 1]) for n in range(len(steps))]
)


def exactly(values: list[object]) -> list[Fraction]:
    return [Fraction(repr(value)) if isinstance(value, float) else Fraction(value) for value in values]  # type: ignore[arg-type]


@given(st.one_of(series, walks), st.booleans(), st.sampled_from([5, 6, 7, 8]), st.one_of(st.none(), st.integers(2, 20)))
@example([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], True, 7, None)
@example([0.1] * 13, True, 7, None)
def test_every_point_is_named_as_by_the_oracle(
    values: list[object], screening: bool, run_length: int, baseline: int | None
) -> None:
    chart = xmr(values, screening=screening, run_length=run_length, baseline=baseline)  # type: ignore[arg-type]
    points = exactly(values)
    mean, lower, upper, *_ = slow_xmr.lines(points[:baseline], screening=screening)

    assert (chart.mean, chart.lower, chart.upper) == (float(mean), float(lower), float(upper))
    assert [(point.rule, point.direction) for point in chart.points] == slow_xmr.name_points(
        points, baseline, screening=screening, run=run_length
    )


@given(st.lists(st.integers(-9, 9), min_size=2, max_size=20), st.lists(st.integers(-9, 9), min_size=2, max_size=20))
def test_groups_are_judged_as_charts_of_their_own(before: list[int], after: list[int]) -> None:
    chart = xmr([*before, *after], rebases=[Rebase(len(before), "why", "who", "when")])

    apart = [*xmr(before).points, *xmr(after).points]
    assert [point.matches for point in chart.points] == [point.matches for point in apart]


@given(series, st.integers(-5, 5).filter(bool), st.integers(-100, 100))
def test_scale_and_origin_do_not_matter(values: list[object], scale: int, origin: int) -> None:
    """Measured in another unit, a series has the same signals; turned upside down, the same in the other direction."""
    turned = [value * scale + origin for value in exactly(values)]
    flip = {"up": "down", "down": "up", None: None} if scale < 0 else {"up": "up", "down": "down", None: None}

    was = [(point.rule, flip[point.direction]) for point in xmr(values).points]  # type: ignore[arg-type]
    assert [(point.rule, point.direction) for point in xmr(turned).points] == was


@given(series)
def test_a_series_read_backwards_has_the_same_limits(values: list[object]) -> None:
    assert xmr(values).limits.upper == xmr(values[::-1]).limits.upper  # type: ignore[arg-type]
