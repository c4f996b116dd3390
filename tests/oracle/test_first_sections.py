"""The indicators of sections 2.1 to 2.3 equal a slow plain-Python oracle that shares no code with them."""

from datetime import date

import pyarrow as pa
import pytest

from oracle import child_protection, contacts, enquiries, front_door, plan_durations, referrals, timeliness
from oracle.comparing import CHILD, differences
from oracle.holding import Holding
from oracle.wild import wild_records
from quarterday.example import make_example
from quarterday.indicators import Asked, Computation, Source
from quarterday.records import periods
from quarterday.sections import BY_CODE
from quarterday.sections import SECTIONS as ALL_SECTIONS
from quarterday.submissions.settings import parse_settings, settings_tables

ORACLES = {
    **front_door.ORACLE,
    **contacts.ORACLE,
    **referrals.ORACLE,
    **timeliness.ORACLE,
    **child_protection.ORACLE,
    **enquiries.ORACLE,
    **plan_durations.ORACLE,
}
SECTIONS = ("front_door", "timeliness", "child_protection")
OWN = ("source", "category", "initial_category", "duration", "days_over", "decision", "reason", "factor", "outcome")
OF_PLANS = ("plan_duration", "since_visit")
AUTHORITIES = [
    # children, first year, seed, rate of errors
    (300, 2018, 11, 0.0),
    (300, 2018, 12, 5.0),
    (400, 2019, 13, 1.0),
    (500, 2018, 14, 20.0),
    (600, 2019, 15, 1.0),
    (700, 2018, 16, 0.0),
    (800, 2019, 17, 3.0),
    (900, 2018, 18, 10.0),
    (1000, 2019, 19, 1.0),
    (1100, 2018, 20, 50.0),
    (1200, 2019, 21, 1.0),
    (1300, 2018, 22, 0.0),
    (1400, 2019, 23, 2.0),
    (1500, 2018, 24, 1.0),
    (1600, 2019, 25, 30.0),
    (1800, 2018, 26, 1.0),
    (2000, 2019, 27, 1.0),
    (2200, 2018, 28, 0.5),
    (2500, 2019, 29, 1.0),
    (3000, 2018, 30, 1.0),
    (4000, 2019, 31, 1.0),
]
CODE = "E09999999"
END = date(2022, 3, 31)
ASKED = Asked(
    flows=(
        periods.parse_period("2021-22-Q2"),
        periods.parse_period("2021-22"),
        periods.parse_period("2020-11"),
        periods.twelve_months_to(date(2021, 2, 28)),
    ),
    stocks=tuple(periods.snapshot(day) for day in (END, date(2021, 9, 30), date(2020, 2, 29), date(2020, 8, 15))),
)


@pytest.mark.parametrize(("children", "year", "seed", "errors"), AUTHORITIES)
def test_every_figure_equals_the_oracle(children: int, year: int, seed: int, errors: float) -> None:
    compare(make_example(children=children, start=date(year, 4, 1), end=END, seed=seed, errors=errors, authority=CODE))


@pytest.mark.parametrize("seed", range(12))
def test_records_at_their_wildest_give_what_the_oracle_gives(seed: int) -> None:
    compare(wild_records(seed, 60, CODE))


def test_every_indicator_of_these_sections_has_an_oracle() -> None:
    codes = {each.code for section in ALL_SECTIONS if section.key in SECTIONS for each in section.indicators}

    assert codes == set(ORACLES) | set(child_protection.NET)


def compare(records: dict[str, pa.Table]) -> None:
    source = Source(records, END, (CODE,), settings_tables(parse_settings(""), [CODE]))
    indicators = [BY_CODE[code] for code in ORACLES]

    with Computation(source) as computation:
        found = list(differences(computation, Holding(records, END), ORACLES, indicators, ASKED, (*CHILD, *OWN, *OF_PLANS)))
        net = computation.measure([BY_CODE["CPP-25"]], ASKED)

    assert found == [], f"{len(found)} cells differ: {found[:5]}"
    holding = Holding(records, END)
    assert [each.numerator for each in net] == [child_protection.net(holding, p.start, p.end) for p in ASKED.flows]
