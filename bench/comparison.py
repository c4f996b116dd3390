"""Published statistics: reading every file at hand, loading a store, and comparing everything for one authority."""

from pathlib import Path

import pyarrow.csv as pa_csv

from bench.timing import Timed, seconds
from quarterday.benchmarks import Benchmarks, NoComparisonError, add_files, compare, load, read_published
from quarterday.benchmarks.measures import CODES

AUTHORITY = "E06000046"
PUBLISHED = Path(__file__).resolve().parents[2] / "shared" / "reference" / "published"


def bench_comparison(folder: Path) -> list[Timed]:
    """The benchmarks of comparison; none in a clone without the published files beside it."""
    files = sorted(PUBLISHED.glob("*.csv"))
    if not files:
        return []
    store = folder / "published-store"
    plain = seconds(lambda: [pa_csv.read_csv(path) for path in files], 3)
    read = seconds(lambda: [read_published(path) for path in files])
    added = seconds(lambda: add_files(store, files))
    one = seconds(lambda: compare(_loaded(store), "CPP-10", AUTHORITY, 2025), 3)
    count = _compare_all(_loaded(store))
    every = seconds(lambda: _compare_all(_loaded(store)), 2)
    yardstick = "reading the same CSV files with pyarrow"
    return [
        Timed(f"Read {len(files)} published files", read, yardstick, plain),
        Timed("Read, check and keep them in a store", added, yardstick, plain),
        Timed("Load a store's published values and compare one suppressed indicator", one, yardstick, plain, "1 s"),
        Timed(
            f"Load and compare everything for one authority: {count} figures of {len(CODES)} indicators",
            every,
            yardstick,
            plain,
        ),
    ]


def _loaded(store: Path) -> Benchmarks:
    benchmarks = load(store)
    if benchmarks is None:
        raise RuntimeError("the store that was just made holds no published values")
    return benchmarks


def _compare_all(benchmarks: Benchmarks) -> int:
    """Every benchmarked indicator and group of one authority, each in its latest year; how many there were."""
    done = 0
    for code in sorted(CODES):
        for group in benchmarks.groups(code):
            years = benchmarks.years(code, group)
            try:
                compare(benchmarks, code, AUTHORITY, years[-1], group=group)
            except (NoComparisonError, IndexError):
                continue
            done += 1
    return done
