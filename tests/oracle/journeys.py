"""Record tables as the oracle reads them: rows as dicts, plans merged and ended at 18, workers and ages at a date."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from oracle.days import birthday

Row = dict[str, Any]
FAR = date(9000, 1, 1)
ETHNICITIES = set("WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH".split())  # noqa: SIM905
GROUPS_OF_ETHNICITY = {"W": "White", "M": "Mixed", "A": "Asian or Asian British", "B": "Black or Black British"}


class Records(dict[str, list[Row]]):
    """Every record table of one authority as rows, and what has been worked out of them already."""

    def __init__(self, tables: Mapping[str, Iterable[Row]]) -> None:
        super().__init__({name: list(rows) for name, rows in tables.items()})
        self._by: dict[tuple[str, str], dict[Any, list[Row]]] = {}
        self.worked_out: dict[str, Any] = {}

    def where(self, table: str, column: str, value: object) -> list[Row]:
        """The rows of a table with a value in a column; none where the table is missing."""
        if (table, column) not in self._by:
            index: dict[Any, list[Row]] = defaultdict(list)
            for row in self.get(table, []):
                index[row[column]].append(row)
            self._by[table, column] = index
        return self._by[table, column].get(value, [])


def once(work: Callable[[Records], Any]) -> Callable[[Records], Any]:
    """Work something out of the records only once."""

    def remembered(records: Records) -> Any:
        if work.__qualname__ not in records.worked_out:
            records.worked_out[work.__qualname__] = work(records)
        return records.worked_out[work.__qualname__]

    return remembered


@dataclass(frozen=True)
class Plan:
    """A plan of a child from a day to another (exclusive; null: open), overlapping records of it joined."""

    child: str
    start: date
    end: date | None
    at_birthday: bool = False


def open_on(start: date | None, end: date | None, day: date) -> bool:
    """Open at the end of a day: begun by then and not yet ended (R12)."""
    return start is not None and start <= day and (end is None or end > day)


def merged(rows: Iterable[Row]) -> list[Plan]:
    """Plans of each child, those that overlap or adjoin as one; a plan that ends before it starts ends as it starts."""
    spans: dict[str, list[tuple[date, date | None]]] = defaultdict(list)
    for row in rows:
        start, end = row["start_date"], row["end_date"]
        if start is not None:
            spans[row["child_id"]].append((start, end if end is None else max(start, end)))
    plans = []
    for child, mine in spans.items():
        joined: list[tuple[date, date | None]] = []
        for start, end in sorted(mine, key=lambda span: (span[0], span[1] or FAR)):
            if joined and start <= (joined[-1][1] or FAR):
                end = max(end or FAR, joined[-1][1] or FAR)
                joined[-1] = (joined[-1][0], None if end == FAR else end)
            else:
                joined.append((start, end))
        plans += [Plan(child, start, end) for start, end in joined]
    return plans


@once
def protection_plans(records: Records) -> list[Plan]:
    """Own protection plans, ended at the 18th birthday at the latest (R04, R10)."""
    plans = []
    for plan in merged(row for row in records["child_protection_plans"] if row["other_authority_plan"] != "Y"):
        child = child_of(records, plan.child)
        born = child["date_of_birth"] if child else None
        if born and (plan.end is None or plan.end > birthday(born, 18)):
            plan = Plan(plan.child, plan.start, max(plan.start, birthday(born, 18)), at_birthday=True)
        plans.append(plan)
    return plans


def child_of(records: Records, child_id: str | None) -> Row | None:
    """What is known of a child; None for an orphan."""
    rows = records.where("children", "child_id", child_id)
    return rows[0] if rows else None


def age_band(records: Records, child_id: str | None, day: date) -> str:
    """The age band of a child on a day (CONTRACTS, Definitions)."""
    child = child_of(records, child_id)
    if child is None or (child["date_of_birth"] is None and child["expected_date_of_birth"] is None):
        return "not known"
    born = child["date_of_birth"]
    if born is None or born > day:
        return "unborn"
    bands = ((1, "under 1"), (5, "1 to 4"), (10, "5 to 9"), (16, "10 to 15"))
    return next((name for age, name in bands if birthday(born, age) > day), "16 and over")


def allocation(records: Records, settings: list[Row], child_id: str | None, day: date) -> Row | None:
    """The involvement of the child's allocated worker at the end of a day: the latest start, then the id."""
    roles = {row["subject"] for row in settings if row["name"] == "allocated role"}
    rows = [
        row
        for row in records.where("involvements", "child_id", child_id)
        if row["role"] in roles and open_on(row["start_date"], row["end_date"], day)
    ]
    return max(rows, key=lambda row: (row["start_date"], row["involvement_id"])) if rows else None


def groups_of_child(records: Records, settings: list[Row], child_id: str | None, day: date) -> dict[str, str]:
    """The group of a child in each breakdown, on a day."""
    child = child_of(records, child_id) or {}
    allocated = allocation(records, settings, child_id, day)
    team = records.where("teams", "team_id", allocated["team_id"]) if allocated else []
    return {
        "age_band": age_band(records, child_id, day),
        "sex": {"M": "male", "F": "female"}.get(child.get("sex"), "not known"),
        "ethnicity": _ethnicity(child.get("ethnicity")),
        "disability": _disability(records, child_id),
        "team": team[0]["name"] if team and team[0]["name"] else "not known",
        "worker": (allocated or {}).get("professional_id") or "not known",
    }


def _ethnicity(code: str | None) -> str:
    if code is None:
        return "not known"
    if code in {"REFU", "NOBT"}:
        return "Not stated"
    if code in {"CHNE", "OOTH"}:
        return "Other ethnic group"
    return GROUPS_OF_ETHNICITY[code[0]] if code in ETHNICITIES else "not known"


def _disability(records: Records, child_id: str | None) -> str:
    codes = {row["disability"] for row in records.where("disabilities", "child_id", child_id)} - {None}
    if not codes:
        return "not known"
    return "yes" if codes - {"NONE"} else "no"
