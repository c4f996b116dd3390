"""The service's own commentary, read from a text file by section."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

SECTIONS = ("1", "2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3")
"""Sections that have a place for commentary."""

LARGEST = 1_000_000
"""Bytes of a commentary; more is no commentary."""

_HEADING = re.compile(r"^#+\s*(\d(?:\.\d)?)\b")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class CommentaryError(Exception):
    """The commentary cannot be used; the message says why."""


@dataclass(frozen=True)
class Words:
    """The words of one section as written, line by line, with the number of each line in the file."""

    section: str
    lines: tuple[tuple[int, str], ...]

    @cached_property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(line for _, line in self.lines)

    def line_of(self, offset: int) -> int:
        """The number in the file of the line that a place in the text lies on."""
        return self.lines[bisect_right(self._starts, offset) - 1][0]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins in the text."""
        return list(accumulate((len(line) + 1 for _, line in self.lines), initial=0))[:-1]


def read_words(path: Path) -> dict[str, Words]:
    """Section number → its words with their lines; a line such as `# 2.3` begins one. Sections without words are left out.

    Raises CommentaryError where the file cannot be read as text, or has words that belong to no section of the report.
    """
    sections: dict[str, list[tuple[int, str]]] = {}
    current: list[tuple[int, str]] | None = None
    for number, line in enumerate(_lines(path), start=1):
        heading = _HEADING.match(line)
        if heading:
            current = sections.setdefault(heading[1], [])
        elif current is not None:
            current.append((number, line))
        elif line.strip():
            raise CommentaryError(
                f"Line {number} of {path} belongs to no section. Begin each section with a line such as '# 2.3'."
            )
    unknown = [section for section in sections if section not in SECTIONS]
    if unknown:
        raise CommentaryError(f"{path} has a section {unknown[0]}, which the report has not. It has: {', '.join(SECTIONS)}.")
    return {name: Words(name, tuple(lines)) for name, lines in sections.items() if any(text.strip() for _, text in lines)}


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > LARGEST:
            raise CommentaryError(f"{path} is larger than {LARGEST:,} bytes. Give the commentary alone, as text.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommentaryError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CommentaryError(f"{path} is not text in UTF-8. Save it as UTF-8 and try again.") from None
    strange = _CONTROL.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        raise CommentaryError(f"Line {line} of {path} holds a control character. Save the file as plain text and try again.")
    return text.split("\n")
