"""What an authority holds, as plain rows, and what is known of a child at a moment (CONTRACTS §1 and §3)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa

from oracle.dates import birthday

Row = dict[str, Any]
ETHNICITIES = {
    "White": "WBRI WIRI WIRT WOTH WROM",
    "Mixed": "MWBC MWBA MWAS MOTH",
    "Asian or Asian British": "AIND APKN ABAN AOTH",
    "Black or Black British": "BCRB BAFR BOTH",
    "Other ethnic group": "CHNE OOTH",
    "Not stated": "REFU NOBT",
}
ALLOCATED = {"CW", "ALLOCATED CASE WORKER"}


@dataclass(frozen=True)
class Hit:
    """One thing that an indicator looks at: whose it is, when, whether it counts, and its own groups.

    `parts` is what it adds above and below the line of a ratio.
    """

    child: str | None
    moment: date
    counts: bool = True
    value: float | None = None
    groups: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[int, int] = (1, 1)


class Holding:
    """The records of one authority."""

    def __init__(self, records: Mapping[str, pa.Table], extract_date: date) -> None:
        self.tables = {name: table.to_pylist() for name, table in records.items()}
        self.extract_date = extract_date

    def rows(self, table: str) -> list[Row]:
        return self.tables.get(table, [])

    @cached_property
    def by_child(self) -> dict[str, dict[str, list[Row]]]:
        found: dict[str, dict[str, list[Row]]] = {}
        for name, rows in self.tables.items():
            found[name] = defaultdict(list)
            for row in rows:
                if row.get("child_id") is not None:
                    found[name][row["child_id"]].append(row)
        return found

    def of_child(self, table: str, child: str | None) -> list[Row]:
        return self.by_child.get(table, {}).get(child, []) if child is not None else []

    @cached_property
    def teams(self) -> dict[str, str]:
        return {row["team_id"]: row["name"] or "not known" for row in self.rows("teams")}

    @cached_property
    def professionals(self) -> dict[str, Row]:
        return {row["professional_id"]: row for row in self.rows("professionals")}

    def person(self, child: str | None) -> Row | None:
        found = self.of_child("children", child)
        return found[0] if found else None

    def born(self, child: str | None) -> date | None:
        person = self.person(child)
        return person["date_of_birth"] if person else None

    def eighteenth(self, child: str | None) -> date | None:
        born = self.born(child)
        return birthday(born, 18) if born else None

    def group(self, breakdown: str, child: str | None, moment: date) -> str:
        return {
            "age_band": self._age_band,
            "sex": self._sex,
            "ethnicity": self._ethnicity,
            "disability": self._disability,
            "team": self._team,
        }[breakdown](child, moment)

    def _age_band(self, child: str | None, moment: date) -> str:
        person = self.person(child)
        if person is None:
            return "not known"
        born, expected = person["date_of_birth"], person["expected_date_of_birth"]
        if born is None:
            return "unborn" if expected else "not known"
        if born > moment:
            return "unborn"
        age = max(age for age in range(120) if birthday(born, age) <= moment)
        if age < 1:
            return "under 1"
        for first, last in ((1, 4), (5, 9), (10, 15)):
            if first <= age <= last:
                return f"{first} to {last}"
        return "16 and over"

    def _sex(self, child: str | None, moment: date) -> str:
        person = self.person(child) or {}
        return {"M": "male", "F": "female"}.get(person.get("sex"), "not known")

    def _ethnicity(self, child: str | None, moment: date) -> str:
        code = (self.person(child) or {}).get("ethnicity")
        return next((name for name, codes in ETHNICITIES.items() if code in codes.split()), "not known")

    def _disability(self, child: str | None, moment: date) -> str:
        if self.person(child) is None:
            return "not known"
        known = [row["disability"] for row in self.of_child("disabilities", child) if row["disability"] is not None]
        if not known:
            return "not known"
        return "yes" if any(code != "NONE" for code in known) else "no"

    def allocated(self, child: str | None, moment: date) -> Row | None:
        """The involvement in an allocated role open at the end of the day: the latest start, then the greatest id."""
        open_then = [
            row
            for row in self.of_child("involvements", child)
            if row["role"] in ALLOCATED and is_open(row["start_date"], row["end_date"], moment)
        ]
        return max(open_then, key=lambda row: (row["start_date"], row["involvement_id"]), default=None)

    def _team(self, child: str | None, moment: date) -> str:
        held = self.allocated(child, moment)
        return self.teams.get(held["team_id"], "not known") if held else "not known"


def is_open(start: date | None, end: date | None, day: date) -> bool:
    """Open at the end of a day (R12)."""
    return start is not None and start <= day and (end is None or end > day)


def within(day: date | None, start: date, end: date) -> bool:
    return day is not None and start <= day <= end
