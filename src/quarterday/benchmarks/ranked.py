"""Ranked bars as plain data: every authority's figure with its interval, and who has none; reports draw it."""

from collections.abc import Iterator
from dataclasses import dataclass

from quarterday.benchmarks.areas import gss_of, name_of
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.chance import interval
from quarterday.benchmarks.figures import Reader
from quarterday.benchmarks.measures import ALL
from quarterday.benchmarks.sheets import AreaRow
from quarterday.benchmarks.standpoint import Standpoint, name_of_row, reader_of, standpoint

NOT_THERE = ""
"""The reason of an authority that has no row: it did not exist in that year, or the release leaves it out."""


@dataclass(frozen=True)
class RankedBar:
    """One authority's figure with its 95 % interval (None where it has none), in the order of the bars."""

    area: str
    name: str
    value: float
    low: float | None
    high: float | None
    is_own: bool
    is_neighbour: bool


@dataclass(frozen=True)
class Missing:
    """The reader's own authority or a neighbour without a published figure, and the symbol that says why."""

    area: str
    name: str
    reason: str
    is_own: bool


@dataclass(frozen=True)
class Ranked:
    """The bars of an indicator's year, the lowest first, and who is missing from them.

    `kind` is what the figure is (a share, a rate, a mean …); England and the region are as published. `missing` names the
    reader's own authority and its neighbours where they have no figure; `others_missing` counts the other authorities.
    """

    code: str
    group: str
    year: int
    kind: str
    model: str
    england: float | None
    region: float | None
    region_name: str
    bars: tuple[RankedBar, ...]
    missing: tuple[Missing, ...]
    others_missing: int

    @property
    def own(self) -> RankedBar | None:
        """The reader's own bar; None where its figure is not published."""
        return next((bar for bar in self.bars if bar.is_own), None)

    @property
    def neighbours(self) -> tuple[RankedBar, ...]:
        """The bars of the neighbours, the lowest first."""
        return tuple(bar for bar in self.bars if bar.is_neighbour)


def ranked_bars(
    benchmarks: Benchmarks, code: str, authority: str, year: int, *, group: str = ALL, model: str | None = None
) -> Ranked:
    """Every authority with a published figure, the lowest first and ties by name; a joint return once.

    Raises NoComparisonError where the statistics do not hold it, UnknownAuthorityError for an authority that there is not.
    """
    reader, whose = reader_of(benchmarks, code, year, group), standpoint(authority, year, model)
    bars = [bar for row in reader.sheet.authorities if (bar := _bar(reader, whose, row))]
    silent = [row for row in reader.sheet.authorities if reader.figure(row).value is None and _existed(row)]
    return Ranked(
        code,
        group,
        year,
        reader.measure.kind,
        whose.model,
        reader.figure(reader.sheet.england).value,
        reader.region(whose.area.region).value,
        whose.area.region_name,
        tuple(sorted(bars, key=lambda bar: (bar.value, bar.name))),
        tuple(_missing(reader, whose)),
        sum(not whose.is_own(row) and not whose.is_neighbour(row) for row in silent),
    )


def _bar(reader: Reader, whose: Standpoint, row: AreaRow) -> RankedBar | None:
    figure = reader.figure(row)
    if figure.value is None:
        return None
    low, high = interval(reader.measure, figure.numerator, figure.denominator) or (None, None)
    return RankedBar(row.areas[0], name_of_row(row), figure.value, low, high, whose.is_own(row), whose.is_neighbour(row))


def _missing(reader: Reader, whose: Standpoint) -> Iterator[Missing]:
    """The reader's own authority, then its neighbours by name, where they have no published figure."""
    near = sorted(whose.neighbours, key=name_of)
    known: set[tuple[str, ...]] = set()
    for code in (whose.area.dfe, *near):
        row, figure = reader.authority(whose.area.gss if code == whose.area.dfe else "", code)
        areas = row.areas if row else (gss_of(code) or code,)
        if figure.value is None and areas not in known:
            known.add(areas)
            there = row is not None and _existed(row)
            name = name_of_row(row) if row else name_of(code)
            yield Missing(areas[0], name, figure.reason if there else NOT_THERE, code == whose.area.dfe)


def _existed(row: AreaRow) -> bool:
    """Whether an authority was there: files that list old and new codes hold "not applicable" for those that were not."""
    return any(reason != "z" for _, reason in row.cells.values())
