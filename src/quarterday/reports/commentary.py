"""The service's own commentary, read from a text file by section."""

import re
from pathlib import Path

SECTIONS = ("1", "2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3")
"""Sections that have a place for commentary."""

_HEADING = re.compile(r"^#+\s*(\d(?:\.\d)?)\b")


class CommentaryError(Exception):
    """The commentary cannot be used; the message says why."""


def read_commentary(path: Path) -> dict[str, str]:
    """Section number → words. A line such as `# 2.3` begins a section.

    Raises CommentaryError where the file cannot be read as text, or has words that belong to no section of the report.
    """
    sections: dict[str, list[str]] = {}
    current: list[str] | None = None
    for number, line in enumerate(_lines(path), start=1):
        heading = _HEADING.match(line)
        if heading:
            current = sections.setdefault(heading[1], [])
        elif current is not None:
            current.append(line)
        elif line.strip():
            raise CommentaryError(
                f"Line {number} of {path} belongs to no section. Begin each section with a line such as '# 2.3'."
            )
    unknown = [section for section in sections if section not in SECTIONS]
    if unknown:
        raise CommentaryError(f"{path} has a section {unknown[0]}, which the report has not. It has: {', '.join(SECTIONS)}.")
    return {number: "\n".join(lines).strip() for number, lines in sections.items() if "".join(lines).strip()}


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise CommentaryError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CommentaryError(f"{path} is not text in UTF-8. Save it as UTF-8 and try again.") from None
