"""Making the shipped table anew from the published files: `python -m quarterday.benchmarks.rebuilding FILES... TABLE`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from quarterday.benchmarks.areas import MODELLED_ON
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.cells import ReadCells
from quarterday.benchmarks.comparing import compare
from quarterday.benchmarks.comparison import Comparison
from quarterday.benchmarks.problems import NoComparisonError
from quarterday.benchmarks.reading import read_published
from quarterday.benchmarks.shipping import write_table

HEADLINES = (
    *("REF-02", "REF-03", "REF-04", "REF-05", "ASM-02", "ASM-03", "S47-02", "ICP-02", "ICP-03"),
    *("CPP-02", "CPP-04", "CPP-06", "CPP-10", "CPP-11", "CPP-12", "CPP-18", "CIN-02", "CIN-10"),
    *("LAC-02", "LAC-04", "LAC-06", "LAC-08", "LAC-11c", "LAC-14", "LAC-15", "LAC-17", "CLV-03"),
    *("WRK-01", "WRK-05", "WRK-06", "WRK-07"),
)
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


if __name__ == "__main__":  # pragma: no cover - a tool for developers; the test calls headlines
    *sources, table = [Path(argument) for argument in sys.argv[1:]]
    write_table(headlines(sources), table)
