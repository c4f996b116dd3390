"""Every row of the catalogue about care, care leavers and missing children has its indicator, or says why it has none."""

import csv

import pytest

from quarterday.sections import BY_CODE
from quarterday.sections.elsewhere import ELSEWHERE
from support.reference import reference_file

FAMILIES = {"LAC", "CLV", "MIS", "OUT"}
COMPONENTS = {"LAC-23p", "LAC-34u", "LAC-36m", "CLV-02n", "CLV-03a", "CLV-04a", "MIS-03a", "MIS-03h"}
"""Rows of the catalogue that name several figures have a code for each."""


@pytest.mark.reference
def test_every_row_has_an_indicator_or_a_reason() -> None:
    with reference_file("indicators/indicators.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["code"].split("-")[0] in FAMILIES]
    external = {row["code"] for row in rows if row["needs_local_table"] == "no (external)"}

    assert {each.code for each in ELSEWHERE} == external
    assert {row["code"] for row in rows} - external <= set(BY_CODE)
    for row in rows:
        here = BY_CODE.get(row["code"])
        if here:
            wanted = row["polarity"].split(" ")[0]
            assert here.better == wanted, row["code"]
            parts = [each for code, each in BY_CODE.items() if code.startswith(row["code"])]
            assert set(row["edge_rules"].split()) <= {"-", *(rule for each in parts for rule in each.rules)}, row["code"]


def test_the_figures_of_rows_that_name_several_have_codes() -> None:
    assert set(BY_CODE) >= COMPONENTS
