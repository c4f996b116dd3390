"""Which pages are generated, and writing them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from quarterday.cli.docs.checks import checks
from quarterday.cli.docs.command_line import command_line
from quarterday.cli.docs.data_dictionary import data_dictionary
from quarterday.cli.docs.definitions import definitions
from quarterday.cli.docs.settings_page import settings

PAGES: Mapping[str, Callable[[], str]] = {
    "data-dictionary.md": data_dictionary,
    "indicators.md": definitions,
    "checks.md": checks,
    "settings.md": settings,
    "command-line.md": command_line,
}
"""File name → how its text is made."""


def write_pages(folder: Path) -> list[Path]:
    """Write every generated page into a folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (folder / name).write_text(make(), encoding="utf-8", newline="\n")
    return [folder / name for name in PAGES]
