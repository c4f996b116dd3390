"""Every indicator says what it must, cites rules that exist, and is written in portable SQL."""

import csv
import re

import pytest

from quarterday.indicators import Indicator
from quarterday.indicators.compiler import breakdowns_of
from quarterday.indicators.fact import in_building_order
from quarterday.indicators.language import Mix
from quarterday.indicators.portable import refusals
from quarterday.indicators.source import needs
from quarterday.records.tables import BY_NAME
from quarterday.sections import INDICATORS, SECTIONS
from support.reference import reference_file

FACTS = in_building_order([indicator.of for indicator in INDICATORS])


def test_codes_are_unique_and_each_section_has_indicators() -> None:
    codes = [indicator.code for indicator in INDICATORS]
    assert len(codes) == len(set(codes))
    assert all(section.indicators for section in SECTIONS)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.code)
def test_an_indicator_says_what_it_means_and_cites_real_rules(indicator: Indicator) -> None:
    assert indicator.definition.endswith(".")
    assert indicator.title
    assert indicator.rules
    assert all(re.fullmatch(r"R\d\d", rule) and 1 <= int(rule[1:]) <= 43 for rule in indicator.rules)
    assert set(needs(indicator)) <= set(BY_NAME)
    if isinstance(indicator, Mix):
        assert indicator.by in breakdowns_of(indicator, [])


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_fact_is_portable_sql(fact) -> None:
    assert refusals(fact.sql) == []
    for sql in fact.dimensions.values():
        assert refusals(f"select {sql} as dimension from t") == []


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.code)
def test_a_predicate_is_portable_sql(indicator: Indicator) -> None:
    assert refusals(indicator.numerator_predicate) == []
    assert refusals(indicator.denominator_predicate) == []


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) filter (where a = 1) from t",
        "select median(a) from t",
        "select a / b from t",
        "select start_date + interval 1 month from t",
        "select date_diff('day', a, b) from t",
        "select strftime(a, '%Y') from t",
        "select a::integer from t",
        "select * from t qualify row_number() over (order by a) = 1",
        "select list(a) from t",
    ],
)
def test_what_only_one_engine_knows_is_refused(sql: str) -> None:
    assert refusals(sql)


@pytest.mark.reference
def test_every_catalogue_indicator_that_the_brief_uses_exists() -> None:
    with reference_file("indicators/indicators.csv").open(encoding="utf-8") as file:
        wanted = {row["code"] for row in csv.DictReader(file) if "Brief" in row["used_by"]}
    assert len(wanted) == 94
    missing = wanted - {indicator.code for indicator in INDICATORS}
    assert not missing
