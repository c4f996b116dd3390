"""Reading the sources that a command is given, as one load."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from quarterday.checks import extract_table, run_checks, years_table
from quarterday.cli.problems import UnreadableProblemError, UsageProblemError
from quarterday.formats import Reading, ReadingFinding, UnreadableSourceError, read_source
from quarterday.indicators.source import coverage
from quarterday.records.months import add_months
from quarterday.records.tables.resources import earlier_values
from quarterday.submissions import FindingEntry, Inspect, SourceEntry
from quarterday.submissions.settings import Settings

EXTRACT_NOTE = "quarterday-extract.json"
"""A note that may lie beside an extract: its date, authority, from when it is complete, and whether it is made up."""

MOST_ROWS = 3
"""Rows named for each sheet and kind of finding."""


@dataclass(frozen=True)
class ExtractNote:
    """What an extract's note says of it."""

    extract_date: date | None = None
    authority: str | None = None
    made_up: bool = False
    covers_from: date | None = None


@dataclass(frozen=True)
class Sources:
    """Several sources read as one: no two of them may hold the same table."""

    readings: tuple[Reading, ...]

    @property
    def records(self) -> dict[str, pa.Table]:
        """All tables of all sources."""
        return {name: table for reading in self.readings for name, table in reading.records.items()}

    @property
    def extract_date(self) -> date | None:
        """The latest date that a source gives of itself."""
        return max((r.extract_date for r in self.readings if r.extract_date), default=None)

    @property
    def entries(self) -> tuple[SourceEntry, ...]:
        """The sources for the manifest."""
        return tuple(
            SourceEntry(reading.format, tuple((file.name, file.sha256, file.bytes) for file in reading.files))
            for reading in self.readings
        )

    @property
    def findings(self) -> tuple[FindingEntry, ...]:
        """What could not be read as it stood, counted by kind, table and column."""
        kinds: dict[tuple[str, str, str, str, str], list[ReadingFinding]] = {}
        for finding in (each for reading in self.readings for each in reading.findings):
            kind = (finding.code, finding.grade, finding.table or "", finding.column or "", finding.says)
            kinds.setdefault(kind, []).append(finding)
        return tuple(FindingEntry(*kind, len(found), 0, where=_where(found)) for kind, found in kinds.items())

    @property
    def covers_from(self) -> dict[str, date]:
        """The earliest reliable date of tables whose source knows its window."""
        return {name: day for reading in self.readings for name, day in reading.covers_from.items()}

    def windows(self, extract_date: date, said: date | None, noted: date | None) -> dict[str, date]:
        """From when each table is complete, as far as somebody says so.

        What was said with the command goes for every table but values from before the records. Else the format or the
        source knows; else the extract's note does, of tables that begin before it: one that begins later is complete from
        its first row.
        """
        dated = {name: table for name, table in self.records.items() if name != earlier_values.name}
        if said:
            return dict.fromkeys(dated, said)
        begun = coverage(dated) if noted else {}
        return {name: max(day, noted or day) for name, day in begun.items()} | self._covers_from_before(extract_date)

    def _covers_from_before(self, extract_date: date) -> dict[str, date]:
        """The earliest reliable date of each table whose window the source states or its format fixes."""
        fixed = {
            name: add_months(extract_date, -months)
            for reading in self.readings
            for name, months in reading.covers_months.items()
        }
        return fixed | self.covers_from

    @property
    def latest_only(self) -> frozenset[str]:
        """Tables that hold only the latest row of each child."""
        return frozenset(name for reading in self.readings for name in reading.latest_only)


def _where(found: Sequence[ReadingFinding]) -> str:
    """The sheets, or the files, and the first rows where something was found."""
    by_place: dict[str, list[int]] = {}
    for each in found:
        by_place.setdefault(each.sheet or each.file, []).extend([each.row] if each.row else [])
    return "; ".join(f"{place}{_rows(rows)}" for place, rows in by_place.items() if place)


def _rows(rows: list[int]) -> str:
    if not rows:
        return ""
    first = ", ".join(str(row) for row in rows[:MOST_ROWS])
    more = f" and {len(rows) - MOST_ROWS:,} more" if len(rows) > MOST_ROWS else ""
    return f", row{'s' if len(rows) > 1 else ''} {first}{more}"


def read_sources(paths: Sequence[Path], authority: str) -> Sources:
    """Read every source for one authority.

    Raises UnreadableProblemError where one cannot be read, and UsageProblemError where two hold the same table.
    """
    readings = []
    held: dict[str, Path] = {}
    for path in paths:
        try:
            reading = read_source(path, authority)
        except UnreadableSourceError as error:
            raise UnreadableProblemError(str(error)) from None
        for name in reading.records:
            if name in held:
                raise UsageProblemError(
                    f"Both {held[name]} and {path} hold the table {name}. Load them one after the other instead."
                )
            held[name] = path
        readings.append(reading)
    return Sources(tuple(readings))


def extract_note(paths: Sequence[Path]) -> ExtractNote:
    """What notes beside the sources say; nothing where there is none or where it cannot be read."""
    for path in paths:
        try:
            beside = path / EXTRACT_NOTE if path.is_dir() else path.parent / EXTRACT_NOTE
            content = json.loads(beside.read_text(encoding="utf-8"))
            start = content.get("covers_from")
            return ExtractNote(
                date.fromisoformat(content["extract_date"]),
                str(content["authority"]),
                content.get("made_up") is True,
                date.fromisoformat(start) if start else None,
            )
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return ExtractNote()


def inspecting(
    authority: str, settings: Settings, today: date, previous: date | None = None, unstated: Collection[str] = ()
) -> Inspect:
    """What looks at records before they are promoted: every check, its findings kept for the manifest.

    `previous` is the date of the authority's previous extract, where there is one; `unstated` names the tables of which
    nobody says from when they are complete.
    """

    def inspect(records: Mapping[str, pa.Table], extract_date: date) -> list[FindingEntry]:
        extract = extract_table(
            authority,
            extract_date,
            previous=previous,
            loaded=today,
            longest_gap=settings.number("longest extract gap", "", extract_date, authority),
            longest_silence=settings.number("longest silence", "", extract_date, authority),
        )
        beside = {"extracts": extract, "extract_years": years_table(authority, extract_date, unstated)}
        findings = run_checks({**records, **beside}, extract_date=extract_date)
        return [
            FindingEntry(
                row["code"], row["grade"], row["table"], row["columns"], row["says"], int(row["wrong"]), int(row["of"])
            )
            for row in findings.table().to_pylist()
            if row["wrong"]
        ]

    return inspect
