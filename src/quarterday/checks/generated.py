"""Checks that every table has from its own description: starts, order, future, orphans, codes."""

from collections.abc import Iterator

from quarterday.checks.language import BLOCKING, QUERY, AnyCheck, Check, RowsCheck
from quarterday.records.table import DATE, Table
from quarterday.records.tables import ALL

MAY_LIE_AHEAD = {
    "due_date",
    "target_date",
    "expected_date_of_birth",
    "needed_date",
    "scheduled_date",
    "end_date of employments",
    "end_date of establishment",
    "end_date of immigration_statuses",
    "end_date of legal_statuses",
    "end_date of placement_costs",
    "start_date of establishment",
    "start_date of placement_costs",
}
"""Dates that may rightly lie after the extract: what is due or planned, orders, contracts and prices."""

WITHOUT_CHILD = {"actions"}
"""Tables of which a row need not be about a child."""

KEPT_BEFORE_BIRTH = {"linked_identifiers", "mothers"}
"""Tables whose dates do not say that something happened to the child."""


def generated_checks() -> Iterator[AnyCheck]:
    """The checks of every table, in the order of the tables."""
    for table in ALL:
        place = table.name
        yield from _start(table, place)
        yield from _order(table, place)
        yield from _child(table, place)
        yield from _birth(table, place)
        yield from _future(table, place)
        yield from _orphans(table, place)
        yield from _codes(table, place)


def _start(table: Table, place: str) -> Iterator[AnyCheck]:
    if table.start:
        says = f"There is no {_words(table.start)}, so the row is not counted."
        yield Check(f"QD-START-{place}", table, f"{table.start} is null", (table.start,), says, BLOCKING)


def _order(table: Table, place: str) -> Iterator[AnyCheck]:
    first = _first_date(table)
    if first and table.end:
        says = f"The {_words(table.end)} lies before the {_words(first)}."
        wrong = f"{table.end} < {first}"
        yield Check(f"QD-ORDER-{place}", table, wrong, (first, table.end), says, BLOCKING)


def _child(table: Table, place: str) -> Iterator[AnyCheck]:
    column = table.by_name.get("child_id")
    if column and not column.key and table.name not in WITHOUT_CHILD:
        yield Check(f"QD-CHILD-{place}", table, "child_id is null", ("child_id",), "The row names no child.", QUERY)


def _birth(table: Table, place: str) -> Iterator[AnyCheck]:
    first = _first_date(table)
    if first and "child_id" in table.by_name and table.name not in KEPT_BEFORE_BIRTH:
        says = f"The {_words(first)} lies more than a year before the child's birth."
        yield Check(f"QD-BIRTH-{place}", table, f"{first} < year_before_birth", (first,), says, QUERY)


def _future(table: Table, place: str) -> Iterator[AnyCheck]:
    for column in table.columns:
        ahead = column.name in MAY_LIE_AHEAD or f"{column.name} of {table.name}" in MAY_LIE_AHEAD
        if column.kind == DATE and not ahead:
            says = f"The {_words(column.name)} lies after the extract."
            wrong = f"{column.name} > extract_date"
            yield Check(f"QD-FUTURE-{place}.{column.name}", table, wrong, (column.name,), says, BLOCKING)


def _orphans(table: Table, place: str) -> Iterator[AnyCheck]:
    for column in table.columns:
        if not column.refers_to:
            continue
        target, key = column.refers_to.split(".")
        sql = (
            f"select t.* from {table.name} t left join {target} r on r.authority = t.authority and r.{key} = "
            f"t.{column.name} where t.{column.name} is not null and r.{key} is null"
        )
        says = f"The {_words(column.name)} is not in {target}; what it says is taken as not known."
        yield RowsCheck(f"QD-ORPHAN-{place}.{column.name}", table, sql, (column.name,), says, QUERY, (target,))


def _codes(table: Table, place: str) -> Iterator[AnyCheck]:
    for column in table.columns:
        if column.codes:
            known = ", ".join("'" + code.value.replace("'", "''") + "'" for code in column.codes)
            wrong = f"{column.name} is not null and {column.name} not in ({known})"
            says = f"The {_words(column.name)} is not a code of the list '{column.codes.name}'."
            yield Check(f"QD-CODE-{place}.{column.name}", table, wrong, (column.name,), says, QUERY)


def _first_date(table: Table) -> str:
    """The date on which a row begins, also where a row counts without it; empty where there is none."""
    return table.start or ("start_date" if "start_date" in table.by_name else "")


def _words(name: str) -> str:
    return name.removesuffix("_id").replace("_", " ")
