"""Which records a list of Annex A shows at a day: its own rows, and the latest of what it says beside them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from quarterday.formats.annex_a.part import AnnexList, Part
from quarterday.records.months import add_months

Row = dict[str, Any]
_OF_THE_CHILD = {"children", "disabilities"}
_MAY_BEGIN_BEFORE = {"placements", "legal_statuses"}
ALLOCATED = {"CW", "ALLOCATED CASE WORKER"}


class Holdings:
    """An authority's records by child, as they stand at a day."""

    def __init__(self, records: Mapping[str, pa.Table], day: date) -> None:
        self.day = day
        self._rows: dict[str, dict[str, list[Row]]] = {}
        for name, table in records.items():
            by_child: dict[str, list[Row]] = defaultdict(list)
            for row in table.to_pylist():
                if row.get("child_id"):
                    by_child[row["child_id"]].append(row)
            self._rows[name] = by_child
        self._rows["looked_after_episodes"] = {
            child: list(_periods(rows)) for child, rows in self._rows.get("looked_after_episodes", {}).items()
        }

    def children(self, table: str) -> list[str]:
        """Children with a row in a table, in order."""
        return sorted(self._rows.get(table, {}))

    def of(self, table: str, child: str) -> list[Row]:
        """A child's rows of a table that had begun by the day."""
        return self._rows.get(table, {}).get(child, [])


def list_rows(annex_list: AnnexList, holdings: Holdings) -> Iterator[tuple[str, dict[str, Row]]]:
    """Child, and for each table that the list speaks of the row it shows."""
    main = next(part for part in annex_list.parts if part.table.name not in _OF_THE_CHILD)
    others = [part for part in annex_list.parts if part is not main]
    for child in holdings.children(main.table.name):
        for row in _shown(annex_list, main, holdings, child):
            shown = {main.table.name: row}
            for part in others:
                beside = _beside(part, row, holdings, child)
                if beside:
                    shown[part.table.name] = beside
            yield child, shown


def _shown(annex_list: AnnexList, main: Part, holdings: Holdings, child: str) -> list[Row]:
    """The list's own rows: begun by the day, and open or begun or ended inside its months."""
    since = add_months(holdings.day, -annex_list.months)
    rows = [row for row in holdings.of(main.table.name, child) if _begun(main, row, holdings.day)]
    if annex_list.number in {1, 3, 5}:
        return [row for row in rows if row[main.key[0]] >= since]
    if annex_list.number == 6:
        rows = [row for row in rows if row["no_further_action"] != "Y"]
    start, end = main.table.start or (main.key[0] if main.key else ""), main.table.end or "permanence_order_date"
    if not main.key:
        return rows
    return [row for row in rows if row.get(end) is None or row[end] >= since or row[start] >= since]


def _begun(part: Part, row: Row, day: date) -> bool:
    return not part.key or (row[part.key[0]] is not None and row[part.key[0]] <= day)


def _beside(part: Part, main: Row, holdings: Holdings, child: str) -> Row | None:
    rows = [row for row in holdings.of(part.table.name, child) if _begun(part, row, holdings.day)]
    if part.table.name == "involvements":
        rows = [row for row in rows if row["role"] in ALLOCATED and _open(row, holdings.day)]
        return max(rows, key=lambda row: (row["start_date"], row["involvement_id"]), default=None)
    if part.table.name == "initial_child_protection_conferences":
        return _conference(main, rows)
    if part.table.name == "disabilities":
        return min(rows, key=lambda row: row["disability"] == "NONE", default=None)
    rows = [row for row in rows if all(row[name] == value for name, value in part.fixed)]
    if part.key:
        start = main.get("start_date") or main.get("referral_date")
        if start is not None and part.table.name not in _MAY_BEGIN_BEFORE:
            rows = [row for row in rows if row[part.key[0]] >= start]
        return max(rows, key=lambda row: row[part.key[0]], default=None)
    return rows[0] if rows else None


def _conference(enquiry: Row, rows: list[Row]) -> Row | None:
    linked = [row for row in rows if row["section_47_enquiry_id"] == enquiry["section_47_enquiry_id"]]
    return min(linked, key=lambda row: row["conference_date"], default=None)


def _open(row: Row, day: date) -> bool:
    return row["start_date"] is not None and row["start_date"] <= day and (row["end_date"] is None or row["end_date"] > day)


def _periods(rows: list[Row]) -> Iterator[Row]:
    """Episodes that follow on one another as one row: the first start, and the last one's end."""
    run: Row | None = None
    dated = [row for row in rows if row["start_date"]]
    for row in sorted(dated, key=lambda row: (row["start_date"], row["looked_after_episode_id"])):
        if run is not None and (run["end_date"] is None or row["start_date"] <= run["end_date"]):
            run = {**row, "start_date": run["start_date"], "start_reason": run["start_reason"]}
            continue
        if run is not None:
            yield run
        run = row
    if run is not None:
        yield run
