"""Markdown that stays the same on every machine."""

from collections.abc import Iterable, Sequence

NOTICE = "<!-- Made by `make docs` from the code: change the code, not this page. -->"


def page(title: str, *parts: str) -> str:
    """A page: its title, the notice that it is generated, and its parts."""
    return "\n\n".join([f"# {title}", NOTICE, *[part.strip() for part in parts if part.strip()]]) + "\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; bars and line ends inside a cell are made harmless."""
    lines = [f"| {' | '.join(headings)} |", f"| {' | '.join('---' for _ in headings)} |"]
    lines += [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
