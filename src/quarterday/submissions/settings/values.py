"""What a setting's value may be: a time, a number, or words, by the setting's name."""

from datetime import date
from typing import Any

from quarterday.submissions.settings.model import SettingsError

UNITS = ("working days", "days", "weeks", "months", "cases", "hundredths")

_TIMES = ("working days", "days", "weeks", "months")
_LIMIT_MONTHS = (1, 2, 3, 6, 9, 12, 15, 18, 21, 24)
"""Months that a limit may have: those that the table of deadlines looks up."""

_UNITS_OF: dict[str, tuple[str, ...]] = {
    "caseload threshold": ("cases", ""),
    "longest extract gap": ("days",),
    "longest silence": ("days",),
    "plan age gate": ("months",),
    "record limit": _TIMES,
    "review interval": _TIMES,
    "step-down limit": _TIMES,
    "step-down support": _TIMES,
    "supervision interval": _TIMES,
    "transfer scheme share": ("hundredths", ""),
    "visit interval": _TIMES,
}
"""Settings whose value is a number, with the units allowed; the value of every other setting is words."""

_WORDS_OF = {"visit counts when": ("seen", "any")}

_LARGEST = 100_000

Value = tuple[int | None, str]
"""The number of a value, and its unit or words."""


def value_of(name: str, value: Any, at: str) -> Value:
    """A setting's value as number and unit, or as words.

    Raises SettingsError where it is missing, or not what the setting of that name may be.
    """
    if name in _UNITS_OF:
        number, unit = _number_and_unit(value, at)
        _check_number(name, number, unit, at)
        return number, unit
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{at}: the value of '{name}' is missing. Write it as words in quotation marks.")
    words = value.strip()
    if words not in _WORDS_OF.get(name, (words,)):
        raise SettingsError(f"{at}: the value of '{name}' is one of: {', '.join(_WORDS_OF[name])}.")
    return None, words


def date_of(row: dict[str, Any], key: str, at: str) -> date | None:
    """A date of a row; None where it has none.

    Raises SettingsError where it is no date.
    """
    value = row.get(key)
    if value is None or (isinstance(value, date) and not hasattr(value, "hour")):
        return value
    raise SettingsError(f"{at}: '{key}' is not a date. Write it as 2021-04-01, without quotation marks.")


def number_of(row: dict[str, Any], key: str, at: str) -> float:
    """A number of a row, 0 where it has none.

    Raises SettingsError where it is no number.
    """
    value = row.get(key, 0)
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGEST:
        return float(value)
    raise SettingsError(f"{at}: '{key}' is not a number. Write it as 95, without quotation marks.")


def text_of(row: dict[str, Any], key: str, at: str) -> str:
    """Words of a row, empty where it has none.

    Raises SettingsError where they are not written in quotation marks.
    """
    value = row.get(key, "")
    if isinstance(value, str):
        return value
    raise SettingsError(f"{at}: '{key}' is written in quotation marks.")


def wanted_text(row: dict[str, Any], key: str, at: str) -> str:
    """Words of a row that must not be missing.

    Raises SettingsError where they are.
    """
    words = text_of(row, key, at).strip()
    if not words:
        raise SettingsError(f"{at}: it has no '{key}'. Write it in quotation marks.")
    return words


def wanted_date(row: dict[str, Any], key: str, at: str) -> date:
    """A date of a row that must not be missing.

    Raises SettingsError where it is.
    """
    day = date_of(row, key, at)
    if day is None:
        raise SettingsError(f"{at}: it has no '{key}'. Write it as 2021-04-01, without quotation marks.")
    return day


def texts_of(row: dict[str, Any], key: str, at: str) -> tuple[str, ...]:
    """A list of words of a row, empty where it has none.

    Raises SettingsError where it is no such list.
    """
    values = row.get(key, [])
    if isinstance(values, list) and all(isinstance(value, str) and value.strip() for value in values):
        return tuple(value.strip() for value in values)
    raise SettingsError(f'{at}: \'{key}\' is a list such as ["CPP-01", "CPP-03"].')


def _number_and_unit(value: Any, at: str) -> tuple[int, str]:
    if isinstance(value, int) and not isinstance(value, bool):
        return value, ""
    first, _, unit = str(value or "").strip().partition(" ")
    if not (first.isascii() and first.isdigit()):
        raise SettingsError(f'{at}: it has no value. Write a number, or a time such as "20 working days".')
    if unit not in UNITS:
        raise SettingsError(f"{at}: '{value}' has no known unit. Allowed are: {', '.join(UNITS)}.")
    return int(first[:9]), unit


def _check_number(name: str, number: int, unit: str, at: str) -> None:
    allowed = _UNITS_OF[name]
    if unit not in allowed:
        units = ", ".join(each for each in allowed if each)
        raise SettingsError(f"{at}: the value of '{name}' is a number of {units}, such as \"20 {allowed[0]}\".")
    if not 0 < number < _LARGEST:
        raise SettingsError(f"{at}: the value of '{name}' is more than 0 and less than {_LARGEST:,}.")
    if unit == "months" and allowed is _TIMES and number not in _LIMIT_MONTHS:
        known = ", ".join(str(months) for months in _LIMIT_MONTHS)
        raise SettingsError(f"{at}: a limit may be {known} months, not {number}. Write another time in weeks or days.")
