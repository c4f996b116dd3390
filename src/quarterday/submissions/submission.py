"""One submission, read back."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from quarterday.records.tables import BY_NAME
from quarterday.submissions.errors import DamagedSubmissionError
from quarterday.submissions.held_records import HeldRecords
from quarterday.submissions.manifest import Manifest, TableEntry

RESULTS = "results"


@dataclass(frozen=True)
class Submission:
    """The records of a submission with its manifest; its tables may lie in earlier submissions (carry-forward)."""

    folder: Path
    manifest: Manifest

    @property
    def number(self) -> int:
        """Its number."""
        return self.manifest.number

    def records(
        self, authorities: Iterable[str] | None = None, tables: Collection[str] | None = None
    ) -> dict[str, pa.Table]:
        """Every table it holds (or those of `tables`), in the records' schemas, for some authorities or for all.

        Raises DamagedSubmissionError where a file is missing or cannot be read.
        """
        wanted = set(self.manifest.authorities if authorities is None else authorities)
        parts: dict[str, list[pa.Table]] = defaultdict(list)
        for entry in self.manifest.tables:
            if entry.authority in wanted and (tables is None or entry.table in tables):
                parts[entry.table].append(self._read(entry))
        return {name: pa.concat_tables(tables).combine_chunks() for name, tables in parts.items()}

    def held_records(self, authority: str) -> HeldRecords:
        """Every table that it holds of an authority, each read when it is looked at."""
        names = dict.fromkeys(entry.table for entry in self._entries(authority))
        return HeldRecords(names, lambda name: self.records([authority], [name])[name])

    @property
    def cache_folder(self) -> Path:
        """Where what was computed from it is kept: deletable."""
        return self.folder.parent / RESULTS / str(self.number)

    def covers_from(self, authority: str) -> dict[str, date]:
        """The earliest reliable date of each table of an authority."""
        return {e.table: e.covers_from for e in self._entries(authority) if e.covers_from}

    def latest_only(self, authority: str) -> frozenset[str]:
        """The tables of an authority that hold only the latest row of each child."""
        return frozenset(e.table for e in self._entries(authority) if e.latest_only)

    def extract_date(self, authority: str) -> date:
        """The date of an authority's latest extract."""
        return self.manifest.extract_dates[authority]

    def path_of(self, entry: TableEntry) -> Path:
        """Where a table's file lies."""
        return self.folder / f"{entry.held_by:04d}" / entry.path

    def damaged(self, authority: str | None = None) -> list[TableEntry]:
        """The tables, of an authority or of all, whose file is missing or no longer has its hash."""
        entries = self.manifest.tables if authority is None else self._entries(authority)
        return [entry for entry in entries if not self._is_whole(entry)]

    def _entries(self, authority: str) -> list[TableEntry]:
        return [entry for entry in self.manifest.tables if entry.authority == authority]

    def _is_whole(self, entry: TableEntry) -> bool:
        path = self.path_of(entry)
        return path.is_file() and sha256_of(path) == entry.sha256

    def _read(self, entry: TableEntry) -> pa.Table:
        try:
            return _fitted(pq.read_table(self.path_of(entry), partitioning=None), BY_NAME[entry.table].schema)
        except (OSError, pa.ArrowException, ValueError, KeyError):
            raise DamagedSubmissionError(self.number, f"{entry.table} of {entry.authority}") from None


def _fitted(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """A table as the records describe it today: a column that it was loaded without is blank."""
    columns = [
        table[field.name].cast(field.type) if field.name in table.column_names else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
