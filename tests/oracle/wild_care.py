"""Wild records of care: few children, many rows, dates that meet at every edge, codes that the rules treat apart."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

import pyarrow as pa

from oracle.dates import birthday, plus_months
from quarterday.records.table import DATE, INTEGER, Column, Table
from quarterday.records.tables import ALL, BY_NAME

FIRST, LAST = date(2017, 4, 1), date(2022, 3, 31)
BIRTHS = (
    *(date(year, 9, 30) for year in (1997, 1999, 2000, 2001, 2002, 2003, 2004, 2005, 2009, 2011, 2016, 2017)),
    *(date(year, 3, 31) for year in (1999, 2000, 2001, 2002, 2003, 2005, 2012, 2017)),
    *(date(year, 2, 29) for year in (2000, 2004, 2008, 2016)),
    date(2020, 6, 1),
)
PLACES = ("PO30", "PO31", "SO14", "RG21")
CODES: Mapping[str, tuple[Any, ...]] = {
    "legal_status": ("C1", "C2", "E1", "V2", "V2", "V2", "V3", "V4"),
    "placement_type": ("U1", "U3", "U4", "U6", "U6", "K2", "A3", "A5", "A6", "T1", "H5", "P1"),
    "change_reason": ("CREQB", "CREQO", "CARPL", "CHILD"),
    "end_reason": ("E11", "E12", "E11", "E12", "E45", "E43", "E41", "E4A", "E4B", "E17", "X1", "X1", "X1"),
    "start_reason": ("S", "P", "T", "U", "L"),
    "distance_miles": (0.0, 19.9, 20.0, 20.1, 150.0, 999.9),
    "postcode_district": PLACES,
    "participation": tuple(f"PN{n}" for n in range(8)),
    "cancelled": ("N", "N", "N", "Y"),
    "permanence_aims": ("ADOPTION", "LTFOST18,RETURN6M"),
    "check_type": ("Health Assessment", "Dental Check", "Eye test"),
    "check_status": ("Completed", "Completed", "Completed", "Refused"),
    "score": (0, 13, 14, 16, 17, 40),
    "part_of_sibling_group": ("1", "1", "0", "Y"),
    "siblings_placed_together": (0, 1, 2, 3),
    "siblings_placed_apart": (0, 0, 1),
    "eligibility": ("Relevant", "Former relevant", "Former relevant", "Qualifying", None, None),
    "role": ("CW", "CW", "CW", "ALLOCATED CASE WORKER", "IRO"),
    "registration_number": ("SW1", "SW2", "SW3"),
    "immigration_status": ("UASC", "Refugee Status"),
    "accommodation": ("Z", "Z", "U", "B", "G", "H", "R"),
    "missing_type": ("M", "M", "A"),
    "edge_of_care": ("Y",),
    "weekly_price_pence": (80000, 95050, 420000),
    "children": (100, 120),
}
"""What a column may hold, beside nothing; other coded columns hold any code of their list."""

ROWS = {
    "looked_after_episodes": 3,
    "placements": 4,
    "legal_statuses": 1,
    "involvements": 5,
    "looked_after_visits": 8,
    "looked_after_reviews": 5,
    "health_checks": 8,
    "care_leavers": 1,
    "immunisations": 1,
    "care_plans": 2,
    "permanence": 4,
    "missing_episodes": 3,
    "return_interviews": 3,
    "strengths_and_difficulties_scores": 3,
    "interventions": 1,
    "placement_searches": 1,
    "placement_costs": 2,
    "convictions": 1,
    "substance_misuse": 1,
    "immigration_statuses": 1,
}
"""Rows a child."""

FEW = {"teams": 4, "professionals": 6, "own_postcode_districts": 2, "populations": 6}
WITHOUT_END = 0.35


def wild_care(seed: int, children: int, authority: str) -> dict[str, pa.Table]:
    """Every record table; those of care are full, others are empty."""
    chance = Random(f"wild care {seed}")
    born = {f"child{n:03d}": chance.choice(BIRTHS) for n in range(children)}
    days = {child: _days(chance, birth) for child, birth in born.items()}
    return {table.name: _table(table, born, days, chance, authority) for table in ALL}


def _days(chance: Random, born: date) -> list[date]:
    """A child's days: a few, and those that lie a limit apart from one another and from birthdays."""
    begun = [FIRST + timedelta(days=chance.randrange((LAST - FIRST).days)) for _ in range(4)]
    begun += [date(2020, 2, 29), date(2020, 9, 30), date(2021, 3, 31), date(2021, 9, 30), birthday(born, 18)]
    begun += [birthday(born, 16), birthday(born, 14)]
    apart = [plus_months(day, n) for day in begun for n in (0, 3, 6, 12, -12, -24)]
    apart += [day + timedelta(days=n) for day in begun for n in (0, -1, 1, 2, 3, 4, 90, 91, 92)]
    return [day for day in apart if FIRST <= day <= LAST]


def _table(table: Table, born: dict[str, date], days: dict[str, list[date]], chance: Random, authority: str) -> pa.Table:
    rows = []
    if table.name == "children":
        rows = [_person(child, birth, chance) for child, birth in born.items()]
    elif table.name in FEW:
        rows = [_few(table, n, chance) for n in range(FEW[table.name])]
    elif table.name == "immunisations":
        rows = [_row(table, n, child, days[child], chance) for n, child in enumerate(born) if chance.random() < 0.8]
    else:
        wanted = ROWS.get(table.name, 0) * len(born)
        rows = [_row(table, n, (child := chance.choice(list(born))), days[child], chance) for n in range(wanted)]
    return pa.Table.from_pylist([{"authority": authority, **row} for row in rows], schema=table.schema)


def _person(child: str, born: date, chance: Random) -> dict[str, Any]:
    unborn = chance.random() < 0.02
    return {
        "child_id": child,
        "date_of_birth": None if unborn or chance.random() < 0.03 else born,
        "expected_date_of_birth": date(2022, 6, 1) if unborn else None,
        "death_date": date(2021, 6, 1) if chance.random() < 0.05 else None,
        "sex": chance.choice(("M", "F", None)),
        "ethnicity": chance.choice(("WBRI", "ABAN", None)),
    }


def _few(table: Table, n: int, chance: Random) -> dict[str, Any]:
    if table.name == "populations":
        return {"mid_year": 2016 + n, "release": "one", "children": 100 + n}
    if table.name == "own_postcode_districts":
        return {"district": PLACES[n]}
    if table.name == "teams":
        return {"team_id": f"team{n}", "name": f"Team {n}"}
    return {"professional_id": f"worker{n}", "registration_number": f"SW{n}" if n else None}


def _row(table: Table, n: int, child: str, days: list[date], chance: Random) -> dict[str, Any]:
    row = {column.name: _cell(table, column, n, child, days, chance) for column in table.columns}
    start, end = row.get("start_date"), row.get("end_date")
    if start and end and end < start and chance.random() > 0.05:
        row["start_date"], row["end_date"] = end, start
    if table.name == "permanence" and chance.random() < 0.8:
        dated = [name for name in ("placement_order_date", "matched_date", "placed_for_adoption_date") if row[name]]
        row.update(zip(dated, sorted(row[name] for name in dated), strict=True))
    return row


def _cell(table: Table, column: Column, n: int, child: str, days: list[date], chance: Random) -> Any:
    if column.name == "child_id":
        return child if column.key or chance.random() > 0.02 else chance.choice((None, "nobody"))
    if column.key:
        return f"{table.name[:6]}{n:05d}"
    if column.kind == DATE:
        blank = WITHOUT_END if column.name == table.end else 0.04
        return None if chance.random() < blank else chance.choice(days)
    if chance.random() < 0.05:
        return None
    if column.name in CODES:
        return chance.choice(CODES[column.name])
    if column.refers_to:
        return _reference(column, n, chance)
    if column.codes:
        return chance.choice([code.value for code in column.codes])
    return chance.randrange(3) if column.kind == INTEGER else None


def _reference(column: Column, n: int, chance: Random) -> str:
    target = column.refers_to.split(".")[0]
    if target == "professionals":
        return f"worker{chance.randrange(6)}"
    if target == "teams":
        return f"team{chance.randrange(4)}"
    return f"{BY_NAME[target].name[:6]}{n if target == 'missing_episodes' else chance.randrange(n + 1):05d}"
