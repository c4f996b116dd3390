"""Annex A workbooks: recognised by their headings, read with all their dirt reported, and written."""

import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from quarterday.example import make_example
from quarterday.formats import UnreadableSourceError, read_source, write_annex_a
from quarterday.formats.annex_a.headings import normal, recognise
from quarterday.formats.annex_a.lists import LISTS
from quarterday.records.months import add_months
from support.command_line import quarterday
from support.reference import reference_file

CODE = "E09999999"
DAY = date(2022, 3, 31)
CONTACTS = list(LISTS[0].headings)


def workbook(path: Path, *sheets: tuple[str, list[list[object]]]) -> Path:
    """A workbook of sheets; a pair (formula, value) is a formula with its kept value."""
    with xlsxwriter.Workbook(str(path)) as book:
        style = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, tuple):
                        sheet.write_formula(row, column, cell[0], None, cell[1])
                    elif isinstance(cell, date):
                        sheet.write_datetime(row, column, cell, style)
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return path


def contact(child: object, day: object, **more: object) -> list[object]:
    cells = {"Child Unique ID": child, "Date of Contact": day, "Contact Source": "q) 6: Police", **more}
    return [cells.get(heading) for heading in CONTACTS]


def found(reading) -> set[tuple[str, str, int | None]]:
    return {(each.code, each.sheet, each.row) for each in reading.findings}


def test_a_list_is_told_by_its_headings_wherever_they_stand(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "whatever.xlsx",
        ("Front page", [["Annex A of an authority"]]),
        ("Sheet 9", [["A title"], [], ["CHILD unique id ", "gender", "Ethnicity:", "Date of birth", "Age", "DATE OF  CONTACT", "Contact source"],
                     [7, "a) Male", "t) NOBT", date(2015, 1, 25), 6.14, date(2021, 10, 16), "q) 6: Police"], []]),
    )  # fmt: skip

    reading = read_source(path, CODE)

    row = reading.records["contacts"].to_pylist()[0]
    assert (row["child_id"], row["contact_date"], row["source"]) == ("7", date(2021, 10, 16), "6")
    child = reading.records["children"].to_pylist()[0]
    assert (child["sex"], child["ethnicity"], child["date_of_birth"]) == ("M", "NOBT", date(2015, 1, 25))
    assert found(reading) == {("QD-READ-13", "Front page", None)}


def test_dates_may_be_dates_text_day_numbers_or_kept_values_of_formulas(tmp_path: Path) -> None:
    rows = [
        contact("A", date(2021, 10, 16)),
        contact("B", "16/10/2021"),
        contact("C", "2021-10-16"),
        contact("D", 44485),
        contact("E", ("=D5+0", 44485)),
        contact("F", " 16/10/2021 "),
    ]
    reading = read_source(workbook(tmp_path / "a.xlsx", ("x", [CONTACTS, *rows])), CODE)

    assert {row["contact_date"] for row in reading.records["contacts"].to_pylist()} == {date(2021, 10, 16)}
    assert len(reading.records["contacts"]) == 6


def test_what_cannot_be_read_is_a_finding_with_sheet_row_and_column_and_never_its_value(tmp_path: Path) -> None:
    rows = [
        contact("A", "sometime in secret autumn"),
        contact("B", "#N/A"),
        contact("", date(2021, 10, 16)),
        contact("C", date(2021, 10, 16), Gender="x) Secret"),
        contact("D", date(2021, 10, 16)),
        contact("D", date(2021, 10, 16)),
    ]
    reading = read_source(workbook(tmp_path / "a.xlsx", ("L1", [CONTACTS, *rows])), CODE)

    assert found(reading) == {
        ("QD-READ-01", "L1", 2),
        ("QD-READ-09", "L1", 3),
        ("QD-READ-11", "L1", 4),
        ("QD-READ-10", "L1", 5),
        ("QD-READ-06", "L1", 7),
    }
    by_code = {each.code: each.column for each in reading.findings}
    assert by_code["QD-READ-01"] == "Date of Contact"
    assert "ecret" not in " ".join(f"{each.says} {each.column}" for each in reading.findings)


def test_lists_that_disagree_about_a_child_are_reported_and_the_first_is_kept(tmp_path: Path) -> None:
    rows = [contact("A", date(2021, 10, 16), Gender="a) Male"), contact("A", date(2021, 11, 16), Gender="b) Female")]
    reading = read_source(workbook(tmp_path / "a.xlsx", ("L1", [CONTACTS, *rows])), CODE)

    assert [row["sex"] for row in reading.records["children"].to_pylist()] == ["M"]
    assert [(each.code, each.column, each.row) for each in reading.findings] == [("QD-READ-12", "sex", 3)]


@given(st.sampled_from(LISTS), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_headings_are_known_in_any_case_order_and_punctuation(annex_list, chance) -> None:
    headings = list(annex_list.headings)
    chance.shuffle(headings)
    spelt = [
        f" {heading.upper() if chance.random() < 0.5 else heading.lower()}{chance.choice(['', '?', ' *', ')'])}"
        for heading in headings
    ]

    found_list = recognise([["a title"], spelt])

    assert found_list is not None
    assert found_list.annex_list is annex_list
    assert found_list.missing == []


def test_every_heading_of_a_list_is_its_own() -> None:
    for annex_list in LISTS:
        assert len({normal(heading) for heading in annex_list.headings}) == len(annex_list.headings)
        for part in annex_list.parts:
            assert {heading for heading, _ in part.columns} <= set(annex_list.headings)
            assert {column for _, column in part.columns} <= set(part.table.by_name)


@pytest.mark.reference
def test_the_headings_are_those_of_the_reference() -> None:
    import csv

    with reference_file("formats/annex_a.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for annex_list in LISTS:
        wanted = [normal(row["heading"]) for row in rows if row["list_no"] == str(annex_list.number)]
        assert [normal(heading) for heading in annex_list.headings] == wanted


@pytest.mark.reference
def test_the_public_sample_is_read_and_its_dirt_is_reported() -> None:
    reading = read_source(reference_file("formats/samples/annex_a/Annex_A_2024_Jan.xlsx"), CODE)

    rows = {name: table.num_rows for name, table in reading.records.items()}
    assert rows["contacts"] == 5
    assert rows["child_protection_plans"] == 7
    assert rows["looked_after_episodes"] == 5
    assert rows["care_leavers"] == 6
    assert "child_protection_reviews" in reading.latest_only
    assert reading.covers_months["contacts"] == 6
    codes = {(each.code, each.sheet) for each in reading.findings}
    assert ("QD-READ-14", "List 11") in codes  # adopters are in no record table
    assert ("QD-READ-10", "List 6") in codes  # a primary need that is no need code
    assert ("QD-READ-03", "List 4") in codes  # an answer that is neither yes nor no
    assert ("QD-READ-12", "List 10") in codes  # children whose birth dates differ between lists


@pytest.fixture(scope="module")
def example() -> dict:
    return make_example(children=1500, start=date(2018, 4, 1), end=DAY, seed=5, errors=0.0, authority=CODE)


@pytest.fixture(scope="module")
def projected(example: dict, tmp_path_factory: pytest.TempPathFactory) -> dict:
    path = write_annex_a(example, tmp_path_factory.mktemp("annex") / "annex_a.xlsx", DAY)
    return dict(read_source(path, CODE).records)


def test_what_is_written_reads_back_as_the_records_projected(example: dict, projected: dict) -> None:
    since = add_months(DAY, -6)

    def rows(records: dict, table: str, *columns: str, where=lambda row: True) -> list[tuple]:
        return sorted(tuple(row[name] for name in columns) for row in records[table].to_pylist() if where(row))

    def distinct(pairs: list[tuple]) -> list[tuple]:
        return sorted(set(pairs))

    recent = lambda name: lambda row: row[name] is not None and row[name] >= since  # noqa: E731
    assert rows(projected, "contacts", "child_id", "contact_date", "source") == distinct(
        rows(example, "contacts", "child_id", "contact_date", "source", where=recent("contact_date"))
    )
    assert rows(projected, "section_47_enquiries", "child_id", "start_date") == distinct(
        rows(example, "section_47_enquiries", "child_id", "start_date", where=recent("start_date"))
    )
    current = lambda row: row["end_date"] is None or row["end_date"] >= since or row["start_date"] >= since  # noqa: E731
    plans = ("child_id", "start_date", "end_date", "initial_category", "latest_category")
    assert rows(projected, "child_protection_plans", *plans) == rows(
        example, "child_protection_plans", *plans, where=current
    )
    shown = {(row["child_id"], row["start_date"]) for row in projected["child_protection_plans"].to_pylist()}
    latest: dict[str, date] = {}
    for row in example["child_protection_visits"].to_pylist():
        begun = max((start for child, start in shown if child == row["child_id"]), default=None)
        if begun and row["child_seen"] == "Y" and row["visit_date"] >= begun:
            latest[row["child_id"]] = max(latest.get(row["child_id"], row["visit_date"]), row["visit_date"])
    read_back = {row["child_id"]: row["visit_date"] for row in projected["child_protection_visits"].to_pylist()}
    assert {child: day for child, day in read_back.items() if child in latest} == latest
    people = {row["child_id"]: row for row in example["children"].to_pylist()}
    for row in projected["children"].to_pylist():
        assert (row["sex"], row["ethnicity"], row["date_of_birth"]) == tuple(
            people[row["child_id"]][name] for name in ("sex", "ethnicity", "date_of_birth")
        )


def test_a_workbook_written_is_the_official_lists_in_order(example: dict, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_annex_a(example, tmp_path / "a.xlsx", DAY), read_only=True)

    assert book.sheetnames == [annex_list.name for annex_list in LISTS]
    for annex_list in LISTS:
        assert [cell.value for cell in next(book[annex_list.name].iter_rows(max_row=1))] == list(annex_list.headings)


def _zip(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _good(tmp_path: Path) -> bytes:
    return workbook(tmp_path / "good.xlsx", ("L1", [CONTACTS, contact("A", date(2021, 10, 16))])).read_bytes()


FAR = b'<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row></sheetData></worksheet>'
ENTITY = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda good: good[: len(good) // 2], "not a whole Excel workbook"),
        (lambda good: b"", "not a whole Excel workbook"),
        (lambda good: b"Child Unique ID,Date of Contact\nA,2021-10-16\n", "not a whole Excel workbook"),
        (lambda good: _zip({"readme.txt": b"no workbook"}), "not a whole Excel workbook"),
        (lambda good: _zip({"xl/workbook.xml": b"\x00" * 400_000_000}), "would unpack"),
        (lambda good: _zip({"xl/worksheets/sheet1.xml": FAR}), "rows and"),
        (lambda good: _zip({"xl/worksheets/sheet1.xml": ENTITY}), "entities of its own"),
    ],
    ids=["truncated", "empty", "text", "other zip", "bomb", "far cell", "entity"],
)
def test_a_bad_workbook_gives_one_clear_message(tmp_path: Path, make, words: str) -> None:
    path = tmp_path / "annex.xlsx"
    path.write_bytes(make(_good(tmp_path)))

    with pytest.raises(UnreadableSourceError, match=words) as raised:
        read_source(path, CODE)
    assert "passwd" not in str(raised.value)


def test_a_workbook_without_any_list_is_not_recognised_and_says_what_was_looked_for(tmp_path: Path) -> None:
    for number, sheets in enumerate(([("Empty", [])], [("Budget", [["Year", "Pounds"], [2021, 7]])])):
        with pytest.raises(UnreadableSourceError, match="Child Unique ID"):
            read_source(workbook(tmp_path / f"{number}.xlsx", *sheets), CODE)


def test_a_bad_workbook_ends_a_load_with_three_and_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    store = tmp_path / "store"
    good = workbook(tmp_path / "good.xlsx", ("L1", [CONTACTS, contact("A", date(2021, 10, 16))]))
    assert quarterday("load", good, "--store", store, "--authority", "E06000046", "--as-at", "2021-12-31").code == 0
    before = {path: path.read_bytes() for path in store.rglob("*") if path.is_file()}
    (tmp_path / "bad.xlsx").write_bytes(good.read_bytes()[:900])

    said = quarterday("load", tmp_path / "bad.xlsx", "--store", store)

    assert said.code == 3
    assert "not a whole Excel workbook" in said.err
    assert {path: path.read_bytes() for path in store.rglob("*") if path.is_file()} == before
    reached = quarterday("measure", "FD-01", "--at", "2021-12-31", "--store", store)
    assert reached.code == 4
    assert "the records begin on 2021-06-30" in reached.err  # six months are all that a list of contacts holds
