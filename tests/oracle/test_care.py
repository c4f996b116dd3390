"""Looked-after children, care leavers and missing children equal a slow plain-Python oracle that shares no code."""

from collections import Counter
from datetime import date

import pytest

from oracle.agreement import INDICATORS, Compared
from oracle.codes import ORACLE
from oracle.roughened import roughened
from oracle.wild_care import wild_care
from quarterday.example import SETTINGS, make_example
from quarterday.indicators import Asked
from quarterday.records import periods
from quarterday.sections import SECTIONS

CODE = "E09999999"
END = date(2022, 3, 31)
ASKED = Asked(
    flows=tuple(periods.parse_period(name) for name in ("2021-22-Q2", "2021-22", "2020-21", "2019-20", "2020-02")),
    stocks=tuple(periods.snapshot(day) for day in (END, date(2021, 9, 30), date(2020, 2, 29), date(2021, 2, 28))),
)
APART = {"LAC-19", "LAC-21"}
"""Reviews and visits in time have a comparison of their own."""
OF_CARE = [each for section in SECTIONS if section.key == "looked_after" for each in section.indicators]
COMPARED = [each for each in INDICATORS if each in OF_CARE and each.code not in APART]


def test_every_indicator_of_care_has_an_oracle() -> None:
    assert {each.code for each in OF_CARE} <= set(ORACLE)
    assert len(COMPARED) > 60


@pytest.mark.parametrize("seed", range(8))
def test_records_of_care_at_their_wildest_give_what_the_oracle_gives(seed: int) -> None:
    compared = Compared(wild_care(seed, 30, CODE), END, covers={})

    assert compared.compare(COMPARED, ASKED) == []


def test_the_wild_records_make_every_indicator_count() -> None:
    """What is nought everywhere would agree with anything."""
    counted: Counter[str] = Counter()
    for seed in range(100, 104):
        compared = Compared(wild_care(seed, 60, CODE), END, covers={})
        for each in COMPARED:
            for period in ASKED.flows[1:4] if each.is_flow else ASKED.stocks:
                counted[each.code] += len(
                    [
                        one
                        for one in ORACLE[each.code](compared.holding, compared.settings, period.start, period.end)
                        if one.numerator
                    ]
                )

    assert min((counted[each.code], each.code) for each in COMPARED)[0] >= 3


@pytest.mark.parametrize(("children", "seed", "rate"), [(600, 41, 0.0), (800, 42, 0.2), (800, 43, 0.6)])
def test_the_example_roughened_gives_what_the_oracle_gives(children: int, seed: int, rate: float) -> None:
    tables = dict(make_example(children=children, start=date(2017, 4, 1), end=END, seed=seed, authority=CODE))
    compared = Compared(roughened(tables, seed, rate) if rate else tables, END, SETTINGS)

    assert compared.compare(COMPARED, ASKED) == []
