"""Which column of a file is the value, and which others belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from quarterday.signals.series import SeriesFileError
from quarterday.signals.series_file.cells import NO_NUMBER, day_in, number_in
from quarterday.signals.series_file.grid import Row

_VALUES = ("value", "values", "y", "figure", "count", "number", "percentage", "percent", "rate", "%", "n")
_PERIODS = ("period", "period_start", "date", "month", "quarter", "year", "week", "day", "time", "when", "period_end", "t")
_NUMERATORS = ("numerator",)
_DENOMINATORS = ("denominator", "of")


@dataclass(frozen=True)
class Columns:
    """Places of the columns (from 0), and whether the first row is a heading."""

    heading: bool
    value: int
    period: int | None = None
    numerator: int | None = None
    denominator: int | None = None


def columns_of(rows: Sequence[Row], name: str, wanted: str | None = None) -> Columns:
    """The columns of a file's rows.

    `wanted` is a heading or a column's number (from 1). Raises SeriesFileError where no column, or more than one, may
    be the value; the message names the columns.
    """
    first = rows[0]
    heading = _is_heading(first)
    names = [cell.lower() for cell in first.cells] if heading else [""] * len(first.cells)
    value = _wanted(wanted, names, name) if wanted else _value(rows[heading:], names, name)
    return Columns(
        heading,
        value,
        _period(rows[heading:], names, value),
        _named(names, _NUMERATORS, value),
        _named(names, _DENOMINATORS, value),
    )


def _is_heading(row: Row) -> bool:
    """A first row is a heading unless it holds a number, a date, or a sign that stands for a missing number."""
    return not any(number_in(cell) is not None or day_in(cell) or cell.lower() in NO_NUMBER for cell in row.cells)


def _wanted(wanted: str, names: Sequence[str], name: str) -> int:
    if wanted.strip().lower() in names:
        return names.index(wanted.strip().lower())
    if wanted.isascii() and wanted.isdigit() and 0 < int(wanted) <= len(names):
        return int(wanted) - 1
    raise SeriesFileError(f"{name} has no column '{wanted}'. {_listed(names)}")


def _value(rows: Sequence[Row], names: Sequence[str], name: str) -> int:
    for known in _VALUES:
        if known in names:
            return names.index(known)
    candidates = [place for place in range(len(names)) if names[place] not in (*_PERIODS, *_NUMERATORS, *_DENOMINATORS)]
    if len(candidates) == 1:
        return candidates[0]
    numeric = [place for place in candidates if _holds_numbers(rows, place)]
    if len(names) == 2:
        return 1  # a period or a running number, then the value
    if len(numeric) == 1:
        return numeric[0]
    raise SeriesFileError(
        f"{name} has {'no column' if not numeric else 'several columns'} of numbers that may be the value. Name one "
        f"'value', or choose one with --column. {_listed(names)}"
    )


def _holds_numbers(rows: Sequence[Row], place: int) -> bool:
    """Mostly numbers: one bad cell does not hide the column, it is named later. Dates are not numbers."""
    filled = [row.cell(place) for row in rows if row.cell(place)]
    numbers = sum(number_in(cell) is not None for cell in filled)
    return numbers * 2 > len(filled)


def _period(rows: Sequence[Row], names: Sequence[str], value: int) -> int | None:
    for known in _PERIODS:
        if known in names and names.index(known) != value:
            return names.index(known)
    others = [place for place in range(len(names)) if place != value]
    if not any(names) and others:
        return others[0]
    return next((place for place in others if all(day_in(row.cell(place)) for row in rows)), None)


def _named(names: Sequence[str], known: Sequence[str], value: int) -> int | None:
    return next((names.index(each) for each in known if each in names and names.index(each) != value), None)


def _listed(names: Sequence[str]) -> str:
    if any(names):
        return f"It has: {', '.join(repr(each[:40]) for each in names)}."
    return f"It has {len(names)} column{'s' if len(names) != 1 else ''} and no heading."
