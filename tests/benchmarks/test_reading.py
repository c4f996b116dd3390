"""Published files are read as they are, and what cannot be read is refused with the words to mend it."""

import pytest

from quarterday.benchmarks import Benchmarks, PublishedFileError, UnknownPublishedFileError, read_published
from quarterday.benchmarks.cells import ReadCells
from quarterday.benchmarks.families import BY_KEY
from quarterday.benchmarks.values import UnknownSymbolError, parsed

ISLE_OF_WIGHT = "E06000046"
DURATIONS = (
    "CPP_At31,3_months_or_less,more_than_3_months_6_months,more_than_6_months_less_than_1_year,"
    "1_year_less_than_2_years,2_years_or_more,2_years_or_more_percent"
)
REFERRALS = (
    "referral_count,rereferral_count,rereferral_percent,no_further_action_count,no_further_action_percent,"
    "not_in_need_count,not_in_need_percent,referral_child_count,rereferral_child_count,rereferral_child_percent"
)
REFERRED = "2619,919,35.1,270,10.3,500,19.1,2400,800,33.3"
COUNTS = "referral_count,rereferral_count"


def read(*paths) -> Benchmarks:
    return Benchmarks(ReadCells([read_published(path) for path in paths]))


def value_of(benchmarks: Benchmarks, code: str, year: int = 2021):
    found = benchmarks.value(code, year, "authority", ISLE_OF_WIGHT)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("41.4", (41.4, "")),
        ("1,234", (1234.0, "")),
        ("0", (0.0, "")),
        (" c ", (None, "c")),
        ("C", (None, "c")),
        ("x", (None, "x")),
        ("z", (None, "z")),
        ("u", (None, "u")),
        ("k", (None, "k")),
        ("low", (None, "low")),
        ("", (None, "x")),  # an empty cell is not available
        (":", (None, "x")),  # symbols of 2020
        ("~", (None, "low")),
    ],
)
def test_symbols_become_reasons_and_never_numbers(text: str, cell: tuple[float | None, str]) -> None:
    assert parsed(text) == cell


@pytest.mark.parametrize("text", ["?", "n/a", "-3", "nan", "inf", "1.2.3", "c1", "-"])
def test_what_is_neither_a_number_nor_a_symbol_is_no_value(text: str) -> None:
    with pytest.raises(UnknownSymbolError):
        parsed(text)


def test_an_impossible_symbol_is_refused_with_row_column_and_what_is_allowed(published) -> None:
    path = published("c1.csv", REFERRALS, "2021 | isle of wight | 2619,??,35.1,270,10.3,500,19.1,2400,800,33.3")

    with pytest.raises(PublishedFileError, match=r"Row 2 of .*c1\.csv has '\?\?' in column 'rereferral_count'.* c, x, z, u"):
        read_published(path)


def test_bom_case_and_order_of_columns_do_not_matter(published) -> None:
    plain = read(published("plain.csv", REFERRALS, f"2021 | isle of wight | {REFERRED}"))
    path = published("odd.csv", REFERRALS.upper(), f"2021 | isle of wight | {REFERRED}")
    rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\r\n".join(",".join(reversed(row)) for row in rows), encoding="utf-8-sig")

    assert value_of(read(path), "REF-03").value == value_of(plain, "REF-03").value == 35.1


def test_a_mapped_new_name_reads_as_the_old_one(published) -> None:
    names = REFERRALS.replace("rereferral_count", "Re_referrals").replace("referral_count", "Referrals", 1)
    names = names.replace("rereferral_percent", "Re_referrals_percent")
    benchmarks = read(published("old.csv", names, f"2021 | isle of wight | {REFERRED}"))

    assert value_of(benchmarks, "REF-03").value == 35.1
    assert value_of(benchmarks, "REF-01").value == 2619


def test_a_column_renamed_without_a_mapping_is_refused_with_both_names(published) -> None:
    columns = REFERRALS.replace("not_in_need_count", "no_need_found")
    path = published("c1.csv", columns, f"2021 | isle of wight | {REFERRED}")

    with pytest.raises(PublishedFileError, match=r"no column 'not_in_need_count'; it has 'no_need_found'"):
        read_published(path)


def test_a_new_column_beside_the_known_ones_is_no_fault(published) -> None:
    path = published("c1.csv", f"{REFERRALS},referrals_by_night", f"2021 | isle of wight | {REFERRED},7")

    assert read_published(path).lacks == ()
    assert value_of(read(path), "REF-03").value == 35.1


def test_a_column_that_a_release_dropped_is_noted_and_the_rest_is_read(published) -> None:
    path = published("c1.csv", f"{COUNTS},rereferral_percent", "2021 | isle of wight | 2619,919,35.1")

    assert "not_in_need_count" in read_published(path).lacks
    assert value_of(read(path), "REF-03").value == 35.1
    assert value_of(read(path), "REF-05").reason == "x"


def test_a_percentage_that_a_release_dropped_is_made_from_its_counts(published) -> None:
    assert value_of(read(published("c1.csv", COUNTS, "2021 | isle of wight | 2000,500")), "REF-03").value == 25.0


def test_a_percentage_that_is_there_is_taken_as_published(published) -> None:
    path = published("c1.csv", f"{COUNTS},rereferral_percent", "2021 | isle of wight | 3,1,33.3")

    assert value_of(read(path), "REF-03").value == 33.3


def test_a_rate_uses_the_population_of_the_year_before(published) -> None:
    plans = published("d5.csv", DURATIONS, "2021 | isle of wight | 186,50,50,50,c,c,c")
    people = published(
        "people.csv",
        "age_group,population_estimate",
        "2020 | isle of wight | Children aged 0 to 17 years,23892",
        "2021 | isle of wight | Children aged 0 to 17 years,1",
    )
    benchmarks = read(plans, people)

    assert value_of(benchmarks, "CPP-02").value == pytest.approx(186 * 10_000 / 23_892)
    assert (value_of(benchmarks, "CPP-10").value, value_of(benchmarks, "CPP-10").reason) == (None, "c")


def test_a_denominator_of_nought_is_not_applicable(published) -> None:
    assert value_of(read(published("c1.csv", COUNTS, "2021 | isle of wight | 0,0")), "REF-03").reason == "z"


@pytest.mark.parametrize("written", ["2021", "202021", "2020/21", "2020-21"])
def test_a_reporting_year_is_named_after_the_year_in_which_it_ends(published, written: str) -> None:
    path = published("c1.csv", COUNTS, f"{written} | isle of wight | 4,1")

    assert value_of(read(path), "REF-01", 2021).value == 4


def test_an_unknown_layout_is_refused_by_name_with_the_nearest_and_the_known(tmp_path) -> None:
    strange = tmp_path / "strange.csv"
    strange.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UnknownPublishedFileError, match=r"strange\.csv is of no layout.*Known are: Children in need"):
        read_published(strange)

    near = tmp_path / "near.csv"
    near.write_text("time_period,geographic_level,cla_group,trait,number,percentage\n", encoding="utf-8")
    with pytest.raises(
        UnknownPublishedFileError, match=r"nearest is 'Children looked after at 31 March.*lacks the columns 'characteristic'"
    ):
        read_published(near)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "is empty"), (b"\xff\xfe\x00broken", "UTF-8"), (b'time_period,"referral_count\n', "no CSV file")],
)
def test_what_is_no_text_or_no_table_is_refused(tmp_path, content: bytes, says: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)

    with pytest.raises(PublishedFileError, match=says):
        read_published(path)


def test_a_file_that_is_not_there_is_named(tmp_path) -> None:
    with pytest.raises(PublishedFileError, match=r"absent\.csv"):
        read_published(tmp_path / "absent.csv")


def test_a_file_cut_short_is_refused(published) -> None:
    path = published("c1.csv", REFERRALS, f"2021 | isle of wight | {REFERRED}")
    path.write_text(path.read_text(encoding="utf-8")[:-20], encoding="utf-8")

    with pytest.raises(PublishedFileError, match="cut short"):
        read_published(path)


def test_a_file_broken_off_within_quotation_marks_is_refused(published) -> None:
    path = published("c1.csv", COUNTS, "2021 | isle of wight | 4,1")
    path.write_text(path.read_text(encoding="utf-8") + '2022,"Reporting', encoding="utf-8")

    with pytest.raises(PublishedFileError, match="breaks off or is damaged"):
        read_published(path)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("2021 | isle of wight | 4,2", "two different values of 'rereferral_count' for E06000046 in 2021"),
        ("21 | isle of wight | 4,1", "time period '21'"),
    ],
)
def test_rows_that_contradict_one_another_or_have_no_year_are_refused(published, row: str, says: str) -> None:
    path = published("c1.csv", COUNTS, "2021 | isle of wight | 4,1", row)

    with pytest.raises(PublishedFileError, match=says):
        read_published(path)


def test_an_unknown_geographic_level_is_refused(published) -> None:
    path = published("c1.csv", COUNTS, "2021 | isle of wight | 4,1")
    path.write_text(path.read_text(encoding="utf-8").replace("Local authority", "Ward"), encoding="utf-8")

    with pytest.raises(PublishedFileError, match="geographic level 'Ward'"):
        read_published(path)


def test_a_column_that_is_there_twice_is_refused(published) -> None:
    twice = published("twice.csv", f"{COUNTS},referral_count", "2021 | isle of wight | 4,1,4")

    with pytest.raises(PublishedFileError, match="'referral_count' twice"):
        read_published(twice)


def test_a_file_without_the_column_that_places_its_rows_is_refused(published) -> None:
    path = published("c1.csv", COUNTS, "2021 | isle of wight | 4,1")
    path.write_text(path.read_text(encoding="utf-8").replace("new_la_code", "gss"), encoding="utf-8")

    with pytest.raises(PublishedFileError, match="no column 'new_la_code'"):
        read_published(path)


@pytest.mark.reference
def test_every_file_at_hand_is_read_whole_and_every_family_has_one(published_files) -> None:
    assert {file.family.key for file in published_files} == set(BY_KEY)
    assert [file.name for file in published_files if file.lacks] == []
