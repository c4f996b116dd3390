"""The records behind a figure: without what tells who a child is, and as a table or a file."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from rich.table import Column, Table

from quarterday.cli.console import out, print_whole
from quarterday.records.months import birthday
from quarterday.submissions.pseudonyms import pseudonym

_HIDDEN = {"spine_id", "period_kind", "period_start", "period_end", "snapshot", "day_after", "authority"}
_OF_THE_PERIOD = ("snapshot_", "period_start_")
"""Columns that say something of the period, not of the record."""

_OF_BIRTH = re.compile(r"date_of_birth|^birthday_")
_IDS = ("_id", "by_worker")


Row = dict[str, Any]


def pseudonymised_rows(rows: Iterable[Row], key: bytes, day: date, children: pa.Table | None) -> list[Row]:
    """Rows with pseudonyms for every record id, and without any date that tells a date of birth.

    No end is shown that lies ahead of the day of the figure, and no date that is the 18th birthday: it would tell the
    birthday.
    """
    eighteenth = _eighteenth(children)
    return [_until(_hidden(row, key), day, eighteenth.get(row.get("child_id"))) for row in rows]


def pseudonymised(rows: pa.Table, key: bytes, day: date, children: pa.Table | None) -> pa.Table:
    """The same of a table, without the columns that tell a date of birth."""
    kept = rows.drop_columns([name for name in rows.column_names if _OF_BIRTH.search(name)])
    found = pseudonymised_rows(kept.to_pylist(), key, day, children)
    fields = [pa.field(each.name, pa.string()) if _is_id(each.name) else each for each in kept.schema]
    return pa.Table.from_pylist(found, schema=pa.schema(fields))


def show_records(rows: pa.Table, output: str, to: Path | None) -> None:
    """Print the records in the order of their children, or write them to a file."""
    names = [name for name in rows.column_names if name not in _HIDDEN and not name.startswith(_OF_THE_PERIOD)]
    found = sorted(rows.to_pylist(), key=lambda row: [str(row.get(name)) for name in ("child_id", "record_id")])
    if output == "table" and to is None:
        _print(names, found)
        return
    text = io.StringIO()
    writer = csv.DictWriter(text, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    if to:
        to.write_text(text.getvalue(), encoding="utf-8")
    else:
        print_whole(text.getvalue())


def _print(names: list[str], rows: list[Row]) -> None:
    table = Table(*[Column(name.replace("_", " "), overflow="fold") for name in names])
    for row in rows:
        table.add_row(*["" if row[name] is None else str(row[name]) for name in names])
    out.print(table)


def _hidden(row: Row, key: bytes) -> Row:
    return {name: pseudonym(str(value), key) if _is_id(name) and value is not None else value for name, value in row.items()}


def _until(row: Row, day: date, eighteenth: date | None) -> Row:
    ahead = row.get("to_date") is not None and row["to_date"] > day
    return {
        name: None if (name == "to_date" and ahead) or (eighteenth is not None and value == eighteenth) else value
        for name, value in row.items()
    }


def _is_id(name: str) -> bool:
    return name.endswith(_IDS) and name != "spine_id"


def _eighteenth(children: pa.Table | None) -> dict[str | None, date]:
    """The 18th birthday of every child whose birth is known."""
    if children is None:
        return {}
    born = zip(children["child_id"].to_pylist(), children["date_of_birth"].to_pylist(), strict=True)
    return {child: birthday(day, 18) for child, day in born if day is not None and day.year < date.max.year - 18}
