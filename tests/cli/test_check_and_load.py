"""`check` and `load`: the same findings, one of them changing nothing, the other promoting what it read."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from quarterday.submissions import Store
from support.command_line import quarterday
from support.loads import fingerprint
from support.plain_words import message_of, says_no_child
from support.small_example import AUTHORITY

PLANS = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\n"
BACKWARDS = f"{PLANS}1,Zzchild,2021-05-01,2021-04-01\n"
SOUND = f"{PLANS}1,Zzchild,2021-03-01,2021-04-01\n"
BEFORE = "indicator,value_date,value_hundredths,source\nWRK-13,2014-01-31,3400,a report\n"
PEOPLE = "pers_person_id,pers_dob,pers_sex,pers_ethnicity\nZzchild,2010-01-01,F,WBRI\n"


def source(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)
    return folder


def codes(text: str) -> set[str]:
    return {finding["code"] for finding in json.loads(text)}


def test_check_reports_as_a_table_as_json_and_as_csv_and_changes_nothing(extract: Path, tmp_path: Path) -> None:
    before = fingerprint(extract)
    table = quarterday("check", extract, "--authority", AUTHORITY, "--as-at", "2022-03-31")
    told = quarterday(
        "check", extract, "--authority", AUTHORITY, "--as-at", "2022-03-31", "--json", "--csv", tmp_path / "found.csv"
    )
    assert (table.code, told.code) == (0, 0)
    findings = json.loads(told.out)
    assert findings
    assert set(findings[0]) >= {"code", "grade", "table", "columns", "says", "wrong", "of"}
    assert {finding["grade"] for finding in findings} <= {"blocking", "query"}
    assert all(finding["code"] in table.out for finding in findings)
    with (tmp_path / "found.csv").open(newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)] == [finding["code"] for finding in findings]
    assert says_no_child(table)
    assert says_no_child(told)
    assert fingerprint(extract) == before
    assert not any(Path().iterdir())


def test_a_blocking_finding_ends_with_one_and_never_refuses_a_load(tmp_path: Path) -> None:
    bad = source(tmp_path / "bad", ssd_cp_plans=BACKWARDS, ssd_person=PEOPLE)
    words = (bad, "--authority", "E06000046", "--as-at", "2021-09-30", "--store", tmp_path / "store")
    checked = quarterday("check", *words, "--json")
    assert checked.code == 1
    assert any(finding["grade"] == "blocking" for finding in json.loads(checked.out))
    assert not (tmp_path / "store").exists()

    said = quarterday("load", *words)
    assert said.code == 1
    assert "some findings are blocking" in said.err
    assert says_no_child(said)
    assert Store(tmp_path / "store").get().records()["child_protection_plans"].num_rows == 1


def test_check_finds_what_a_load_then_finds(store: Path, tmp_path: Path) -> None:
    later = source(tmp_path / "later", ssd_cp_plans=SOUND)
    words = (later, "--as-at", "2024-03-31", "--store", store)  # two years after the extract that the store has
    checked = codes(quarterday("check", *words, "--json").out)
    assert "authority" not in quarterday("check", *words).err  # the store has one: it is remembered
    quarterday("load", *words)
    loaded = {finding.code for finding in Store(store).get().manifest.findings}
    assert checked <= loaded
    assert any("gap" in finding.says.lower() for finding in Store(store).get().manifest.findings)


def test_a_load_prints_its_number_and_the_next_one_follows(store: Path, tmp_path: Path) -> None:
    said = quarterday("load", source(tmp_path / "more", ssd_cp_plans=SOUND), "--store", store, "--as-at", "2022-03-31")
    assert said.code in {0, 1}
    assert f"Submission 2 of {AUTHORITY}: 1 tables, 1 rows, extract of 2022-03-31." in said.out
    assert says_no_child(said)


def test_a_load_replaces_the_tables_it_has_and_only_starts_afresh(store: Path, tmp_path: Path) -> None:
    tables = set(Store(store).get().records())
    more = source(tmp_path / "more", ssd_cp_plans=SOUND)
    quarterday("load", more, "--store", store, "--as-at", "2022-03-31")
    now = Store(store).get()
    assert set(now.records()) == tables
    assert now.records()["child_protection_plans"].num_rows == 1
    assert {entry.held_by for entry in now.manifest.tables if entry.table != "child_protection_plans"} == {1}
    quarterday("load", more, "--only", "--store", store, "--as-at", "2022-03-31")
    assert set(Store(store).get().records()) == {"child_protection_plans"}


def test_the_history_may_be_said_to_begin_earlier(store: Path, tmp_path: Path) -> None:
    more = source(tmp_path / "more", ssd_cp_plans=SOUND)
    quarterday("load", more, "--store", store, "--as-at", "2022-03-31", "--covers-from", "2016-04-01")
    entry = next(e for e in Store(store).get().manifest.tables if e.table == "child_protection_plans")
    assert str(entry.covers_from) == "2016-04-01"


def test_a_finding_of_a_file_names_its_rows_and_a_load_says_what_it_carried_forward(store: Path, tmp_path: Path) -> None:
    wrong = source(tmp_path / "more", ssd_cp_plans=f"{SOUND}2,Zzchild,soon,2021-04-01\n", ssd_persons=PEOPLE)
    found = {each["code"]: each for each in json.loads(quarterday("check", wrong, "--store", store, "--json").out)}
    assert found["QD-READ-01"]["where"] == "ssd_cp_plans.csv, row 3"
    assert found["QD-READ-15"]["where"] == "ssd_persons.csv (near ssd_person)"
    before = Store(store).get().number
    said = quarterday("load", wrong, "--store", store, "--as-at", "2022-03-31")
    line = next(line for line in said.out.splitlines() if line.startswith("Carried forward unchanged"))
    assert f"from submission {before}: " in line
    assert " more." in line
    assert "child_protection_plans" not in line
    assert "Carried" not in quarterday("load", wrong, "--only", "--store", store, "--as-at", "2022-03-31").out


def test_a_date_that_nobody_said_is_said_to_be_todays(tmp_path: Path) -> None:
    extract = source(tmp_path / "x", ssd_cp_plans=SOUND)
    said = quarterday("load", extract, "--store", tmp_path / "store")
    assert f"taken as today, {Store(tmp_path / 'store').get().manifest.extract_dates['E99999999']}" in said.err
    assert "taken as today" not in quarterday("load", extract, "--as-at", "2022-03-31", "--store", tmp_path / "store").err


def test_an_extract_cannot_be_complete_only_after_its_own_day(tmp_path: Path) -> None:
    extract = source(tmp_path / "x", ssd_cp_plans=SOUND)
    words = ("--as-at", "2022-03-31", "--covers-from", "2022-04-01", "--store", tmp_path / "store")
    assert "2022-04-01 lies after the extract of 2022-03-31" in message_of(quarterday("load", extract, *words), 2)
    assert not (tmp_path / "store").exists()


def test_a_note_may_say_from_when_an_extract_is_complete_and_the_command_knows_better(store: Path, tmp_path: Path) -> None:
    """Of a table that begins later, nothing before its first row is vouched for."""
    for note, said, complete in (
        ("2021-05-01", (), "2021-05-01"),  # and of values from before the records nothing is said
        ("2016-04-01", (), "2021-03-01"),  # the first plan begins then
        ("2021-05-01", ("--covers-from", "2016-04-01"), "2016-04-01"),
    ):
        more = source(tmp_path / f"{note}{len(said)}", ssd_cp_plans=SOUND, earlier_values=BEFORE)
        content = f'{{"extract_date": "2022-03-31", "authority": "{AUTHORITY}", "covers_from": "{note}"}}'
        (more / "quarterday-extract.json").write_text(content)
        quarterday("load", more, "--store", store, *said)
        covers = Store(store).get().covers_from(AUTHORITY)
        assert str(covers["child_protection_plans"]) == complete
        assert str(covers["earlier_values"]) == "2014-01-31"


@pytest.mark.parametrize(("said", "kept"), [("E06000046", "E06000046"), ("921", "E06000046"), ("e06000046", "E06000046")])
def test_an_authority_is_known_by_either_of_its_codes(tmp_path: Path, said: str, kept: str) -> None:
    extract = source(tmp_path / "x", ssd_cp_plans=SOUND)
    assert quarterday("load", extract, "--authority", said, "--store", tmp_path / "store").code in {0, 1}
    assert Store(tmp_path / "store").get().manifest.authorities == (kept,)


def test_without_an_authority_an_empty_store_says_which_code_it_uses(tmp_path: Path) -> None:
    said = quarterday("load", source(tmp_path / "x", ssd_cp_plans=SOUND), "--store", tmp_path / "store")
    assert "E99999999" in said.err
    assert "--authority" in said.err
    assert Store(tmp_path / "store").get().manifest.authorities == ("E99999999",)


def test_a_store_of_one_authority_remembers_it_and_says_so_where_the_note_differs(store: Path, tmp_path: Path) -> None:
    more = source(tmp_path / "more", ssd_cp_plans=SOUND)
    (more / "quarterday-extract.json").write_text('{"extract_date": "2022-03-31", "authority": "E06000001"}')
    said = quarterday("load", more, "--store", store)
    assert f"of {AUTHORITY}" in said.out
    assert "says E06000001" in said.err


def test_a_store_of_several_authorities_wants_to_be_told_which(store: Path, tmp_path: Path) -> None:
    more = source(tmp_path / "more", ssd_cp_plans=SOUND)
    assert quarterday("load", more, "--authority", "E06000046", "--store", store).code in {0, 1}
    before = fingerprint(store)
    for words in (
        ("load", more),
        ("measure", "CPP-01", "--at", "2021-09-30"),
        ("children", "CPP-01", "--at", "2021-09-30"),
        ("worklists", "--at", "2021-09-30", "--to", tmp_path / "lists"),
        ("report", "2021-22-Q2", "--to", tmp_path / "report"),
        ("settings", "check"),
    ):
        message = message_of(quarterday(*words, "--store", store), 2)
        assert "--authority" in message
        assert "E06000046" in message
    assert fingerprint(store) == before
    assert quarterday("measure", "CPP-01", "--at", "2021-09-30", "--authority", AUTHORITY, "--store", store).code == 0


def test_several_sources_are_one_load_unless_two_hold_the_same_table(store: Path, tmp_path: Path) -> None:
    plans, people = source(tmp_path / "plans", ssd_cp_plans=SOUND), source(tmp_path / "people", ssd_person=PEOPLE)
    said = quarterday("load", plans, people, "--store", store, "--as-at", "2022-03-31")
    assert "2 tables, 2 rows" in said.out
    before = fingerprint(store)
    message = message_of(quarterday("load", plans, plans, "--store", store), 2)
    assert "child_protection_plans" in message
    assert "one after the other" in message
    assert fingerprint(store) == before


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("--as-at", "once"), "'once' is not a date"),
        (("--as-at", ""), "not a date"),
        (("--as-at", "0001-01-01"), "not within"),
        (("--as-at", "9999-12-31"), "not within"),
        (("--covers-from", "once"), "'once' is not a date"),
        (("--authority", "Borsetshire"), "GSS code"),
        (("--authority", "000"), "No authority has the DfE code 000"),
    ],
)
def test_what_is_asked_wrongly_is_said_before_anything_is_read(
    store: Path, tmp_path: Path, words: tuple[str, ...], names: str
) -> None:
    before = fingerprint(store)
    said = quarterday("load", source(tmp_path / "x", ssd_cp_plans=SOUND), *words, "--store", store)
    assert names in message_of(said, 2)
    assert "Reading" not in said.err
    assert fingerprint(store) == before


def test_settings_that_cannot_be_understood_stop_a_check_and_a_load_alike(store: Path, extract: Path) -> None:
    (store / "settings.toml").write_text("[[setting]\n")
    before = fingerprint(store)
    for name in ("check", "load"):
        assert "settings.toml" in message_of(quarterday(name, extract, "--store", store), 2)
    assert fingerprint(store) == before


def test_findings_that_cannot_be_written_are_told(extract: Path, tmp_path: Path) -> None:
    assert str(tmp_path) in message_of(quarterday("check", extract, "--csv", tmp_path, "--authority", AUTHORITY), 4)


def test_a_zip_or_parquet_of_the_extract_loads_as_the_folder_does(extract: Path, kept: Path, tmp_path: Path) -> None:
    shutil.make_archive(str(tmp_path / "extract"), "zip", extract)
    words = ("--authority", AUTHORITY, "--as-at", "2022-03-31", "--store", tmp_path / "store")
    assert quarterday("load", tmp_path / "extract.zip", *words).code == 0
    from_zip, from_folder = Store(tmp_path / "store").get().records(), Store(kept).get().records()
    assert all(from_zip[name].equals(from_folder[name]) for name in from_folder)
