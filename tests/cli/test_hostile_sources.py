"""Sources that are damaged, mislabelled or made to harm: one message, exit code 3, and a store that is as it was.

What the readers make of each is tested in tests/formats; here, that a person at the command line is told so and no more.
"""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from quarterday.submissions import Store
from support.command_line import quarterday
from support.loads import fingerprint
from support.plain_words import CHILD, message_of, says_no_child

PERSON = "pers_person_id,pers_dob,pers_sex\n"
GOOD = f"{PERSON}{CHILD},2010-01-01,F\n"
LISTED = ["Child Unique ID", "Date of Contact", "Contact Source", "Gender", "Ethnicity", "Date of Birth", "Age"]


def folder_of(data: bytes | str, name: str = "ssd_person.csv") -> Callable[[Path], Path]:
    def make(place: Path) -> Path:
        (place / "extract").mkdir()
        (place / "extract" / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        return place / "extract"

    return make


def file_of(name: str, data: bytes) -> Callable[[Path], Path]:
    def make(place: Path) -> Path:
        (place / name).write_bytes(data)
        return place / name

    return make


def zipped(*members: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return target.getvalue()


def workbook() -> bytes:
    book, target = openpyxl.Workbook(), io.BytesIO()
    book.active.append(LISTED)
    book.active.append([CHILD, "2021-10-16", "6: Police"])
    book.save(target)
    return target.getvalue()


def parquet() -> bytes:
    target = io.BytesIO()
    pq.write_table(pa.table({"pers_person_id": [CHILD] * 500}), target)
    return target.getvalue()


def link_to_itself(place: Path) -> Path:
    (place / "loop").symlink_to(place / "loop")
    return place / "loop"


def folder(place: Path) -> Path:
    (place / "x.csv").mkdir()
    return place / "x.csv"


ZIP, BOOK, PARQUET = zipped(("ssd_person.csv", GOOD.encode() * 50)), workbook(), parquet()
ENTITIES = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'

BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a path that leads nowhere": (lambda place: place / "nothing", "does not exist"),
    "a path longer than any": (lambda place: place / ("x" * 5000), "cannot be read"),
    "an empty folder": (lambda place: place, "holds no files"),
    "a folder named as a file": (folder, "holds no files"),
    "a folder of other files": (folder_of("Dear all", "letter.txt"), "was not recognised"),
    "an empty table": (folder_of(b""), "is empty"),
    "UTF-16 without its mark": (folder_of(GOOD.encode("utf-16-le")), "NUL"),
    "NUL bytes": (folder_of(GOOD.replace("F", "\0")), "NUL"),
    "no encoding": (folder_of(GOOD.encode() + b"\x81\x8d"), "encoding"),
    "a huge field": (folder_of(GOOD.replace("F", "F" * 2_000_000)), "characters"),
    "countless columns": (folder_of(PERSON.strip() + ",x" * 5000 + "\n"), "5,003 columns"),
    "rows without a heading": (folder_of(f"{CHILD},2010-01-01,{CHILD}\n"), "same heading twice"),
    "one row without a heading": (folder_of(f"{CHILD},2010-01-01,F\n"), "no column 'pers_person_id'"),
    "a torn row": (folder_of(f"{GOOD}{CHILD}"), "needs 3 values"),
    "an open quotation mark": (folder_of(f'{PERSON}"{CHILD},2010-01-01,F\n'), "quotation mark"),
    "another table's name": (folder_of(GOOD, "ssd_cp_plans.csv"), "Rename"),
    "a workbook named as CSV": (folder_of(BOOK), "zip or workbook"),
    "CSV named as a workbook": (file_of("x.xlsx", GOOD.encode()), "not a whole Excel workbook"),
    "CSV named as a zip": (file_of("x.zip", GOOD.encode()), "damaged"),
    "CSV named as Parquet": (folder_of(GOOD, "ssd_person.parquet"), "not a whole Parquet file"),
    "a workbook cut off": (file_of("x.xlsx", BOOK[:-900]), "not a whole Excel workbook"),
    "a workbook with entities": (file_of("x.xlsx", zipped(("xl/worksheets/sheet1.xml", ENTITIES))), "entities"),
    "a workbook of nothing": (file_of("x.xlsx", b""), "not a whole Excel workbook"),
    "Parquet cut off": (folder_of(PARQUET[:-30], "ssd_person.parquet"), "not a whole Parquet file"),
    "a zip cut off": (file_of("x.zip", ZIP[:-30]), "damaged"),
    "a zip of nothing": (file_of("x.zip", zipped()), "holds no files"),
    "a zip that leaves its folder": (file_of("x.zip", zipped(("../../ssd_person.csv", GOOD.encode()))), "outside"),
    "a zip bomb": (file_of("x.zip", zipped(("ssd_person.csv", b"0" * 30_000_000))), "would unpack to 30,000,000"),
    "a loop of links": (link_to_itself, "cannot be read"),
    "a device": (lambda place: Path(os.devnull), "neither a file nor a folder"),
}


@pytest.mark.parametrize(("make", "says"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_ends_with_three_in_one_sentence_and_changes_nothing(
    store: Path, tmp_path: Path, make: Callable[[Path], Path], says: str
) -> None:
    (tmp_path / "in").mkdir()
    source, before = make(tmp_path / "in"), fingerprint(store)

    checked, loaded = (quarterday(name, source, "--store", store) for name in ("check", "load"))

    assert says in message_of(checked, 3)
    assert message_of(loaded, 3) == message_of(checked, 3)
    assert (checked.out, loaded.out) == ("", "")
    assert fingerprint(store) == before


@pytest.mark.parametrize("name", ["check", "load"])
def test_one_bad_source_of_several_keeps_all_from_being_loaded(store: Path, tmp_path: Path, name: str) -> None:
    good = folder_of(GOOD)(tmp_path)
    before = fingerprint(store)
    assert "x.zip" in message_of(quarterday(name, good, file_of("x.zip", ZIP[:90])(tmp_path), "--store", store), 3)
    assert fingerprint(store) == before


def test_a_bad_source_makes_no_store(tmp_path: Path) -> None:
    message_of(quarterday("load", tmp_path / "nothing", "--store", tmp_path / "store", "--authority", "921"), 3)
    assert not (tmp_path / "store").exists()


ODD = {
    "UTF-16": GOOD.encode("utf-16"),
    "Windows-1252": "pers_person_id,pers_dob,pers_sex,pers_nationality\nZzchild,2010-01-01,F,Zoë\n".encode("cp1252"),
    "dates of every kind": f"{PERSON}".encode()
    + "".join(
        f"{CHILD}{place},{day},F\n"
        for place, day in enumerate(
            ("2010-01-31", "31/01/2010", "01/31/2010", "31 Jan 2010", "20100131", "0001-01-01", "1899-12-30", "9999-12-31")
        )
    ).encode(),
    "ids that come again": f"{PERSON}{CHILD},2010-01-01,F\n{CHILD},2011-01-01,M\n,2012-01-01,F\n".encode(),
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_what_can_be_read_with_doubt_is_loaded_with_findings_that_name_no_child(
    store: Path, tmp_path: Path, data: bytes
) -> None:
    said = quarterday("load", folder_of(data)(tmp_path), "--store", store, "--as-at", "2022-03-31")
    assert said.code in {0, 1}, said.everything
    assert "What was found" in said.out
    assert says_no_child(said)
    assert Store(store).get().number == 2
    measured = quarterday("measure", "--at", "2021-09-30", "--by", "age_band", "-o", "csv", "--store", store)
    assert measured.code == 0, measured.err


def test_plans_of_impossible_years_are_found_and_stop_no_figure(store: Path, tmp_path: Path) -> None:
    days = ("1900-01-01", "9999-12-31"), ("9999-12-31", ""), ("1950-06-01", ""), ("2021-01-04", "9999-12-31")
    rows = "".join(f"{place},{CHILD}{place},{first},{last}\n" for place, (first, last) in enumerate(days))
    text = f"cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\n{rows}"
    said = quarterday("load", folder_of(text, "ssd_cp_plans.csv")(tmp_path), "--store", store, "--as-at", "2022-03-31")
    assert said.code == 1
    for words in (("--at", "2021-09-30"), ("--months", "2021-01", "2021-09"), ("--period", "2021-22-Q2")):
        measured = quarterday("measure", *words, "-o", "csv", "--store", store)
        assert measured.code == 0, measured.err
    assert quarterday("report", "2021-22-Q2", "--to", tmp_path / "report", "--store", store).code == 0


def test_errors_in_cells_of_a_workbook_are_findings_with_their_place(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "(red) List"
    book.active.append(LISTED)
    book.active.append([CHILD, "#N/A", "#REF!", None, None, "#VALUE!", 7])
    book.save(tmp_path / "x.xlsx")
    said = quarterday("load", tmp_path / "x.xlsx", "--store", tmp_path / "store", "--authority", "921")
    assert said.code in {0, 1}, said.everything
    assert "QD-READ-09" in said.out
    assert "(red) List, row" in said.out
    assert says_no_child(said)
