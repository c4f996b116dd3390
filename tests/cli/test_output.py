"""What is printed: words from files are shown and never obeyed; a closed pipe or a poor terminal is no fault."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quarterday.cli import exit_codes
from support.command_line import command, quarterday, run

ODD = ["[/red]North", "[bold]South", "Łódź 日本", "\x1b[31mEast", ":house: West", "a\x07bell"]


@pytest.fixture
def odd(store: Path, tmp_path: Path) -> Path:
    """The store with teams of strange names."""
    (tmp_path / "odd").mkdir()
    with (tmp_path / "odd" / "ssd_department.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("dept_team_id", "dept_team_name"), *enumerate(ODD)])
    assert quarterday("load", tmp_path / "odd", "--store", store, "--as-at", "2022-03-31").code in {0, 1}
    return store


def test_names_of_teams_are_shown_as_they_are_without_what_steers_a_terminal(odd: Path) -> None:
    said = quarterday("settings", "check", "--store", odd)
    assert said.code == 0, said.everything
    for name in ("[/red]North", "[bold]South", "Łódź 日本", ":house: West", "a\ufffdbell", "\ufffd[31mEast"):
        assert name in said.out
    assert "\x1b" not in said.out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_without_a_letter_shows_its_number(odd: Path, encoding: str) -> None:
    done = subprocess.run(
        command("settings", "check", "--store", odd),
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert ("Łódź" if encoding == "utf-8" else "\\u0141") in done.stdout.decode(encoding)


def test_csv_is_utf_8_whatever_the_terminal(odd: Path, kept: Path) -> None:
    words = ("measure", "CPP-01", "--at", "2021-09-30", "--by", "team", "-o", "csv", "--store", kept)
    assert run(*words, PYTHONIOENCODING="ascii") == quarterday(*words)


@pytest.mark.skipif(os.name != "posix", reason="pipes of Unix")
@pytest.mark.parametrize(
    "words",
    [("measure", "--at", "2021-09-30", "-o", "csv"), ("measure", "--at", "2021-09-30"), ("submissions",)],
    ids=["csv", "table", "list"],
)
def test_a_reader_that_has_had_enough_is_neither_a_finding_nor_a_fault(kept: Path, words: tuple[str, ...]) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with subprocess.Popen(command(*words, "--store", kept), stdout=writes, stderr=subprocess.PIPE) as process:
        os.close(writes)
        said = process.communicate(timeout=120)[1].decode()
    assert process.returncode == exit_codes.CLOSED
    assert "Traceback" not in said
    assert "Broken" not in said


def test_progress_and_reasons_never_stand_among_the_figures(kept: Path) -> None:
    said = quarterday("measure", "--at", "2021-09-30", "-o", "csv", "--store", kept)
    width = len(said.out.splitlines()[0].split(","))
    assert all(len(row) == width for row in csv.reader(said.out.splitlines()))


def test_a_fault_of_the_program_tells_its_place_and_never_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    from quarterday.cli import doctor

    def fails(*_: object) -> None:
        raise ValueError("Zzchild was born on 1 January 2010")

    monkeypatch.setattr(doctor, "_versions", fails)
    said = quarterday("doctor")
    assert said.code == exit_codes.FAILED
    assert "ValueError at" in said.err
    assert "Zzchild" not in said.everything
    assert "Traceback" not in said.err


def test_who_stops_a_command_is_told_so_and_not_of_a_fault() -> None:
    """A query that is stopped ends in an error of the engine's own, which is no fault of Quarterday's."""
    stopped = """
import os, signal, time
import quarterday.cli.application as commands
from quarterday.cli import main

def application():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(5)
    except KeyboardInterrupt:
        raise RuntimeError("Query interrupted") from None

commands.application = application
main()
"""
    said = subprocess.run([sys.executable, "-c", stopped], capture_output=True, text=True, timeout=60, check=False)
    assert said.returncode == exit_codes.INTERRUPTED
    assert said.stderr == "Stopped.\n"
