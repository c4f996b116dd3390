"""Reading the Standard Safeguarding Dataset, and our own local tables beside it."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

import pyarrow as pa

from quarterday.formats import values
from quarterday.formats.containers import Content
from quarterday.formats.delimited import read_text_columns, trimmed
from quarterday.formats.errors import DamagedSourceError
from quarterday.formats.keys import keyed_rows
from quarterday.formats.reading import Reading, ReadingFinding
from quarterday.formats.typing_columns import typed
from quarterday.records.table import ARROW_TYPES, AUTHORITY, Column, Table
from quarterday.records.tables import ALL, BY_NAME

FORMAT = "Standard Safeguarding Dataset"
ENDINGS = {"csv", "parquet"}

_TABLES = {table.ssd or table.name: table for table in ALL}
_ALIASES = (("legacy id", "pers_legacy_id"), ("unique pupil number", "pers_upn"))
_FIRST_ROW = 2
"""The first row after the heading, as a spreadsheet numbers it."""


def is_safeguarding_dataset(contents: Iterable[Content]) -> bool:
    """Whether any file is named as one of its tables, or as one of our local tables."""
    return any(content.stem in _TABLES and content.ending in ENDINGS for content in contents)


def read_safeguarding_dataset(contents: list[Content], authority: str) -> Reading:
    """Every table that the files hold.

    Raises DamagedSourceError where a file named as a table is none, or where a table comes twice.
    """
    records: dict[str, pa.Table] = {}
    identifiers: list[pa.Table] = []
    findings: list[ReadingFinding] = []
    used = []
    for content in contents:
        table = _TABLES.get(content.stem)
        if content.ending not in ENDINGS:
            continue
        if table is None:
            findings.append(ReadingFinding("QD-READ-15", "", file=_with_nearest(content)))
            continue
        if table.name in records:
            raise DamagedSourceError(f"The table {content.stem} comes twice. Keep one file of it.")
        text, fell_back = read_text_columns(content)
        _check_columns(table, content, text)
        if fell_back:
            findings.append(ReadingFinding("QD-READ-08", table.name, file=content.name))
        records[table.name], found = _records(table, content, text, authority)
        findings += found
        if table.name == "children":
            identifiers.append(_aliases(text, authority))
        used.append(content.as_source_file())
    _add_aliases(records, identifiers)
    return Reading(FORMAT, records, tuple(findings), tuple(used))


def _with_nearest(content: Content) -> str:
    """The name of a file that is no table, with the table that it may have been meant to be."""
    nearest = get_close_matches(content.stem, _TABLES, 1, 0.75)
    return f"{content.name} (near {nearest[0]})" if nearest else content.name


def _records(table: Table, content: Content, text: pa.Table, authority: str) -> tuple[pa.Table, list[ReadingFinding]]:
    text, exploded, sources = _exploded(table, text)
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    columns = [pa.array([authority] * text.num_rows, pa.string())]
    missing = []
    for column in table.columns:
        name, _, json_key = (column.ssd or column.name).partition(".")
        if name not in text.column_names:
            missing.append(name)
            columns.append(pa.nulls(text.num_rows, ARROW_TYPES[column.kind]))
            continue
        values_, lost, code = typed(column, text[name], json_key)
        found[code, column.name] += lost
        columns.append(values_)
    rows = pa.table(columns, schema=table.schema)
    rows, unkeyed, repeats = keyed_rows(table, rows)
    found["QD-READ-05", ""] += unkeyed
    found["QD-READ-06", ""] += repeats
    findings = [
        ReadingFinding(code, table.name, column, content.name, row=place + _FIRST_ROW)
        for (code, column), places in found.items()
        for place in sorted({sources[place] if sources else place for place in places})
    ]
    findings += [ReadingFinding("QD-READ-04", table.name, "", content.name, row=p + _FIRST_ROW) for p in exploded]
    findings += [ReadingFinding("QD-READ-07", table.name, name, content.name) for name in dict.fromkeys(missing)]
    return rows, findings


def _check_columns(table: Table, content: Content, text: pa.Table) -> None:
    wanted = [_source_name(column) for column in table.columns]
    keys = [_source_name(column) for column in table.columns if column.key]
    known = [name for name in dict.fromkeys(wanted) if name in text.column_names]
    absent = [name for name in keys if name not in text.column_names]
    if known and not absent:
        return
    raise DamagedSourceError(
        f"{content.name} is named as a table but has no column '{(absent or wanted)[0]}'. "
        f"It was expected to have: {', '.join(dict.fromkeys(wanted))}. Rename the file or its columns."
    )


def _source_name(column: Column) -> str:
    return (column.ssd or column.name).partition(".")[0]


def _exploded(table: Table, text: pa.Table) -> tuple[pa.Table, list[int], list[int]]:
    """JSON columns that hold several codes: one row a factor, one joined text of permanence aims.

    With the places of rows that could not be read and, where rows were added, the place that each row came from.
    """
    if table.name == "assessment_factors":
        codes, lost = values.json_codes(trimmed(text["cinf_assessment_factors_json"]))
        ids = text["cinf_assessment_id"].to_pylist()
        rows = [(place, ids[place], code) for place, found in enumerate(codes) for code in found]
        columns = {
            "cinf_assessment_id": pa.array([key for _, key, _ in rows], pa.string()),
            "cinf_assessment_factors_json": pa.array([code for _, _, code in rows], pa.string()),
        }
        return pa.table(columns), lost, [place for place, _, _ in rows]
    if table.name == "care_plans" and "lacp_cla_care_plan_json" in text.column_names:
        codes, lost = values.json_codes(trimmed(text["lacp_cla_care_plan_json"]))
        joined = pa.array([",".join(found) or None for found in codes], pa.string())
        place = text.column_names.index("lacp_cla_care_plan_json")
        return text.set_column(place, "lacp_cla_care_plan_json", joined), lost, []
    return text, [], []


def _aliases(text: pa.Table, authority: str) -> pa.Table:
    """Other identifiers that the person table carries, as rows of linked_identifiers; never merged."""
    children = trimmed(text["pers_person_id"]).to_pylist()
    rows = [
        {
            AUTHORITY: authority,
            "linked_identifier_id": f"{kind}: {child}",
            "child_id": child,
            "identifier_type": kind,
            "identifier_value": value,
        }
        for kind, column in _ALIASES
        if column in text.column_names
        for child, value in zip(children, trimmed(text[column]).to_pylist(), strict=True)
        if child and value
    ]
    return pa.Table.from_pylist(rows, schema=BY_NAME["linked_identifiers"].schema)


def _add_aliases(records: dict[str, pa.Table], identifiers: list[pa.Table]) -> None:
    found = [table for table in identifiers if table.num_rows]
    if not found:
        return
    known = records.get("linked_identifiers")
    together = pa.concat_tables([*([known] if known is not None else []), *found])
    records["linked_identifiers"] = keyed_rows(BY_NAME["linked_identifiers"], together)[0]
