"""Wild records: every table filled by chance from its own description, dirt included, with dates that meet at edges."""

import random
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from oracle.dates import plus_months
from quarterday.records.table import DATE, DECIMAL, INTEGER, Column, Table
from quarterday.records.tables import ALL

FIRST, LAST = date(2018, 4, 1), date(2022, 3, 31)
BIRTHS = (date(2001, 9, 1), date(2004, 2, 29), date(2003, 9, 30), date(2016, 2, 29), date(2020, 12, 25), date(2021, 8, 14))

WORDS = {("involvements", "role"): ("CW", "ALLOCATED CASE WORKER", "IRO")}
"""Columns without a code list whose words the rules treat apart: without allocated roles nobody would hold a case."""


def wild_records(seed: int, children: int, authority: str) -> dict[str, pa.Table]:
    """Every record table, about three rows a child in tables about children."""
    chance = random.Random(seed)
    pool = _days(chance)
    keys = {table.name: [f"{table.name[:6]}{n:04d}" for n in range(_size(table, children))] for table in ALL}
    return {table.name: _table(table, keys, pool, chance, authority) for table in ALL}


def _size(table: Table, children: int) -> int:
    if table.name == "children":
        return children
    return 8 if table.name in {"teams", "professionals"} else children * 3


def _days(chance: random.Random) -> list[date]:
    """Days that lie a limit apart from one another: months, working days, years, and the day before and after."""
    begun = [FIRST + timedelta(days=chance.randrange((LAST - FIRST).days)) for _ in range(12)]
    begun += [date(2020, 2, 29), date(2020, 8, 31), date(2021, 9, 30), date(2021, 3, 31), date(2020, 12, 24)]
    apart = [plus_months(day, n) for day in begun for n in (0, 1, 3, 6, 12, 18, 24)]
    apart += [day + timedelta(days=n) for day in begun for n in (0, 4, 5, 7, 14, 21, 28, 29, 63, 64, 728, 729)]
    return [day for day in apart if FIRST <= day <= LAST]


def _table(table: Table, keys: dict[str, list[str]], pool: list[date], chance: random.Random, authority: str) -> pa.Table:
    rows = []
    seen = set()
    for place in range(_size(table, len(keys["children"]))):
        row = {c.name: _cell(table, c, keys, pool, chance, place) for c in table.columns}
        key = tuple(row[name] for name in table.key)
        if None not in key and key not in seen:
            seen.add(key)
            rows.append({"authority": authority, **_ordered(table, row, chance)})
    return pa.Table.from_pylist(rows, schema=table.schema)


def _ordered(table: Table, row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Mostly in order; now and then the end lies before the start, as real dirt does."""
    start, end = row.get(table.start), row.get(table.end)
    if start and end and end < start and chance.random() > 0.05:
        row[table.start], row[table.end] = end, start
    return row


def _cell(
    table: Table, column: Column, keys: dict[str, list[str]], pool: list[date], chance: random.Random, place: int
) -> Any:
    if column.key and not column.refers_to:
        return keys[table.name][place] if column.kind not in {INTEGER, DATE} else _plain(column, pool, chance, table)
    if column.refers_to:
        target = column.refers_to.split(".")[0]
        orphan = chance.random() < 0.02
        return "nobody" if orphan else _maybe(chance, chance.choice(keys[target]), 0.0 if column.key else 0.05)
    return _plain(column, pool, chance, table)


def _plain(column: Column, pool: list[date], chance: random.Random, table: Table) -> Any:
    if column.kind == DATE:
        days = BIRTHS if column.name in {"date_of_birth", "expected_date_of_birth"} else pool
        return _maybe(chance, chance.choice(days), 0.35 if column.name == table.end else 0.08)
    if column.kind == INTEGER:
        return _maybe(chance, chance.choice([0, 1, 2, 50, 80, 100]), 0.1)
    if column.kind == DECIMAL:
        return _maybe(chance, chance.choice([0.5, 12.0, 20.0, 20.1, 999.9]), 0.1)
    if (table.name, column.name) in WORDS:
        return _maybe(chance, chance.choice(WORDS[table.name, column.name]), 0.1)
    if column.codes:
        codes = [code.value for code in column.codes]
        return _maybe(chance, chance.choice([*codes, "ZZ"]), 0.1)
    return _maybe(chance, chance.choice(["one", "two", "three"]), 0.1)


def _maybe(chance: random.Random, value: Any, blank: float) -> Any:
    return None if chance.random() < blank else value
