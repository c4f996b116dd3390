"""Whether authorities add up to their region and to England, column by column, wherever nothing is hidden."""

from collections.abc import Iterator
from dataclasses import dataclass

from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.families import FAMILIES
from quarterday.benchmarks.possible import ROUNDED_TO
from quarterday.benchmarks.sheets import AreaRow, Sheet

_NOT_COUNTED = ("percent", "rate", "percentile", "median", "caseload", "cover_rate", "population_estimate")
_TENTHS = "workforce"
"""The family of full-time equivalents, published to one decimal at every level."""


@dataclass(frozen=True)
class Difference:
    """A published total that its authorities do not add up to, beyond rounding."""

    family: str
    year: int
    area: str
    item: str
    published: float
    added: float


def differences(benchmarks: Benchmarks) -> dict[str, tuple[int, list[Difference]]]:
    """For each family: how many totals could be added up, and those that differ."""
    found = {}
    for family in FAMILIES:
        asked, broken = 0, []
        for year in benchmarks.held_years(family.key):
            for difference in _of_sheet(benchmarks.sheet(family.key, year)):
                asked += 1
                broken += [difference] if difference.added != difference.published else []
        found[family.key] = asked, broken
    return found


def _of_sheet(sheet: Sheet) -> Iterator[Difference]:
    """Every total that can be added up; `added` equals `published` where they agree within rounding."""
    groups = [(row, sheet.of_region(row.areas[0])) for row in sheet.regions]
    if sheet.england:
        groups.append((sheet.england, list(sheet.authorities)))
    for total, rows in groups:
        for item in total.cells:
            if rows and not any(word in item for word in _NOT_COUNTED):
                yield from _compared(sheet, total, item, rows)


def _compared(sheet: Sheet, total: AreaRow, item: str, rows: list[AreaRow]) -> Iterator[Difference]:
    published = total.cell(item)[0]
    cells = [row.cell(item) for row in rows]
    alive = [number for number, reason in cells if reason != "z"]
    if published is None or not alive or any(number is None for number in alive):
        return
    added = sum(number for number in alive if number is not None)
    allowed = 0.05 * (len(alive) + 1) if sheet.family == _TENTHS else ROUNDED_TO / 2
    agreed = abs(added - published) <= allowed + 1e-9
    yield Difference(sheet.family, sheet.year, total.areas[0], item, published, published if agreed else added)
