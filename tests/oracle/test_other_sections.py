"""The indicators of children in need, looked after, caseloads and quality assurance equal a slow plain-Python oracle.

On made-up authorities as they are, and on the same with their rows roughened, so that every rule about edges is tried.
"""

from datetime import date

import pytest

from oracle.agreement import INDICATORS, Compared
from oracle.roughened import roughened
from quarterday.example import make_example
from quarterday.indicators import Asked
from quarterday.records import periods

CODE = "E09999999"
END = date(2022, 3, 31)
ASKED = Asked(
    flows=(periods.parse_period("2021-22-Q2"), periods.parse_period("2021-22"), periods.twelve_months_to(date(2021, 2, 28))),
    stocks=tuple(periods.snapshot(day) for day in (END, date(2021, 9, 30), date(2020, 2, 29))),
)
AUTHORITIES = [(200 + 60 * place, 2018 + place % 2, 40 + place) for place in range(20)]


@pytest.mark.parametrize(("children", "year", "seed"), AUTHORITIES)
def test_every_figure_equals_the_oracle(children: int, year: int, seed: int) -> None:
    tables = make_example(children=children, start=date(year, 4, 1), end=END, seed=seed, errors=1.0, authority=CODE)

    assert Compared(tables, END).compare(INDICATORS, ASKED) == []


@pytest.mark.parametrize("seed", range(12))
def test_roughened_records_give_what_the_oracle_gives(seed: int) -> None:
    tables = make_example(children=300, start=date(2018, 4, 1), end=END, seed=seed, errors=5.0, authority=CODE)

    assert Compared(roughened(tables, seed, 0.3), END).compare(INDICATORS, ASKED) == []
