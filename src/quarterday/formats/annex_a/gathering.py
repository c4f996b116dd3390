"""Rows of lists gathered into records: one list may speak of several tables, several lists of one record."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from quarterday.formats.annex_a.cells import as_text, code_of, is_error
from quarterday.formats.annex_a.headings import Recognised
from quarterday.formats.annex_a.part import Part
from quarterday.formats.reading import ReadingFinding
from quarterday.formats.typing_columns import typed
from quarterday.formats.values import NO, YES
from quarterday.records.table import AUTHORITY, TEXT, Column, Table
from quarterday.records.tables.workforce import teams

Place = tuple[str, str, int]
"""File, sheet and row."""
_FLAGS = {"yes_no", "yes_no_na"}


class Gathered:
    """The records of one authority, growing row by row."""

    def __init__(self, authority: str) -> None:
        self.findings: list[ReadingFinding] = []
        self._authority = authority
        self._rows: dict[str, dict[str, dict[str, Any]]] = {}
        self._from: dict[tuple[str, str], int] = {}
        self._shapes: dict[str, Table] = {}

    def take(self, found: Recognised, row: Sequence[Any], place: Place) -> None:
        """Take in one row of a list."""
        identifier = found.places[found.annex_list.identifier]
        child = as_text(row[identifier], Column("child_id", TEXT)) if not is_error(row[identifier]) else ""
        for part in found.annex_list.parts:
            self._shapes.setdefault(part.table.name, part.table)
            self._rows.setdefault(part.table.name, {})
        if not child:
            self._find("QD-READ-11", "", found.annex_list.identifier, place)
            return
        keys: dict[str, str] = {}
        for part in found.annex_list.parts:
            values = {column: self._value(part, found, row, heading, column, place) for heading, column in part.columns}
            values |= {column: keys.get(table) for column, table in part.links}
            if not part.needs or any(values[name] is not None for name in part.needs):
                keys[part.table.name] = part.key_of(child, values)
                self._add(found.annex_list.number, part, child, values, place)

    def tables(self) -> dict[str, pa.Table]:
        """Every record table that a list spoke of, and the teams that involvements name."""
        made = {
            name: pa.Table.from_pylist(list(rows.values()), schema=self._shapes[name].schema)
            for name, rows in self._rows.items()
        }
        held = (row for name in ("involvements", "care_leavers") for row in self._rows.get(name, {}).values())
        names = {row["team_id"] for row in held}
        known = sorted(name for name in names if name)
        if known:
            rows = [{AUTHORITY: self._authority, "team_id": name, "name": name} for name in known]
            made["teams"] = pa.Table.from_pylist(rows, schema=teams.schema)
        return made

    def _value(self, part: Part, found: Recognised, row: Sequence[Any], heading: str, name: str, place: Place) -> Any:
        column = part.table.by_name[name]
        cell = row[found.places[heading]] if heading in found.places else ""
        if is_error(cell):
            return self._find("QD-READ-09", part.table.name, heading, place)
        text = as_text(cell, column)
        if not text:
            return None
        value, code = _read(part, column, text)
        if code:
            self._find(code, part.table.name, heading, place)
        return _opposite(value) if name in part.opposite else value

    def _add(self, number: int, part: Part, child: str, values: dict[str, Any], place: Place) -> None:
        name = part.table.name
        key = part.key_of(child, values)
        made = {AUTHORITY: self._authority, **dict(part.fixed), **values, "child_id": child}
        if "child_id" not in part.table.key:
            made[part.table.key[0]] = key
        known = self._rows[name].get(key)
        if known is None:
            self._rows[name][key] = made
            self._from[name, key] = number
        elif not part.merges and self._from[name, key] == number:
            self._find("QD-READ-06", name, "", place)
        else:
            self._merge(known, made, name, place)

    def _merge(self, known: dict[str, Any], made: dict[str, Any], name: str, place: Place) -> None:
        """The first known value is kept; an earlier start of the same holding stands for both."""
        for column, value in made.items():
            if known.get(column) is None:
                known[column] = value
            elif name == "involvements" and column == "start_date" and value is not None:
                known[column] = min(known[column], value)
            elif value is not None and value != known[column]:
                self._find("QD-READ-12", name, column, place)

    def _find(self, code: str, table: str, column: str, place: Place) -> None:
        file, sheet, row = place
        self.findings.append(ReadingFinding(code, table, column, file, sheet, row))


def _read(part: Part, column: Column, text: str) -> tuple[Any, str]:
    """The typed value, and the code of the finding where it could not be told."""
    answers = (part.answers or {}).get(column.name, {})
    if column.codes and column.codes.name in _FLAGS:
        return _flag(text)
    if column.codes:
        code, told = code_of(text, column.codes, answers)
        return code, "" if told else "QD-READ-10"
    values, lost, finding = typed(column, pa.chunked_array([[text]]))
    return values[0].as_py(), finding if lost else ""


def _flag(text: str) -> tuple[str | None, str]:
    plain = text.lower().split(") ", 1)[-1]
    if plain in YES:
        return "Y", ""
    if plain in NO:
        return "N", ""
    return None, "" if plain == "unknown" else "QD-READ-03"


def _opposite(value: Any) -> Any:
    return {"Y": "N", "N": "Y"}.get(value, value)
