"""Making the shipped tables anew: `python -m quarterday.benchmarks.rebuilding FILES... TABLE BARS` from published files."""

import sys
from collections.abc import Sequence
from pathlib import Path

from quarterday.benchmarks.areas import MODELLED_ON
from quarterday.benchmarks.bars import Ranked
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.cells import ReadCells
from quarterday.benchmarks.comparing import compare
from quarterday.benchmarks.comparison import Comparison
from quarterday.benchmarks.problems import NoComparisonError
from quarterday.benchmarks.ranked import ranked_bars
from quarterday.benchmarks.reading import read_published
from quarterday.benchmarks.shipping import write_table
from quarterday.benchmarks.shipping_bars import write_bars

HEADLINES = (
    *("REF-02", "REF-03", "REF-04", "REF-05", "ASM-02", "ASM-03", "S47-02", "ICP-02", "ICP-03"),
    *("CPP-02", "CPP-04", "CPP-06", "CPP-10", "CPP-11", "CPP-12", "CPP-18", "CIN-02", "CIN-10"),
    *("LAC-02", "LAC-04", "LAC-06", "LAC-08", "LAC-11c", "LAC-14", "LAC-15", "LAC-17", "CLV-03"),
    *("WRK-01", "WRK-05", "WRK-06", "WRK-07"),
)
RANKED_HEADLINES = ("REF-03", "ASM-03", "CPP-10", "CPP-12", "LAC-14", "WRK-01")
YEARS = range(2017, 2023)


def headlines(paths: Sequence[Path]) -> list[Comparison]:
    """The headline indicators of the example's model authority by year, beside their comparators."""
    benchmarks = Benchmarks(ReadCells([read_published(path) for path in paths]))
    found = []
    for code in HEADLINES:
        for year in YEARS:
            try:
                found.append(compare(benchmarks, code, MODELLED_ON, year))
            except NoComparisonError:
                continue
    return found


def single_neighbours(paths: Sequence[Path]) -> list[Ranked]:
    """The figures of the model authority and of each of its neighbours, for the headlines that reports rank."""
    benchmarks = Benchmarks(ReadCells([read_published(path) for path in paths]))
    found = []
    for code in RANKED_HEADLINES:
        for year in YEARS:
            try:
                found.append(ranked_bars(benchmarks, code, MODELLED_ON, year).near)
            except NoComparisonError:
                continue
    return found


if __name__ == "__main__":  # pragma: no cover - a tool for developers; the tests call the functions
    *sources, table, bars = [Path(argument) for argument in sys.argv[1:]]
    write_table(headlines(sources), table)
    write_bars(single_neighbours(sources), bars)
