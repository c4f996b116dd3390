"""Making ranked bars from the statistics: one row of a sheet, one bar; reports draw them."""

from collections.abc import Iterator

from quarterday.benchmarks.areas import EXAMPLE, MODELLED_ON, gss_of, name_of
from quarterday.benchmarks.bars import NOT_THERE, Missing, Ranked, RankedBar
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.chance import interval
from quarterday.benchmarks.figures import Reader
from quarterday.benchmarks.measures import ALL
from quarterday.benchmarks.problems import NoComparisonError
from quarterday.benchmarks.sheets import AreaRow
from quarterday.benchmarks.standpoint import Standpoint, name_of_row, reader_of, standpoint


def ranked_bars(
    benchmarks: Benchmarks, code: str, authority: str, year: int, *, group: str = ALL, model: str | None = None
) -> Ranked:
    """Every authority with a published figure, the lowest first and ties by name; a joint return once.

    Raises NoComparisonError where the statistics do not hold it, UnknownAuthorityError for an authority that there is not.
    """
    if benchmarks.kept:
        return _kept(benchmarks, code, group, year, authority, model)
    reader, whose = reader_of(benchmarks, code, year, group), standpoint(authority, year, model)
    bars = [bar for row in reader.sheet.authorities if (bar := _bar(reader, whose, row))]
    silent = [row for row in reader.sheet.authorities if reader.figure(row).value is None and _existed(row)]
    return Ranked(
        code,
        group,
        year,
        whose.area.gss,
        reader.measure.kind,
        whose.model,
        reader.figure(reader.sheet.england).value,
        reader.region(whose.area.region).value,
        whose.area.region_name,
        tuple(sorted(bars, key=lambda bar: (bar.value, bar.name))),
        tuple(_missing(reader, whose)),
        sum(not whose.is_own(row) and not whose.is_neighbour(row) for row in silent),
    )


def _kept(benchmarks: Benchmarks, code: str, group: str, year: int, authority: str, model: str | None) -> Ranked:
    """The bars of the small table that ships: of the example's model authority and its neighbours alone."""
    found = benchmarks.kept_bars.get((code, group, year, MODELLED_ON if authority == EXAMPLE else authority))
    if found is None or model not in (None, found.model):
        raise NoComparisonError(
            "The small table that ships with Quarterday holds the single neighbours of a few headlines only. "
            "Run quarterday benchmarks add FILE for everything else."
        )
    return found


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
