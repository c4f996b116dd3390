"""The store: numbered, immutable submissions that carry forward what a load did not supply."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from quarterday.submissions import (
    DamagedSubmissionError,
    FindingEntry,
    NoSubmissionError,
    SourceEntry,
    Store,
    StoreError,
    build,
    restore,
)
from support.loads import AUTHORITY, CHILDREN, EXTRACT, OTHER, PLANS, fingerprint, load_of, loaded, table

NEWER_PLANS = "child | start_date\nCal | 2021-09-01"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "store")


def again(store: Store, number: int):
    return restore(store, number, loaded_at="2021-12-01T09:00:00+00:00", code_version="0.0")


def test_what_was_loaded_is_read_back_as_it_was(store: Store) -> None:
    load = load_of(child_protection_plans=PLANS, children=CHILDREN)
    submission = build(store, load)
    assert submission.number == 1
    read = store.get().records()
    assert set(read) == {"child_protection_plans", "children"}
    assert all(read[name].equals(load.records[name]) for name in read)


def test_a_load_replaces_exactly_the_tables_that_it_supplies(store: Store) -> None:
    loaded(store, child_protection_plans=PLANS, children=CHILDREN)
    second = loaded(store, child_protection_plans=NEWER_PLANS)
    read = second.records()
    assert read["child_protection_plans"]["child_id"].to_pylist() == ["Cal"]
    assert read["children"]["child_id"].to_pylist() == ["Ana", "Ben"]
    held = {entry.table: entry.held_by for entry in second.manifest.tables}
    assert held == {"child_protection_plans": 2, "children": 1}


def test_a_table_may_be_replaced_by_an_empty_one(store: Store) -> None:
    loaded(store, child_protection_plans=PLANS)
    empty = replace(load_of(), records={"child_protection_plans": table("child_protection_plans", PLANS).slice(0, 0)})
    assert build(store, empty).records()["child_protection_plans"].num_rows == 0


def test_other_authorities_are_kept(store: Store) -> None:
    loaded(store, AUTHORITY, children=CHILDREN)
    loaded(store, OTHER, date(2021, 6, 30), children="child\nZoe")
    third = loaded(store, AUTHORITY, date(2021, 12, 31), children="child\nDee")
    assert third.manifest.authorities == (OTHER, AUTHORITY)
    assert third.records([OTHER])["children"]["child_id"].to_pylist() == ["Zoe"]
    assert third.records([AUTHORITY])["children"]["child_id"].to_pylist() == ["Dee"]
    assert third.records()["children"].num_rows == 2
    assert (third.extract_date(OTHER), third.extract_date(AUTHORITY)) == (date(2021, 6, 30), date(2021, 12, 31))
    assert third.records([]) == {}


def test_only_starts_afresh(store: Store) -> None:
    loaded(store, OTHER, children="child\nZoe")
    loaded(store, AUTHORITY, children=CHILDREN)
    only = build(store, replace(load_of(child_protection_plans=PLANS), only=True))
    assert set(only.records()) == {"child_protection_plans"}
    assert only.manifest.authorities == (AUTHORITY,)
    assert only.manifest.extract_dates == {AUTHORITY: EXTRACT}
    assert store.get(2).records([OTHER])["children"].num_rows == 1  # earlier submissions are as they were


def test_every_earlier_submission_can_be_asked_as_it_was(store: Store) -> None:
    for place, name in enumerate(["Ana", "Ben", "Cal"], start=1):
        loaded(store, children=f"child\n{name}")
        known = [store.get(number).records()["children"]["child_id"][0].as_py() for number in store.numbers()]
        assert known == ["Ana", "Ben", "Cal"][:place]
    assert store.numbers() == [1, 2, 3]
    assert [submission.number for submission in store.all()] == [1, 2, 3]


def test_a_load_leaves_earlier_submissions_untouched(store: Store) -> None:
    loaded(store, children=CHILDREN)
    before = fingerprint(store.submissions_folder / "0001")
    loaded(store, children="child\nCal")
    assert fingerprint(store.submissions_folder / "0001") == before


def test_restoring_makes_an_earlier_submission_current_and_loses_nothing(store: Store) -> None:
    loaded(store, children=CHILDREN, child_protection_plans=PLANS)
    loaded(store, children="child\nCal")
    restored = again(store, 1)
    assert restored.number == 3
    assert restored.manifest.restored_from == 1
    assert store.get().records()["children"].equals(store.get(1).records()["children"])
    assert store.get(2).records()["children"]["child_id"].to_pylist() == ["Cal"]
    fourth = loaded(store, child_protection_plans=NEWER_PLANS)
    assert fourth.manifest.restored_from is None
    assert fourth.records()["children"].num_rows == 2  # carried forward from what was restored


def test_a_damaged_submission_is_not_restored(store: Store) -> None:
    loaded(store, children=CHILDREN)
    loaded(store, children="child\nCal")
    (store.submissions_folder / "0001" / AUTHORITY / "children.parquet").write_bytes(b"rubbish")
    with pytest.raises(DamagedSubmissionError, match="children"):
        again(store, 1)
    assert store.numbers() == [1, 2]
    assert store.left_over() == []


@pytest.mark.parametrize("number", [0, -1, 7])
def test_a_number_that_is_not_there_is_named_with_those_that_are(store: Store, number: int) -> None:
    loaded(store, children=CHILDREN)
    with pytest.raises(NoSubmissionError, match=f"no submission {number}. It has: 1"):
        store.get(number)
    with pytest.raises(NoSubmissionError):
        again(store, number)


def test_an_empty_store_says_what_to_do(store: Store) -> None:
    with pytest.raises(NoSubmissionError, match="quarterday load"):
        store.get()
    assert store.numbers() == []
    assert not store.folder.exists()  # asking makes nothing


def test_a_store_that_cannot_be_one_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for folder in (tmp_path / "file", tmp_path / "file" / "store"):
        with pytest.raises(StoreError, match="--store"):
            loaded(Store(folder), children=CHILDREN)


def test_history_begins_with_the_earliest_row_unless_the_load_says_otherwise(store: Store) -> None:
    load = load_of(child_protection_plans=PLANS, children=CHILDREN, contacts="child | contact_date\nAna |")
    assert build(store, load).covers_from(AUTHORITY) == {"child_protection_plans": date(2020, 5, 1)}
    said = replace(load, covers_from={"child_protection_plans": date(2021, 4, 1)})
    assert build(store, said).covers_from(AUTHORITY) == {"child_protection_plans": date(2021, 4, 1)}
    kept = loaded(store, children=CHILDREN)
    assert kept.covers_from(AUTHORITY)["child_protection_plans"] == date(2021, 4, 1)
    assert kept.covers_from(OTHER) == {}


def test_tables_that_hold_only_the_latest_row_are_remembered(store: Store) -> None:
    load = replace(
        load_of(child_protection_visits="child | visit_date\nAna | 2021-09-01"),
        latest_only=frozenset({"child_protection_visits"}),
    )
    build(store, load)
    assert loaded(store, children=CHILDREN).latest_only(AUTHORITY) == {"child_protection_visits"}


def test_the_manifest_says_where_it_came_from_and_what_was_found(store: Store) -> None:
    finding = FindingEntry("QD-PE-01", "query", "children", "ethnicity", "The ethnicity is missing.", 1, 2)
    source = SourceEntry("Standard Safeguarding Dataset", (("ssd_person.csv", "ab" * 32, 12),))
    blocking = replace(finding, code="QD-START-contacts", grade="blocking")
    load = replace(load_of(children=CHILDREN), sources=(source,), findings=(finding,), made_up=True, notes=("a note",))
    seen = []

    def inspect(records, extract_date):
        seen.append((sorted(records), extract_date))
        return [blocking]

    loaded(store, child_protection_plans=PLANS)
    made = build(store, load, inspect)
    read = store.manifest(made.number)
    assert seen == [(["child_protection_plans", "children"], EXTRACT)]  # carried tables are checked beside the new
    assert read == made.manifest
    assert read.findings == (finding, blocking)
    assert read.has_blocking_findings
    assert (read.sources, read.notes, read.made_up, read.loaded_authority) == ((source,), ("a note",), True, AUTHORITY)


def test_an_inspection_that_fails_leaves_the_store_as_it_was(store: Store) -> None:
    loaded(store, children=CHILDREN)
    before = fingerprint(store.folder)

    def inspect(records, extract_date):
        raise RuntimeError("a check is wrong")

    with pytest.raises(RuntimeError):
        build(store, load_of(children="child\nCal"), inspect)
    assert fingerprint(store.folder) == before
    assert store.left_over() == []


def test_every_file_has_the_hash_that_the_manifest_states(store: Store) -> None:
    submission = loaded(store, children=CHILDREN, child_protection_plans=PLANS)
    assert submission.damaged() == []
    path = submission.path_of(submission.manifest.tables[0])
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert [entry.table for entry in submission.damaged()] == ["child_protection_plans"]
    path.unlink()
    assert [entry.table for entry in submission.damaged()] == ["child_protection_plans"]


def test_a_table_that_cannot_be_read_says_what_to_do(store: Store) -> None:
    submission = loaded(store, children=CHILDREN)
    submission.path_of(submission.manifest.tables[0]).write_bytes(b"PAR1 rubbish")
    with pytest.raises(DamagedSubmissionError, match="restore"):
        submission.records()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"number": 1}', None])
def test_a_manifest_that_cannot_be_read_says_what_to_do(store: Store, text: str | None) -> None:
    loaded(store, children=CHILDREN)
    path = store.submissions_folder / "0001" / "manifest.json"
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    with pytest.raises(DamagedSubmissionError, match="manifest"):
        store.get()


def test_a_submission_without_a_readable_manifest_can_be_left_behind(store: Store) -> None:
    loaded(store, children=CHILDREN)
    loaded(store, children="child\nCal")
    (store.submissions_folder / "0002" / "manifest.json").write_text("")
    assert again(store, 1).number == 3
    assert store.get().records()["children"].num_rows == 2


def test_a_table_loaded_before_a_column_was_known_is_read_with_the_column_blank(store: Store) -> None:
    submission = loaded(store, children=CHILDREN)
    path = submission.path_of(submission.manifest.tables[0])
    older = pq.read_table(path, partitioning=None).drop_columns(["nationality"]).append_column("dropped", [["a", "b"]])
    pq.write_table(older, path)
    children = submission.records()["children"]
    assert children.schema == table("children", CHILDREN).schema
    assert children["nationality"].null_count == 2
    assert children["child_id"].to_pylist() == ["Ana", "Ben"]


def test_folders_that_are_no_submission_are_left_alone(store: Store) -> None:
    loaded(store, children=CHILDREN)
    (store.submissions_folder / "notes").mkdir()
    (store.submissions_folder / "²").mkdir()
    (store.submissions_folder / ".DS_Store").write_text("")
    assert store.numbers() == [1]


def test_a_manifest_is_readable_by_people(store: Store) -> None:
    loaded(store, children=CHILDREN)
    content = json.loads((store.submissions_folder / "0001" / "manifest.json").read_text(encoding="utf-8"))
    assert content["extract_dates"] == {AUTHORITY: "2021-09-30"}
    assert content["tables"][0]["rows"] == 2
