"""Published files read as they are, and the shipped table against them."""

from pathlib import Path

import pytest

from quarterday.benchmarks import (
    Benchmarks,
    PublishedFileError,
    UnknownPublishedFileError,
    add_files,
    list_files,
    load,
    read_published,
    shipped,
)
from quarterday.benchmarks.areas import area_of, gss_of, neighbours
from quarterday.benchmarks.keeping import read_table
from quarterday.benchmarks.reading import values_of
from quarterday.benchmarks.rebuilding import headline_values
from quarterday.benchmarks.values import parsed
from support.reference import reference_file

ISLE_OF_WIGHT = "E06000046"
HEAD = "time_period,time_identifier,geographic_level,country_code,region_code,old_la_code,new_la_code,la_name,"


def published(tmp_path: Path, name: str, columns: str, *rows: str) -> Path:
    path = tmp_path / name
    path.write_text("\n".join([HEAD + columns, *rows]) + "\n", encoding="utf-8-sig")
    return path


def test_symbols_become_reasons_and_never_numbers() -> None:
    assert [parsed(text) for text in ("41.4", "c", "x", "z", "low", "1,234", "", ":")] == [
        (41.4, ""),
        (None, "c"),
        (None, "x"),
        (None, "z"),
        (None, "low"),
        (1234.0, ""),
        (None, "x"),
        (None, "x"),
    ]


def test_a_renamed_column_and_another_order_and_case_still_read(tmp_path: Path) -> None:
    path = published(
        tmp_path,
        "old.csv",
        "Re_referrals_percent,Referrals,Re_referrals,No_further_action_percent",
        "2021,Reporting year,Local authority,E92000001,E12000008,921,E06000046,Isle of Wight,35.1,2619,919,10.3",
    )
    benchmarks = Benchmarks(values_of([read_published(path)]))
    value = benchmarks.value("REF-03", 2021, "authority", ISLE_OF_WIGHT)
    assert value is not None
    assert value.value == 35.1


def test_a_rate_uses_the_population_of_the_year_before(tmp_path: Path) -> None:
    plans = published(
        tmp_path,
        "plans.csv",
        "CPP_At31,2_years_or_more,2_years_or_more_percent",
        "2021,Reporting year,Local authority,E92000001,E12000008,921,E06000046,Isle of Wight,186,c,c",
    )
    people = published(
        tmp_path,
        "people.csv",
        "age_group,population_estimate",
        "2020,Mid year,Local authority,E92000001,E12000008,921,E06000046,Isle of Wight,Children aged 0 to 17 years,23892",
        "2021,Mid year,Local authority,E92000001,E12000008,921,E06000046,Isle of Wight,Children aged 0 to 17 years,1",
    )
    benchmarks = Benchmarks(values_of([read_published(plans), read_published(people)]))
    rate = benchmarks.value("CPP-02", 2021, "authority", ISLE_OF_WIGHT)
    assert rate is not None
    assert rate.value == pytest.approx(186 * 10_000 / 23_892)
    suppressed = benchmarks.value("CPP-10", 2021, "authority", ISLE_OF_WIGHT)
    assert suppressed is not None
    assert (suppressed.value, suppressed.reason) == (None, "c")


def test_an_unknown_layout_is_refused_by_name_and_nothing_is_kept(tmp_path: Path) -> None:
    strange = tmp_path / "strange.csv"
    strange.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UnknownPublishedFileError, match=r"strange\.csv"):
        add_files(tmp_path / "store", [strange])
    (tmp_path / "empty.csv").write_bytes(b"")
    for bad in ("empty.csv", "absent.csv"):
        with pytest.raises(PublishedFileError):
            add_files(tmp_path / "store", [tmp_path / bad])
    assert load(tmp_path / "store") is None
    assert list_files(tmp_path / "store") == []


def test_neighbours_and_codes() -> None:
    assert gss_of("921") == ISLE_OF_WIGHT
    assert len(neighbours(ISLE_OF_WIGHT, "2021")) == 10
    assert neighbours("X99000921", "2025") == neighbours(ISLE_OF_WIGHT, "2025")
    area = area_of("X99000921")
    assert area is not None
    assert area.region_name == "South East"
    assert gss_of("000") is None


def test_the_shipped_table_has_headlines_with_source_and_release() -> None:
    benchmarks = shipped()
    value = benchmarks.value("WRK-01", 2021, "england", "X99000921")
    assert value is not None
    assert value.value == 16.3
    assert value.source
    assert value.release
    near = benchmarks.value("CPP-10", 2021, "neighbours", "X99000921")
    assert near is not None
    assert "of 10 neighbours" in near.note


@pytest.mark.reference
def test_the_shipped_table_is_what_the_published_files_say() -> None:
    folder = reference_file("published")
    rebuilt = headline_values(sorted(folder.glob("*.csv")))
    shipped_file = Path(__file__).parents[2] / "src/quarterday/benchmarks/shipped.csv"
    assert read_table(shipped_file.read_text(encoding="utf-8").splitlines()) == rebuilt


@pytest.mark.reference
def test_known_published_figures(tmp_path: Path) -> None:
    files = sorted(reference_file("published").glob("*.csv"))
    added = add_files(tmp_path, files)
    assert len(added.taken) + len(added.left_aside) == len(files)
    benchmarks = load(tmp_path)
    assert benchmarks is not None

    def value(code: str, year: int, kind: str, model: str = "2021") -> float:
        found = benchmarks.value(code, year, kind, ISLE_OF_WIGHT, model=model)
        assert found is not None
        assert found.value is not None
        return found.value

    assert value("REF-03", 2025, "authority") == 46.7
    assert value("REF-03", 2025, "neighbours", "2025") == pytest.approx(22.71)
    assert value("WRK-01", 2025, "authority") == 16.8
    assert value("WRK-01", 2025, "neighbours", "2025") == pytest.approx(15.98)
    assert value("CPP-18", 2024, "authority") == 84.2
    assert value("CPP-02", 2024, "england") == pytest.approx(41.6, abs=0.3)  # d1 prints 41.6


@pytest.mark.reference
def test_england_is_the_sum_of_its_authorities_within_rounding() -> None:
    file = read_published(reference_file("published/d5_cpps_at31march_by_duration_2013_to_2025.csv"))
    values = [value for value in values_of([file]) if value.code == "CPP-01" and value.year == 2019]
    england = next(value.value for value in values if value.area_kind == "england")
    authorities = sum(value.value or 0 for value in values if value.area_kind == "authority")
    assert england is not None
    assert abs(england - authorities) <= 60
