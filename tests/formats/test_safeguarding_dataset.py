"""The Standard Safeguarding Dataset, both ways, with the dirt of real extracts."""

import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterday.formats import UnreadableSourceError, read_source, write_safeguarding_dataset
from quarterday.records.table import DATE, DECIMAL, INTEGER, Table
from quarterday.records.tables import ALL, BY_NAME
from support.text_tables import rows

CODE = "E99999999"


def folder_of(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_dates_and_answers_are_read_in_their_many_spellings(tmp_path: Path) -> None:
    source = folder_of(
        tmp_path,
        ssd_cp_visits="cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen\n"
        "1,Ana,2021-09-01 00:00:00.000,Yes\n2,Ana,02/09/2021,false\n3,Ana,2021-09-03T10:15:00,Y\n4,Ana,soon,perhaps\n",
    )
    reading = read_source(source, CODE)
    visits = reading.records["child_protection_visits"].to_pylist()
    assert [str(visit["visit_date"]) for visit in visits] == ["2021-09-01", "2021-09-02", "2021-09-03", "None"]
    assert [visit["child_seen"] for visit in visits] == ["Y", "N", "Y", None]
    unread = {(f.code, f.column, f.row) for f in reading.findings if f.code != "QD-READ-07"}
    assert unread == {("QD-READ-01", "visit_date", 5), ("QD-READ-03", "child_seen", 5)}


def test_json_outcomes_become_flags_and_blank_stays_unknown(tmp_path: Path) -> None:
    source = folder_of(
        tmp_path,
        ssd_contacts="cont_contact_id,cont_person_id,cont_contact_date,cont_contact_outcome_json\n"
        '1,Ana,2021-09-01,"{""NEW_REFERRAL_FLAG"":""Y"",""NFA_FLAG"":""""}"\n'
        "2,Ana,2021-09-02,\n3,Ana,2021-09-03,{broken\n",
    )
    reading = read_source(source, CODE)
    contacts = reading.records["contacts"].to_pylist()
    assert [contact["became_new_referral"] for contact in contacts] == ["Y", None, None]
    assert [contact["no_further_action"] for contact in contacts] == [None, None, None]
    assert any(f.code == "QD-READ-04" and f.row == 4 for f in reading.findings)


def test_local_wordings_become_codes(tmp_path: Path) -> None:
    source = folder_of(
        tmp_path,
        ssd_person="pers_person_id,pers_ethnicity,pers_legacy_id\nAna,a1,old-7\nBen,MWBC,\n",
        ssd_cp_plans="cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_latest_category\n"
        "1,Ana,2021-01-01,Emotional abuse\n",
        ssd_legal_status="lega_legal_status_id,lega_person_id,lega_legal_status\n"
        "1,Ana,Care Order Sec. 31(a)\n2,Ben,C1: ICO\n",
    )
    records = read_source(source, CODE).records
    assert records["children"]["ethnicity"].to_pylist() == ["WBRI", "MWBC"]
    assert records["child_protection_plans"]["latest_category"].to_pylist() == ["EMO"]
    assert records["legal_statuses"]["legal_status"].to_pylist() == ["C2", "C1"]
    assert records["linked_identifiers"]["identifier_value"].to_pylist() == ["old-7"]


def test_a_row_without_key_is_left_out_and_the_first_of_a_repeated_key_is_kept(tmp_path: Path) -> None:
    source = folder_of(
        tmp_path, ssd_family="fami_table_id,fami_family_id,fami_person_id\n1,F1,Ana\n,F1,Ben\n1,F2,Cal\n2,F2,Dee\n"
    )
    reading = read_source(source, CODE)
    assert reading.records["family_members"]["child_id"].to_pylist() == ["Ana", "Dee"]
    assert {(f.code, f.row) for f in reading.findings} == {("QD-READ-05", 3), ("QD-READ-06", 4)}


def test_a_message_or_finding_never_repeats_a_value(tmp_path: Path) -> None:
    source = folder_of(tmp_path, ssd_person="pers_person_id,pers_dob\nSecretName,SecretDate\n")
    assert "Secret" not in repr(read_source(source, CODE).findings)
    torn = folder_of(tmp_path, ssd_person="pers_person_id,pers_dob\nSecretName,1,2,3\n")
    with pytest.raises(UnreadableSourceError) as error:
        read_source(torn, CODE)
    assert "Secret" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ssd_person.csv", b""),
        ("ssd_person.csv", b"\x00\x01\x02rubbish"),
        ("ssd_person.csv", b"colour,size\nred,3\n"),
        ("ssd_person.csv", b"pers_person_id,pers_person_id\n1,2\n"),
        ("ssd_person.csv", b"pers_person_id,pers_dob\n1,2,3,4\n"),
        ("ssd_person.parquet", b"PAR1 truncated"),
        ("holiday.csv", b"a,b\n1,2\n"),
        ("extract.zip", b"PK\x03\x04 truncated"),
    ],
)
def test_what_cannot_be_read_gives_one_clear_message(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableSourceError) as error:
        read_source(path if name.endswith(".zip") else tmp_path, CODE)
    assert str(error.value).endswith(".")


def test_a_zip_bomb_and_a_zip_that_leaves_its_folder_are_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ssd_person.csv", b"0" * 50_000_000)
    outside = tmp_path / "outside.zip"
    with zipfile.ZipFile(outside, "w") as archive:
        archive.writestr("../ssd_person.csv", "pers_person_id\n1\n")
    for path in (bomb, outside, tmp_path / "nothing"):
        with pytest.raises(UnreadableSourceError):
            read_source(path, CODE)


def test_other_encodings_are_read_and_said(tmp_path: Path) -> None:
    text = "prof_professional_id,prof_professional_name\n1,Zoë\n"
    for encoding, said in (("utf-16", False), ("utf-8-sig", False), ("cp1252", True)):
        (tmp_path / "ssd_professionals.csv").write_bytes(text.encode(encoding))
        reading = read_source(tmp_path, CODE)
        assert reading.records["professionals"]["name"].to_pylist() == ["Zoë"]
        assert any(f.code == "QD-READ-08" for f in reading.findings) is said


def test_a_zip_reads_as_its_folder(tmp_path: Path) -> None:
    archive_path = tmp_path / "extract.zip"
    with zipfile.ZipFile(archive_path, "w") as archive:
        archive.writestr("export/ssd_family.csv", "fami_table_id,fami_family_id,fami_person_id\n1,F1,Ana\n")
    assert read_source(archive_path, CODE).records["family_members"].num_rows == 1


def test_full_time_equivalents_are_kept_in_hundredths(tmp_path: Path) -> None:
    source = folder_of(tmp_path, ssd_professionals="prof_professional_id,prof_full_time_equivalency\n1,0.6\n2,1\n3,0.555\n")
    assert read_source(source, CODE).records["professionals"]["full_time_hundredths"].to_pylist() == [60, 100, 56]


ROUND_TRIP = [table for table in ALL if table.name != "linked_identifiers"]


def cell(table: Table, name: str, place: int, draw: st.DrawFn) -> object:
    column = table.by_name[name]
    if column.key and column.kind == DATE:
        return date(2020, 1, 1 + place)
    if column.key:
        return place if column.kind == INTEGER else f"K{place}"
    if column.kind == DATE:
        return draw(st.none() | st.dates(min_value=date(1995, 1, 1)))
    if column.kind == INTEGER:
        return draw(st.none() | st.integers(0, 500))
    if column.kind == DECIMAL:
        return draw(st.none() | st.sampled_from([0.0, 1.5, 999.9]))
    if column.name == "permanence_aims":
        return draw(st.sampled_from([None, "ADOPTION", "LTFOST18,RETURN6M"]))
    if column.name == "postcode_district":
        return draw(st.sampled_from([None, "PO30", "SO1"]))
    if column.codes:
        return draw(st.sampled_from([None, *column.codes.labels]))
    return draw(st.none() | st.sampled_from(["plain", "with, comma", 'with "quote"', "two\nlines", "é"]))


@st.composite
def tables(draw: st.DrawFn) -> pa.Table:
    table = draw(st.sampled_from(ROUND_TRIP))
    made = [
        {"authority": CODE} | {name: cell(table, name, place, draw) for name in table.by_name}
        for place in range(draw(st.integers(1, 4)))
    ]
    return table.name, pa.Table.from_pylist(made, schema=table.schema)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=tables(), kind=st.sampled_from(["csv", "parquet"]))
def test_reading_back_what_we_wrote_gives_the_same_records(
    made: tuple[str, pa.Table], kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    name, table = made
    folder = tmp_path_factory.mktemp("ssd")
    write_safeguarding_dataset({name: table}, folder, kind=kind)
    assert read_source(folder, CODE).records[name].to_pylist() == table.to_pylist()


def test_identifiers_of_a_person_travel_with_the_person(tmp_path: Path) -> None:
    records = {
        "children": rows(BY_NAME["children"], "child | sex\nAna | F"),
        "linked_identifiers": rows(
            BY_NAME["linked_identifiers"],
            """
            linked_identifier_id | child | identifier_type | identifier_value
            legacy id: Ana       | Ana   | legacy id       | old-7
            other                | Ana   | NHS number      | 123
            """,
        ),
    }
    write_safeguarding_dataset(records, tmp_path)
    read = read_source(tmp_path, CODE).records["linked_identifiers"].to_pylist()
    assert sorted(row["identifier_value"] for row in read) == ["123", "old-7"]


def test_a_file_named_as_no_table_is_said_with_the_table_that_it_may_have_been_meant_to_be(tmp_path: Path) -> None:
    """A misnamed table would otherwise be missing without a word, or stand as an earlier load left it."""
    (tmp_path / "ssd_person.csv").write_text("pers_person_id,pers_dob,pers_sex\n1,2010-01-01,F\n")
    for name in ("ssd_cp_plan.csv", "notes.csv", "Thumbs.db", "README.txt"):
        (tmp_path / name).write_text("a,b\n1,2\n")
    found = [finding.file for finding in read_source(tmp_path, CODE).findings if finding.code == "QD-READ-15"]
    assert sorted(found) == ["notes.csv", "ssd_cp_plan.csv (near ssd_cp_plans)"]
