"""Writing records as an Annex A workbook: what the lists show of them at a day."""

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pyarrow as pa

from quarterday.formats.annex_a.lists import LISTS
from quarterday.formats.annex_a.part import CHILD, AnnexList, Part
from quarterday.formats.annex_a.projecting import Holdings, Row, list_rows
from quarterday.records.months import age_on
from quarterday.records.table import Column

_SEX = {"M": "a) Male", "F": "b) Female"}


def write_annex_a(records: Mapping[str, pa.Table], path: Path, day: date) -> Path:
    """Write the eleven lists as at a day; returns the file. Lists that no record table holds are left empty."""
    import xlsxwriter  # loading an extract writes none

    holdings = Holdings(records, day)
    names = {row["team_id"]: row["name"] for row in records["teams"].to_pylist()} if "teams" in records else {}
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path)) as book:
        style = book.add_format({"num_format": "dd/mm/yyyy"})
        for annex_list in LISTS:
            sheet = book.add_worksheet(annex_list.name)
            sheet.write_row(0, 0, annex_list.headings)
            rows = list_rows(annex_list, holdings) if annex_list.parts else ()
            for number, (child, shown) in enumerate(rows, start=1):
                for place, cell in enumerate(_cells(annex_list, child, shown, day, names)):
                    _write(sheet, number, place, cell, style)
    return path


def _cells(annex_list: AnnexList, child: str, shown: Mapping[str, Row], day: date, teams: Mapping[str, str]) -> list[Any]:
    cells: dict[str, Any] = {CHILD: child, "Age of Child (Years)": _age(shown.get("children"), day)}
    for part in annex_list.parts:
        row = shown.get(part.table.name)
        for heading, name in part.columns if row else ():
            if cells.get(heading) is None and row is not None:
                cells[heading] = _said(part, part.table.by_name[name], row[name], teams)
    return [cells.get(heading) for heading in annex_list.headings]


def _age(person: Row | None, day: date) -> int | None:
    born = person["date_of_birth"] if person else None
    return age_on(born, day) if born and born <= day else None


def _said(part: Part, column: Column, value: Any, teams: Mapping[str, str]) -> Any:
    """A value as Annex A words it."""
    if value is None or not isinstance(value, str):
        return value
    if column.name == "team_id":
        return teams.get(value, value)
    if column.name == "sex":
        return _SEX.get(value, "c) Not stated/recorded")
    if column.name == "disability":
        return "b) No" if value == "NONE" else "a) Yes"
    if column.codes and column.codes.name in {"yes_no", "yes_no_na"}:
        yes = (value == "Y") != (column.name in part.opposite)
        return "a) Yes" if yes else "b) No"
    answers = (part.answers or {}).get(column.name, {})
    worded = next((words for words, code in answers.items() if code == value), None)
    if worded:
        return worded.capitalize()
    return f"{value}: {column.codes.label(value)}" if column.codes and value in column.codes else value


def _write(sheet: Any, row: int, place: int, cell: Any, style: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, place, datetime.combine(cell, time()), style)
    elif isinstance(cell, int | float):
        sheet.write_number(row, place, cell)
    elif cell is not None:
        sheet.write_string(row, place, str(cell))
