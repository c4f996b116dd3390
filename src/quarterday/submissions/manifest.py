"""The manifest of a submission: where it came from, what it holds, what was found, which code made it."""

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class SourceEntry:
    """One source of a load: its format and its files with their SHA-256 and size in bytes."""

    format: str
    files: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class TableEntry:
    """One table of one authority: rows, the file's hash, and the submission that holds it."""

    authority: str
    table: str
    rows: int
    sha256: str
    held_by: int
    covers_from: date | None = None
    latest_only: bool = False

    @property
    def path(self) -> str:
        """Where the file lies inside the submission that holds it."""
        return f"{self.authority}/{self.table}.parquet"


@dataclass(frozen=True)
class FindingEntry:
    """One kind of finding and how often it was met."""

    code: str
    grade: str
    table: str
    columns: str
    says: str
    wrong: int
    of: int
    where: str = ""


@dataclass(frozen=True)
class Manifest:
    """What a submission says of itself. `extract_dates` gives each authority's date of extract."""

    number: int
    loaded_at: str
    code_version: str
    extract_dates: dict[str, date]
    sources: tuple[SourceEntry, ...] = ()
    tables: tuple[TableEntry, ...] = ()
    findings: tuple[FindingEntry, ...] = ()
    restored_from: int | None = None
    made_up: bool = False
    loaded_authority: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def authorities(self) -> tuple[str, ...]:
        """The authorities whose records it holds."""
        return tuple(sorted({entry.authority for entry in self.tables}))

    @property
    def has_blocking_findings(self) -> bool:
        """Whether any finding of its own load is of blocking grade."""
        return any(finding.grade == "blocking" and finding.wrong for finding in self.findings)


def to_json(manifest: Manifest) -> str:
    """The manifest as readable JSON."""
    return json.dumps(asdict(manifest), indent=2, default=_as_text) + "\n"


def read_manifest(path: Path) -> Manifest:
    """A manifest from its file."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    content["extract_dates"] = {name: date.fromisoformat(day) for name, day in content["extract_dates"].items()}
    content["sources"] = tuple(
        SourceEntry(entry["format"], tuple((n, h, b) for n, h, b in entry["files"])) for entry in content["sources"]
    )
    content["tables"] = tuple(TableEntry(**_with_date(entry)) for entry in content["tables"])
    content["findings"] = tuple(FindingEntry(**entry) for entry in content["findings"])
    content["notes"] = tuple(content["notes"])
    return Manifest(**content)


def _with_date(entry: dict[str, Any]) -> dict[str, Any]:
    day = entry["covers_from"]
    return entry | {"covers_from": date.fromisoformat(day) if day else None}


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a manifest.")
