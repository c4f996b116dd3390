"""The indicators of children in need, looked after, caseloads and quality assurance equal a slow plain-Python oracle.

On made-up authorities as they are, and on the same with their rows roughened, so that every rule about edges is tried.
"""

from datetime import date

import pytest

from oracle.agreement import INDICATORS, Compared
from oracle.caseloads import workers_on
from oracle.roughened import roughened
from oracle.wild import wild_records
from quarterday.example import make_example
from quarterday.indicators import Asked
from quarterday.records import periods
from quarterday.sections import SECTIONS

CODE = "E09999999"
END = date(2022, 3, 31)
ASKED = Asked(
    flows=(periods.parse_period("2021-22-Q2"), periods.parse_period("2021-22"), periods.twelve_months_to(date(2021, 2, 28))),
    stocks=tuple(periods.snapshot(day) for day in (END, date(2021, 9, 30), date(2020, 2, 29))),
)
WORKFORCE = tuple(indicator for section in SECTIONS if section.key == "caseloads" for indicator in section.indicators)
TEAM_SETTINGS = """
[[setting]]
name = "team type"
subject = "one"
value = "assessment and safeguarding"
from = 2018-04-01

[[setting]]
name = "excluded team"
subject = "three"
value = "duty"
from = 2021-01-01

[[setting]]
name = "newly qualified title"
subject = "two"
value = "newly qualified"
from = 2018-04-01
"""
"""The wild records' teams and titles are named one, two and three."""
AUTHORITIES = [(200 + 60 * place, 2018 + place % 2, 40 + place) for place in range(20)]


@pytest.mark.parametrize(("children", "year", "seed"), AUTHORITIES)
def test_every_figure_equals_the_oracle(children: int, year: int, seed: int) -> None:
    tables = make_example(children=children, start=date(year, 4, 1), end=END, seed=seed, errors=1.0, authority=CODE)

    assert Compared(tables, END).compare(INDICATORS, ASKED) == []


@pytest.mark.parametrize("seed", range(12))
def test_roughened_records_give_what_the_oracle_gives(seed: int) -> None:
    tables = make_example(children=300, start=date(2018, 4, 1), end=END, seed=seed, errors=5.0, authority=CODE)

    assert Compared(roughened(tables, seed, 0.3), END).compare(INDICATORS, ASKED) == []


@pytest.mark.parametrize("seed", range(8))
def test_caseloads_of_records_at_their_wildest_are_what_the_oracle_gives(seed: int) -> None:
    compared = Compared(wild_records(seed, 60, CODE), END, TEAM_SETTINGS, covers={})

    assert compared.compare(WORKFORCE, ASKED) == []


def test_the_wild_records_have_cases_of_every_kind() -> None:
    """What nobody holds would agree with anything."""
    workers = []
    for seed in range(8):
        compared = Compared(wild_records(seed, 60, CODE), END, TEAM_SETTINGS, covers={})
        for period in ASKED.stocks:
            workers += workers_on(compared.holding, compared.settings, period.end)

    assert sum(worker.cases for worker in workers) > 200
    assert {worker.team for worker in workers} >= {"one", "two", "three", "not known"}
    assert {worker.newly_qualified for worker in workers} == {True, False}
    assert {worker.team_type for worker in workers} == {"assessment and safeguarding", None}
