"""`quarterday signal`: files and indicators, words and JSON, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from support.command_line import quarterday
from support.small_example import AUTHORITY, write_small_example

ONE_WILD = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def csv(folder: Path, text: str) -> Path:
    path = folder / "series.csv"
    path.write_text(text, encoding="utf-8")
    return path


def values_of(path: Path, *options: object) -> dict[str, Any]:
    said = quarterday("signal", path, "--json", *options)
    assert said.code == 0, said.err
    return json.loads(said.out)


@pytest.fixture
def one_wild(tmp_path: Path) -> Path:
    return csv(tmp_path, "value\n" + "\n".join(map(str, ONE_WILD)))


def test_json_has_the_keys_of_the_contract(one_wild: Path) -> None:
    values = values_of(one_wild)

    assert {"mean", "lower", "upper", "points", "variation", "assurance"} <= set(values)
    assert {"value", "signal", "rule", "direction"} <= set(values["points"][0])
    assert [round(values[key], 4) for key in ("mean", "lower", "upper")] == [1.9444, -0.7156, 4.6044]
    wild = values["points"][4]
    assert (wild["value"], wild["signal"], wild["rule"], wild["direction"]) == (10, True, "outside", "up")
    steady = values["points"][0]
    assert (steady["signal"], steady["rule"], steady["direction"]) == (False, None, None)
    assert values["variation"] == "Common cause: no significant change"
    assert values["assurance"] is None


def test_screening_off_on_request(one_wild: Path) -> None:
    values = values_of(one_wild, "--no-screening")

    assert [round(values[key], 4) for key in ("lower", "upper")] == [-3.0626, 6.9515]


def test_target_and_improvement_give_the_assurance(one_wild: Path) -> None:
    assert values_of(one_wild, "--target", 5, "--improvement", "up")["assurance"] == "Will consistently fail the target"
    assert values_of(one_wild, "--target", 5, "--improvement", "down")["assurance"] == "Will consistently pass the target"
    assert values_of(one_wild, "--target", 2)["assurance"] == "Will hit or miss the target"


def test_run_length_and_baseline_are_parameters(tmp_path: Path) -> None:
    path = csv(tmp_path, "\n".join(map(str, [20, 1, 2, 3, 4, 5, 6, 0, 20, 1, 19, 2, 18])))
    assert "trend" not in [point["rule"] for point in values_of(path)["points"]]
    assert [point["rule"] for point in values_of(path, "--run-length", 6)["points"]][1:7] == ["trend"] * 6
    assert values_of(path, "--baseline", 12)["baseline"] == 12


def test_limits_are_drawn_within_what_is_possible(tmp_path: Path) -> None:
    percent = csv(tmp_path, "month,value\n" + "\n".join(f"2021-{n:02d},{99 + n % 2}%" for n in range(1, 13)))
    values = values_of(percent)

    assert values["upper"] > 100
    assert values["shown_upper"] == 100
    assert values_of(percent, "--ceiling", 101)["shown_upper"] == 101


def test_a_file_is_rebased_only_with_its_record(tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        "month,value\n" + "\n".join(f"{2020 + n // 12}-{n % 12 + 1:02d},{n % 2 + 10 * (n > 13)}" for n in range(28)),
    )
    rebased = values_of(path, "--rebase", "2021-03", "New team", "Director", "2021-06-01")

    assert [group["first"] for group in rebased["groups"]] == [1, 15]
    assert rebased["groups"][1]["rebase"] == {"reason": "New team", "author": "Director", "recorded": "2021-06-01"}
    assert len(values_of(path)["groups"]) == 1
    assert any("may be considered" in note for note in values_of(path)["notes"])
    assert quarterday("signal", path, "--rebase", "2021-03", "", "Director", "2021-06-01").code == 2
    assert quarterday("signal", path, "--rebase", "2021-03", "New team", "Director", "soon").code == 2
    assert quarterday("signal", path, "--rebase", "2031-03", "New team", "Director", "2021-06-01").code == 2


def test_denominators_that_vary_bring_limits_that_allow_for_them(tmp_path: Path) -> None:
    rows = "\n".join(f"2021-{n:02d},{50 + n},{100 * n}" for n in range(1, 13))
    values = values_of(csv(tmp_path, f"month,value,denominator\n{rows}"))

    assert len(values["proportions"]["points"]) == 12
    assert values["proportions"]["points"][0]["upper"] > values["proportions"]["points"][11]["upper"]


def test_a_file_of_days_is_judged_by_the_time_between(tmp_path: Path) -> None:
    path = csv(tmp_path, "day\n2021-01-01\n2021-02-01\n2021-03-03\n2021-04-01\n")

    assert [gap["days"] for gap in values_of(path, "--dates")["gaps"]] == [31, 30, 29]
    assert "typically 30" in quarterday("signal", path, "--dates").out


def test_words_for_people(one_wild: Path) -> None:
    said = quarterday("signal", one_wild, "--improvement", "up", "--target", 5)

    assert "Common cause: no significant change." in said.out
    assert "Will consistently fail the target of 5." in said.out
    assert "mean 1.9444, limits -0.7156 and 4.6044, from 18 points." in said.out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("value\n1\nmany\n", "series.csv, row 3: the value in column 1 is not a number"),
        ("month,value\n2021-01,1\n2021-02,\n", "series.csv, row 3: the value in column 2 is empty"),
        ("", "series.csv is empty"),
        ("value\n", "a heading and no values"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_so_with_its_row(tmp_path: Path, text: str, message: str) -> None:
    said = quarterday("signal", csv(tmp_path, text), "--json")

    assert (said.code, said.out) == (3, "")
    assert message in said.err


def test_a_missing_file_is_unreadable_and_a_missing_code_wrong_usage(tmp_path: Path) -> None:
    assert quarterday("signal", tmp_path / "none.csv").code == 3
    said = quarterday("signal", "CPP-99")
    assert said.code == 2
    assert "is not an indicator" in said.err


def test_one_value_is_too_few(tmp_path: Path) -> None:
    said = quarterday("signal", csv(tmp_path, "5\n"))

    assert said.code == 4
    assert "at least 2 points" in said.err


@pytest.mark.parametrize(
    "options",
    [
        ("--improvement", "good"),
        ("--run-length", 3),
        ("--baseline", 1),
        ("--from", "2021-01"),
        ("--all",),
        ("--target", "nan"),
    ],
)
def test_wrong_usage(one_wild: Path, options: tuple[object, ...]) -> None:
    assert quarterday("signal", one_wild, *options).code == 2


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signals")
    extract = write_small_example(folder / "extract")
    said = quarterday("load", extract, "--store", folder / "store", "--authority", AUTHORITY, "--as-at", "2022-03-31")
    assert said.code in {0, 1}, said.err
    return folder / "store"


def test_a_flow_code_gives_its_monthly_chart(store: Path) -> None:
    said = quarterday("signal", "REF-01", "--store", store, "--from", "2020-04", "--to", "2021-09", "--json")
    values = json.loads(said.out)

    assert (values["method"], values["code"]) == ("xmr", "REF-01")
    assert [values["points"][place]["period"] for place in (0, -1)] == ["2020-04", "2021-09"]


def test_a_stock_code_gives_its_band_and_says_why(store: Path) -> None:
    said = quarterday("signal", "CIN-01", "--store", store, "--to", "2022-03", "--json")
    values = json.loads(said.out)

    assert values["method"] == "band"
    assert "would call a special cause in most months of a stable system" in values["why"]
    assert {"mean", "lower", "upper", "points", "variation", "assurance"} <= set(values)
    assert {"value", "signal", "rule", "direction"} <= set(values["points"][-1])


def test_a_stock_without_records_is_refused_with_the_reason(store: Path) -> None:
    said = quarterday("signal", "WRK-01", "--store", store)

    assert said.code == 4
    assert "a quotient has no starts and durations" in said.err


def test_every_indicator_on_one_page(store: Path) -> None:
    page = json.loads(quarterday("signal", "--all", "--store", store, "--json").out)

    assert page["caution"].startswith(f"{page['signals']} of {page['judged']} indicators")
    assert {"code", "title", "value", "variation", "assurance", "direction"} <= set(page["indicators"][0])


def test_settings_that_name_no_indicator_are_refused(store: Path) -> None:
    settings = store / "settings.toml"
    kept = settings.read_text(encoding="utf-8") if settings.exists() else ""
    settings.write_text(
        kept + '\n[[event]]\ndate = 2020-03-23\ntext = "x"\nowner = "y"\nindicators = ["CPP-99"]\n', encoding="utf-8"
    )
    said = quarterday("signal", "CPP-03", "--store", store)
    settings.write_text(kept, encoding="utf-8")

    assert said.code == 2
    assert "'CPP-99'" in said.err


def test_an_empty_store_is_refused(tmp_path: Path) -> None:
    assert quarterday("signal", "CPP-03", "--store", tmp_path / "none").code == 4
