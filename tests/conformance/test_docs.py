"""The generated pages of docs/ say what the code says."""

from pathlib import Path

import pytest

from quarterday.cli.docs import PAGES

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_current(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")

    assert page == PAGES[name](), f"docs/{name} differs from the code: run `make docs` and commit it."


def test_the_readme_names_commands_that_exist() -> None:
    import re

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = PAGES["command-line.md"]()

    named = set(re.findall(r"^(?:\.venv.bin.)?quarterday ([a-z]+)", readme, flags=re.MULTILINE))
    assert named
    assert all(f"## quarterday {name}\n" in commands for name in named)
