"""`demo`: example, load and report in one; `doctor`: is everything in place."""

import os
import re
import shlex
from pathlib import Path

import pytest

from support.command_line import Said, quarterday
from support.plain_words import message_of

SMALL = ("--children", "150", "--until", "2021-12-31")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    folder = tmp_path_factory.mktemp("with space") / "the demo"
    return folder, quarterday("demo", "--to", folder, *SMALL)


def test_it_ends_well_and_says_where_to_look(demo: tuple[Path, Said]) -> None:
    folder, said = demo
    assert said.code == 0, said.everything
    named = [Path(line.strip()) for line in said.out.splitlines() if line.startswith("  ") and "report" in line]
    assert {path.name for path in named} == {
        "paper.docx", "presentation.pptx", "appendix.xlsx", "report.html", "manifest.json"
    }  # fmt: skip
    assert all(path.is_file() for path in named)
    assert "made-up records; the comparators beside them are real" in said.out
    assert folder.is_dir()


def test_every_command_that_it_proposes_works_as_it_stands(demo: tuple[Path, Said]) -> None:
    folder, said = demo
    proposed = [shlex.split(line) for line in said.out.splitlines() if line.strip().startswith("quarterday ")]
    assert len(proposed) >= 3
    for words in proposed:
        answer = quarterday(*words[1:])
        assert answer.code == 0, (words, answer.everything)
    assert (folder / "store").is_dir()


def test_a_demo_is_made_anew_but_nothing_else_is_cleared(demo: tuple[Path, Said], tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "letter.txt").write_text("Dear all")
    (tmp_path / "file").write_text("Dear all")
    for words in (
        ("--to", tmp_path / "ours"),
        ("--to", tmp_path / "file"),
        ("--to", tmp_path / "new", "--store", tmp_path / "ours"),
        ("--to", tmp_path / "new", "--until", "2021-06-30"),
        ("--to", tmp_path / "new", "--until", "soon"),
    ):
        message_of(quarterday("demo", *words, *SMALL[:2]), 2)
    assert (tmp_path / "ours" / "letter.txt").exists()
    assert not (tmp_path / "new").exists()


def test_the_doctor_finds_a_whole_store_whole(kept: Path) -> None:
    said = quarterday("doctor", "--store", kept)
    assert said.code == 0
    assert re.search(r"Submission 1: \d+ tables, whole", said.out)
    assert "DuckDB" in said.out
    assert said.out.strip().endswith("Everything is in place.")


def test_the_doctor_of_no_store_makes_none(tmp_path: Path) -> None:
    said = quarterday("doctor", "--store", tmp_path / "none")
    assert said.code == 0
    assert "holds no submission yet" in said.out
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(os.name != "posix", reason="permissions of Unix")
def test_a_new_store_is_its_owners_alone_and_the_doctor_says_where_it_is_not(store: Path, kept: Path) -> None:
    assert kept.stat().st_mode & 0o077 == 0
    assert "may look into" not in quarterday("doctor", "--store", store).out
    store.chmod(0o755)
    said = quarterday("doctor", "--store", store)
    assert said.code == 0
    assert "every user of this machine may look into" in said.out
