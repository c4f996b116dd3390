"""Building a submission aside, checking it, and promoting it by one atomic rename (CONTRACTS §1)."""

import os
import shutil
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from quarterday.records.tables import BY_NAME
from quarterday.submissions.errors import DamagedSubmissionError
from quarterday.submissions.manifest import FindingEntry, Manifest, SourceEntry, TableEntry, to_json
from quarterday.submissions.store import Store
from quarterday.submissions.submission import Submission, sha256_of

Inspect = Callable[[Mapping[str, pa.Table], date], Sequence[FindingEntry]]
"""Looks at the records to be promoted and returns findings; the checks of a higher room."""


@dataclass(frozen=True)
class Load:
    """What is to be loaded: records of one authority with where they came from."""

    authority: str
    records: Mapping[str, pa.Table]
    extract_date: date
    loaded_at: str
    code_version: str
    sources: tuple[SourceEntry, ...] = ()
    findings: tuple[FindingEntry, ...] = ()
    covers_from: Mapping[str, date] = field(default_factory=dict)
    latest_only: frozenset[str] = frozenset()
    only: bool = False
    made_up: bool = False
    notes: tuple[str, ...] = ()


def build(store: Store, load: Load, inspect: Inspect | None = None) -> Submission:
    """Write the load as the next submission and promote it.

    Tables that the load supplies replace those of its authority; every other table, and every other authority, is
    carried forward by reference unless `only` starts afresh. Findings never refuse a load. A crash at any moment
    leaves the store as it was.
    """
    with store.writing():
        numbers = store.numbers()
        before = store.get() if numbers and not load.only else None
        number = (numbers[-1] if numbers else 0) + 1
        staging = store.staging_folder / f"{number:04d}-{uuid.uuid4().hex}"
        try:
            written = _write_tables(staging, load, number)
            manifest = _manifest(number, load, written, before)
            manifest = _inspected(manifest, load, before, inspect)
            return promote(store, staging, manifest)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise


def restore(store: Store, number: int, *, loaded_at: str, code_version: str) -> Submission:
    """Make an earlier submission current again, as a new one that refers to its tables; nothing is lost.

    Raises DamagedSubmissionError where one of its files is no longer whole.
    """
    with store.writing():
        earlier = store.get(number)
        for entry in earlier.damaged():
            raise DamagedSubmissionError(number, f"{entry.table} of {entry.authority}")
        following = store.numbers()[-1] + 1
        manifest = replace(
            earlier.manifest, number=following, loaded_at=loaded_at, code_version=code_version, restored_from=number
        )
        staging = store.staging_folder / f"{following:04d}-{uuid.uuid4().hex}"
        try:
            return promote(store, staging, manifest)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise


def promote(store: Store, staging: Path, manifest: Manifest) -> Submission:
    """Rename a finished staging folder into place: the one moment at which a submission comes to be."""
    _write_text(staging / "manifest.json", to_json(manifest))
    store.submissions_folder.mkdir(parents=True, exist_ok=True)
    for folder in [*(path for path in staging.iterdir() if path.is_dir()), staging]:
        _sync(folder)
    staging.rename(store.submissions_folder / f"{manifest.number:04d}")
    _sync(store.submissions_folder)
    return Submission(store.submissions_folder, manifest)


def _write_tables(staging: Path, load: Load, number: int) -> list[TableEntry]:
    entries = []
    for name, table in load.records.items():
        path = staging / load.authority / f"{name}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(table.cast(BY_NAME[name].schema), path, compression="zstd")
        _sync(path)
        entries.append(
            TableEntry(
                authority=load.authority,
                table=name,
                rows=table.num_rows,
                sha256=sha256_of(path),
                held_by=number,
                covers_from=load.covers_from.get(name) or _earliest(name, table),
                latest_only=name in load.latest_only,
            )
        )
    return entries


def _manifest(number: int, load: Load, written: list[TableEntry], before: Submission | None) -> Manifest:
    carried = [
        entry
        for entry in (before.manifest.tables if before else ())
        if not (entry.authority == load.authority and entry.table in load.records)
    ]
    dates = dict(before.manifest.extract_dates) if before else {}
    return Manifest(
        number=number,
        loaded_at=load.loaded_at,
        code_version=load.code_version,
        extract_dates=dates | {load.authority: load.extract_date},
        sources=load.sources,
        tables=tuple(sorted([*carried, *written], key=lambda e: (e.authority, e.table))),
        findings=load.findings,
        made_up=load.made_up or bool(before and before.manifest.made_up),
        loaded_authority=load.authority,
        notes=load.notes,
    )


def _inspected(manifest: Manifest, load: Load, before: Submission | None, inspect: Inspect | None) -> Manifest:
    if inspect is None:
        return manifest
    carried = before.records([load.authority]) if before and load.authority in before.manifest.authorities else {}
    return replace(manifest, findings=(*load.findings, *inspect({**carried, **load.records}, load.extract_date)))


def _earliest(name: str, table: pa.Table) -> date | None:
    start = BY_NAME[name].start
    return pc.min(table[start]).as_py() if start and table.num_rows else None


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    """Ask the disk to keep what was written; folders cannot be synced on Windows, where the rename itself is kept."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
