"""`example`: a made-up extract, in the formats that are written today, plainly labelled."""

import json
from pathlib import Path

import pytest

from support.command_line import quarterday
from support.plain_words import message_of

SMALL = ("--children", "80", "--from", "2020-04-01", "--to", "2021-03-31")


def test_an_example_is_an_extract_that_loads_and_says_that_it_is_made_up(tmp_path: Path) -> None:
    said = quarterday("example", tmp_path / "out", *SMALL)
    assert said.code == 0
    assert "Made-up records" in said.out
    assert "Made-up records" in (tmp_path / "out" / "README.txt").read_text()
    note = json.loads((tmp_path / "out" / "quarterday-extract.json").read_text())
    assert note == {"extract_date": "2021-03-31", "authority": "X99000921", "made_up": True, "covers_from": "2020-04-01"}

    loaded = quarterday("load", tmp_path / "out", "--store", tmp_path / "store")
    assert loaded.code == 0, loaded.everything
    assert "of X99000921" in loaded.out
    assert "extract of 2021-03-31" in loaded.out
    assert "made-up records" in quarterday("submissions", "--store", tmp_path / "store").out


def test_the_same_seed_writes_the_same_files(tmp_path: Path) -> None:
    for name, seed in (("one", "7"), ("two", "7"), ("three", "8")):
        assert quarterday("example", tmp_path / name, *SMALL, "--seed", seed).code == 0
    files = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two", "three")]
    assert files[0] == files[1] != files[2]


def test_all_formats_stand_side_by_side_and_each_loads(tmp_path: Path) -> None:
    assert quarterday("example", tmp_path / "out", *SMALL, "--format", "all").code == 0
    assert {path.name for path in (tmp_path / "out").iterdir() if path.is_dir()} == {"ssd", "annex-a"}
    for name in ("ssd", "annex-a"):
        said = quarterday("load", tmp_path / "out" / name, "--store", tmp_path / name)
        assert said.code in {0, 1}, said.everything
        assert "of X99000921" in said.out


def test_no_errors_means_no_finding_of_an_error_that_was_made(tmp_path: Path) -> None:
    found = []
    for rate in ("0", "20"):
        assert quarterday("example", tmp_path / rate, *SMALL, "--children", "400", "--errors", rate).code == 0
        findings = json.loads(quarterday("check", tmp_path / rate, "--json").out)
        found.append(sum(each["wrong"] for each in findings))
    assert found[0] < found[1]


@pytest.mark.parametrize("name", ["cin", "ssda903"])
def test_a_format_that_comes_later_is_refused_plainly(tmp_path: Path, name: str) -> None:
    message = message_of(quarterday("example", tmp_path / "out", "--format", name), 4)
    assert f"The format {name} is not written yet" in message
    assert "ssd, annex-a, all" in message
    assert not (tmp_path / "out").exists()


WRONG = {
    "no format": (("--format", "pdf"), "ssd, annex-a, all"),
    "no date": (("--from", "once"), "'once' is not a date"),
    "dates the wrong way": (("--from", "2022-01-01", "--to", "2021-01-01"), "must lie before"),
    "before the calendar": (("--from", "1985-01-01"), "2002 to 2027"),
    "beyond the calendar": (("--to", "2031-01-01"), "2002 to 2027"),
    "too few children": (("--children", "49"), "50"),
    "errors below none": (("--errors", "-1"), "0"),
}


@pytest.mark.parametrize(("words", "names"), WRONG.values(), ids=WRONG)
def test_what_is_asked_wrongly_ends_with_two_and_writes_nothing(tmp_path: Path, words: tuple[str, ...], names: str) -> None:
    said = quarterday("example", tmp_path / "out", *words)
    assert said.code == 2
    assert names in said.err
    assert not (tmp_path / "out").exists()


def test_nothing_that_exists_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear all")
    (tmp_path / "file").write_text("Dear all")
    for name in ("full", "file"):
        assert "nothing is overwritten" in message_of(quarterday("example", tmp_path / name, *SMALL), 2)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("seed", range(4))
def test_the_smallest_authority_for_the_shortest_time_can_be_made(tmp_path: Path, seed: int) -> None:
    words = ("--children", "50", "--from", "2021-03-30", "--to", "2021-03-31", "--seed", seed)
    assert quarterday("example", tmp_path / "out", *words).code == 0
