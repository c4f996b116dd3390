"""A cell of a workbook as text, and as the code that it stands for."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from quarterday.formats.spellings import SPELLINGS
from quarterday.records.code_list import CodeList
from quarterday.records.table import DATE, Column

ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
_LETTER = re.compile(r"^[a-z]\d?\)\s*", re.IGNORECASE)
_CODE = re.compile(r"^([A-Za-z0-9]{1,7})\s*[:\-–]\s")
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 80_000
"""Days since 30 December 1899 that a date of ours may be."""


def as_text(value: Any, column: Column) -> str:
    """What a cell holds, trimmed; whole numbers without a point; an Excel day number in a column of dates as a date."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int | float):
        if column.kind == DATE and _FIRST_SERIAL < value < _LAST_SERIAL:
            return (date(1899, 12, 30) + timedelta(days=int(value))).isoformat()
        return str(int(value)) if isinstance(value, int) or value.is_integer() else str(value)
    return " ".join(str(value).split())


def is_error(value: Any) -> bool:
    """Whether the cell holds an error of the workbook, such as #N/A."""
    return isinstance(value, str) and value.strip().upper() in ERRORS


def code_of(text: str, codes: CodeList, answers: Mapping[str, str]) -> tuple[str | None, bool]:
    """The code that a text stands for, and whether it could be told: the letter before the bracket means nothing.

    `answers` are wordings of this list alone; an empty answer is "not known".
    """
    plain = _LETTER.sub("", text).strip()
    if plain.lower() in answers:
        return answers[plain.lower()] or None, True
    known = {code.value.lower(): code.value for code in codes}
    labels = {code.label.lower(): code.value for code in codes}
    first = _CODE.match(plain)
    for said in (plain.lower(), first[1].lower() if first else "", _spelt(plain, codes).lower()):
        if said in known:
            return known[said], True
    if plain.lower() in labels:
        return labels[plain.lower()], True
    return (None, True) if plain.lower() == "unknown" else (plain, False)


def _spelt(plain: str, codes: CodeList) -> str:
    return SPELLINGS[codes.name](plain) if codes.name in SPELLINGS else plain
