"""Reading a CSV or Parquet file as columns of text, whatever its encoding."""

import codecs
import csv
import io

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from quarterday.formats.containers import LARGEST_BYTES, Content
from quarterday.formats.errors import DamagedSourceError, HostileSourceError

LONGEST_FIELD = 1_000_000
"""Characters in one field; the longest of the Standard Safeguarding Dataset is 4,000."""

_DELIMITERS = ((";", "';'"), ("\t", "tabs"), ("|", "'|'"))

MOST_COLUMNS = 2_000
"""The widest table of the Standard Safeguarding Dataset has about thirty."""

MOST_ROWS = 20_000_000
"""More rows than any authority's table has; a few bytes of Parquet can claim any number."""


def read_text_columns(content: Content) -> tuple[pa.Table, bool]:
    """A file's columns as text under lower-case names, and whether it had to be read as Windows-1252.

    Raises DamagedSourceError where the file cannot be read as a table, HostileSourceError where it is beyond bounds.
    """
    if content.ending == "parquet":
        return _parquet(content), False
    text, fell_back = _decoded(content)
    return _csv(content, text), fell_back


def _parquet(content: Content) -> pa.Table:
    try:
        file = pq.ParquetFile(io.BytesIO(content.data), page_checksum_verification=True)
        _check_rows(content, file.metadata)
        _check_names(content, [_name(name) for name in file.schema_arrow.names])
        table = file.read()
        table.validate(full=True)
        columns = [_as_text(column) for column in table.columns]
    except (pa.ArrowException, OSError, ValueError):
        raise DamagedSourceError(f"{content.name} is not a whole Parquet file. Export it again.") from None
    table = pa.table(columns, names=[_name(name) for name in table.column_names])
    _check_fields(content, table)
    return table


def _check_rows(content: Content, metadata: pq.FileMetaData) -> None:
    if metadata.num_rows > MOST_ROWS:
        raise HostileSourceError(f"{content.name} has {metadata.num_rows:,} rows. A table has at most {MOST_ROWS:,}.")
    unpacked = sum(metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))
    if unpacked > LARGEST_BYTES:
        raise HostileSourceError(f"{content.name} would unpack to {unpacked:,} bytes. No extract does.")


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.date32(), safe=False)
    if pa.types.is_nested(column.type) or pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type):
        return pa.chunked_array([pa.nulls(len(column), pa.string())])
    return column.cast(pa.string())


def _decoded(content: Content) -> tuple[str, bool]:
    data = content.data
    if not data.strip():
        raise DamagedSourceError(f"{content.name} is empty: it has no heading. Export it again, or leave it out.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf_16(content), False
    if data.startswith(b"PK\x03\x04"):
        raise DamagedSourceError(f"{content.name} is a zip or workbook under another name. Export it as CSV (UTF-8).")
    if b"\0" in data:
        raise DamagedSourceError(f"{content.name} is not a text file: it holds NUL bytes. Export it as CSV (UTF-8).")
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return "".join(_line(content, line) for line in data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)), True


def _utf_16(content: Content) -> str:
    text = _try_decode(content, content.data, "utf-16")
    if "\0" in text:
        raise DamagedSourceError(f"{content.name} is in an encoding that is seldom used. Export it as CSV (UTF-8).")
    return text


def _line(content: Content, line: bytes) -> str:
    """A line as UTF-8 where it is that, as Windows-1252 otherwise: some extracts are pasted together from both."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return _try_decode(content, line, "cp1252")


def _try_decode(content: Content, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise DamagedSourceError(
            f"{content.name} is in no encoding that Quarterday knows. Export it as CSV (UTF-8)."
        ) from None


def _csv(content: Content, text: str) -> pa.Table:
    text = text.lstrip("\r\n")
    heading, lines = _heading(content, text)
    names = [_name(name) or f" {place}" for place, name in enumerate(heading)]  # trailing commas name nothing
    _check_names(content, names)
    try:
        table = pa_csv.read_csv(
            io.BytesIO(f"{text}\n".encode()),
            read_options=pa_csv.ReadOptions(column_names=names, skip_rows=lines, block_size=16 * 1024**2),
            parse_options=pa_csv.ParseOptions(newlines_in_values=True),
            convert_options=pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                null_values=["", "NULL", "null"],
                strings_can_be_null=True,
            ),
        )
    except pa.ArrowException as error:
        raise DamagedSourceError(_why(content, text, str(error), len(names))) from None
    _check_fields(content, table)
    _check_end(content, table, text)
    return table


def _heading(content: Content, text: str) -> tuple[list[str], int]:
    """The names of the columns, and how many lines they take."""
    reader = csv.reader(io.StringIO(text[:LONGEST_FIELD], newline=""))
    try:
        heading = next(reader)
    except (csv.Error, StopIteration):
        heading = []
    if not any(_name(name) for name in heading):
        raise DamagedSourceError(f"{content.name} has no heading that can be read. Export it again.")
    delimiter = next((words for sign, words in _DELIMITERS if len(heading) == 1 and sign in heading[0]), "")
    if delimiter:
        raise DamagedSourceError(f"{content.name} is separated by {delimiter}. Export it separated by commas.")
    return heading, reader.line_num


def _check_names(content: Content, names: list[str]) -> None:
    if len(names) > MOST_COLUMNS:
        raise HostileSourceError(f"{content.name} has {len(names):,} columns. A table has at most {MOST_COLUMNS:,}.")
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        first, second = [place for place, name in enumerate(names, start=1) if name == twice][:2]
        raise DamagedSourceError(
            f"{content.name} has the same heading twice, in columns {first} and {second}. Keep one of them; "
            "a file without headings needs some."
        )


def _check_fields(content: Content, table: pa.Table) -> None:
    for column in table.columns:
        longest = pc.max(pc.binary_length(column)).as_py() or 0
        if longest > LONGEST_FIELD:
            raise HostileSourceError(
                f"{content.name} has a field of {longest:,} characters, longer than any record's. "
                "Perhaps a quotation mark is not closed. Export it again."
            )


def _check_end(content: Content, table: pa.Table, text: str) -> None:
    """Refuse a file whose last field has no closing quotation mark: it holds whatever rows came after."""
    last = table.column(table.num_columns - 1)[-1].as_py() if table.num_rows else None
    if last and f"{text}\n".endswith('"' + last.replace('"', '""')):
        raise DamagedSourceError(f"{content.name} has a quotation mark that is not closed. Export it again.")


def _why(content: Content, text: str, message: str, columns: int) -> str:
    """Why a file could not be read, without the values that Arrow's own message repeats."""
    if text.count('"') % 2:
        return f"{content.name} has a quotation mark that is not closed{_row_of(message)}. Export it again."
    if "straddling" in message or "too large" in message:
        return f"{content.name} has a field longer than {LONGEST_FIELD:,} characters. Export it again."
    return f"{content.name} is not a whole CSV file{_row_of(message)}. Each row needs {columns} values. Export it again."


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
