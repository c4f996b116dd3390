"""Indicators that other services' records give: listed, explained, and never made up."""

import csv
import io
from pathlib import Path

import pytest

from quarterday.sections import BY_CODE
from quarterday.sections.elsewhere import ELSEWHERE
from quarterday.submissions import Store
from support.command_line import quarterday
from support.loads import loaded

CODES = [each.code for each in ELSEWHERE]
AT = ("--at", "2021-09-30")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store that knows one child on a protection plan."""
    loaded(Store(tmp_path), child_protection_plans="child | start_date\nAna | 2021-01-04", children="child\nAna")
    return tmp_path


def test_no_code_is_both_here_and_elsewhere() -> None:
    assert CODES
    assert not set(CODES) & set(BY_CODE)


@pytest.mark.parametrize("code", CODES)
def test_the_catalogue_lists_and_explains_it(code: str) -> None:
    assert code in quarterday("indicators").out

    said = quarterday("indicators", code.lower())

    assert said.code == 0
    assert "not computable from these records" in said.out


@pytest.mark.parametrize("code", CODES)
def test_measuring_it_says_why_not_and_ends_with_four(code: str, store: Path) -> None:
    said = quarterday("measure", code, *AT, "-o", "csv", "--store", store)

    assert said.code == 4
    assert f"{code}: not computable from these records: it needs " in said.err
    (row,) = csv.DictReader(io.StringIO(said.out))
    assert (row["code"], row["status"], row["value"], row["numerator"]) == (code, "x", "", "")


def test_what_else_was_asked_is_still_measured(store: Path) -> None:
    said = quarterday("measure", "OUT-03", "CPP-01", *AT, "-o", "csv", "--store", store)

    assert said.code == 0
    assert [(row["code"], row["status"]) for row in csv.DictReader(io.StringIO(said.out))] == [
        ("CPP-01", "ok"),
        ("OUT-03", "x"),
    ]
    assert "OUT-03" in quarterday("measure", "OUT-03", "CPP-01", *AT, "--store", store).out


def test_there_is_nobody_to_list_behind_it(store: Path) -> None:
    said = quarterday("children", "LAC-37", *AT, "--store", store)

    assert said.code == 4
    assert "LAC-37: not computable from these records" in said.err
