"""`indicators`: the catalogue, and one definition with its SQL in the dialect that is asked for."""

import duckdb
import pytest

from quarterday.sections import BY_CODE, INDICATORS
from support.command_line import quarterday
from support.plain_words import message_of


def test_the_catalogue_lists_every_indicator() -> None:
    said = quarterday("indicators")
    assert said.code == 0
    assert all(f" {each.code} " in said.out for each in INDICATORS)


def test_a_definition_has_its_rules_its_inputs_and_its_sql() -> None:
    said = quarterday("indicators", "CPP-08")
    assert said.code == 0
    assert said.err == ""
    for words in (BY_CODE["CPP-08"].title, BY_CODE["CPP-08"].definition, "Rules: R02", "child_protection_plans"):
        assert words in said.out
    assert "reaches_18_months <= snapshot" in said.out
    assert "translated" not in said.out


@pytest.mark.parametrize("dialect", ["postgres", "spark", "tsql"])
@pytest.mark.parametrize("code", ["CPP-08", "REF-03", "WRK-01"])
def test_another_dialect_is_labelled_as_translated_and_not_run(dialect: str, code: str) -> None:
    said = quarterday("indicators", code, "--dialect", dialect)
    assert said.code == 0
    assert "translated, not run" in said.out
    assert said.err == ""


def test_the_sql_of_duckdb_is_sql_that_duckdb_can_read() -> None:
    text = quarterday("indicators", "CPP-08", "--dialect", "duckdb").out
    for statement in text[text.index("\n-- ") :].split("\n\n"):
        assert duckdb.extract_statements(statement)


def test_a_code_may_be_in_small_letters_and_a_store_is_no_mistake() -> None:
    assert quarterday("indicators", "cpp-08", "--store", "anywhere") == quarterday("indicators", "CPP-08")


@pytest.mark.parametrize(
    ("words", "names"),
    [(("CPP-99",), "CPP-08"), (("Q",), "CPP"), (("CPP-08", "--dialect", "oracle"), "duckdb, postgres, spark, tsql")],
)
def test_what_is_not_there_is_answered_with_what_is(words: tuple[str, ...], names: str) -> None:
    assert names in message_of(quarterday("indicators", *words), 2)
