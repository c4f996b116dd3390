"""What a source says once it is read: records, and what could not be read as it stood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

BLOCKING = "blocking"
QUERY = "query"

KINDS: dict[str, tuple[str, str]] = {
    "QD-READ-01": (QUERY, "A date could not be read and is taken as blank."),
    "QD-READ-02": (QUERY, "A number could not be read and is taken as blank."),
    "QD-READ-03": (QUERY, "A yes-or-no answer could not be read and is taken as not known."),
    "QD-READ-04": (QUERY, "A JSON value could not be read and is taken as not known."),
    "QD-READ-05": (BLOCKING, "A row has no key and is left out."),
    "QD-READ-06": (QUERY, "A row has the same key as an earlier row; the first is kept."),
    "QD-READ-07": (QUERY, "A column is missing; it is taken as blank."),
    "QD-READ-08": (QUERY, "The file is not UTF-8; it was read as Windows-1252."),
    "QD-READ-09": (QUERY, "A cell holds an error such as #N/A and is taken as blank."),
    "QD-READ-10": (QUERY, "A code could not be told from the text; the text is kept as recorded."),
    "QD-READ-11": (QUERY, "A row has no child and is left out."),
    "QD-READ-12": (QUERY, "Two rows say different things of the same record; the first is kept."),
    "QD-READ-13": (QUERY, "A sheet has the headings of no known list and is not used."),
    "QD-READ-14": (QUERY, "A list has no place in the records and is not used."),
    "QD-READ-15": (QUERY, "A file is named as none of the tables and is not used."),
}
"""Every kind of reading finding: its grade and what it says. Codes are permanent."""


@dataclass(frozen=True)
class ReadingFinding:
    """One thing that could not be read as it stood, with its place; never the value itself."""

    code: str
    table: str
    column: str = ""
    file: str = ""
    sheet: str = ""
    row: int | None = None

    @property
    def grade(self) -> str:
        """Blocking or query."""
        return KINDS[self.code][0]

    @property
    def says(self) -> str:
        """What the finding says, in words."""
        return KINDS[self.code][1]


@dataclass(frozen=True)
class SourceFile:
    """One file of a source, with its SHA-256 and size."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True)
class Reading:
    """A source as records.

    `latest_only` names tables that hold only the latest row of each child; `covers_from` the earliest reliable date
    of tables whose window the source states, `covers_months` how many months before the extract a table reaches back
    where the format fixes it; `extract_date` the source's own date, where it has one.
    """

    format: str
    records: Mapping[str, pa.Table]
    findings: tuple[ReadingFinding, ...] = ()
    files: tuple[SourceFile, ...] = ()
    extract_date: date | None = None
    latest_only: frozenset[str] = frozenset()
    covers_from: Mapping[str, date] = field(default_factory=dict)
    covers_months: Mapping[str, int] = field(default_factory=dict)
