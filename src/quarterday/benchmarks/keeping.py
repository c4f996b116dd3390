"""Published values kept in a store, and the small table shipped for the demo."""

import csv
import json
import os
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.reading import read_published, values_of
from quarterday.benchmarks.values import PublishedValue
from quarterday.submissions import Store

COLUMNS = tuple(field.name for field in fields(PublishedValue))

_REGISTER = b"files"
"""Where the values' file keeps the names and hashes of the published files."""


@dataclass(frozen=True)
class Added:
    """What an import took in and what it left aside."""

    taken: tuple[str, ...]
    left_aside: tuple[str, ...]
    values: int

    def lines(self) -> list[str]:
        """What happened, a line each."""
        lines = [f"Taken in: {name}" for name in self.taken]
        lines += [f"Left aside (a look-up that ships with Quarterday): {name}" for name in self.left_aside]
        return [*lines, f"{self.values:,} published values are loaded."]


def add_files(store: Path, paths: Sequence[Path]) -> Added:
    """Take in published files beside those already there: all of them, or none.

    Rates need the population file: add it with the others. Raises PublishedFileError.
    """
    read = [read_published(path) for path in paths]
    new = [file for file in read if file.family is not None]
    added = values_of(new)
    names = {file.name for file in new}
    with Store(store).writing():
        values = [*[value for value in _kept(store) if value.release not in names], *added]
        register = {**_register(store), **{file.name: {"title": _title(file), "sha256": file.sha256} for file in new}}
        _replace(_path(store), _table(values).replace_schema_metadata({_REGISTER: json.dumps(register)}))
    looked_up = tuple(file.name for file in read if file.family is None)
    return Added(tuple(file.name for file in new), looked_up, len(values))


def list_files(store: Path) -> list[str]:
    """The published files that a store holds, a line each."""
    return [f"{name}  {entry['title']}  sha256 {entry['sha256']}" for name, entry in sorted(_register(store).items())]


def load(store: Path) -> Benchmarks | None:
    """The published values of a store; None where none were added."""
    values = _kept(store)
    return Benchmarks(values) if values else None


def shipped() -> Benchmarks:
    """The small table of published figures that ships for the demo (facts of DfE and ONS, OGL v3.0)."""
    text = files("quarterday.benchmarks").joinpath("shipped.csv").read_text(encoding="utf-8")
    return Benchmarks(read_table(text.splitlines()))


def read_table(lines: Iterable[str]) -> list[PublishedValue]:
    """Values in our own layout."""
    values = []
    for row in csv.DictReader(lines):
        fields_: dict[str, Any] = {**row, "year": int(row["year"]), "value": float(row["value"]) if row["value"] else None}
        values.append(PublishedValue(**fields_))
    return values


def write_table(values: Iterable[PublishedValue], path: Path) -> None:
    """Values in our own layout, numbers to six decimals."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for value in values:
            row = asdict(value)
            row["value"] = "" if value.value is None else f"{value.value:.6f}".rstrip("0").rstrip(".")
            writer.writerow(row)


def _path(store: Path) -> Path:
    return store / "benchmarks" / "values.parquet"


def _kept(store: Path) -> list[PublishedValue]:
    path = _path(store)
    return [PublishedValue(**row) for row in pq.read_table(path).to_pylist()] if path.exists() else []


def _register(store: Path) -> dict[str, Any]:
    """The files whose values are kept: in the values' own file, so that both change in one rename."""
    path = _path(store)
    metadata = pq.read_schema(path).metadata or {} if path.exists() else {}
    known: dict[str, Any] = json.loads(metadata.get(_REGISTER, b"{}"))
    return known


def _title(file: Any) -> str:
    return str(file.family.title)


def _table(values: Sequence[PublishedValue]) -> pa.Table:
    return pa.table({name: [getattr(value, name) for value in values] for name in COLUMNS})


def _replace(path: Path, table: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{uuid.uuid4().hex}")
    pq.write_table(table, aside)
    os.replace(aside, path)
