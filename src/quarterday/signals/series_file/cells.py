"""Cells: what is a number as people write it, and what names a period."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from quarterday.records.periods import PeriodError, parse_period

LONGEST_NUMBER = 60
NO_NUMBER = frozenset({"-", "..", ":", "~", "*", "c", "inf", "infinity", "n/a", "na", "nan", "none", "null", "z"})
"""Signs that stand where a number is missing."""

_PLAIN = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?", re.ASCII)
_UK_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", re.ASCII)
_ISO = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T ].*)?", re.ASCII)
_YEAR_MONTH = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})", re.ASCII)
_MONTH_YEAR = re.compile(r"(?:[0-9]{1,2}[ -])?([A-Za-z]{3})[a-z]*\.?[ -]?'?([0-9]{4}|[0-9]{2})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def number_in(cell: str) -> Fraction | None:
    """The number that a cell holds, exactly: 12, 1,234.5, 45 %, £16.80, -3, −3, 1e3; None for anything else."""
    text = cell.replace("\u2212", "-").removesuffix("%").removeprefix("£").strip()
    if _THOUSANDS.fullmatch(text):
        text = re.sub(r"[, \u00a0\u202f]", "", text)
    return Fraction(Decimal(text)) if len(text) <= LONGEST_NUMBER and _PLAIN.fullmatch(text) else None


def is_percent(cell: str) -> bool:
    """Whether a cell says that it is in per cent."""
    return cell.endswith("%")


def day_in(cell: str) -> date | None:
    """The first day that a period's name stands for; None where it is no date or period that is known."""
    try:
        return _day(cell)
    except (ValueError, PeriodError):
        return None


def _day(cell: str) -> date | None:
    if found := _ISO.fullmatch(cell):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _UK_DATE.fullmatch(cell):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := _YEAR_MONTH.fullmatch(cell):
        return date(int(found[1]), int(found[2]), 1)
    if (found := _MONTH_YEAR.fullmatch(cell)) and found[1].lower() in _MONTHS:
        year = int(found[2])
        return date(year if year > 99 else 2000 + year, _MONTHS.index(found[1].lower()) + 1, 1)
    return parse_period(cell).start
