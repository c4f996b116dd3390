"""`worklists`: a workbook a team, told to the access log, and refused beyond the records."""

import json
from pathlib import Path

import openpyxl
import pytest

from support.command_line import quarterday
from support.plain_words import message_of


def test_a_workbook_a_team_and_one_with_everything_are_written(store: Path, tmp_path: Path) -> None:
    said = quarterday("worklists", "--at", "2021-09-30", "--to", tmp_path / "lists", "--store", store)
    assert said.code == 0, said.everything
    written = {path.name for path in (tmp_path / "lists").iterdir()}
    assert {Path(line).name for line in said.out.splitlines()} == written
    assert "worklists.xlsx" in written
    assert len(written) > 2
    for name in written:
        openpyxl.load_workbook(tmp_path / "lists" / name).close()
    (entry,) = [json.loads(line) for line in (store / "access-log.jsonl").read_text().splitlines()]
    assert entry["what"] == "worklists at 2021-09-30"


@pytest.mark.parametrize(
    ("words", "code", "names"),
    [
        (("--at", "soon", "--to", "lists"), 2, "not a date"),
        (("--at", "2022-04-01", "--to", "lists"), 4, "after the extract of 2022-03-31"),
        (("--at", "2021-09-30", "--to", "lists", "--submission", "9"), 4, "It has: 1."),
    ],
)
def test_what_cannot_be_listed_is_refused_and_nothing_is_written(
    kept: Path, words: tuple[str, ...], code: int, names: str
) -> None:
    assert names in message_of(quarterday("worklists", *words, "--store", kept), code)
    assert not Path("lists").exists()


def test_a_place_that_is_a_file_is_refused(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Dear all")
    said = quarterday("worklists", "--at", "2021-09-30", "--to", tmp_path / "file", "--store", store)
    assert str(tmp_path / "file") in message_of(said, 4)
    assert (tmp_path / "file").read_text() == "Dear all"
