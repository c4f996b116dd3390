"""The demo's authority against its targets: headline figures hold exactly, the others only come nearer."""

from functools import lru_cache

import pytest

from example import known
from example.distance import all_measures
from example.held import Held
from example.measure import HEADLINE, Measure, exactly, near
from example.page import PAGE, page
from quarterday.example import make_example

HEADLINES = (
    "care: children's homes then",
    "care: external fostering then",
    "care: in-house fostering then",
    "care: looked after at 30 September 2021",
    "care: unaccompanied then",
    "care: with a placement then",
    "protection: multiple categories",
    "protection: plans open at 2018-03-31",
    "protection: plans open at 2019-03-31",
    "protection: plans open at 2020-03-01",
    "protection: plans open at 2020-03-31",
    "protection: plans open at 2021-03-31",
    "protection: plans open at 2021-09-30",
    "protection: plans open at 2022-03-31",
    "workers: cases a worker in the named teams",
    "workers: cases a worker, DfE's definition",
)


@lru_cache(maxsize=1)
def demo() -> tuple[Measure, ...]:
    """Every measure of the demo's example."""
    return tuple(all_measures(Held(make_example())))


@pytest.mark.parametrize("name", HEADLINES)
def test_a_headline_figure_holds_exactly(name: str) -> None:
    (measure,) = (each for each in demo() if known.key(each) == name)

    assert measure.value == measure.low == measure.high


def test_no_headline_figure_goes_untested() -> None:
    assert {known.key(each) for each in demo() if each.kind == HEADLINE} == set(HEADLINES)


def test_every_measure_has_a_name_of_its_own() -> None:
    names = [known.key(each) for each in demo()]

    assert len(names) == len(set(names)) > 250


def test_no_measure_drifts_further_out_than_is_known() -> None:
    drifted = known.drifted(demo(), known.allowed())

    assert not drifted, "\n".join(["Further out than tests/example/known_distances.csv allows:", *drifted])


def test_what_is_known_is_no_longer_than_it_need_be() -> None:
    outside = {known.key(each) for each in demo() if each.distance > 0}

    assert set(known.allowed()) == outside, "Run python tests/example/distance.py --write: some came into their range."


def test_the_page_about_the_example_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(demo()), "Run python tests/example/distance.py --write."


def test_a_measure_that_is_worse_than_known_is_told_and_a_better_one_is_not() -> None:
    measures = [near("care", "starts", 100, 120, by=10), near("care", "ends", 100, 112, by=10)]

    (line,) = known.drifted(measures, {"care: starts": 0.05, "care: ends": 0.05})

    assert line == "care: starts is 120.00, wanted 90 to 110: 0.091 out, 0.050 known"


def test_a_figure_that_cannot_be_computed_lies_outside_its_range() -> None:
    assert exactly("care", "starts", 5, float("nan")).distance == 1.0
