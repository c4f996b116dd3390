"""The data dictionary: every record table and column, with its name in the Standard Safeguarding Dataset."""

from quarterday.cli.docs.markdown import page, table
from quarterday.records.table import Column, Table
from quarterday.records.tables import ALL


def data_dictionary() -> str:
    """The page."""
    local = sum(each.is_local for each in ALL)
    columns = sum(len(each.columns) for each in ALL)
    lead = (
        f"{len(ALL)} record tables with {columns} columns. {len(ALL) - local} mirror the Standard Safeguarding Dataset "
        f"(SSD); {local} are local tables that it lacks (rule R34). Each table also has `authority`, the nine-character "
        "code of the authority. A row without its start date is not a record."
    )
    return page("Data dictionary", lead, *[_table(each) for each in ALL])


def _table(each: Table) -> str:
    of = f"SSD: `{each.ssd}`." if each.ssd else "Local: the SSD has no such table."
    span = f" A row runs from `{each.start}`" + (f" to `{each.end}`." if each.end else ".") if each.start else ""
    rows = [(f"`{c.name}`", _kind(c), f"`{c.ssd}`" if c.ssd else "", _meaning(c)) for c in each.columns]
    return f"## {each.name}\n\n{each.meaning} {of}{span}\n\n" + table(("Column", "Kind", "SSD", "Meaning"), rows)


def _kind(column: Column) -> str:
    return f"{column.kind}, key" if column.key else column.kind


def _meaning(column: Column) -> str:
    parts = [column.meaning]
    if column.refers_to:
        parts.append(f"Refers to `{column.refers_to}`.")
    if column.codes:
        parts.append("Codes: " + "; ".join(f"`{code.value}` {code.label}" for code in column.codes) + ".")
    return " ".join(part for part in parts if part)
