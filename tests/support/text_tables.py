"""Record tables written as text, so that a test's rows can be read by someone of the field.

    child | start_date | end_date
    Ana   | 2020-03-30 |             # a comment

Blank is null; `child` stands for `child_id`; key columns left out are numbered; `#` begins a comment.
"""

from datetime import date
from typing import Any

import pyarrow as pa

from quarterday.records.table import DATE, DECIMAL, INTEGER, Table

_READERS = {DATE: date.fromisoformat, INTEGER: int, DECIMAL: float}


def rows(table: Table, text: str, authority: str = "E99999999", first: int = 1) -> pa.Table:
    """The rows of a text table as a record table; keys left out are numbered from `first`."""
    lines = [line.split("#", 1)[0].strip() for line in text.splitlines()]
    heading, *written = [line for line in lines if line]
    names = [_column(name.strip()) for name in heading.split("|")]
    unknown = [name for name in names if name not in table.by_name]
    if unknown:
        raise ValueError(f"{table.name} has no column {unknown[0]}. It has: {', '.join(table.by_name)}.")
    return pa.Table.from_pylist(
        [_row(table, names, line, place, authority) for place, line in enumerate(written, start=first)],
        schema=table.schema,
    )


def _column(name: str) -> str:
    return "child_id" if name == "child" else name


def _row(table: Table, names: list[str], line: str, place: int, authority: str) -> dict[str, Any]:
    cells = [cell.strip() for cell in line.split("|")]
    row: dict[str, Any] = {"authority": authority}
    for name in table.key:
        if name not in names:
            row[name] = place if table.by_name[name].kind == INTEGER else f"{table.name}-{place:03d}"
    for name, cell in zip(names, cells + [""] * (len(names) - len(cells)), strict=True):
        row[name] = _READERS.get(table.by_name[name].kind, str)(cell) if cell else None
    return row


def marked_rows(table: Table, text: str, authority: str = "E99999999") -> tuple[pa.Table, list[bool]]:
    """The rows of a text table whose first column, headed `wrong`, marks some of them; and which are marked."""
    lines = [line.split("#", 1)[0] for line in text.splitlines()]
    parts = [line.split("|", 1) for line in lines if line.strip()]
    marks = [mark.strip() for mark, _ in parts]
    if marks[0] != "wrong" or not set(marks[1:]) <= {"", "wrong"}:
        raise ValueError("The first column is headed 'wrong', and says 'wrong' or nothing.")
    return rows(table, "\n".join(rest for _, rest in parts), authority), [mark == "wrong" for mark in marks[1:]]
