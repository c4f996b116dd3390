"""From a file's rows to a series: every cell accounted for, in the order of time."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

from quarterday.signals.series import Series, SeriesFileError
from quarterday.signals.series_file.cells import day_in, is_percent, number_in
from quarterday.signals.series_file.columns import Columns, columns_of
from quarterday.signals.series_file.grid import Row, read_rows


def read_series(path: Path, column: str | None = None) -> Series:
    """The series of a CSV file: a value column, and a period column where there is one.

    With or without a heading; separated by commas, semicolons, tabs or bars; `column` names the value column or gives
    its number. Rows whose periods are all known dates are put in the order of time.
    Raises SeriesFileError where there is nothing to read, a cell is no number, or a period stands twice.
    """
    rows = read_rows(path)
    if not rows:
        raise SeriesFileError(f"{path.name} is empty. Give a CSV file with a value column.")
    columns = columns_of(rows, path.name, column)
    kept = rows[1:] if columns.heading else rows
    if not kept:
        raise SeriesFileError(f"{path.name} has a heading and no values. Give one row a value.")
    ordered, notes = _in_order(kept, columns, path.name)
    return Series(
        values=tuple(_number(row, columns.value, path.name) for row in ordered),
        periods=tuple(row.cell(columns.period) for row in ordered) if columns.period is not None else None,
        denominators=_denominators(ordered, columns),
        percent=any(is_percent(row.cell(columns.value)) for row in kept),
        notes=notes,
    )


def read_days(path: Path) -> list[date]:
    """The days of a file that has one row an event: its first column of dates, with a heading or without.

    Raises SeriesFileError where there is none, or a row has no date in it.
    """
    rows = read_rows(path)
    places = range(max((len(row.cells) for row in rows), default=0))
    place = next((each for each in places if sum(day_in(row.cell(each)) is not None for row in rows) * 2 > len(rows)), None)
    if place is None:
        raise SeriesFileError(f"{path.name} has no column of dates. Give one row an event, with its day as 2021-09-30.")
    days = [(row.number, day_in(row.cell(place))) for row in rows]
    kept = days[1:] if days[0][1] is None else days
    for number, day in kept:
        if day is None:
            raise SeriesFileError(f"{path.name}, row {number}: column {place + 1} has no date. Write it as 2021-09-30.")
    return [day for _, day in kept if day]


def _number(row: Row, place: int, name: str) -> Fraction:
    value = number_in(row.cell(place))
    if value is not None:
        return value
    what = "is not a number" if row.cell(place) else "is empty"
    raise SeriesFileError(
        f"{name}, row {row.number}: the value in column {place + 1} {what}. Write a number such as 12 or 45.6. A series "
        "with a gap cannot be judged: give the part after it."
    )


def _denominators(rows: Sequence[Row], columns: Columns) -> tuple[Fraction, ...] | None:
    """The denominators, where every row has one more than nothing."""
    if columns.denominator is None:
        return None
    found = [number_in(row.cell(columns.denominator)) for row in rows]
    known = [each for each in found if each is not None and each > 0]
    return tuple(known) if len(known) == len(rows) else None


def _in_order(rows: Sequence[Row], columns: Columns, name: str) -> tuple[Sequence[Row], tuple[str, ...]]:
    if columns.period is None:
        return rows, ()
    _refuse_twice(rows, columns.period, name)
    days = [day_in(row.cell(columns.period)) for row in rows]
    dated = [(day, row) for day, row in zip(days, rows, strict=True) if day]
    if len(dated) < len(rows):
        return rows, ()
    ordered = [row for _, row in sorted(dated, key=lambda each: each[0])]
    if ordered == list(rows):
        return rows, ()
    return ordered, ("The rows were not in the order of time and have been put in it.",)


def _refuse_twice(rows: Sequence[Row], place: int, name: str) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        period = row.cell(place)
        if period and period in seen:
            raise SeriesFileError(
                f"{name}, row {row.number}: its period stands in row {seen[period]} already. Keep one series in the file, "
                "one row a period."
            )
        seen[period] = row.number
