"""Opening a workbook safely: its sheets as rows of cells, formulas as their kept values."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from quarterday.formats.annex_a.extent import extent_of
from quarterday.formats.containers import BROKEN_ZIP, LARGEST_BYTES, LARGEST_RATIO, Content
from quarterday.formats.errors import DamagedSourceError, HostileSourceError

ENDINGS = {"xlsx", "xlsm"}
MOST_CELLS = 5_000_000
_SMALL = 1024**2
_ERROR = re.compile(rb"""(<(?:[\w.-]+:)?c\s[^>]*?\bt\s*=\s*["'])e(["'])""")
"""A cell that holds an error such as #N/A: read as its text, as it would else be read as blank and go unsaid."""
_DEFINITIONS = (b"<!DOCTYPE", b"<!ENTITY")


def sheets(content: Content) -> Iterator[tuple[str, list[list[Any]]]]:
    """Every sheet's name and rows.

    Raises DamagedSourceError for what is no whole workbook, HostileSourceError for one that would fill the memory.
    """
    measured = _measured(content)
    try:
        book = CalamineWorkbook.from_filelike(measured)
        for name in book.sheet_names:
            yield name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError):
        raise _damaged(content) from None


def _measured(content: Content) -> io.BytesIO:
    """The workbook packed anew from parts that were unpacked and measured here.

    A part may unpack to more than the zip says of it; what opens the workbook next would not notice.
    """
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive, zipfile.ZipFile(packed, "w") as whole:
            _check_sizes(content, archive.infolist())
            for member in {each.filename: each for each in archive.infolist()}.values():
                data = archive.read(member)
                if any(mark in data for mark in _DEFINITIONS):
                    raise HostileSourceError(
                        f"{content.name} defines entities of its own, as no workbook does. It was not opened."
                    )
                if member.filename.startswith("xl/worksheets/"):
                    _check_extent(content, data)
                    data = _ERROR.sub(rb"\1str\2", data)
                whole.writestr(member.filename, data)
    except BROKEN_ZIP:
        raise _damaged(content) from None
    packed.seek(0)
    return packed


def _check_sizes(content: Content, members: list[zipfile.ZipInfo]) -> None:
    total, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members) or 1
    if total > LARGEST_BYTES or (total > _SMALL and total / packed > LARGEST_RATIO):
        raise HostileSourceError(
            f"{content.name} would unpack to {total:,} bytes from {packed:,}. No workbook of lists does; it was not opened."
        )


def _check_extent(content: Content, xml: bytes) -> None:
    rows, columns = extent_of(xml)
    if rows * columns > MOST_CELLS:
        raise HostileSourceError(
            f"{content.name} has a sheet of {rows:,} rows and {columns:,} columns. Lists are smaller: clear what stands far "
            "below or beside them, and save it again."
        )


def _damaged(content: Content) -> DamagedSourceError:
    return DamagedSourceError(
        f"{content.name} is not a whole Excel workbook, or it has a password. Save it again as .xlsx, without a password."
    )
