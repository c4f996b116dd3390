"""Published values: numbers as published, and why there is none where there is none."""

import math
from dataclasses import dataclass

REASONS = {
    "c": "suppressed: a number from 1 to 5, or a cell that would give one away",
    "x": "not available",
    "z": "not applicable",
    "u": "of low reliability",
    "k": "rounds to zero but is not zero",
    "low": "rounds to zero but is not zero",
}
"""Symbols of published files, and what they mean; never a number."""

OLD_SYMBOLS = {":": "x", "~": "low", "": "x"}
"""Symbols of older releases, and an empty cell, as today's."""

ENGLAND = "england"
REGION = "region"
AUTHORITY = "authority"
NEIGHBOURS = "neighbours"

SUPPRESSED = "c"

Cell = tuple[float | None, str]
"""A published cell: its number and no reason, or no number and the reason why."""

NO_CELL: Cell = (None, "x")


@dataclass(frozen=True)
class PublishedValue:
    """One published figure of one area and year. `value` is None where `reason` says why.

    `year` is the calendar year in which the reporting year ends (or the year of a 30 September census); `source` and
    `release` say which statistics and which file of them it comes from. `numerator` and `denominator` are the counts (or
    full-time equivalents, or people) behind it, where they are published.
    """

    code: str
    group: str
    year: int
    area_kind: str
    area: str
    value: float | None
    reason: str
    source: str
    release: str
    note: str = ""
    numerator: float | None = None
    denominator: float | None = None


class PublishedFileError(Exception):
    """A published file cannot be taken in; the message says why. Nothing was changed."""


class UnknownPublishedFileError(PublishedFileError):
    """A file is of no layout that Quarterday knows."""


class UnknownSymbolError(ValueError):
    """A cell is neither a number nor a symbol that published files use."""


def parsed(text: str | None) -> Cell:
    """A cell as number and reason: (41.4, "") or (None, "c").

    Raises UnknownSymbolError for anything that is neither a number of zero or more nor a known symbol.
    """
    try:
        return _number(text or ""), ""
    except ValueError:
        return _symbol(text or "")


def _number(text: str) -> float:
    number = float(text.replace(",", ""))
    if not math.isfinite(number) or number < 0:
        raise ValueError
    return number


def _symbol(text: str) -> Cell:
    clean = text.strip().lower()
    if clean in REASONS:
        return None, clean
    if clean in OLD_SYMBOLS:
        return None, OLD_SYMBOLS[clean]
    raise UnknownSymbolError(clean)
