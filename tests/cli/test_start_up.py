"""A command pays for what it needs: help and usage errors load none of the heavy libraries, and no command all of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from quarterday.cli import exit_codes
from quarterday.cli.application import COMMANDS
from support.command_line import quarterday

HEAVY = {
    "docx", "docxtpl", "duckdb", "holidays", "numpy", "pptx", "pyarrow", "python_calamine", "scipy", "sqlglot", "xlsxwriter",
}  # fmt: skip
"""Libraries that take longer to load than the words of a help page."""

_RUN = """
import sys
from quarterday.cli import main
sys.argv = ["quarterday", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    print("code", end.code or 0)
print("loaded", *sorted({name.split(".")[0] for name in sys.modules}))
"""


def loaded_by(*words: str) -> tuple[int, set[str]]:
    """The exit code of a command run as a process of its own, and the libraries that it had loaded at its end."""
    done = subprocess.run([sys.executable, "-c", _RUN, *words], capture_output=True, text=True, timeout=120, check=True)
    lines = done.stdout.splitlines()
    code = next((int(line.split()[1]) for line in lines if line.startswith("code ")), 0)
    return code, set(lines[-1].split()[1:])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--help",), 0),
        (("--version",), 0),
        (("nonsense",), exit_codes.WRONG_USAGE),
        (("report", "2021-22", "--to", "nowhere"), exit_codes.WRONG_USAGE),
        (("measure",), exit_codes.WRONG_USAGE),
        (("measure", "--at", "soon"), exit_codes.WRONG_USAGE),
        (("measure", "--months", "2021-09", "2021-01"), exit_codes.WRONG_USAGE),
        (("children", "CPP-01", "--at", "2021-09-30", "--identify"), exit_codes.WRONG_USAGE),
        (("children", "CPP-01"), exit_codes.WRONG_USAGE),
        (("worklists", "--at", "tomorrow", "--to", "nowhere"), exit_codes.WRONG_USAGE),
        (("signal",), exit_codes.WRONG_USAGE),
        (("claims", "words.md", "--period", "Christmas"), exit_codes.WRONG_USAGE),
        (("load", "--as-at", "soon", "extract"), exit_codes.WRONG_USAGE),
        (("example", "out", "--format", "pdf"), exit_codes.WRONG_USAGE),
        (("indicators", "--dialect", "latin"), exit_codes.WRONG_USAGE),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_help_and_usage_errors_load_nothing_heavy(words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    ended, libraries = loaded_by(*words)

    assert ended == code
    assert not libraries & HEAVY


def test_no_command_loads_anything_heavy_before_it_works() -> None:
    every = "".join(f"import quarterday.cli.{name}\n" for name in COMMANDS)
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{every}print(*{{name.split('.')[0] for name in sys.modules}})"],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip

    assert not set(done.stdout.split()) & HEAVY


def test_listing_submissions_needs_no_engine_and_no_office_files(kept: Path) -> None:
    code, libraries = loaded_by("submissions", "--store", str(kept))

    assert code == 0
    assert "pyarrow" in libraries
    assert not libraries & {"duckdb", "scipy", "sqlglot", "docx", "pptx", "xlsxwriter"}


def test_measuring_needs_no_office_files_and_no_statistics(kept: Path) -> None:
    code, libraries = loaded_by("measure", "CPP-01", "--at", "2021-09-30", "--store", str(kept))

    assert code == 0
    assert "duckdb" in libraries
    assert not libraries & {"scipy", "docx", "docxtpl", "pptx", "xlsxwriter", "python_calamine"}


def test_reading_extracts_needs_nothing_that_writes_office_files() -> None:
    code, libraries = loaded_by("check", "no-such-extract")

    assert code == exit_codes.UNREADABLE
    assert not libraries & {"scipy", "docx", "docxtpl", "pptx", "xlsxwriter"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_is_listed_has_help_of_its_own(name: str) -> None:
    said = quarterday(name, "--help")

    assert said.code == 0
    assert f"quarterday {name}" in said.out
    assert COMMANDS[name] in quarterday("--help").out
