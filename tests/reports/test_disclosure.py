"""The report under disclosure control: its manifest, its charts, its profiles and earlier editions."""

import json
from datetime import date
from pathlib import Path

import pytest

from quarterday.cli import exit_codes
from quarterday.disclosure import DFE_CIN, ROUND5, Counted, StatementKey
from quarterday.disclosure.counting import quantities_of, statement_of
from quarterday.indicators import Count, Result
from quarterday.reports.adding_up import STOCKS_AND_FLOWS, SUMS, is_sensitive
from quarterday.reports.chart import BAR, Chart, Series
from quarterday.reports.editions import EditionError, read_edition, refusal
from quarterday.reports.figure import Figure
from quarterday.reports.protection import hidden, printed
from quarterday.reports.svg import chart_svg
from quarterday.sections import BY_CODE, INDICATORS
from support.command_line import quarterday

END = date(2021, 9, 30)
PLANNED = {"CIN-03", "CIN-04"}
"""Codes of the catalogue that sums name before their indicator is there."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small authority's demo."""
    folder = tmp_path_factory.mktemp("small") / "small"
    assert quarterday("demo", "--children", 300, "--to", folder).code == 0
    return folder


def result(
    code: str, numerator: int | None, denominator: int | None = None, value: float | None = None, **more: str
) -> Result:
    kind = "twelve-months" if BY_CODE[code].is_flow else "snapshot"
    start = date(2020, 10, 1) if BY_CODE[code].is_flow else END
    shape = {"breakdown": "all", "group": "all", "status": "ok", **more}
    return Result(
        code, "X", kind, start, END, shape["breakdown"], shape["group"], numerator, denominator, value, shape["status"], ""
    )


def test_the_manifest_says_what_was_hidden_and_why_and_gives_nothing_away(small: Path) -> None:
    manifest = json.loads((small / "report" / "manifest.json").read_text(encoding="utf-8"))
    disclosure = manifest["disclosure"]

    assert disclosure["profile"] == "DFE_CIN"
    assert disclosure["numbers_given_away_earlier"] == 0
    assert {"primary", "secondary"} <= set(disclosure["numbers_hidden"])
    assert sum(disclosure["numbers_hidden"].values()) == len(disclosure["log"])
    for row in disclosure["log"]:
        assert set(row) == {"counts", "where", "from", "to", "breakdown", "group", "reason", "least", "most", "safe"}
        assert row["most"] is None or row["most"] - (row["least"] or 0) >= 5
    shown = [row["shown"] for row in manifest["published"] if row["code"] in {"CPP-01", "CPP-03", "LAC-01"}]
    assert "[c]" in shown
    assert not {"1", "2", "3", "4", "5"} & set(shown)


def test_profile_and_earlier_editions_are_options_of_the_command(small: Path, tmp_path: Path) -> None:
    store = ("--store", small / "store")
    first = quarterday("report", "2021-22-Q1", "--to", tmp_path / "first", *store)
    second = quarterday("report", "2021-22-Q2", "--to", tmp_path / "second", "--earlier", tmp_path / "first", *store)
    rounded = quarterday("report", "2021-22-Q2", "--to", tmp_path / "rounded", "--profile", "round5", *store)

    assert (first.code, second.code, rounded.code) == (0, 0, 0)
    assert "6 and 7 print as 5" in (tmp_path / "rounded" / "report.html").read_text(encoding="utf-8").replace("\n", " ")
    log = json.loads((tmp_path / "second" / "manifest.json").read_text(encoding="utf-8"))["disclosure"]
    assert log["numbers_hidden"]["hidden in an earlier edition"] > 0
    mixed = quarterday(
        "report", "2021-22-Q2", "--to", tmp_path / "mixed", "--profile", "ROUND5", "--earlier", tmp_path / "first", *store
    )
    assert mixed.code == exit_codes.REFUSED
    assert "Use --profile DFE_CIN" in mixed.everything.replace("\n", " ")
    assert not (tmp_path / "mixed").exists()


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--profile", "SECRET"), exit_codes.WRONG_USAGE, "'SECRET' is not a profile. Allowed are: DFE_CIN"),
        (("--profile", "MANAGEMENT"), exit_codes.WRONG_USAGE, "MANAGEMENT is not for the public"),
        (("--earlier", "nowhere"), exit_codes.UNREADABLE, "nowhere holds no manifest.json"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_written(
    small: Path, tmp_path: Path, options: tuple[str, str], code: int, words: str
) -> None:
    said = quarterday("report", "2021-22-Q2", "--to", tmp_path / "none", "--store", small / "store", *options)

    assert said.code == code
    assert words in said.everything.replace("\n", " ")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("content", ["not json", "[]", '{"report": "2021-22-Q1"}', '{"report": "soon", "published": []}'])
def test_an_edition_without_its_figures_is_no_edition(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_text(content, encoding="utf-8")

    with pytest.raises(EditionError, match="does not say which figures were shown"):
        read_edition(tmp_path)


def test_another_authoritys_edition_is_refused(small: Path) -> None:
    edition = read_edition(small / "report")

    assert refusal(edition, "X99000921", DFE_CIN) == ""
    assert "not of E06000046" in refusal(edition, "E06000046", DFE_CIN)


def test_a_suppressed_point_is_a_gap_that_the_chart_names() -> None:
    chart = Chart("k", "t", "c", "a", BAR, ("a", "b"), (Series("Per cent", (40.0, None), hidden=(1,)),), unit="%")

    assert chart.gaps == "Not shown, to protect children where numbers are small: b."
    assert chart.table().rows == (("a", 40.0), ("b", "[c]"))
    assert ">[c]</text>" in chart_svg(chart)


def test_rounded_percentages_come_from_the_rounded_counts() -> None:
    """7 of 23 prints as 5 of 25: 20 %; 30.4 % would give the 7 away."""
    indicator = BY_CODE["CPP-08"]
    rounded = printed(result("CPP-08", 7, 23, 30.43), indicator, ROUND5)

    assert (rounded.numerator, rounded.denominator) == (5, 25)
    assert Figure(indicator, rounded).words == "20.0 %"
    assert printed(result("CPP-01", 43, None, 43.0), BY_CODE["CPP-01"], ROUND5).value == 45
    assert printed(result("WRK-01", 43, 7, 6.1), BY_CODE["WRK-01"], ROUND5).numerator == 43  # staff, no children


def test_a_hidden_figure_keeps_nothing_but_its_name_and_an_unknown_one_stays_unknown() -> None:
    assert Figure(BY_CODE["CPP-08"], hidden(result("CPP-08", 7, 23, 30.4))).words == "[c]"
    assert hidden(result("CPP-08", 7, 23, 30.4)).numerator is None
    assert hidden(result("CPP-08", None, None, None, status="x")).status == "x"


def test_figures_of_the_same_children_are_one_quantity() -> None:
    count = quantities_of(BY_CODE["CPP-01"], result("CPP-01", 180))[0]
    assert quantities_of(BY_CODE["CPP-02"], result("CPP-02", 180, 24_000))[0] == count
    assert quantities_of(BY_CODE["CPP-08"], result("CPP-08", 15, 180))[1] == count
    long = quantities_of(BY_CODE["CPP-09"], result("CPP-09", 4))[0]
    assert quantities_of(BY_CODE["CPP-10"], result("CPP-10", 4, 180))[0] == long
    group = result("CPP-14", 60, 180, breakdown="category", group="neglect")
    assert quantities_of(BY_CODE["CPP-14"], group)[1] == count


def test_distinct_children_do_not_add_up_over_time_and_staff_are_no_children() -> None:
    started = quantities_of(BY_CODE["LAC-03"], result("LAC-03", 90))[0]
    assert isinstance(started, Counted)
    assert started.kind == "span"
    key: StatementKey = ("WRK-04", "snapshot", END, "all", "all")
    assert statement_of(BY_CODE["WRK-04"], result("WRK-04", 3, 60)).quantities == ()
    assert statement_of(BY_CODE["WRK-04"], result("WRK-04", 3, 60)).key == key


def test_what_children_are_need_or_come_to_is_sensitive_and_timeliness_is_not() -> None:
    assert is_sensitive("LAC-08", "all")
    assert is_sensitive("CPP-14i", "initial_category")
    assert is_sensitive("CPP-01", "ethnicity")
    assert not is_sensitive("CPP-15", "all")
    assert not is_sensitive("ASM-03", "team")


def test_every_declared_sum_names_indicators_that_there_are() -> None:
    codes = {term.code for declared in SUMS for term in declared.terms} | {
        str(c) for each in STOCKS_AND_FLOWS for c in each[:3]
    }

    assert codes - set(BY_CODE) <= PLANNED


def test_every_count_of_children_is_a_quantity() -> None:
    """So no indicator that is added escapes suppression by its kind."""
    for indicator in INDICATORS:
        if indicator.of.about_child and isinstance(indicator, Count):
            assert quantities_of(indicator, result(indicator.code, 3))[0] is not None
