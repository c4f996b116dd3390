"""95 % intervals: Wilson for shares, exact Poisson for rates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2

from quarterday.benchmarks.chance import interval, method_of
from quarterday.benchmarks.intervals import Z, poisson, wilson
from quarterday.benchmarks.measures import MEASURES


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_wilson_gives_the_textbook_intervals(numerator: int, denominator: int, low: float, high: float) -> None:
    assert wilson(numerator, denominator) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("events", "low", "high"), [(0, 0.0, 3.6889), (1, 0.0253, 5.5716), (10, 4.7954, 18.3904), (100, 81.3640, 121.6268)]
)
def test_poisson_gives_the_exact_limits(events: int, low: float, high: float) -> None:
    assert poisson(events) == pytest.approx((low, high), abs=5e-4)


@given(st.integers(0, 5_000))
def test_poisson_is_the_chi_squared_form(events: int) -> None:
    low = chi2.ppf(0.025, 2 * events) / 2 if events else 0.0

    assert poisson(events) == pytest.approx((low, chi2.ppf(0.975, 2 * events + 2) / 2), rel=1e-9)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_stays_within_nought_and_one_and_mirrors(counts: tuple[int, int]) -> None:
    numerator, denominator = counts
    low, high = wilson(numerator, denominator)
    mirrored = wilson(denominator - numerator, denominator)

    assert 0 <= low <= numerator / denominator <= high <= 1
    assert (1 - high, 1 - low) == pytest.approx(mirrored, abs=1e-12)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(1, n), st.just(n))))
def test_wilson_bounds_solve_the_equation_they_come_from(counts: tuple[int, int]) -> None:
    """At each bound the share lies just 1.96 standard errors away, by the bound's own variance."""
    numerator, denominator = counts
    share = numerator / denominator
    for bound in wilson(numerator, denominator):
        if 0 < bound < 1:
            assert (share - bound) ** 2 == pytest.approx(Z**2 * bound * (1 - bound) / denominator, rel=1e-6)


def test_more_children_make_a_narrower_interval() -> None:
    widths = [high - low for low, high in (wilson(n // 4, n) for n in (40, 400, 4_000))]

    assert widths == sorted(widths, reverse=True)


def test_each_kind_of_indicator_has_its_interval() -> None:
    methods = {measure.code: method_of(measure) for measure in MEASURES}

    assert {methods[code] for code in ("REF-03", "LAC-14", "WRK-05")} == {"Wilson"}
    assert {methods[code] for code in ("REF-02", "WRK-01", "WRK-07", "S47-04")} == {"exact Poisson"}
    assert {methods[code] for code in ("ASM-04", "REF-01", "WRK-09")} == {""}  # medians, numbers, days of sickness
    caseload = next(measure for measure in MEASURES if measure.code == "WRK-01")
    assert interval(caseload, None, 10.0) is None
    assert interval(caseload, 10.0, 0.0) is None
