"""Reading a published file as it is: BOM, case and order of columns do not matter; symbols stay."""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from quarterday.benchmarks.areas import ENGLAND_CODE
from quarterday.benchmarks.families import FAMILIES, IDENTITY, Family, family_of, look_up_of, named_as
from quarterday.benchmarks.layout import check_layout, unknown_layout
from quarterday.benchmarks.measures.measure import item
from quarterday.benchmarks.values import (
    AUTHORITY,
    ENGLAND,
    REASONS,
    REGION,
    PublishedFileError,
    UnknownPublishedFileError,
    UnknownSymbolError,
    parsed,
)

DOCUMENTS = (".md",)
"""Files that describe a folder of statistics and hold none: left aside, so that a whole folder can be added."""

_LEVELS = {"national": ENGLAND, "regional": REGION, "local authority": AUTHORITY}
_YEAR = re.compile(r"(\d{4})(?:[/-]?(\d{2}))?")


class CellRow(NamedTuple):
    """A published cell and where it stands. `area` and `dfe` name both members of a joint return, with a stroke between."""

    year: int
    kind: str
    area: str
    dfe: str
    region: str
    item: str
    number: float | None
    reason: str


@dataclass(frozen=True)
class PublishedFile:
    """A file of published statistics: its family (None for a look-up or a document), its cells, and what it lacks of its family."""

    name: str
    sha256: str
    family: Family | None
    cells: tuple[CellRow, ...] = ()
    lacks: tuple[str, ...] = ()

    @property
    def latest_year(self) -> int:
        """The latest year that the file holds: of two releases the one that reaches further is the later."""
        return max((cell.year for cell in self.cells), default=0)


def read_published(path: Path) -> PublishedFile:
    """Read one published file.

    Raises PublishedFileError where it cannot be read or holds what no such file may, UnknownPublishedFileError where its
    layout is not known.
    """
    if path.suffix.lower() in DOCUMENTS and path.is_file():
        return PublishedFile(path.name, "", None)
    data, heading, rows = _opened(path)
    sha256 = hashlib.sha256(data).hexdigest()
    family = family_of(heading)
    if family is None:
        if look_up_of(heading):
            return PublishedFile(path.name, sha256, None)
        raise UnknownPublishedFileError(unknown_layout(path, heading, FAMILIES))
    names = named_as(family, heading)
    lacks = check_layout(path, family, names)
    return PublishedFile(path.name, sha256, family, _distinct(path, _Reader(path, family, names).cells(rows)), lacks)


def _opened(path: Path) -> tuple[bytes, list[str], Iterator[list[str]]]:
    try:
        data = path.read_bytes()
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    except (OSError, UnicodeDecodeError):
        raise PublishedFileError(f"{path} cannot be read as UTF-8 text. Use the CSV file as published.") from None
    try:
        return data, [name.strip().lower() for name in next(rows)], rows
    except (StopIteration, csv.Error):
        raise PublishedFileError(f"{path} is empty or no CSV file. Use the CSV file as published.") from None


class _Reader:
    """Turns the rows of one file into cells."""

    def __init__(self, path: Path, family: Family, names: list[str]) -> None:
        self._path = path
        self._family = family
        self._names = names
        left_aside = {*IDENTITY, *family.rows, "age_group"}
        self._columns = [(place, name) for place, name in enumerate(names) if name not in left_aside]

    def cells(self, rows: Iterator[list[str]]) -> Iterator[CellRow]:
        number = 1
        try:
            for number, values in enumerate(rows, 2):
                if any(value.strip() for value in values):
                    yield from self._of_row(number, values)
        except csv.Error:
            raise PublishedFileError(
                f"{self._path} breaks off or is damaged after row {number}. Use the CSV file as published."
            ) from None

    def _of_row(self, number: int, values: list[str]) -> Iterator[CellRow]:
        if len(values) != len(self._names):
            raise PublishedFileError(
                f"Row {number} of {self._path} has {len(values)} cells and the heading has {len(self._names)}. "
                "The file is cut short or damaged: use the CSV file as published."
            )
        row = dict(zip(self._names, values, strict=True))
        kind, area, dfe = self._place(number, row)
        category = [" ".join(row[name].split()) for name in self._family.rows]
        year, region = self._year(number, row["time_period"]), row["region_code"].strip()
        for place, name in self._columns:
            try:
                cell, reason = parsed(values[place])
            except UnknownSymbolError:
                raise PublishedFileError(self._strange(number, name, values[place])) from None
            yield CellRow(year, kind, area, dfe, region, item(name, *category) if category else name, cell, reason)

    def _place(self, number: int, row: dict[str, str]) -> tuple[str, str, str]:
        kind = _LEVELS.get(row["geographic_level"].strip().lower())
        if kind is None:
            raise PublishedFileError(
                f"Row {number} of {self._path} has the geographic level '{row['geographic_level']}'. "
                "Known are: National, Regional, Local authority."
            )
        if kind == ENGLAND:
            return kind, ENGLAND_CODE, ""
        if kind == REGION:
            return kind, row["region_code"].strip(), ""
        return kind, _members(row["new_la_code"]), _members(row.get("old_la_code", ""))

    def _year(self, number: int, text: str) -> int:
        found = _YEAR.fullmatch(text.strip())
        if not found:
            raise PublishedFileError(
                f"Row {number} of {self._path} has the time period '{text}'. It is written as 2024, or 202324 for 2023-24."
            )
        first = int(found[1])
        return first + 1 if found[2] else first

    def _strange(self, number: int, column: str, text: str) -> str:
        symbols = ", ".join(REASONS)
        return (
            f"Row {number} of {self._path} has '{text.strip()[:20]}' in column '{column}'. Allowed are numbers of zero or more "
            f"and the symbols {symbols}. Use the CSV file as published."
        )


def _members(codes: str) -> str:
    return "/".join(code.strip() for code in codes.split("/"))


def _distinct(path: Path, cells: Iterator[CellRow]) -> tuple[CellRow, ...]:
    """The cells, each place once.

    Raises PublishedFileError where one place holds two different cells.
    """
    found: dict[tuple[int, str, str], CellRow] = {}
    for cell in cells:
        known = found.setdefault((cell.year, cell.area, cell.item), cell)
        if known[6:] != cell[6:]:
            raise PublishedFileError(
                f"{path} has two different values of '{cell.item}' for {cell.area} in {cell.year}. "
                "Use the CSV file as published, without rows of other breakdowns."
            )
    return tuple(found.values())
