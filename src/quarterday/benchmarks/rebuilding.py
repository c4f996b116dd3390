"""Making the shipped table anew from the published files: `python -m quarterday.benchmarks.rebuilding FILES... TABLE`."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quarterday.benchmarks.areas import MODELLED_ON
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.keeping import write_table
from quarterday.benchmarks.reading import read_published, values_of
from quarterday.benchmarks.values import AUTHORITY, ENGLAND, NEIGHBOURS, REGION, PublishedValue

HEADLINES = (
    *("REF-02", "REF-03", "REF-04", "ASM-03", "ICP-03", "CPP-02", "CPP-10", "CPP-12", "CPP-18"),
    *("CIN-02", "LAC-02", "LAC-08", "LAC-14", "LAC-15", "WRK-01", "WRK-05", "WRK-06", "WRK-07"),
)
YEARS = range(2017, 2023)


def headline_values(paths: Sequence[Path]) -> list[PublishedValue]:
    """The headline indicators × England, region, neighbours' average and authority × years."""
    files = [file for file in (read_published(path) for path in paths) if file.family is not None]
    benchmarks = Benchmarks(values_of(files))
    found = []
    for code in HEADLINES:
        for year in YEARS:
            for kind in (ENGLAND, REGION, NEIGHBOURS, AUTHORITY):
                value = benchmarks.value(code, year, kind, MODELLED_ON)
                if value is not None:
                    found.append(_shipped(value))
    return found


def _shipped(value: PublishedValue) -> PublishedValue:
    if value.area_kind == NEIGHBOURS:
        return replace(value, area=f"neighbours of {MODELLED_ON}", value=_short(value.value))
    return replace(value, value=_short(value.value))


def _short(number: float | None) -> float | None:
    return None if number is None else round(number, 6)


if __name__ == "__main__":  # pragma: no cover - a tool for developers; the test calls headline_values
    *sources, table = [Path(argument) for argument in sys.argv[1:]]
    write_table(headline_values(sources), table)
