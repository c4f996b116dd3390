"""Rows without a key, and rows with the key of an earlier row (CONTRACTS §1)."""

import pyarrow as pa
import pyarrow.compute as pc

from quarterday.records.table import AUTHORITY, Table


def keyed_rows(table: Table, rows: pa.Table) -> tuple[pa.Table, list[int], list[int]]:
    """The rows that have a key of their own; with the places of rows without a key, and of repeats left out."""
    unkeyed = _places(pc.invert(_has_key(table, rows)))
    repeats = _repeats(table, rows)
    left_out = set(unkeyed) | set(repeats)
    if not left_out:
        return rows, [], []
    kept = [place for place in range(rows.num_rows) if place not in left_out]
    return rows.take(pa.array(kept, pa.int64())), unkeyed, repeats


def _has_key(table: Table, rows: pa.Table) -> pa.ChunkedArray:
    has_key = pc.is_valid(rows[AUTHORITY])
    for name in table.key:
        has_key = pc.and_(has_key, pc.is_valid(rows[name]))
    return has_key


def _repeats(table: Table, rows: pa.Table) -> list[int]:
    keys = rows.select(table.key)
    distinct = keys.group_by(list(table.key)).aggregate([]).num_rows
    if distinct == rows.num_rows:
        return []
    seen, repeats = set(), []
    for place, key in enumerate(zip(*(keys[name].to_pylist() for name in table.key), strict=True)):
        if None in key:
            continue
        if key in seen:
            repeats.append(place)
        seen.add(key)
    return repeats


def _places(mask: pa.ChunkedArray) -> list[int]:
    return [place for place, marked in enumerate(mask.to_pylist()) if marked]
