"""One column of text becomes one column of a record table."""

import pyarrow as pa

from quarterday.formats import values
from quarterday.formats.delimited import trimmed
from quarterday.formats.spellings import SPELLINGS, postcode_district
from quarterday.records.table import DATE, DECIMAL, INTEGER, Column

_BY_KIND = {
    DATE: (values.dates, "QD-READ-01"),
    INTEGER: (values.integers, "QD-READ-02"),
    DECIMAL: (values.decimals, "QD-READ-02"),
}

Typed = tuple[pa.ChunkedArray, list[int], str]
"""The typed column, the places that could not be understood, and the code of that finding."""


def typed(column: Column, text: pa.ChunkedArray, json_key: str = "") -> Typed:
    """Text of a column (or of one key of a JSON column) as the record's kind."""
    clean = trimmed(text)
    if json_key:
        return *values.json_flag(clean, json_key), "QD-READ-04"
    if column.name == "full_time_hundredths" and column.ssd:
        return *values.hundredths(clean), "QD-READ-02"
    if column.kind in _BY_KIND:
        read, code = _BY_KIND[column.kind]
        return *read(clean), code
    if column.name in {"postcode_district", "district"}:
        return values.mapped(clean, postcode_district), [], ""
    if column.codes and column.codes.name in {"yes_no", "yes_no_na"}:
        return *values.yes_no(clean), "QD-READ-03"
    if column.codes and column.codes.name in SPELLINGS:
        return values.mapped(clean, SPELLINGS[column.codes.name]), [], ""
    return clean, [], ""
