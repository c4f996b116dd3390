"""A table of the paper: headings repeated on every page, columns as wide as their words need."""

from typing import Any

from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from quarterday.reports.table import DataTable

PAGE = 16.2
"""Width between the margins, in centimetres."""
_LETTER, _MARGINS = 0.021, 0.42
"""A bold letter for each point of its size, and the margins of a cell, in centimetres."""
SMALL, USUAL = 9.0, 10.5
"""Sizes of type, in points: small for tables of many words."""
MANY_ROWS, MANY_COLUMNS = 12, 6

ONE_PAGE = 15
"""Rows, with the heading, of a table that is kept on one page."""


def make_grid(document: Any, table: DataTable, place: Any) -> None:
    """Put a table before a place of the document."""
    rows = [[column.name for column in table.columns], *table.words()]
    size = SMALL if len(rows) > MANY_ROWS or len(table.columns) > MANY_COLUMNS else USUAL
    grid = document.add_table(rows=0, cols=len(table.columns))
    grid.style = document.styles["Table Grid"]
    grid.autofit = False
    widths = column_widths(rows, size)
    for number, row in enumerate(rows):
        made = grid.add_row()
        _keep_whole(made)
        for cell, words, width, column in zip(made.cells, row, widths, table.columns, strict=True):
            cell.width = Cm(width)
            _write(cell, words, size, bold=number == 0, right=column.kind == "number")
            cell.paragraphs[0].paragraph_format.keep_with_next = len(rows) <= ONE_PAGE and number < len(rows) - 1
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    _repeat_heading(grid.rows[0])
    place._p.addprevious(grid._tbl)


def column_widths(rows: list[list[str]], size: float = USUAL) -> list[float]:
    """Widths in centimetres that add up to the page: the longest word fits; the rest goes where the longest cells are."""
    columns = list(zip(*rows, strict=True))
    least = [
        max(len(part) for cell in cells for part in cell.split() or [""]) * _LETTER * size + _MARGINS for cells in columns
    ]
    if sum(least) >= PAGE:
        return [width * PAGE / sum(least) for width in least]
    wish = [max(len(cell) for cell in cells) ** 0.75 for cells in columns]
    return [width + (PAGE - sum(least)) * share / sum(wish) for width, share in zip(least, wish, strict=True)]


def _write(cell: Any, words: str, size: float, *, bold: bool, right: bool) -> None:
    cell.text = words
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    if right:
        paragraph.alignment = 2
    for run in paragraph.runs:
        run.font.size, run.bold = Pt(size), bold


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat_heading(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
