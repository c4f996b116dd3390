"""Every code of the catalogue has its indicator, with the catalogue's direction, kind and rules, or a reason why it has none."""

import csv
import re
from functools import cache

import pytest

from quarterday.indicators import Indicator
from quarterday.sections import BY_CODE
from quarterday.sections.elsewhere import ELSEWHERE
from support.reference import reference_file

Row = dict[str, str]

UNSUPPORTED = {each.code for each in ELSEWHERE}
SEVERAL = {
    "ASM-04": ("ASM-04q1", "ASM-04q3"),
    "S47-04": ("S47-04c",),
    "S47-06": ("S47-06q1", "S47-06q3"),
    "ICP-04": ("ICP-04q1", "ICP-04q3"),
    "CPP-16": ("CPP-16a",),
    "CPP-20": ("CPP-20e",),
    "CPP-26": ("CPP-26p",),
    "CIN-06": ("CIN-06d",),
    "CIN-18": ("CIN-18t",),
}
"""Rows of the catalogue that name several figures: the code's own, and those beside it."""

COUNTED_OTHERWISE = ["LAC-29", "LAC-30", "WRK-07"]
"""An event of the year in the catalogue, and here what a day looks back on: convictions and substance misuse of children
looked after for twelve months at it (R22); leavers of twelve months over those in post at it."""


@cache
def rows() -> list[Row]:
    """The rows of the catalogue that child-level records can support; the others say why they cannot."""
    with reference_file("indicators/indicators.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["code"] not in UNSUPPORTED]


@pytest.mark.reference
def test_every_code_of_the_catalogue_has_its_indicator_or_a_reason_why_not() -> None:
    assert len(rows()) + len(UNSUPPORTED) == 178
    assert {row["code"] for row in rows()} - set(BY_CODE) == set()
    assert all(each.reason for each in ELSEWHERE)


def test_a_row_that_names_several_figures_has_a_code_for_each() -> None:
    assert {code for codes in SEVERAL.values() for code in codes} <= set(BY_CODE)


def family(code: str) -> list[Indicator]:
    """The indicator of a code and those of its suffixed codes."""
    return [each for name, each in BY_CODE.items() if name == code or (name.startswith(code) and name[len(code)].isalpha())]


@pytest.mark.reference
def test_an_indicator_is_better_in_the_direction_of_the_catalogue() -> None:
    differing = {
        row["code"]: (BY_CODE[row["code"]].better, row["polarity"])
        for row in rows()
        if BY_CODE[row["code"]].better != row["polarity"].split(" ")[0]
    }

    assert differing == {}


@pytest.mark.reference
def test_an_indicator_counts_in_a_period_or_at_a_day_as_the_catalogue_says() -> None:
    differing = []
    for row in rows():
        wanted = set(re.findall("event|snapshot", row["measure_type"]))
        found = {"event" if each.is_flow else "snapshot" for each in family(row["code"])}
        if wanted and not wanted & found:
            differing.append(row["code"])

    assert differing == COUNTED_OTHERWISE


@pytest.mark.reference
def test_an_indicator_cites_the_rules_of_its_row() -> None:
    lacking = {}
    for row in rows():
        cited = {rule for each in family(row["code"]) for rule in each.rules}
        if missing := set(re.findall(r"R\d\d", row["edge_rules"])) - cited:
            lacking[row["code"]] = sorted(missing)

    assert lacking == {}
