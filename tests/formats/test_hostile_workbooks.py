"""Workbooks made to harm: cells far out however they are written, entities, sizes that lie, numbers that are none."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterday.formats import UnreadableSourceError, read_source
from quarterday.formats.annex_a.extent import extent_of
from quarterday.formats.annex_a.lists import LISTS

CODE = "E09999999"
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MARKER = "Zzchild"
HEADINGS = list(LISTS[0].headings)


def _made() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        sheet = book.add_worksheet("List 1")
        sheet.write_row(0, 0, HEADINGS)
        row = {"Child Unique ID": MARKER, "Date of Birth": 40179, "Date of Contact": 44485, "Contact Source": "6: Police"}
        sheet.write_row(1, 0, [row.get(heading, "") for heading in HEADINGS])
    return packed.getvalue()


GOOD = _made()


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The good workbook with one part changed."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as good, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in good.namelist():
            data = good.read(name)
            made.writestr(name, change(data) if name == part else data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableSourceError) as raised:
        read_source(path, CODE)
    assert MARKER not in str(raised.value)
    return str(raised.value)


def test_the_workbook_that_the_others_are_made_from_is_read(tmp_path: Path) -> None:
    contacts = read_source(changed(tmp_path / "x.xlsx", "", bytes), CODE).records["contacts"].to_pylist()
    assert [(row["child_id"], row["contact_date"]) for row in contacts] == [(MARKER, date(2021, 10, 16))]


FAR_OUT = {
    "as Excel writes it": b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "in single quotation marks": b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "with blanks and other attributes": b'<row r="1048576"><c\n s=">" r = "XFD1048576" ><v>1</v></c></row>',
    "in small letters": b'<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
    "by its row alone": b'<row r="104857600"><c><v>1</v></c></row>',
    "beyond every workbook": b'<row r="999999999999999999999"><c r="A999999999999999999999"><v>1</v></c></row>',
    "without places": b"<row/>" * 100_000 + b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>",
}


@pytest.mark.parametrize("cell", FAR_OUT.values(), ids=FAR_OUT)
def test_a_cell_far_out_is_refused_however_it_is_written(tmp_path: Path, cell: bytes) -> None:
    path = changed(tmp_path / "x.xlsx", SHEET, lambda xml: xml.replace(b"</sheetData>", cell + b"</sheetData>"))
    assert "rows and" in refusal(path)


def test_a_sheet_with_a_prefix_reaches_as_far_as_one_without() -> None:
    plain = b'<row r="7"><c r="AB7"/></row>'
    assert extent_of(plain) == extent_of(plain.replace(b"<", b"<x:").replace(b"<x:/", b"</x:")) == (7, 28)


def test_cells_without_places_follow_one_another() -> None:
    assert extent_of(b"<row><c/><c></c></row><row><c/><c/><c/></row>") == (2, 3)
    assert extent_of(b"<sheetData/>") == (0, 0)


LAUGHS = b"<!DOCTYPE l [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)


@pytest.mark.parametrize("part", [SHEET, STRINGS])
@pytest.mark.parametrize("definition", [LAUGHS + b"]>", b"<!DOCTYPE l [<!ENTITY j SYSTEM 'file:///etc/passwd'>]>"])
def test_a_workbook_that_defines_entities_is_not_opened(tmp_path: Path, part: str, definition: bytes) -> None:
    def change(xml: bytes) -> bytes:
        return xml.replace(b"?>", b"?>" + definition, 1).replace(MARKER.encode(), b"&j;")

    assert "entities of its own" in refusal(changed(tmp_path / "x.xlsx", part, change))


def test_a_part_that_unpacks_to_more_than_the_zip_says_is_never_unpacked_whole(tmp_path: Path) -> None:
    long = b'<sst xmlns="x">' + b"<si><t>ha</t></si>" * 200_000 + b"</sst>"
    data = bytearray(changed(tmp_path / "x.xlsx", STRINGS, lambda xml: long).read_bytes())
    place = data.index(STRINGS.encode(), data.index(b"PK\x01\x02")) - 46
    data[place + 16 : place + 20] = struct.pack("<I", zlib.crc32(long[:50]))  # the check sum of the part that is claimed
    data[place + 24 : place + 28] = struct.pack("<I", 50)
    (tmp_path / "x.xlsx").write_bytes(data)

    assert "not a whole Excel workbook" in refusal(tmp_path / "x.xlsx")


@pytest.mark.parametrize("number", [b"inf", b"-inf", b"NaN", b"1e400", b"-1e300", b"0.5", b"99999999999999999999"])
def test_a_number_that_is_no_date_is_a_finding(tmp_path: Path, number: bytes) -> None:
    path = changed(tmp_path / "x.xlsx", SHEET, lambda xml: xml.replace(b"<v>40179</v>", b"<v>" + number + b"</v>"))
    reading = read_source(path, CODE)
    assert reading.records["children"]["date_of_birth"].to_pylist() == [None]
    assert "QD-READ-01" in {finding.code for finding in reading.findings}


@pytest.mark.parametrize("error", [b"#N/A", b"#REF!", b"#DIV/0!"])
@pytest.mark.parametrize("kind", [b't="e"', b"t='e'", b's="1" t = "e"'])
def test_a_cell_that_is_an_error_is_a_finding_and_not_simply_blank(tmp_path: Path, error: bytes, kind: bytes) -> None:
    def change(xml: bytes) -> bytes:
        place = xml.index(b"<v>40179</v>")
        start = xml.rindex(b"<c ", 0, place)
        return xml[:start] + b"<c " + xml[start + 3 : place - 1] + b" " + kind + b"><v>" + error + xml[place + 8 :]

    reading = read_source(changed(tmp_path / "x.xlsx", SHEET, change), CODE)
    assert reading.records["children"]["date_of_birth"].to_pylist() == [None]
    assert [(f.column, f.row) for f in reading.findings if f.code == "QD-READ-09"] == [("Date of Birth", 2)]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    part=st.sampled_from([SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]),
    share=st.floats(0, 1),
    piece=st.one_of(
        st.binary(max_size=6), st.sampled_from([b"<", b">", b'"', b"</row>", b"<c>", b' r="B9"', b"&x;", b"\0"])
    ),
    over=st.booleans(),
)
def test_a_workbook_spoilt_anywhere_is_read_with_findings_or_refused(
    part: str, share: float, piece: bytes, over: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def spoil(xml: bytes) -> bytes:
        place = int(share * len(xml))
        return xml[:place] + piece + xml[place + (len(piece) if over else 0) :]

    path = changed(tmp_path_factory.mktemp("spoilt") / "x.xlsx", part, spoil)
    try:
        read_source(path, CODE)
    except UnreadableSourceError:
        refusal(path)
