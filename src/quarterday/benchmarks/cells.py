"""Where sheets come from: files just read, or the file of a store; a family is read when it is first asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from quarterday.benchmarks.reading import PublishedFile
from quarterday.benchmarks.sheets import FIELDS, Sheet, sheets_of

COLUMNS = ("family", "release", *FIELDS)


@dataclass(frozen=True)
class Release:
    """A published file as a vintage: what it is called, its family, how far it reaches, and when it came (by number)."""

    name: str
    family: str
    latest_year: int
    order: int


class CellSource(Protocol):
    """Something that holds published cells."""

    def releases(self) -> list[Release]:
        """The files that are held."""

    def sheets(self, family: str, year: int | None = None) -> list[Sheet]:
        """The sheets of a family: every year of every release, or one year's."""


class ReadCells:
    """Cells of files just read."""

    def __init__(self, files: Iterable[PublishedFile]) -> None:
        self._files = [file for file in files if file.family is not None]
        self._sheets: dict[str, list[Sheet]] = {}

    def releases(self) -> list[Release]:
        """The files, in the order given."""
        return [
            Release(file.name, file.family.key, file.latest_year, order)
            for order, file in enumerate(self._files)
            if file.family is not None
        ]

    def sheets(self, family: str, year: int | None = None) -> list[Sheet]:
        """The sheets of a family: of all years, or of one."""
        if family not in self._sheets:
            files = [file for file in self._files if file.family and file.family.key == family]
            self._sheets[family] = [sheet for file in files for sheet in sheets_of(family, file.name, file.cells)]
        return [sheet for sheet in self._sheets[family] if year in (None, sheet.year)]


class KeptCells:
    """Cells kept in a store's file."""

    def __init__(self, path: Path, releases: Iterable[Release]) -> None:
        self._path = path
        self._releases = list(releases)

    def releases(self) -> list[Release]:
        """The files that were added."""
        return list(self._releases)

    def sheets(self, family: str, year: int | None = None) -> list[Sheet]:
        """The sheets of a family: of all years, or of one."""
        wanted: list[tuple[str, str, str | int]] = [("family", "==", family)]
        if year is not None:
            wanted.append(("year", "==", year))
        table = pq.read_table(self._path, filters=wanted, memory_map=True)
        found = []
        for release in self._releases:
            if release.family == family:
                rows = table.filter(pc.equal(table["release"], release.name))
                columns = [_listed(rows[name].combine_chunks()) for name in FIELDS]
                found += sheets_of(family, release.name, zip(*columns, strict=True))
        return found


def _listed(column: pa.Array) -> list[Any]:
    """A column as a list, by its dictionary or its numbers: many times quicker than value by value."""
    if pa.types.is_dictionary(column.type):
        words = column.dictionary.to_pylist()
        return [words[place] for place in column.indices.to_numpy().tolist()]
    numbers = column.to_numpy(zero_copy_only=False).tolist()
    return [None if number != number else number for number in numbers] if column.null_count else numbers
