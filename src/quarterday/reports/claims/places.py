"""Finding the bindings in a section's words, each with its line and its sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from quarterday.reports.claims.language import Binding
from quarterday.reports.claims.parser import parse_binding
from quarterday.reports.claims.problems import BindingError, ClaimsError
from quarterday.reports.commentary import Words

_BRACES = re.compile(r"\{\{|\}\}")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)*]*\s+(?=[\"'“‘(*]*[A-Z0-9{\x00])|\n\s*\n")
_COVER = "\x00"
"""Stands for every character of a binding where sentences and pointers are looked for: commentary cannot hold it."""


@dataclass(frozen=True)
class Bound:
    """A binding in its place: section, line of the file, the stretch of the section's text, and its sentence as written."""

    section: str
    line: int
    start: int
    end: int
    sentence: tuple[int, int]
    binding: Binding


def bound_in(words: Words, source: str) -> list[Bound]:
    """Every binding of a section, in order.

    Raises ClaimsError with the line of the first one that cannot be understood.
    """
    text = words.text
    stretches = list(_stretches(words, source))
    sentences = sentences_of(covered(text, stretches))
    found = []
    for start, end in stretches:
        line = words.line_of(start)
        try:
            binding = parse_binding(text[start + 2 : end - 2])
        except BindingError as error:
            raise ClaimsError(f"Line {line} of {source}: {shown(text[start:end])} cannot be understood: {error}") from None
        found.append(Bound(words.section, line, start, end, sentence_at(sentences, start), binding))
    return found


def covered(text: str, stretches: list[tuple[int, int]]) -> str:
    """The text with every binding covered, each character by one: places stay what they are."""
    kept, at = [], 0
    for start, end in stretches:
        kept += [text[at:start], _COVER * (end - start)]
        at = end
    return "".join([*kept, text[at:]])


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text (with its bindings covered) begins and ends."""
    ends = [match.span() for match in _SENTENCE_END.finditer(text)]
    starts = [0, *[after for _, after in ends]]
    return list(zip(starts, [*[before for before, _ in ends], len(text) + 1], strict=True))


def sentence_at(sentences: list[tuple[int, int]], place: int) -> tuple[int, int]:
    """The sentence that a place lies in."""
    return sentences[bisect_right(sentences, place, key=lambda each: each[0]) - 1]


def _stretches(words: Words, source: str) -> Iterator[tuple[int, int]]:
    """From the opening to after the closing braces of each binding; braces do not nest."""
    opened: int | None = None
    for match in _BRACES.finditer(words.text):
        opens = match[0] == "{{"
        if opens == (opened is not None):
            start = match.start() if opened is None else opened
            raise ClaimsError(
                f"Line {words.line_of(start)} of {source}: {shown(words.text[start : start + 60])} has braces that do not "
                "match. A claim begins with {{ and ends with }}, with no other braces inside."
            )
        if opened is not None:
            yield opened, match.end()
        opened = match.start() if opens else None
    if opened is not None:
        raise ClaimsError(
            f"Line {words.line_of(opened)} of {source}: {shown(words.text[opened : opened + 60])} is not closed. End the "
            "claim with }}."
        )


def shown(text: str) -> str:
    """A binding in a message: on one line, and not longer than a line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 200 else f"{flat[:197]}..."
