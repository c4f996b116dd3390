"""`submissions`: list, show and restore; nothing is ever lost."""

from pathlib import Path

import pytest

from quarterday.submissions import Store
from support.command_line import quarterday
from support.loads import fingerprint
from support.plain_words import message_of, says_no_child
from support.small_example import AUTHORITY


@pytest.fixture
def two(store: Path, tmp_path: Path) -> Path:
    """The store with a second submission, of one small table."""
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "ssd_disability.csv").write_text(
        "disa_table_id,disa_person_id,disa_disability_code\n1,Zzchild,HAND\n"
    )
    assert quarterday("load", tmp_path / "more", "--store", store, "--as-at", "2022-03-31").code in {0, 1}
    return store


def test_they_are_listed_with_authority_date_and_size(two: Path) -> None:
    said = quarterday("submissions", "--store", two)
    assert said.code == 0
    lines = [line for line in said.out.splitlines() if AUTHORITY in line]
    assert [line.split()[1] for line in lines] == ["1", "2"]
    assert all("2022-03-31" in line for line in lines)
    assert says_no_child(said)


def test_one_is_shown_with_its_sources_tables_and_findings(two: Path) -> None:
    said = quarterday("submissions", "--store", two, "show", "2")
    assert said.code == 0
    assert said == quarterday("submissions", "show", "2", "--store", two)
    assert "ssd_disability.csv" in said.out
    assert "sha256" in said.out
    (line,) = [line for line in said.out.splitlines() if "disabilities" in line and AUTHORITY in line]
    assert " 2 " in line  # held by the second; the others by the first
    assert says_no_child(said)


def test_restoring_makes_a_new_submission_and_keeps_every_other(two: Path) -> None:
    before = fingerprint(two / "submissions")
    said = quarterday("submissions", "restore", "1", "--store", two)
    assert said.code == 0
    assert said.out.strip() == "Submission 3 is current: it holds what submission 1 held."
    now = fingerprint(two / "submissions")
    assert {name: now[name] for name in before} == before
    first, third = Store(two).get(1).records(), Store(two).get().records()
    assert all(first[name].equals(third[name]) for name in first)
    assert "restores 1" in quarterday("submissions", "--store", two).out


@pytest.mark.parametrize("number", ["0", "7"])
@pytest.mark.parametrize("what", ["show", "restore"])
def test_a_number_that_is_not_there_is_named_with_those_that_are(two: Path, what: str, number: str) -> None:
    before = fingerprint(two)
    message = message_of(quarterday("submissions", what, number, "--store", two), 4)
    assert f"no submission {number}. It has: 1, 2." in message
    assert fingerprint(two) == before


def test_a_damaged_one_is_not_restored_and_the_doctor_names_its_file(two: Path) -> None:
    (two / "submissions" / "0001" / AUTHORITY / "children.parquet").write_bytes(b"PAR1")
    before = fingerprint(two)
    assert "children" in message_of(quarterday("submissions", "restore", "1", "--store", two), 4)
    assert fingerprint(two) == before
    said = quarterday("doctor", "--store", two)
    assert said.code == 4
    assert "the file of children" in said.out
    assert "children" in message_of(quarterday("measure", "CPP-01", "--at", "2021-09-30", "--store", two), 4)
