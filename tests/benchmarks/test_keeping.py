"""Adding published files to a store: all or none, each release kept apart."""

import json
from pathlib import Path

import pytest

from quarterday.benchmarks import PublishedFileError, add_files, compare, list_files, load

ISLE_OF_WIGHT = "E06000046"
COLUMNS = "referral_count,rereferral_count"


def loaded(store: Path):
    benchmarks = load(store)
    assert benchmarks is not None
    return benchmarks


def test_a_bad_file_among_good_ones_leaves_the_store_as_it_was(published, tmp_path: Path) -> None:
    store = tmp_path / "store"
    good = published("good.csv", COLUMNS, "2021 | isle of wight | 4,1")
    more = published("more.csv", COLUMNS, "2022 | isle of wight | 5,1")
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(PublishedFileError, match=r"bad\.csv"):
        add_files(store, [good, bad])
    assert load(store) is None
    assert list_files(store) == []

    add_files(store, [good])
    with pytest.raises(PublishedFileError):
        add_files(store, [more, bad])
    assert [line.split()[0] for line in list_files(store)] == ["good.csv"]


def test_two_releases_of_a_year_stand_side_by_side_and_one_answers_for_every_area(published, tmp_path: Path) -> None:
    """The release that reaches further is the later, in whatever order they were added; it is named (R29)."""
    store = tmp_path / "store"
    later = ("2021 | england | 400,100", "2021 | isle of wight | 40,20", "2022 | england | 1,1")
    earlier = ("2021 | england | 400,200", "2021 | south east | 80,20", "2021 | isle of wight | 40,10")
    add_files(store, [published("to_2022.csv", COLUMNS, *later)])
    add_files(store, [published("to_2021.csv", COLUMNS, *earlier)])
    benchmarks = loaded(store)

    found = compare(benchmarks, "REF-03", ISLE_OF_WIGHT, 2021)

    assert (found.value, found.england, found.release) == (50.0, 25.0, "to_2022.csv")
    assert found.region is None  # the earlier release has it; it is not mixed in
    assert any("2 releases" in note and "to_2021.csv" in note for note in found.notes)
    assert benchmarks.releases("REF-03", 2021) == ["to_2021.csv", "to_2022.csv"]
    reader = benchmarks.reader("REF-03", 2021, release="to_2021.csv")
    assert reader is not None
    assert reader.authority(ISLE_OF_WIGHT, "921")[1].value == 25.0


def test_a_file_of_the_same_name_with_other_content_is_another_release(published, tmp_path: Path) -> None:
    store = tmp_path / "store"
    add_files(store, [published("c1.csv", COLUMNS, "2021 | isle of wight | 40,10")])
    added = add_files(store, [published("c1.csv", COLUMNS, "2021 | isle of wight | 40,20")])

    assert len(list_files(store)) == 2
    assert any("beside an earlier release" in line for line in added.lines())
    assert compare(loaded(store), "REF-03", ISLE_OF_WIGHT, 2021).value == 50.0  # the one that came last


def test_the_same_file_again_changes_nothing(published, tmp_path: Path) -> None:
    store = tmp_path / "store"
    path = published("c1.csv", COLUMNS, "2021 | isle of wight | 40,10")
    first = add_files(store, [path])
    second = add_files(store, [path, path])

    assert second.known == ("c1.csv", "c1.csv")
    assert second.values == first.values
    assert len(list_files(store)) == 1


def test_rates_find_a_population_that_was_added_later(published, tmp_path: Path) -> None:
    store = tmp_path / "store"
    add_files(store, [published("c1.csv", COLUMNS, "2021 | isle of wight | 40,10")])
    before = compare(loaded(store), "REF-02", ISLE_OF_WIGHT, 2021)
    assert before.value is None
    assert any("mid-year estimates" in note for note in before.notes)

    people = "2020 | isle of wight | Children aged 0 to 17 years,20000"
    add_files(store, [published("people.csv", "age_group,population_estimate", people)])
    after = compare(loaded(store), "REF-02", ISLE_OF_WIGHT, 2021)
    assert (after.value, after.population_release) == (20.0, "people.csv")


def test_a_document_beside_the_files_is_left_aside(published, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# About these files\n", encoding="utf-8")
    added = add_files(tmp_path / "store", [published("c1.csv", COLUMNS, "2021 | isle of wight | 40,10"), readme])

    assert added.taken == ("c1.csv",)
    assert added.left_aside == ("README.md",)


def test_a_column_that_is_not_there_is_said_when_the_file_is_added(published, tmp_path: Path) -> None:
    added = add_files(tmp_path / "store", [published("c1.csv", COLUMNS, "2021 | isle of wight | 40,10")])

    assert any("c1.csv has no column" in line and "not_in_need_count" in line for line in added.lines())


def test_what_nothing_bounds_is_not_given_an_interval(published, tmp_path: Path) -> None:
    """A hidden number of a region that is hidden too, in a table without totals."""
    store = tmp_path / "store"
    columns = "CPP_start,CPP_end,CPP_anypoint,CPP_child_anypoint,CPP_At31"
    hidden = ("2021 | south east | c,c,c,c,c", "2021 | isle of wight | c,9,9,9,9", "2021 | kent | 9,9,9,9,9")
    add_files(store, [published("d1.csv", columns, *hidden)])

    found = compare(loaded(store), "CPP-03", ISLE_OF_WIGHT, 2021)

    assert (found.value, found.low_any, found.high_any) == (None, None, None)
    assert "Infinity" not in json.dumps(found.as_json())
