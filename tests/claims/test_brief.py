"""The brief's own claims against real published statistics, and the page that shows what became of them."""

import json
import re
from pathlib import Path

import pytest

from claims.pages import PAGE, block
from quarterday.reports.claims.parser import parse_binding
from support.command_line import quarterday
from support.reference import reference_file

BRIEF = PAGE.parent / "examples" / "brief-published.md"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with every published file and no records."""
    folder = tmp_path_factory.mktemp("published") / "store"
    files = sorted(reference_file("published").glob("*.csv"))
    assert quarterday("benchmarks", "add", *files, "--store", folder).code == 0
    return folder


def claims(store: Path, *more: str) -> tuple[int, str]:
    said = quarterday(
        *("claims", BRIEF, "--published", "--authority", "E06000046", "--period", "2021-22-Q2", "--store", store), *more
    )
    return said.code, said.out


@pytest.mark.reference
def test_what_becomes_of_the_briefs_claims(store: Path) -> None:
    code, out = claims(store, "--json")
    verdicts = {each["binding"]: (each["verdict"], each["because"]) for each in json.loads(out)["claims"]}

    assert code == 4
    for binding in (
        '{{REF-02 higher than statistical neighbours in each year from 2016-17 to 2020-21 | "consistently higher"}}',
        '{{REF-02 higher than England in each year from 2016-17 to 2020-21 | "consistently higher"}}',
        '{{LAC-02 higher than England in 2020-21 | "above the national average"}}',
        '{{LAC-02 higher than statistical neighbours in 2020-21 | "above statistical neighbours"}}',
        '{{CPP-01 fell from published 2016-17 to published 2019-20 | "incrementally reduced"}}',
        '{{CPP-01 rose from published 2019-20 to published 2020-21 | "slowly increased"}}',
    ):
        assert verdicts[binding][0] == "supported", binding
    assert verdicts["{{CPP-01 published 2019-20 = 120}}"] == ("not supported", "it is 126, not 120")
    assert verdicts["{{CPP-01 published 2020-21 = 180}}"] == ("not supported", "it is 186, not 180")
    assert verdicts["{{LAC-08 published 2020-21 = 5}}"] == ("not supported", "it is 3 %, not 5 %")
    assert verdicts["{{WRK-01 published 2021 = 21}}"] == ("not supported", "it is 19, not 21")
    long_plans = verdicts['{{CPP-10 lower than South East in 2020-21 | "lower than South East averages"}}']
    assert long_plans[0] == "cannot tell"  # the authority's own cell is suppressed
    assert long_plans[1].startswith("[c]")
    assert verdicts['{{CPP-10 lower than South East in 2021-22 | "lower than South East averages"}}'][0] == "cannot tell"
    assert verdicts["{{CPP-15 published 2020-21}}"][0] == "cannot tell"  # not published anywhere


@pytest.mark.reference
def test_the_page_shows_the_verdicts_on_published_statistics(store: Path) -> None:
    stands, made = block("published", claims(store, "--markdown")[1])

    assert stands == made, "Run this test with QUARTERDAY_WRITE_PAGES=1 to write docs/claims.md anew."


def test_every_claim_of_the_pages_grammar_is_understood() -> None:
    grammar = PAGE.read_text(encoding="utf-8").split("## How a claim is judged")[0].replace("\\|", "|")
    examples = re.findall(r"\{\{(.*?)\}\}", grammar, flags=re.DOTALL)

    assert len(examples) > 20
    for example in examples:
        parse_binding(example)


def test_claims_without_published_statistics_cannot_be_told(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    code, out = claims(store, "--json")
    verdicts = {each["verdict"] for each in json.loads(out)["claims"]}

    assert (code, verdicts) == (0, {"cannot tell"})
    assert "No published statistics are loaded" in out


def test_published_statistics_alone_hold_no_figure_of_the_records(tmp_path: Path) -> None:
    path = tmp_path / "c.md"
    path.write_text("# 2.3\n{{CPP-01 at 2021-09-30}}\n", encoding="utf-8")
    said = quarterday("claims", path, "--published", "--authority", "921", "--period", "2021-22-Q2", "--store", tmp_path)

    assert said.code == 3
    assert "there are no records to read it from. Write published YEAR." in said.err
