"""Writing records as the Standard Safeguarding Dataset, and local tables beside it."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from quarterday.records.table import Table
from quarterday.records.tables import BY_NAME

_ALIASES = {"legacy id": "pers_legacy_id", "unique pupil number": "pers_upn"}


def write_safeguarding_dataset(records: Mapping[str, pa.Table], folder: Path, *, kind: str = "csv") -> list[Path]:
    """Write one file a table, named as the table; `kind` is csv or parquet. Returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, rows in records.items():
        table = BY_NAME[name]
        columns = _columns(table, rows, records)
        path = folder / f"{table.ssd or table.name}.{kind}"
        aside = path.with_suffix(".part")
        if kind == "parquet":
            pq.write_table(columns, aside, write_page_checksum=True)
        else:
            pa_csv.write_csv(columns, aside)
        os.replace(aside, path)
        written.append(path)
    return written


def _columns(table: Table, rows: pa.Table, records: Mapping[str, pa.Table]) -> pa.Table:
    if table.name == "assessment_factors":
        return _factors(rows)
    if table.name == "linked_identifiers":
        rows = _without_aliases(rows)
    columns: dict[str, pa.ChunkedArray] = {}
    for name, members in _grouped(table):
        if len(members) == 1 and not members[0][1]:
            columns[name] = _as_source(members[0][0], rows, table)
        else:
            columns[name] = _packed(members, rows)
    if table.name == "children":
        columns |= _person_aliases(rows, records)
    return pa.table(columns)


def _grouped(table: Table) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Source column → the record columns that make it up, each with its JSON key."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for column in table.columns:
        if table.ssd and not column.ssd:
            groups[column.name] = [(column.name, "")]
            continue
        name, _, key = (column.ssd or column.name).partition(".")
        groups.setdefault(name, []).append((column.name, key))
    yield from groups.items()


def _as_source(name: str, rows: pa.Table, table: Table) -> pa.ChunkedArray:
    column = rows[name]
    if name == "full_time_hundredths" and table.ssd:
        return pa.chunked_array([pa.array([None if n is None else n / 100 for n in column.to_pylist()], pa.float64())])
    if name == "permanence_aims":
        return _each(column, lambda aims: json.dumps(dict.fromkeys(aims.split(","), "Y")))
    return column


def _packed(members: list[tuple[str, str]], rows: pa.Table) -> pa.ChunkedArray:
    """JSON flags packed into one column; rows without any flag stay blank."""
    keys = [key for _, key in members]
    known: dict[tuple[Any, ...], str | None] = {}
    packed = []
    for flags in zip(*(rows[name].to_pylist() for name, _ in members), strict=True):
        if flags not in known:
            given = {key: flag or "" for key, flag in zip(keys, flags, strict=True)}
            known[flags] = json.dumps(given) if any(flags) else None
        packed.append(known[flags])
    return pa.chunked_array([pa.array(packed, pa.string())])


def _factors(rows: pa.Table) -> pa.Table:
    by_assessment: dict[str, list[str]] = {}
    for key, factor in zip(rows["assessment_id"].to_pylist(), rows["factor"].to_pylist(), strict=True):
        by_assessment.setdefault(key, []).append(factor)
    return pa.table(
        {
            "cinf_table_id": pa.array(list(by_assessment), pa.string()),
            "cinf_assessment_id": pa.array(list(by_assessment), pa.string()),
            "cinf_assessment_factors_json": pa.array([json.dumps(sorted(f)) for f in by_assessment.values()], pa.string()),
        }
    )


def _person_aliases(rows: pa.Table, records: Mapping[str, pa.Table]) -> dict[str, pa.ChunkedArray]:
    linked = records.get("linked_identifiers")
    if linked is None:
        return {}
    values: dict[str, dict[str, str]] = {name: {} for name in _ALIASES.values()}
    for row in linked.to_pylist():
        if _is_alias(row):
            values[_ALIASES[row["identifier_type"]]][row["child_id"]] = row["identifier_value"]
    children = rows["child_id"].to_pylist()
    return {
        name: pa.chunked_array([pa.array([known.get(child) for child in children], pa.string())])
        for name, known in values.items()
    }


def _without_aliases(rows: pa.Table) -> pa.Table:
    kept = [place for place, row in enumerate(rows.to_pylist()) if not _is_alias(row)]
    return rows.take(pa.array(kept, pa.int64()))


def _is_alias(row: dict[str, Any]) -> bool:
    kind = row["identifier_type"]
    return kind in _ALIASES and row["linked_identifier_id"] == f"{kind}: {row['child_id']}"


def _each(column: pa.ChunkedArray, change: Any) -> pa.ChunkedArray:
    return pa.chunked_array([pa.array([change(v) if v else None for v in column.to_pylist()], pa.string())])
