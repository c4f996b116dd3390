"""The small table that ships for the demo: what the published files say, and enough to compare by."""

from pathlib import Path

import pytest

from quarterday.benchmarks import Benchmarks, NoComparisonError, compare, compare_groups, shipped, with_own
from quarterday.benchmarks.rebuilding import headlines, single_neighbours
from quarterday.benchmarks.shipping import read_table, write_table
from quarterday.benchmarks.shipping_bars import read_bars, write_bars
from support.reference import reference_file

EXAMPLE = "X99000921"
TABLE = Path(__file__).parents[2] / "src/quarterday/benchmarks/shipped.csv"
BARS = TABLE.with_name("shipped_bars.csv")


def test_the_shipped_table_compares_the_headlines_with_intervals() -> None:
    found = compare(shipped(), "CPP-12", EXAMPLE, 2021)

    assert found.authority == "E06000046"
    assert found.low < found.value < found.high
    assert None not in (found.england, found.region, found.neighbours.average, found.rank, found.band)
    beside = with_own(found, 24.0, 48, 200)
    assert beside.own is not None
    assert beside.own.low == pytest.approx(18.6, abs=0.1)


def test_it_is_asked_like_the_files_themselves() -> None:
    benchmarks = shipped()
    value = benchmarks.value("WRK-01", 2021, "england", EXAMPLE)
    near = benchmarks.value("CPP-10", 2021, "neighbours", EXAMPLE)

    assert value is not None
    assert (value.value, bool(value.source), bool(value.release)) == (16.3, True, True)
    assert near is not None
    assert "of 10 neighbours" in near.note
    assert benchmarks.available("REF-02")
    assert not benchmarks.available("ASM-04")
    assert benchmarks.years("WRK-01") == [2017, 2018, 2019, 2020, 2021, 2022]
    assert [each.year for each in benchmarks.series("WRK-01", "region", EXAMPLE)] == benchmarks.years("WRK-01")
    assert compare_groups(benchmarks, "REF-03", EXAMPLE, 2021)[0].value is not None


@pytest.mark.parametrize(
    ("code", "year", "more"),
    [
        ("REF-03", 2021, {"average": "median"}),
        ("REF-03", 2021, {"model": "2025"}),
        ("REF-03", 2030, {}),
        ("ASM-04", 2021, {}),
    ],
)
def test_what_it_does_not_hold_is_refused_with_what_to_do(code: str, year: int, more: dict[str, str]) -> None:
    with pytest.raises(NoComparisonError, match="benchmarks add FILE"):
        compare(shipped(), code, EXAMPLE, year, **more)


def test_it_stays_small() -> None:
    assert 100 < len(TABLE.read_text(encoding="utf-8").splitlines()) < 400


@pytest.mark.reference
def test_the_shipped_table_is_what_the_published_files_say(tmp_path: Path) -> None:
    folder = reference_file("published")
    write_table(headlines(sorted(folder.glob("*.csv"))), tmp_path / "rebuilt.csv")

    assert (tmp_path / "rebuilt.csv").read_text(encoding="utf-8") == TABLE.read_text(encoding="utf-8")


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    known = read_table(TABLE.read_text(encoding="utf-8").splitlines())
    write_table(known, tmp_path / "again.csv")

    assert (tmp_path / "again.csv").read_text(encoding="utf-8") == TABLE.read_text(encoding="utf-8")
    assert Benchmarks(kept=known).available("REF-03")


@pytest.mark.reference
def test_the_shipped_bars_are_what_the_published_files_say(tmp_path: Path) -> None:
    folder = reference_file("published")
    write_bars(single_neighbours(sorted(folder.glob("*.csv"))), tmp_path / "rebuilt.csv")

    assert (tmp_path / "rebuilt.csv").read_text(encoding="utf-8") == BARS.read_text(encoding="utf-8")


def test_shipped_bars_written_read_back_the_same(tmp_path: Path) -> None:
    known = read_bars(BARS.read_text(encoding="utf-8").splitlines())
    write_bars(known, tmp_path / "again.csv")

    assert (tmp_path / "again.csv").read_text(encoding="utf-8") == BARS.read_text(encoding="utf-8")
    assert 20 < len(known) < 40
