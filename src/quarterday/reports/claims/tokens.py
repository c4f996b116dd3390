"""The words of a binding: words, quoted text, and the signs = and |."""

from dataclasses import dataclass

from quarterday.reports.claims.problems import BindingError

WORD, QUOTED, SIGN = "word", "quoted", "sign"
_SIGNS = "=|"
_OPENING = {'"': '"', "“": "”"}
"""Quotation marks that open a text, and what closes each; word processors turn the straight ones."""


@dataclass(frozen=True)
class Token:
    """One word, quoted text or sign."""

    kind: str
    text: str


def tokens(text: str) -> list[Token]:
    """The tokens of a binding without its braces.

    Raises BindingError where a quotation does not end.
    """
    found: list[Token] = []
    at = 0
    while at < len(text):
        mark = text[at]
        if mark.isspace():
            at += 1
        elif mark in _SIGNS:
            found.append(Token(SIGN, mark))
            at += 1
        elif mark in _OPENING:
            inside, at = _quotation(text, at + 1, _OPENING[mark])
            found.append(Token(QUOTED, inside))
        else:
            word, at = _word(text, at)
            found.append(Token(WORD, word))
    return found


def _quotation(text: str, start: int, closing: str) -> tuple[str, int]:
    """The text up to the closing mark (a backslash keeps the mark after it), and where it goes on."""
    kept: list[str] = []
    at = start
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text):
            kept.append(text[at + 1])
            at += 2
        elif text[at] == closing:
            return " ".join("".join(kept).split()), at + 1
        else:
            kept.append(text[at])
            at += 1
    raise BindingError(f"the quotation that begins with '{_short(text[start:])}' does not end. Close it with {closing}.")


def _word(text: str, start: int) -> tuple[str, int]:
    at = start
    while at < len(text) and not text[at].isspace() and text[at] not in _SIGNS and text[at] not in _OPENING:
        at += 1
    return text[start:at], at


def _short(text: str) -> str:
    return text[:20].strip()
