"""Rank and quarter by the national tool's formulas."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.benchmarks.comparison import CANNOT_TELL, HIGHER, LOWER
from quarterday.benchmarks.ranking import HIGH, LOW, band, quantile, rank
from quarterday.benchmarks.standing import verdict

SHARES = [10.0, 20.0, 20.04, 30.0]


def test_low_counts_from_the_lowest_and_high_from_the_highest() -> None:
    assert [rank(value, SHARES, LOW, 1) for value in SHARES] == [1, 2, 2, 4]
    assert [rank(value, SHARES, HIGH, 1) for value in SHARES] == [4, 2, 2, 1]


def test_values_are_rounded_as_shown_before_ties_and_ties_take_the_best_rank() -> None:
    """18.8 may be kept as 18.800000000000001: as shown it is a tie."""
    values = [18.800000000000001, 18.8, 17.0]

    assert [rank(value, values, LOW, 1) for value in values] == [2, 2, 1]
    assert [rank(value, SHARES, LOW, 2) for value in SHARES] == [1, 2, 3, 4]


def test_the_edges_of_quarters_belong_to_the_lower_quarter() -> None:
    values = [1.0, 2.0, 3.0, 4.0, 5.0]  # quartiles at 2, 3 and 4

    assert [band(value, values, LOW) for value in values] == ["A", "A", "B", "C", "D"]
    assert [band(value, values, HIGH) for value in values] == ["D", "D", "C", "B", "A"]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=50), st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]))
def test_quartiles_are_those_of_the_usual_linear_interpolation(values: list[float], share: float) -> None:
    assert quantile(values, share) == pytest.approx(float(np.quantile(values, share)), abs=1e-9)


@pytest.mark.parametrize(
    ("own", "comparator", "told"),
    [
        ((10.0, 12.0), (9.0, 9.0), HIGHER),
        ((10.0, 12.0), (13.0, 14.0), LOWER),
        ((10.0, 12.0), (11.0, 11.0), CANNOT_TELL),
        ((10.0, 12.0), (8.0, 10.5), CANNOT_TELL),  # a suppressed comparator that may lie within
        ((10.0, 12.0), (9.95, 9.95), CANNOT_TELL),  # published to one decimal it may have been 10.0
        ((10.0, 12.0), (9.94, 9.94), HIGHER),
        (None, (9.0, 9.0), CANNOT_TELL),
        ((10.0, 12.0), (None, None), CANNOT_TELL),
    ],
)
def test_a_verdict_needs_the_whole_interval_on_one_side(own, comparator, told: str) -> None:
    assert verdict(own, comparator, 1) == told
