"""Published cells kept in a store: what was added, when, and from which file."""

import json
import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.cells import COLUMNS, KeptCells, Release
from quarterday.benchmarks.families import BY_KEY
from quarterday.benchmarks.reading import PublishedFile, read_published
from quarterday.benchmarks.sheets import FIELDS
from quarterday.submissions import Store

_REGISTER = b"files"
"""Where the cells' file keeps the names and hashes of the published files."""

_SCHEMA = pa.schema(
    [
        *((name, pa.dictionary(pa.int32(), pa.string())) for name in ("family", "release")),
        ("year", pa.int16()),
        *((name, pa.dictionary(pa.int32(), pa.string())) for name in ("kind", "area", "dfe", "region", "item")),
        ("number", pa.float64()),
        ("reason", pa.dictionary(pa.int32(), pa.string())),
    ]
)

Register = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Added:
    """What an import took in, what it left aside, and what a reader should know of it."""

    taken: tuple[str, ...]
    left_aside: tuple[str, ...]
    known: tuple[str, ...]
    values: int
    notes: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """What happened, a line each."""
        lines = [f"Taken in: {name}" for name in self.taken]
        lines += [f"Left aside (a look-up or a document, no statistics): {name}" for name in self.left_aside]
        lines += [f"Already there, the same to the byte: {name}" for name in self.known]
        return [*lines, *self.notes, f"{self.values:,} published values are loaded."]


def add_files(store: Path, paths: Sequence[Path]) -> Added:
    """Take in published files beside those already there: all of them, or none.

    A file of the same name but with other content is another release and stands beside the first. Rates need the
    population file: add it too. Raises PublishedFileError.
    """
    read = [read_published(path) for path in paths]
    with Store(store).writing():
        register = _register(store)
        new, known = _new_files(read, register)
        tables = [_kept(store), *(_table(name, file) for name, file in new.items())]
        for name, file in new.items():
            register[name] = _entry(file, len(register))
        table = pa.concat_tables(tables).unify_dictionaries()
        if new:
            _replace(_path(store), table.replace_schema_metadata({_REGISTER: json.dumps(register)}))
    looked_up = tuple(file.name for file in read if file.family is None)
    return Added(tuple(new), looked_up, tuple(known), table.num_rows, tuple(_notes(new)))


def list_files(store: Path) -> list[str]:
    """The published files that a store holds, a line each."""
    return [
        f"{name}  {BY_KEY[entry['family']].title}, to {entry['latest_year']}  sha256 {entry['sha256']}"
        for name, entry in sorted(_register(store).items())
    ]


def load(store: Path) -> Benchmarks | None:
    """The published values of a store; None where none were added."""
    register = _register(store)
    if not register:
        return None
    releases = [Release(name, entry["family"], entry["latest_year"], entry["order"]) for name, entry in register.items()]
    return Benchmarks(KeptCells(_path(store), releases))


def _new_files(read: Sequence[PublishedFile], register: Register) -> tuple[dict[str, PublishedFile], list[str]]:
    """The files not yet there under the names of their releases, and the names of those that are."""
    seen = {entry["sha256"] for entry in register.values()}
    new: dict[str, PublishedFile] = {}
    known = []
    for file in read:
        if file.family is None:
            continue
        if file.sha256 in seen:
            known.append(file.name)
            continue
        seen.add(file.sha256)
        taken = file.name in register or file.name in new
        new[f"{file.name} ({file.sha256[:8]})" if taken else file.name] = file
    return new, known


def _notes(new: dict[str, PublishedFile]) -> list[str]:
    """What was not found in the files, and which releases stand beside an earlier one."""
    notes = [f"{name} stands beside an earlier release of the same name." for name, file in new.items() if name != file.name]
    for name, file in new.items():
        if file.lacks:
            notes.append(f"{name} has no column {', '.join(file.lacks)}: what needs it is not compared.")
    return notes


def _entry(file: PublishedFile, order: int) -> dict[str, Any]:
    family = file.family.key if file.family else ""
    return {"family": family, "sha256": file.sha256, "latest_year": file.latest_year, "order": order}


def _path(store: Path) -> Path:
    return store / "benchmarks" / "cells.parquet"


def _kept(store: Path) -> pa.Table:
    path = _path(store)
    return pq.read_table(path, schema=_SCHEMA) if path.exists() else _SCHEMA.empty_table()


def _register(store: Path) -> Register:
    """The files whose cells are kept: in the cells' own file, so that both change in one rename."""
    path = _path(store)
    metadata = pq.read_schema(path).metadata or {} if path.exists() else {}
    known: Register = json.loads(metadata.get(_REGISTER, b"{}"))
    return known


def _table(release: str, file: PublishedFile) -> pa.Table:
    cells = sorted(file.cells, key=lambda cell: cell[0])
    columns: dict[str, Sequence[Any]] = dict(zip(FIELDS, zip(*cells, strict=True), strict=True)) if cells else {}
    columns["family"] = [file.family.key if file.family else ""] * len(cells)
    columns["release"] = [release] * len(cells)
    arrays = [pa.array(columns.get(name, ()), type=_SCHEMA.field(name).type) for name in COLUMNS]
    return pa.table(arrays, schema=_SCHEMA)


def _replace(path: Path, table: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{uuid.uuid4().hex}")
    pq.write_table(table, aside, row_group_size=10_000)
    os.replace(aside, path)
