"""Real data is rougher than the example's: rows changed at random, so that every rule about edges is tried.

Dates go missing, move to the day of another date, lie a few days off or the wrong way round; codes change, also to
those that matter most and are rarest; children are not known; rows are doubled. Keys stay whole: rows without one are
left out when they are read, and that has its own tests.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

import pyarrow as pa

from quarterday.records.table import DATE, INTEGER, TEXT, Column, Table
from quarterday.records.tables import BY_NAME

Row = dict[str, Any]

FAVOURED = {
    ("placements", "placement_type"): ("T0", "T3", "A3", "A4", "A5", "A6", "U1", "U4", "P1", "K2"),
    ("looked_after_episodes", "start_reason"): ("T", "U", "P", "S"),
    ("legal_statuses", "legal_status"): ("V3", "V4", "C1", "C2", "E1", "V2"),
    ("immigration_statuses", "immigration_status"): ("UASC", "Refugee Status"),
    ("referrals", "close_reason"): ("RC1", "RC2", "RC5", "RC7", "RC8"),
    ("involvements", "role"): ("CW", "ALLOCATED CASE WORKER", "IRO"),
    ("child_in_need_reviews", "chair_role"): ("Team manager", "Service manager", "Social worker"),
}
"""Codes that the rules treat apart."""

LEFT_ALONE = {"populations", "earlier_values", "family_members", "linked_identifiers"}


def roughened(tables: dict[str, pa.Table], seed: int, rate: float) -> dict[str, pa.Table]:
    """The tables with so many of their rows changed or doubled, by chance: its own for each, so that none moves another."""
    rough = {}
    for name, table in tables.items():
        chance = Random(f"rough {seed} {name}")
        rows = table.to_pylist()
        if name not in LEFT_ALONE:
            rows = [changed for row in rows for changed in _roughened(BY_NAME[name], row, chance, rate, tables)]
        rough[name] = pa.Table.from_pylist(rows, schema=BY_NAME[name].schema)
    return rough


def _roughened(table: Table, row: Row, chance: Random, rate: float, tables: dict[str, pa.Table]) -> list[Row]:
    rows = [row]
    if table.name != "children" and chance.random() < rate / 2:
        twin = {**row, table.key[0]: f"{row[table.key[0]]}-twin"} if table.by_name[table.key[0]].kind == TEXT else {**row}
        rows.append(_changed(table, twin, chance, tables))
    if chance.random() < rate:
        rows[0] = _changed(table, row, chance, tables)
    return rows


def _changed(table: Table, row: Row, chance: Random, tables: dict[str, pa.Table]) -> Row:
    columns = [column for column in table.columns if not column.key]
    for column in chance.sample(columns, k=min(len(columns), 2)):
        row = {**row, column.name: _value(table, column, row, chance, tables)}
    return row


def _value(table: Table, column: Column, row: Row, chance: Random, tables: dict[str, pa.Table]) -> Any:
    if column.kind == DATE:
        return _date(table, column, row, chance)
    if column.kind == INTEGER:
        return chance.choice((None, 0, 10, 60, 100, row[column.name]))
    if (table.name, column.name) in FAVOURED:
        return chance.choice((*FAVOURED[table.name, column.name], None))
    if column.codes is not None:
        return chance.choice((*[code.value for code in column.codes.codes], "no such code", None))
    if column.name == "child_id":
        return chance.choice((chance.choice(tables["children"]["child_id"].to_pylist()), "nobody known"))
    if column.refers_to:
        other, key = column.refers_to.split(".")
        known = tables[other][key].to_pylist() if other in tables else []
        return chance.choice((*chance.choices(known, k=2), None)) if known else None
    return chance.choice((row[column.name], None))


def _date(table: Table, column: Column, row: Row, chance: Random) -> date | None:
    known = [row[each.name] for each in table.columns if each.kind == DATE and row[each.name] is not None]
    day: date | None = row[column.name] or (chance.choice(known) if known else None)
    if day is None:
        return None
    luck = chance.random()
    if luck < 0.15:
        return None
    if luck < 0.3 and known:
        return chance.choice(known)
    if luck < 0.5:
        return day + timedelta(days=chance.choice((-1, 1, 2, 5, 6, 7)))
    if luck < 0.65:
        return _month_end(day)
    if luck < 0.75:
        return date(2020, 2, 29)
    return day + timedelta(days=chance.randint(-400, 400))


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
