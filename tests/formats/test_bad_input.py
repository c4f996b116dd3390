"""Input of every bad kind gives records with findings, or one clear message: never another error (promise 6)."""

import io
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterday.formats import Reading, delimited, read_source, write_safeguarding_dataset
from quarterday.formats.reading import BLOCKING, KINDS
from support.bad_input import CODE, MARKER, PERSON, read, read_or_refused, refusal
from support.small_example import small_example, write_small_example


def found(reading: Reading) -> set[tuple[str, str, int | None]]:
    return {(f.code, f.column, f.row) for f in reading.findings if f.code != "QD-READ-07"}


BAD_FILES = {
    "empty": (b"", "is empty"),
    "blank lines only": (b"\n \n\n", "is empty"),
    "commas only": (b",,,\n,,,\n", "no heading"),
    "NUL bytes": (f"{PERSON}{MARKER},\0\n".encode(), "NUL"),
    "UTF-16 without its mark": (PERSON.encode("utf-16-le"), "NUL"),
    "UTF-32": (PERSON.encode("utf-32"), "UTF-8"),
    "half a UTF-16 character": (PERSON.encode("utf-16")[:-1], "encoding"),
    "no encoding at all": (PERSON.encode() + b"\x81\x8d\x8f", "encoding"),
    "another delimiter": (f"pers_person_id;pers_dob\n{MARKER};2010-01-01\n".encode(), "separated by ';'"),
    "tabs": (f"pers_person_id\tpers_dob\n{MARKER}\t2010-01-01\n".encode(), "separated by tabs"),
    "bars": (f"pers_person_id|pers_dob\n{MARKER}|2010-01-01\n".encode(), "separated by '|'"),
    "too many columns": ((PERSON.strip() + ",".join(f"c{n}" for n in range(3000)) + "\n").encode(), "3,002 columns"),
    "rows without a heading": (f"{MARKER},{MARKER},F\n".encode(), "twice, in columns 1 and 2"),
    "a heading twice": (f"pers_person_id,PERS_person_id\n{MARKER},2\n".encode(), "twice, in columns 1 and 2"),
    "other columns": (f"colour,size\n{MARKER},3\n".encode(), "no column 'pers_person_id'"),
    "a key column missing": (f"pers_dob,pers_sex\n2010-01-01,{MARKER}\n".encode(), "no column 'pers_person_id'"),
    "no heading": (f"{MARKER},2010-01-01,F\n".encode(), "no column 'pers_person_id'"),
    "too many values": (f"{PERSON}{MARKER},2010-01-01,F,4\n".encode(), "needs 3 values"),
    "too few values": (f"{PERSON}1,2010-01-01,F\n{MARKER}\n".encode(), "needs 3 values"),
    "a torn last row": (f"{PERSON}1,2010-01-01,F\n{MARKER},20".encode(), "needs 3 values"),
    "a quotation mark never closed": (f'{PERSON}1,2010-01-01,"{MARKER}\n2,2010-01-01,F\n'.encode(), "quotation mark"),
    "a huge field": (f"{PERSON}1,2010-01-01,{MARKER * 200_000}\n".encode(), "longer than"),
    "a huge field in quotation marks": (f'{PERSON}1,2010-01-01,"{MARKER * 4_000_000}"\n'.encode(), "longer than"),
    "a huge heading": (f"pers_person_id,{MARKER * 200_000}\n1,2\n".encode(), "heading"),
    "a workbook": (b"PK\x03\x04" + b"\0" * 40, "a zip or workbook under another name"),
    "a page of the web": (f"<html><body>{MARKER}, please log in</body></html>".encode(), "no column"),
}


@pytest.mark.parametrize(("data", "says"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "ssd_person.csv").write_bytes(data)
    message = refusal(tmp_path)
    assert says in message
    assert "ssd_person.csv" in message


def parquet(**columns: pa.Array) -> bytes:
    target = io.BytesIO()
    pq.write_table(pa.table(columns), target)
    return target.getvalue()


def test_a_parquet_file_that_is_not_whole_or_not_one_is_refused(tmp_path: Path) -> None:
    whole = parquet(pers_person_id=pa.array([MARKER] * 100))
    for data in (
        b"",
        b"PAR1",
        whole[: len(whole) // 2],
        whole[:-1],
        b"pers_person_id\n1\n",
        whole[:40] + b"\xff" * (len(whole) - 40),
    ):
        (tmp_path / "ssd_person.parquet").write_bytes(data)
        assert "ssd_person.parquet" in refusal(tmp_path)


def test_a_parquet_file_with_a_column_twice_is_refused(tmp_path: Path) -> None:
    for names in (["pers_person_id", "pers_person_id"], ["pers_person_id", "PERS_PERSON_ID"]):
        twice = pa.Table.from_arrays([pa.array(["1"]), pa.array(["2"])], names=names)
        pq.write_table(twice, tmp_path / "ssd_person.parquet")
        assert "twice" in refusal(tmp_path)


def test_text_of_a_parquet_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    broken = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")])
    (tmp_path / "ssd_person.parquet").write_bytes(parquet(pers_person_id=broken))
    assert "ssd_person.parquet" in refusal(tmp_path)


def test_a_small_parquet_file_of_countless_rows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MOST_ROWS", 1000)
    (tmp_path / "ssd_person.parquet").write_bytes(parquet(pers_person_id=pa.nulls(1001, pa.string())))
    assert "1,001 rows" in refusal(tmp_path)


def test_columns_of_other_kinds_in_a_parquet_file_are_read_as_what_they_mean(tmp_path: Path) -> None:
    columns = {
        "pers_person_id": pa.array([1, 2], pa.int64()),
        "pers_dob": pa.array([date(2010, 1, 1), None], pa.date32()),
        "pers_death_date": pa.array([0, None], pa.timestamp("ns", tz="UTC")),
        "pers_sex": pa.array(["F", "M"]).dictionary_encode(),
        "pers_is_mother": pa.array([True, False]),
        "pers_ethnicity": pa.array([["WBRI"], None]),
        "pers_nationality": pa.array([b"x", None], pa.binary()),
    }
    (tmp_path / "ssd_person.parquet").write_bytes(parquet(**columns))
    children = read_source(tmp_path, CODE).records["children"].to_pylist()
    assert [row["child_id"] for row in children] == ["1", "2"]
    assert [row["date_of_birth"] for row in children] == [date(2010, 1, 1), None]
    assert [row["death_date"] for row in children] == [date(1970, 1, 1), None]
    assert [row["sex"] for row in children] == ["F", "M"]
    assert [row["is_mother"] for row in children] == ["Y", "N"]
    assert [row["ethnicity"] for row in children] == [None, None]


def test_a_parquet_file_of_countless_columns_is_refused_before_it_is_read(tmp_path: Path) -> None:
    many = {f"c{number}": pa.array(["x"]) for number in range(delimited.MOST_COLUMNS + 1)}
    (tmp_path / "ssd_person.parquet").write_bytes(parquet(**many))
    assert "2,001 columns" in refusal(tmp_path)


def test_mixed_encodings_are_read_line_by_line_and_said(tmp_path: Path) -> None:
    data = "prof_professional_id,prof_professional_name\n1,Zoë\n".encode() + "2,Chloë\n".encode("cp1252")
    reading = read(tmp_path, ssd_professionals=data)
    assert reading.records["professionals"]["name"].to_pylist() == ["Zoë", "Chloë"]
    assert "QD-READ-08" in {f.code for f in reading.findings}


def test_a_mark_before_text_in_another_encoding_is_no_part_of_the_heading(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + "prof_professional_id,prof_professional_name\n1,Zoë\n".encode("cp1252")
    assert read(tmp_path, ssd_professionals=data).records["professionals"]["name"].to_pylist() == ["Zoë"]


@pytest.mark.parametrize(
    "text",
    [
        "pers_person_id,pers_sex\r\nAna,F\r\n",
        "pers_person_id,pers_sex\rAna,F\r",
        "\n\npers_person_id,pers_sex\nAna,F\n",
        '"pers_person_id","pers_sex"\n"Ana","F"\n',
        " PERS_Person_ID , pers_sex \n Ana , F \n",
        "pers_person_id,pers_sex,,\nAna,F,,\n",
        "pers_person_id,pers_sex\nAna,F\n\n\n",
        "pers_sex,unknown column,pers_person_id\nF,\x1b[31m,Ana\n",
    ],
)
def test_headings_and_line_ends_of_many_makes_are_read(tmp_path: Path, text: str) -> None:
    row = read(tmp_path, ssd_person=text).records["children"].to_pylist()[0]
    assert (row["child_id"], row["sex"]) == ("Ana", "F")


def test_a_heading_alone_is_an_empty_table(tmp_path: Path) -> None:
    assert read(tmp_path, ssd_person=PERSON).records["children"].num_rows == 0
    assert read(tmp_path, ssd_person=PERSON.strip()).records["children"].num_rows == 0


def test_numbers_that_are_none_are_findings(tmp_path: Path) -> None:
    odd = ["inf", "-inf", "nan", "1e400", "1e30", "9" * 30, "1_000", "٣", "0x10", "1,5"]
    rows = "".join(f'{place},"{text}"\n' for place, text in enumerate(odd))
    reading = read(
        tmp_path,
        ssd_sdq_scores=f"csdq_table_id,csdq_sdq_score\n{rows}",
        ssd_professionals=f"prof_professional_id,prof_full_time_equivalency\n{rows}",
        ssd_cla_placement=f"clap_cla_placement_id,clap_cla_placement_distance\n{rows}",
    )
    for table, column in (
        ("strengths_and_difficulties_scores", "score"),
        ("professionals", "full_time_hundredths"),
        ("placements", "distance_miles"),
    ):
        assert reading.records[table][column].null_count == len(odd)
        lost = {f.row for f in reading.findings if f.code == "QD-READ-02" and f.table == table}
        assert lost == set(range(2, 2 + len(odd)))


def test_dates_that_are_none_are_findings(tmp_path: Path) -> None:
    odd = [
        "soon",
        "2021-02-30",
        "31/02/2021",
        "2021-13-01",
        "0000-00-00",
        "1066-10-14",
        "44197",
        "2021-9-",
        "12345-01-01",
        "=TODAY()",
        "٢٠٢١-٠٩-٠١",
    ]
    text = PERSON + "".join(f"{place},{value},F\n" for place, value in enumerate(odd))
    reading = read(tmp_path, ssd_person=text)
    assert reading.records["children"]["date_of_birth"].null_count == len(odd)
    assert found(reading) == {("QD-READ-01", "date_of_birth", 2 + place) for place in range(len(odd))}


def test_json_that_is_none_or_hostile_is_a_finding(tmp_path: Path) -> None:
    odd = ["{", "3", "[]", '"x"', "[" * 100_000, '{"NEW_REFERRAL_FLAG": "perhaps"}', '{"NEW_REFERRAL_FLAG": {"a": 1}}']
    text = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_outcome_json\n"
    text += "".join('{},Ana,2021-09-01,"{}"\n'.format(n, value.replace('"', '""')) for n, value in enumerate(odd))
    reading = read(tmp_path, ssd_contacts=text)
    assert reading.records["contacts"]["became_new_referral"].null_count == len(odd)
    assert {f.row for f in reading.findings if f.code == "QD-READ-04"} == set(range(2, 2 + len(odd)))


def test_codes_in_json_that_are_none_are_findings(tmp_path: Path) -> None:
    odd = ["{", "3", '[["1A"]]', '["\\ud800"]', "[" * 100_000]
    text = "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n"
    text += "".join('{0},{0},"{1}"\n'.format(n, value.replace('"', '""')) for n, value in enumerate(odd))
    text += '9,9,"[""1A"", ""2A""]"\n'
    reading = read(tmp_path, ssd_assessment_factors=text)
    assert reading.records["assessment_factors"]["factor"].to_pylist() == ["1A", "2A"]
    assert {f.row for f in reading.findings if f.code == "QD-READ-04"} == set(range(2, 2 + len(odd)))


def test_a_finding_of_a_row_that_holds_several_codes_names_the_row_of_the_file(tmp_path: Path) -> None:
    text = "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n"
    text += '1,1,"[""1A"", ""2A"", ""3A""]"\n2,,"[""1A"", ""2A""]"\n3,1,"[""3A"", ""4A""]"\n'
    reading = read(tmp_path, ssd_assessment_factors=text)
    assert {(f.code, f.row) for f in reading.findings} == {("QD-READ-05", 3), ("QD-READ-06", 4)}
    assert reading.records["assessment_factors"]["factor"].to_pylist() == ["1A", "2A", "3A", "4A"]


def test_a_parquet_file_with_a_spoilt_page_is_refused(tmp_path: Path) -> None:
    children = {"children": small_example()["children"]}
    path = write_safeguarding_dataset(children, tmp_path, kind="parquet")[0]
    data = bytearray(path.read_bytes())
    data[400] ^= 1
    path.write_bytes(data)
    assert "not a whole Parquet file" in refusal(tmp_path)


def test_formulas_and_signs_for_the_terminal_are_kept_as_text(tmp_path: Path) -> None:
    odd = ["=HYPERLINK(1)", "@SUM(A1)", "\x1b[31mred", "[bold]", "'; drop table children; --", "{{7*7}}", "\u202eabc"]
    text = "dept_team_id,dept_team_name\n" + "".join(f'{n},"{value}"\n' for n, value in enumerate(odd))
    assert read(tmp_path, ssd_department=text).records["teams"]["name"].to_pylist() == odd


def test_a_missing_column_is_blank_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, ssd_person="pers_person_id\nAna\n")
    assert reading.records["children"]["sex"].to_pylist() == [None]
    assert ("QD-READ-07", "pers_sex") in {(f.code, f.column) for f in reading.findings}


@pytest.mark.parametrize("code", KINDS)
def test_a_kind_of_reading_finding_says_what_happens_to_the_value(code: str) -> None:
    grade, says = KINDS[code]
    assert grade in {"query", BLOCKING}
    assert says.endswith(".")


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a whole small extract."""
    folder = write_small_example(tmp_path_factory.mktemp("extract"))
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[int, list[tuple[str, float, bytes]]]:
    """Which file to spoil, and how: bytes put in, put over or cut off at some place."""
    piece = st.one_of(
        st.binary(max_size=6), st.sampled_from([b'"', b",", b"\n", b"\r", b"\0", b";", b"\xff", b'""', b"\xe2\x82"])
    )
    change = st.tuples(st.sampled_from(["insert", "replace", "cut"]), st.floats(0, 1), piece)
    return draw(st.integers(0, 10_000)), draw(st.lists(change, min_size=1, max_size=4))


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spoilt=spoilt())
def test_an_extract_spoilt_anywhere_is_read_with_findings_or_refused(
    spoilt: tuple[int, list[tuple[str, float, bytes]]], extract: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    number, changes = spoilt
    name = sorted(extract)[number % len(extract)]
    data = extract[name]
    for kind, share, piece in changes:
        place = int(share * len(data))
        if kind == "cut":
            data = data[:place]
        else:
            data = data[:place] + piece + data[place + (len(piece) if kind == "replace" else 0) :]
    folder = tmp_path_factory.mktemp("spoilt")
    (folder / name).write_bytes(data)
    read_or_refused(folder)
