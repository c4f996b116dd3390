"""`report`: four files and a manifest from the command line, also where settings are still those that were shipped."""

import json
from pathlib import Path

import pytest

from support.command_line import Said, quarterday
from support.loads import fingerprint
from support.plain_words import message_of, says_no_child

FILES = {"paper.docx", "presentation.pptx", "appendix.xlsx", "report.html"}


def report(store: Path, to: Path, *words: object) -> Said:
    return quarterday("report", *(words or ("2021-22-Q2",)), "--to", to, "--store", store)


def test_a_report_is_written_before_anyone_has_written_settings(kept: Path, tmp_path: Path) -> None:
    assert not (kept / "settings.toml").exists()
    said = report(kept, tmp_path / "report")
    assert said.code == 0, said.everything
    assert {path.name for path in (tmp_path / "report").iterdir()} == {*FILES, "manifest.json"}
    assert [Path(line).name for line in said.out.splitlines()] == [*FILES, "manifest.json"] or len(
        said.out.splitlines()
    ) == 5
    manifest = json.loads((tmp_path / "report" / "manifest.json").read_text())
    assert set(manifest["files"]) == FILES
    page = (tmp_path / "report" / "report.html").read_text()
    assert "cannot be said, as there is nothing to divide by" in page  # no team has a type yet (WRK-13)
    assert "assessment and safeguarding teams held cannot be said" in page
    assert "[z] cases" not in page
    assert "cases held in the named teams" not in page  # nothing is hidden there: there is nothing
    assert says_no_child(said)


WRONG = {
    "no period": (("soon",), 2, "2021-22-Q2"),
    "no audience": (("2021-22-Q2", "--audience", "press"), 2, "public, management"),
    "after the extract": (("2022-23-Q1",), 4, "after the extract"),
    "another submission": (("2021-22-Q2", "--submission", "9"), 4, "It has: 1."),
    "another authority": (("2021-22-Q2", "--authority", "E06000001"), 2, "X99000921"),
    "before all records": (("1901-02-Q2",), 4, "before the records begin on"),
    "a whole year": (("2021-22",), 2, "2021-22-Q4"),
    "a month": (("2021-09",), 2, "2021-22-Q2"),
    "a year to date": (("2021-22-Q2-ytd",), 2, "2021-22-Q2"),
    "a fifth quarter": (("2021-22-Q5",), 2, "2021-22-Q4 (January to March)"),
    "years that do not follow": (("2021-23-Q2",), 2, "is not a quarter"),
    "no words": (("",), 2, "is not a quarter"),
    "a far later quarter": (("2090-91-Q1",), 4, "after the extract"),
}


@pytest.mark.parametrize(("words", "code", "names"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_reported_is_refused_and_nothing_is_written(
    kept: Path, tmp_path: Path, words: tuple[str, ...], code: int, names: str
) -> None:
    assert names in message_of(report(kept, tmp_path / "report", *words), code)
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize("option", ["--commentary", "--template"])
def test_a_file_of_ours_that_is_not_there_is_named(kept: Path, tmp_path: Path, option: str) -> None:
    said = report(kept, tmp_path / "report", "2021-22-Q2", option, tmp_path / "nothing")
    assert "nothing" in message_of(said, 3)
    assert not (tmp_path / "report").exists()


def test_a_report_changes_no_submission(store: Path, tmp_path: Path) -> None:
    before = fingerprint(store / "submissions")
    assert report(store, tmp_path / "report", "2021-22-Q1", "--audience", "management").code == 0
    assert fingerprint(store / "submissions") == before
