"""The example's records as plain Python rows, for measuring without the engine, the language or any SQL."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa

from quarterday.records.months import birthday

Row = dict[str, Any]


class Held:
    """Rows by table, and the few readings that several measures share."""

    def __init__(self, tables: dict[str, pa.Table]) -> None:
        self.tables = tables
        self._rows: dict[str, list[Row]] = {}

    def of(self, name: str) -> list[Row]:
        """The rows of a table."""
        if name not in self._rows:
            self._rows[name] = self.tables[name].to_pylist()
        return self._rows[name]

    @cached_property
    def born(self) -> dict[str, date | None]:
        """Each child's date of birth."""
        return {row["child_id"]: row["date_of_birth"] for row in self.of("children")}

    @cached_property
    def family(self) -> dict[str, str]:
        """Each child's family."""
        return {row["child_id"]: row["family_id"] for row in self.of("family_members")}

    @cached_property
    def unaccompanied(self) -> set[str]:
        """Children who came unaccompanied."""
        return {row["child_id"] for row in self.of("immigration_statuses")}

    def age(self, child_id: str, day: date) -> float:
        """Age in years; negative before birth and where the birth is not recorded."""
        born = self.born[child_id]
        return -0.1 if born is None else (day - born).days / 365.25

    def eighteenth(self, child_id: str) -> date:
        """The 18th birthday; far off where the birth is not recorded."""
        born = self.born[child_id]
        return date.max if born is None else birthday(born, 18)

    @cached_property
    def plans(self) -> list[Row]:
        """Own protection plans with effective ends; overlapping plans of a child are one."""
        return self._merged("child_protection_plans", lambda row: row["other_authority_plan"] != "Y")

    @cached_property
    def periods(self) -> list[Row]:
        """Periods of care with effective ends."""
        return self._merged("looked_after_episodes", lambda _: True)

    def _merged(self, table: str, counts: Callable[[Row], bool]) -> list[Row]:
        by_child = defaultdict(list)
        for row in self.of(table):
            if counts(row):
                by_child[row["child_id"]].append(row)
        merged = []
        for child_id, rows in by_child.items():
            last: Row | None = None
            for row in sorted(rows, key=lambda r: r["start_date"]):
                end = min(row["end_date"] or date.max, self.eighteenth(child_id))
                if last is not None and row["start_date"] <= last["end"]:
                    last["end"], last["last"] = max(end, last["end"]), row
                    continue
                last = {"child_id": child_id, "start": row["start_date"], "end": end, "first": row, "last": row}
                merged.append(last)
        return merged


def open_at(rows: Iterable[Row], day: date, start: str = "start_date", end: str = "end_date") -> list[Row]:
    """Rows open at the end of a day (R12)."""
    return [row for row in rows if row[start] <= day and (row[end] is None or row[end] > day)]


def within(rows: Iterable[Row], column: str, first: date, last: date) -> list[Row]:
    """Rows whose date lies in a span, both days included."""
    return [row for row in rows if row[column] is not None and first <= row[column] <= last]


def year_to_march(year: int) -> tuple[date, date]:
    """The reporting year that ends on 31 March of a year."""
    return date(year - 1, 4, 1), date(year, 3, 31)


def share(rows: Sequence[Any], right: Callable[[Any], bool]) -> float:
    """The percentage of rows for which something is right; not a number where there are none."""
    return 100 * sum(1 for row in rows if right(row)) / len(rows) if rows else float("nan")


def middle(values: Iterable[float]) -> float:
    """The median."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else float("nan")


def mean(values: Iterable[float]) -> float:
    """The mean."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else float("nan")
