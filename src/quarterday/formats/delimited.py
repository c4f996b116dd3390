"""Reading a CSV or Parquet file as columns of text, whatever its encoding."""

import csv
import io

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from quarterday.formats.containers import Content
from quarterday.formats.errors import DamagedSourceError

LONGEST_FIELD = 1_000_000
"""Characters in one field; the longest of the Standard Safeguarding Dataset is 4,000."""


def read_text_columns(content: Content) -> tuple[pa.Table, bool]:
    """A file's columns as text under lower-case names, and whether it had to be read as Windows-1252.

    Raises DamagedSourceError where the file cannot be read as a table.
    """
    if content.ending == "parquet":
        return _parquet(content), False
    text, fell_back = _decoded(content)
    return _csv(content, text), fell_back


def _parquet(content: Content) -> pa.Table:
    try:
        table = pq.read_table(io.BytesIO(content.data))
        columns = {_name(name): _as_text(table[name]) for name in table.column_names}
    except (pa.ArrowException, OSError, ValueError):
        raise DamagedSourceError(f"{content.name} is not a whole Parquet file. Export it again.") from None
    return pa.table(columns)


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.date32(), safe=False)
    if pa.types.is_nested(column.type) or pa.types.is_binary(column.type):
        return pa.chunked_array([pa.nulls(len(column), pa.string())])
    return column.cast(pa.string())


def _decoded(content: Content) -> tuple[str, bool]:
    data = content.data
    if not data.strip():
        raise DamagedSourceError(f"{content.name} is empty: it has no heading. Export it again, or leave it out.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _try_decode(content, "utf-16"), False
    if b"\0" in data:
        raise DamagedSourceError(f"{content.name} is not a text file: it holds NUL bytes. Export it as CSV (UTF-8).")
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return _try_decode(content, "cp1252"), True


def _try_decode(content: Content, encoding: str) -> str:
    try:
        return content.data.decode(encoding)
    except UnicodeDecodeError:
        raise DamagedSourceError(
            f"{content.name} is in no encoding that Quarterday knows. Export it as CSV (UTF-8)."
        ) from None


def _csv(content: Content, text: str) -> pa.Table:
    names = [_name(name) for name in _heading(content, text)]
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise DamagedSourceError(f"{content.name} has the heading '{twice}' twice. Keep one of the columns.")
    try:
        return pa_csv.read_csv(
            io.BytesIO(text.encode("utf-8")),
            read_options=pa_csv.ReadOptions(column_names=names, skip_rows=1, block_size=16 * 1024**2),
            parse_options=pa_csv.ParseOptions(newlines_in_values=True),
            convert_options=pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                null_values=["", "NULL", "null"],
                strings_can_be_null=True,
            ),
        )
    except pa.ArrowException as error:
        row = _row_of(str(error))
        raise DamagedSourceError(
            f"{content.name} is not a whole CSV file{row}. Each row needs {len(names)} values. Export it again."
        ) from None


def _heading(content: Content, text: str) -> list[str]:
    first = text[:LONGEST_FIELD]
    try:
        heading = next(csv.reader(io.StringIO(first)))
    except (csv.Error, StopIteration):
        raise DamagedSourceError(f"{content.name} has no heading that can be read. Export it again.") from None
    return heading


def _row_of(message: str) -> str:
    """The place that an Arrow message names, without the values that it repeats."""
    if "Row #" in message:
        return f" (near row {message.split('Row #', 1)[1].split(':', 1)[0]})"
    return ""


def _name(name: str) -> str:
    return name.strip().strip('"').lower()


def trimmed(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Text without surrounding blanks (non-breaking ones too); empty text becomes null."""
    text = pc.utf8_trim_whitespace(column)
    return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)
