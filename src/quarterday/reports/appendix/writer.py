"""Writing appendix.xlsx: contents with links, notes, one named table a sheet; no merged cells, no hidden elements."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

from quarterday.indicators.results import rounded
from quarterday.reports.document import Report
from quarterday.reports.files import whole_file
from quarterday.reports.table import SHORTHAND, ColumnSpec, DataTable

FONT = {"font_name": "Arial", "font_size": 11, "text_wrap": True, "valign": "top"}


def write_appendix(report: Report, path: Path) -> Path:
    """Write the appendix of a report; returns the file."""
    meta = report.meta
    notes = [meta.marking, meta.notice, meta.note, *SHORTHAND.values()]
    return write_tables(meta.title, [*report.tables, report.definitions], [note for note in notes if note], path)


def write_tables(title: str, tables: Sequence[DataTable], notes: Sequence[str], path: Path) -> Path:
    """Write tables as a workbook with contents and notes; returns the file."""
    with whole_file(path) as aside:
        book = xlsxwriter.Workbook(str(aside))
        book.set_properties({"title": title, "comments": " ".join(notes)})
        names = _sheet_names(tables)
        _contents(book, title, tables, names)
        _notes(book, notes)
        for table, name in zip(tables, names, strict=True):
            _sheet(book, table, name)
        book.close()
    return path


def _contents(book: Any, title: str, tables: Sequence[DataTable], names: Sequence[str]) -> None:
    sheet = book.add_worksheet("Contents")
    plain, bold = book.add_format(FONT), book.add_format({**FONT, "bold": True, "font_size": 14, "text_wrap": False})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 80)
    sheet.write(0, 0, title, bold)
    sheet.write(
        1, 0, "This sheet lists the tables of this workbook; each name is a link.", book.add_format({"font_name": "Arial"})
    )
    rows = [
        ["Sheet", "Table"],
        ["Notes", "Notes and shorthand"],
        *[[n, t.title] for n, t in zip(names, tables, strict=True)],
    ]
    for place, (name, words) in enumerate(rows[1:], start=3):
        sheet.write_url(place, 0, f"internal:'{name}'!A1", plain, name)
        sheet.write(place, 1, words, plain)
    sheet.add_table(2, 0, len(rows) + 1, 1, {"name": "contents", "columns": _headed(book, rows[0]), "autofilter": False})
    _for_print(sheet)


def _notes(book: Any, notes: Sequence[str]) -> None:
    sheet = book.add_worksheet("Notes")
    plain = book.add_format(FONT)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 100)
    sheet.write(0, 0, "Notes and shorthand", book.add_format({"bold": True, "font_name": "Arial", "font_size": 14}))
    sheet.write(1, 0, "This sheet holds one table.", book.add_format({"font_name": "Arial"}))
    _for_print(sheet)
    _add_table(sheet, "notes", _headed(book, ["Note", "Words"]), len(notes))
    for place, words in enumerate(notes, start=3):
        sheet.write(place, 0, f"note {place - 2}", plain)
        sheet.write(place, 1, words, plain)


def _sheet(book: Any, table: DataTable, name: str) -> None:
    sheet = book.add_worksheet(name)
    sheet.write(0, 0, table.title, book.add_format({"bold": True, "font_name": "Arial", "font_size": 14}))
    sheet.write(1, 0, table.description, book.add_format({"font_name": "Arial", "font_size": 11}))
    formats = [_format(book, column) for column in table.columns]
    named = f"table_{re.sub(r'[^a-z0-9]', '_', name.lower())}"
    numbers = [column.kind == "number" for column in table.columns]
    _add_table(sheet, named, _headed(book, _unique([column.name for column in table.columns]), numbers), len(table.rows))
    _for_print(sheet)
    for place, row in enumerate(table.rows, start=3):
        for n, cell in enumerate(row):
            _cell(sheet, place, n, cell, table.columns[n], formats[n])
    for n, column in enumerate(table.columns):
        longest = max([len(column.name), *(len(words[n]) for words in table.words())])
        sheet.set_column(n, n, min(60, max(11, longest + 2)))


def _add_table(sheet: Any, name: str, columns: Sequence[dict[str, Any]], rows: int) -> None:
    sheet.add_table(2, 0, max(rows, 1) + 2, len(columns) - 1, {"name": name, "columns": columns, "autofilter": False})


def _headed(book: Any, headings: Sequence[str], numbers: Sequence[bool] = ()) -> list[dict[str, Any]]:
    """The table's columns with headings that stand out without colour, over numbers to the right."""
    left, right = (
        book.add_format({**FONT, "bold": True, "bottom": 2, "valign": "bottom", "align": side}) for side in ("left", "right")
    )
    sides = [*numbers, *[False] * (len(headings) - len(numbers))]
    return [
        {"header": heading, "header_format": right if number else left}
        for heading, number in zip(headings, sides, strict=True)
    ]


def _for_print(sheet: Any) -> None:
    """Landscape, one page wide, the headings on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)


def _cell(sheet: Any, row: int, place: int, cell: object, column: ColumnSpec, style: Any) -> None:
    if cell is None:
        sheet.write_string(row, place, "[x]", style)
    elif isinstance(cell, str):
        sheet.write_string(row, place, cell, style)
    elif isinstance(cell, date):
        sheet.write_datetime(row, place, datetime.combine(cell, time()), style)
    else:
        sheet.write_number(row, place, float(rounded(float(str(cell)), column.decimals)), style)


def _format(book: Any, column: ColumnSpec) -> Any:
    if column.kind != "number":
        return book.add_format({**FONT, "num_format": "dd/mm/yyyy", "align": "left"})
    places = "." + "0" * column.decimals if column.decimals else ""
    return book.add_format({**FONT, "num_format": f"#,##0{places}", "align": "right"})


def _sheet_names(tables: Sequence[DataTable]) -> list[str]:
    return _unique([re.sub(r"[^A-Za-z0-9 _-]", "", table.key)[:28] for table in tables])


def _unique(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name.lower()] = seen.get(name.lower(), 0) + 1
        unique.append(name if seen[name.lower()] == 1 else f"{name} {seen[name.lower()]}")
    return unique
