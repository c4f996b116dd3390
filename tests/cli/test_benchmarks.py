"""`benchmarks`: published files are added, all of them or none, and listed."""

from pathlib import Path

import pytest

from support.command_line import quarterday
from support.loads import fingerprint
from support.plain_words import message_of

HEAD = "time_period,time_identifier,geographic_level,country_code,region_code,old_la_code,new_la_code,la_name,"
PLACE = "Local authority,E92000001,E12000008,921,E06000046,Isle of Wight"
GOOD = f"{HEAD}CPP_At31,2_years_or_more\n2021,Reporting year,{PLACE},186,c\n"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    (tmp_path / "plans.csv").write_text(GOOD)
    return tmp_path / "plans.csv"


def test_an_empty_list_says_what_to_do(tmp_path: Path) -> None:
    said = quarterday("benchmarks", "list", "--store", tmp_path / "none")
    assert said.code == 0
    assert "No published statistics are loaded. Run quarterday benchmarks add FILE." in said.out
    assert not (tmp_path / "none").exists()


def test_what_was_added_is_listed(plans: Path, tmp_path: Path) -> None:
    assert quarterday("benchmarks", "add", plans, "--store", tmp_path / "store").code == 0
    assert "plans.csv" in quarterday("benchmarks", "list", "--store", tmp_path / "store").out


@pytest.mark.parametrize(
    "data",
    [b"", b"colour,size\nred,3\n", GOOD.encode("utf-16"), b"PK\x03\x04", b"\xff\xff", GOOD[:60].encode(), b"\0" * 99],
    ids=["empty", "unknown", "UTF-16", "a zip", "no text", "cut off", "NUL"],
)
def test_one_file_that_is_not_known_keeps_all_from_being_added(plans: Path, tmp_path: Path, data: bytes) -> None:
    store = tmp_path / "store"
    assert quarterday("benchmarks", "add", plans, "--store", store).code == 0
    before = fingerprint(store)
    (tmp_path / "other.csv").write_text(GOOD.replace("186", "187"))
    (tmp_path / "bad.csv").write_bytes(data)
    said = quarterday("benchmarks", "add", tmp_path / "other.csv", tmp_path / "bad.csv", "--store", store)
    assert "bad.csv" in message_of(said, 3)
    assert fingerprint(store) == before


@pytest.mark.parametrize("name", ["nothing.csv", ""])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    said = quarterday("benchmarks", "add", tmp_path / name, "--store", tmp_path / "store")
    assert str(tmp_path / name) in message_of(said, 3)
    assert not (tmp_path / "store").exists()
