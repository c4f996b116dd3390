"""Opening a workbook safely: its sheets as rows of cells, formulas as their kept values."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from quarterday.formats.containers import LARGEST_BYTES, LARGEST_RATIO, Content
from quarterday.formats.errors import DamagedSourceError, HostileSourceError

ENDINGS = {"xlsx", "xlsm"}
MOST_CELLS = 5_000_000
_REFERENCE = re.compile(rb'<c [^>]*?r="([A-Z]{1,4})(\d{1,8})"')
_SMALL = 1024**2


def sheets(content: Content) -> Iterator[tuple[str, list[list[Any]]]]:
    """Every sheet's name and rows.

    Raises DamagedSourceError for what is no whole workbook, HostileSourceError for one that would fill the memory.
    """
    _check(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content.data))
        for name in book.sheet_names:
            yield name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError):
        raise _damaged(content) from None


def _check(content: Content) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            members = archive.infolist()
            total, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members) or 1
            if total > LARGEST_BYTES or (total > _SMALL and total / packed > LARGEST_RATIO):
                raise HostileSourceError(
                    f"{content.name} would unpack to {total:,} bytes from {packed:,}. No workbook of lists does; it was not "
                    "opened."
                )
            for member in members:
                if member.filename.startswith("xl/worksheets/"):
                    _check_extent(content, archive.read(member))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error):
        raise _damaged(content) from None


def _check_extent(content: Content, xml: bytes) -> None:
    """A cell far out makes the whole range as large: such a sheet is refused before it is opened."""
    columns = rows = 0
    for letters, number in _REFERENCE.findall(xml):
        rows = max(rows, int(number))
        columns = max(columns, _column(letters))
    if rows * columns > MOST_CELLS:
        raise HostileSourceError(
            f"{content.name} has a sheet of {rows:,} rows and {columns:,} columns. Lists are smaller: clear what stands far "
            "below or beside them, and save it again."
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _damaged(content: Content) -> DamagedSourceError:
    return DamagedSourceError(
        f"{content.name} is not a whole Excel workbook, or it has a password. Save it again as .xlsx, without a password."
    )
