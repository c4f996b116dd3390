"""A CSV file as rows of trimmed text: its encoding, its delimiter, and the numbers of its rows."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from quarterday.signals.series import SeriesFileError

LARGEST_BYTES = 20_000_000
LONGEST_CELL = 10_000
_OTHER_DELIMITERS = (";", "\t", "|")


@dataclass(frozen=True)
class Row:
    """One row: its number in the file (from 1) and its cells."""

    number: int
    cells: tuple[str, ...]

    def cell(self, place: int) -> str:
        """The cell at a place; empty where the row is shorter."""
        return self.cells[place] if place < len(self.cells) else ""


def read_rows(path: Path) -> list[Row]:
    """The rows that hold anything, in the order of the file. Raises SeriesFileError where it is no CSV file."""
    text = _text(path)
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    rows = []
    try:
        for cells in reader:
            trimmed = tuple(cell.strip().strip("\ufeff").strip() for cell in cells)
            if any(trimmed):
                rows.append(Row(reader.line_num, trimmed))
    except csv.Error:
        raise SeriesFileError(
            f"{path.name}, row {reader.line_num}: this is not a row of a CSV file. Export it again."
        ) from None
    if any(len(cell) > LONGEST_CELL for row in rows for cell in row.cells):
        raise SeriesFileError(f"{path.name} has a cell of more than {LONGEST_CELL:,} characters. Close its quotation mark.")
    return rows


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise SeriesFileError(f"{path.name} is larger than {LARGEST_BYTES:,} bytes. No series is.")
        data = path.read_bytes()
    except OSError as error:
        raise SeriesFileError(f"{path} cannot be read: {error.strerror}. Give a CSV file with a value column.") from None
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise SeriesFileError(f"{path.name} is not a text file. Save it as CSV (UTF-8), with a value column.")


def _delimiter(text: str) -> str:
    """The delimiter that every line has; a comma where none has that."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    return next((sign for sign in _OTHER_DELIMITERS if all(sign in line for line in lines)), ",")
