"""Reading a published file as it is: BOM, case and order of columns do not matter; symbols stay."""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quarterday.benchmarks.areas import ENGLAND_CODE
from quarterday.benchmarks.families import FAMILIES, IDENTITY, Family, family_of, look_up_of, named_as
from quarterday.benchmarks.layout import check_layout, unknown_layout
from quarterday.benchmarks.measures.measure import item
from quarterday.benchmarks.sheets import PlacedCell
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


@dataclass(frozen=True)
class PublishedFile:
    """A file of published statistics: its family (None for a look-up or a document), its cells, and what it lacks."""

    name: str
    sha256: str
    family: Family | None
    cells: tuple[PlacedCell, ...] = ()
    lacks: tuple[str, ...] = ()

    @property
    def latest_year(self) -> int:
        """The latest year that the file holds: of two releases the one that reaches further is the later."""
        return max((cell[0] for cell in self.cells), default=0)


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
    cells = _Reader(path, family, names).cells(rows)
    return PublishedFile(path.name, sha256, family, _distinct(path, cells), lacks)


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
        self._names = names
        self._places = {name: place for place, name in enumerate(names)}
        self._category = [self._places[name] for name in family.rows]
        left_aside = {*IDENTITY, *family.rows, "age_group"}
        self._columns = [(place, name) for place, name in enumerate(names) if name not in left_aside]
        self._items: dict[tuple[str, ...], list[tuple[int, str]]] = {}

    def cells(self, rows: Iterator[list[str]]) -> Iterator[PlacedCell]:
        """The cells of every row that holds something."""
        number = 1
        try:
            for number, values in enumerate(rows, 2):
                if any(values):
                    yield from self._of_row(number, values)
        except csv.Error:
            raise PublishedFileError(
                f"{self._path} breaks off or is damaged after row {number}. Use the CSV file as published."
            ) from None

    def _of_row(self, number: int, values: list[str]) -> Iterator[PlacedCell]:
        if len(values) != len(self._names):
            raise PublishedFileError(
                f"Row {number} of {self._path} has {len(values)} cells and the heading has {len(self._names)}. "
                "The file is cut short or damaged: use the CSV file as published."
            )
        kind, area, dfe = self._place(number, values)
        year, region = self._year(number, self._text(values, "time_period")), self._text(values, "region_code")
        for place, name in self._named(values):
            try:
                cell, reason = parsed(values[place])
            except UnknownSymbolError:
                raise PublishedFileError(self._strange(number, self._names[place], values[place])) from None
            yield year, kind, area, dfe, region, name, cell, reason

    def _text(self, values: list[str], name: str) -> str:
        place = self._places.get(name)
        return values[place].strip() if place is not None else ""

    def _named(self, values: list[str]) -> list[tuple[int, str]]:
        """The places of the cells and what each is called, with the row's category."""
        category = tuple(" ".join(values[place].split()) for place in self._category)
        if category not in self._items:
            self._items[category] = [(place, item(name, *category) if category else name) for place, name in self._columns]
        return self._items[category]

    def _place(self, number: int, values: list[str]) -> tuple[str, str, str]:
        level = self._text(values, "geographic_level")
        kind = _LEVELS.get(level.lower())
        if kind is None:
            raise PublishedFileError(
                f"Row {number} of {self._path} has the geographic level '{level}'. "
                "Known are: National, Regional, Local authority."
            )
        if kind == ENGLAND:
            return kind, ENGLAND_CODE, ""
        if kind == REGION:
            return kind, self._text(values, "region_code"), ""
        return kind, _members(self._text(values, "new_la_code")), _members(self._text(values, "old_la_code"))

    def _year(self, number: int, text: str) -> int:
        found = _YEAR.fullmatch(text)
        if not found:
            raise PublishedFileError(
                f"Row {number} of {self._path} has the time period '{text}'. It is written as 2024, or 202324 for 2023-24."
            )
        first = int(found[1])
        return first + 1 if found[2] else first

    def _strange(self, number: int, column: str, text: str) -> str:
        symbols = ", ".join(REASONS)
        return (
            f"Row {number} of {self._path} has '{text.strip()[:20]}' in column '{column}'. Allowed are numbers of zero or "
            f"more and the symbols {symbols}. Use the CSV file as published."
        )


def _members(codes: str) -> str:
    return "/".join(code.strip() for code in codes.split("/")) if "/" in codes else codes


def _distinct(path: Path, cells: Iterator[PlacedCell]) -> tuple[PlacedCell, ...]:
    """The cells, each place once.

    Raises PublishedFileError where one place holds two different cells.
    """
    found: dict[tuple[int, str, str], PlacedCell] = {}
    for cell in cells:
        known = found.setdefault((cell[0], cell[2], cell[5]), cell)
        if known is not cell and known[6:] != cell[6:]:
            raise PublishedFileError(
                f"{path} has two different values of '{cell[5]}' for {cell[2]} in {cell[0]}. "
                "Use the CSV file as published, without rows of other breakdowns."
            )
    return tuple(found.values())
