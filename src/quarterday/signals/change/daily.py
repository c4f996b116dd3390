"""The stock looked at day by day, by the compiled definition: for conditions on the day, and for breakdowns."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from quarterday.indicators import LAST, Computation, Count
from quarterday.records import periods
from quarterday.signals.change.explained import ALL


@dataclass(frozen=True)
class Presence:
    """One counted row of a child in the stock: [begin, finish) in ordinal days.

    Where it was found day by day, what was there on the first day looked at begins on it, and what was there on the last
    finishes on the day after.
    """

    child: str
    begin: int
    finish: int


def present_by_the_day(
    computation: Computation, counted: Count, days: range, by: str, child_of: Mapping[str, str]
) -> dict[str, list[Presence]]:
    """The presences of each group of the breakdown, and of all.

    `child_of` gives the child of each record id.
    """
    key = counted.distinct or "record_id"
    asked = [periods.snapshot(date.fromordinal(day)) for day in days]
    rows = computation.values(counted, key, asked, [by] if by else [])
    groups = _encoded(rows[f"by_{by}"]) if by else (np.zeros(rows.num_rows, dtype=np.int64), [ALL])
    records, names = _encoded(rows[key])
    children = sorted({child_of.get(name, name) for name in names})
    place = {child: number for number, child in enumerate(children)}
    children_of = np.array([place[child_of.get(name, name)] for name in names], dtype=np.int64)
    found = np.stack([children_of[records], groups[0], rows["spine_id"].to_numpy()])
    if counted.distinct:
        found = _once(found, last=counted.of_several == LAST)
    present: dict[str, list[Presence]] = defaultdict(list)
    for child, group, begin, finish in _islands(found):
        presence = Presence(children[child], days[0] + begin, days[0] + finish)
        present[ALL].append(presence)
        if by:
            present[groups[1][group]].append(presence)
    return present


def _encoded(column: pa.ChunkedArray) -> tuple[Any, list[str]]:
    """Each value as a number, and the values."""
    encoded = column.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    return encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64), encoded.dictionary.to_pylist()


def _once(found: Any, *, last: bool) -> Any:
    """The first row of each child and day in the order of time (or the last), as the figure counts it."""
    ordered = found[:, ::-1] if last else found
    _, places = np.unique(ordered[[0, 2]], axis=1, return_index=True)
    return ordered[:, places]


def _islands(found: Any) -> Sequence[tuple[int, int, int, int]]:
    """Child, group, first day and the day after the last, of each run of days; several rows of a day run beside."""
    if not found.shape[1]:
        return []
    child, group, day = found[:, np.lexsort((found[2], found[1], found[0]))]
    cell = _changes(child, group, day)
    beside = np.arange(child.size) - np.maximum.accumulate(np.where(cell, np.arange(child.size), 0))
    order = np.lexsort((day, beside, group, child))
    child, group, day, beside = child[order], group[order], day[order], beside[order]
    begins = _changes(child, group, beside)
    begins[1:] |= day[1:] != day[:-1] + 1
    first = np.flatnonzero(begins)
    last = np.append(first[1:], child.size) - 1
    return list(
        zip(child[first].tolist(), group[first].tolist(), day[first].tolist(), (day[last] + 1).tolist(), strict=True)
    )


def _changes(*columns: Any) -> Any:
    """Whether a row differs from the one before it in any column; the first does."""
    changes = np.zeros(columns[0].size, dtype=bool)
    changes[0] = True
    for column in columns:
        changes[1:] |= column[1:] != column[:-1]
    return changes
