"""The commands and options that others call (DESIGN §7): their names, their help and their exit codes."""

from pathlib import Path

import pytest

from quarterday.cli import exit_codes
from support.command_line import command, quarterday, run
from support.plain_words import message_of

OPTIONS = {
    "example": ("OUT", "--format", "--children", "--from", "--to", "--seed", "--errors"),
    "check": ("sources...", "--json", "--csv", "--authority"),
    "load": ("sources...", "--authority", "--as-at", "--covers-from", "--only"),
    "submissions": ("show", "restore"),
    "submissions show": ("number",),
    "submissions restore": ("number",),
    "indicators": ("code", "--dialect"),
    "measure": ("codes...", "--at", "--period", "--months", "--by", "--submission", "-o", "--authority"),
    "children": ("code", "--at", "--period", "--by", "--identify", "--reason", "--submission", "--authority"),
    "worklists": ("--at", "--to", "--authority"),
    "settings": ("check",),
    "settings check": ("--authority",),
    "benchmarks": ("add", "list"),
    "benchmarks add": ("files...",),
    "benchmarks list": (),
    "report": ("period", "--to", "--audience", "--authority"),
    "demo": ("--to",),
    "doctor": (),
}


@pytest.mark.parametrize("name", OPTIONS)
def test_every_command_explains_itself_with_the_options_of_the_contract(name: str) -> None:
    said = quarterday(*name.split(), "--help")
    assert said.code == 0
    assert said.err == ""
    assert all(option in said.out for option in OPTIONS[name])
    if name != "benchmarks":  # its commands carry it
        assert "--store" in said.out


def test_the_exit_codes_are_those_of_the_contract() -> None:
    codes = exit_codes.DONE, exit_codes.BLOCKING_FINDINGS, exit_codes.WRONG_USAGE, exit_codes.UNREADABLE, exit_codes.REFUSED
    assert codes == (0, 1, 2, 3, 4)


def test_alone_it_lists_its_commands_and_counts_as_wrong_usage() -> None:
    said = quarterday()
    assert said.code == 2
    assert all(name in said.err for name in OPTIONS if " " not in name)


def test_the_version_is_told() -> None:
    said = quarterday("--version")
    assert said.code == 0
    assert said.out.startswith("Quarterday ")


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("submissions", "nonsense"),
        ("measure", "--nonsense"),
        ("submissions", "show"),
        ("submissions", "show", "first"),
        ("children",),
        ("report", "2021-22-Q2"),
        ("worklists", "--to", "x"),
        ("example",),
        ("check",),
        ("load",),
        ("benchmarks", "add"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two_and_names_the_help(words: tuple[str, ...]) -> None:
    said = quarterday(*words)
    assert said.code == 2
    assert "--help" in said.err
    assert "Traceback" not in said.err
    assert not any(Path().iterdir())


@pytest.mark.parametrize(
    "words",
    [
        ("submissions",),
        ("submissions", "show", "1"),
        ("submissions", "restore", "1"),
        ("measure", "CPP-01", "--at", "2021-09-30"),
        ("children", "CPP-01", "--at", "2021-09-30"),
        ("worklists", "--at", "2021-09-30", "--to", "lists"),
        ("settings", "check"),
        ("report", "2021-22-Q2", "--to", "report"),
    ],
    ids=" ".join,
)
def test_without_a_store_every_reading_command_says_what_to_do_and_makes_nothing(words: tuple[str, ...]) -> None:
    message = message_of(quarterday(*words), 4)
    assert "holds no submission" in message
    assert "quarterday load" in message
    assert not any(path for path in Path().rglob("*") if path.name != "lock" and path.is_file())


def test_the_store_may_be_named_by_the_environment(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUARTERDAY_STORE", str(kept))
    for words in (("submissions",), ("submissions", "show", "1"), ("settings", "check"), ("doctor",)):
        said = quarterday(*words)
        assert said.code == 0, said.everything
    assert "Submission 1" in quarterday("doctor").out


def test_the_installed_command_and_the_module_are_one(kept: Path) -> None:
    said = run("measure", "CPP-01", "--at", "2021-09-30", "-o", "csv", "--store", kept)
    assert said == quarterday("measure", "CPP-01", "--at", "2021-09-30", "-o", "csv", "--store", kept)
    assert command("doctor")[1:] == ["-m", "quarterday", "doctor"]


@pytest.mark.parametrize("words", [("change",), ("compare",), ("signal",)], ids=" ".join)
def test_later_commands_explain_themselves_too(words: tuple[str, ...]) -> None:
    said = quarterday(*words, "--help")
    assert said.code == 0
    assert "--store" in said.out
