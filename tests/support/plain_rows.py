"""Rows of any table, made from its description, with which nothing is wrong."""

from datetime import date, timedelta
from typing import Any

from quarterday.records.table import DATE, INTEGER, TEXT, Table

CODE = "E99999999"
EXTRACT = date(2022, 3, 31)


def plain_row(table: Table, place: int) -> dict[str, Any]:
    """A row with which nothing is wrong: dates in order and past, known codes, and everything that it refers to."""
    row: dict[str, Any] = {"authority": CODE}
    for column in table.columns:
        row[column.name] = _plain_value(table, column, place)
    return row


def _plain_value(table: Table, column: Any, place: int) -> Any:
    if column.kind == DATE:
        return date(2021, 6, 1) + timedelta(days=place if column.key else 0)
    if column.refers_to and not column.key:
        return "there"
    if column.codes:
        values = list(column.codes.labels)
        return values[place % len(values)] if column.key else values[0]
    if column.kind == TEXT:
        return f"{table.name}-{place}" if column.key else "words"
    return place if column.kind == INTEGER else 1.0


def changed(table: Table, place: int, **values: Any) -> dict[str, Any]:
    """A plain row with other values in some columns."""
    return plain_row(table, place) | values
