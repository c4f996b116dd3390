"""Published values: numbers as published, and why there is none where there is none."""

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

ENGLAND = "england"
REGION = "region"
AUTHORITY = "authority"
NEIGHBOURS = "neighbours"


@dataclass(frozen=True)
class PublishedValue:
    """One published figure of one area and year. `value` is None where `reason` says why.

    `year` is the calendar year in which the reporting year ends (or the year of a 30 September census); `source` and
    `release` say which file and vintage it comes from.
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


class PublishedFileError(Exception):
    """A published file cannot be taken in; the message says why. Nothing was changed."""


class UnknownPublishedFileError(PublishedFileError):
    """A file is of no layout that Quarterday knows."""


def parsed(text: str | None) -> tuple[float | None, str]:
    """A cell as number and reason: (41.4, "") or (None, "c"). An unknown symbol counts as not available."""
    clean = (text or "").strip()
    if clean in REASONS:
        return None, clean
    try:
        return float(clean.replace(",", "")), ""
    except ValueError:
        return None, "x"
