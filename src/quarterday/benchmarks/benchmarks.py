"""Published values beside an authority: England, its region, and the average of its statistical neighbours."""

from collections.abc import Iterable
from functools import cached_property
from statistics import fmean

from quarterday.benchmarks.areas import EXAMPLE, MODELLED_ON, Area, area_of
from quarterday.benchmarks.bars import Ranked
from quarterday.benchmarks.cells import CellSource, ReadCells, Release
from quarterday.benchmarks.comparison import Comparison
from quarterday.benchmarks.families import BY_KEY
from quarterday.benchmarks.figures import NO_FIGURE, Figure, Reader
from quarterday.benchmarks.measures import ALL, MEASURES, POPULATION, Measure
from quarterday.benchmarks.sheets import Sheet
from quarterday.benchmarks.values import ENGLAND, NEIGHBOURS, REGION, PublishedValue


class Benchmarks:
    """Published cells of all areas, asked for by indicator, year and authority.

    `kept` are comparisons made beforehand, for a store without the files: the small table that ships for the demo;
    `kept_bars` the figures of single neighbours with them.
    Every question is answered from one release of the statistics: the one that reaches furthest and came last (R29).
    """

    def __init__(
        self, cells: CellSource | None = None, kept: Iterable[Comparison] = (), kept_bars: Iterable[Ranked] = ()
    ) -> None:
        self._cells = cells or ReadCells([])
        self._families: dict[str, dict[int, list[Sheet]]] = {}
        self._years: dict[tuple[str, int], list[Sheet]] = {}
        self.kept_bars = {(each.code, each.group, each.year, each.authority): each for each in kept_bars}
        self.kept = {(each.code, each.group, each.year, each.authority): each for each in kept}

    def available(self, code: str) -> bool:
        """Whether an indicator has any published value."""
        return bool(self.years(code))

    def groups(self, code: str) -> list[str]:
        """The groups of an indicator's mix; only "all" for one that is no mix."""
        return list(dict.fromkeys(measure.group for measure in MEASURES if measure.code == code))

    def years(self, code: str, group: str = "") -> list[int]:
        """The years in which England has a figure (or one that rounds to nought), for a group (its first without)."""
        if self.kept:
            return sorted({year for known, _, year, _ in self.kept if known == code})
        wanted = group or next(iter(self.groups(code)), ALL)
        years: set[int] = set()
        for measure in _measures(code, wanted):
            for year in self._of_family(measure.family):
                reader = self.reader(code, year, wanted)
                figure = reader.figure(reader.sheet.england) if reader else NO_FIGURE
                if figure.value is not None or figure.numerator is not None:
                    years.add(year)
        return sorted(years)

    def reader(self, code: str, year: int, group: str = ALL, release: str = "") -> Reader | None:
        """What reads an indicator for a year: from the latest release that holds it, or the one named."""
        for measure in _measures(code, group):
            held = self._of_year(measure.family, year)
            sheets = [sheet for sheet in held if not release or sheet.release == release]
            if sheets:
                return Reader(measure, sheets[-1], self._people(year, measure), self._earlier(measure, year))
        return None

    def releases(self, code: str, year: int, group: str = ALL) -> list[str]:
        """The releases that hold an indicator's year, the one that counts last."""
        for measure in _measures(code, group):
            held = self._of_year(measure.family, year)
            if held:
                return [sheet.release for sheet in held]
        return []

    def value(
        self, code: str, year: int, area_kind: str, authority: str, group: str = ALL, model: str = "2021"
    ) -> PublishedValue | None:
        """The published value of an authority, its region, England or its neighbours' mean; None where there is none."""
        if self.kept:
            found = self.kept.get((code, group, year, MODELLED_ON if authority == EXAMPLE else authority))
            return found.published(area_kind) if found else None
        reader, area = self.reader(code, year, group), area_of(authority)
        if reader is None or area is None:
            return None
        if area_kind == NEIGHBOURS:
            return self._mean(reader, area, model)
        if area_kind == REGION:
            return _published(reader, REGION, area.region, reader.region(area.region))
        row = reader.sheet.england if area_kind == ENGLAND else reader.sheet.authority(area.gss, area.dfe)
        return _published(reader, area_kind, row.areas[0], reader.figure(row)) if row else None

    def series(self, code: str, area_kind: str, authority: str, group: str = ALL) -> list[PublishedValue]:
        """The values of all years, oldest first."""
        found = [self.value(code, year, area_kind, authority, group) for year in self.years(code)]
        return [value for value in found if value is not None]

    def held_years(self, family: str) -> list[int]:
        """The years that a family of files holds."""
        return sorted(self._of_family(family))

    def sheet(self, family: str, year: int) -> Sheet:
        """A year of a family, from the latest release that holds it.

        Raises KeyError where none does.
        """
        return self._of_family(family)[year][-1]

    def people_release(self, reader: Reader) -> str:
        """The release of the population that a rate was made from; empty where none was needed."""
        return reader.people.release if reader.people else ""

    def _mean(self, reader: Reader, area: Area, model: str) -> PublishedValue | None:
        codes = area.neighbours(model)
        if not codes:
            return None
        numbers = [value for value in (reader.authority("", code)[1].value for code in codes) if value is not None]
        note = f"unweighted mean of {len(numbers)} of {len(codes)} neighbours with a value ({model} model)"
        figure = Figure(fmean(numbers), "") if numbers else NO_FIGURE
        return _published(reader, NEIGHBOURS, f"neighbours of {area.gss}", figure, note)

    @cached_property
    def _releases(self) -> dict[str, Release]:
        return {release.name: release for release in self._cells.releases()}

    def _of_family(self, family: str) -> dict[int, list[Sheet]]:
        """The sheets of a family by year; of one year the earlier release first."""
        if family not in self._families:
            found: dict[int, list[Sheet]] = {}
            for sheet in sorted(self._cells.sheets(family), key=self._age):
                found.setdefault(sheet.year, []).append(sheet)
            self._families[family] = found
        return self._families[family]

    def _of_year(self, family: str, year: int) -> list[Sheet]:
        """The sheets of one year, without reading the others."""
        if family in self._families:
            return self._families[family].get(year, [])
        if (family, year) not in self._years:
            self._years[family, year] = sorted(self._cells.sheets(family, year), key=self._age)
        return self._years[family, year]

    def _age(self, sheet: Sheet) -> tuple[int, int]:
        release = self._releases[sheet.release]
        return release.latest_year, release.order

    def _people(self, year: int, measure: Measure) -> Sheet | None:
        """The latest estimate of the population at the middle of the year before (R28)."""
        if POPULATION not in measure.denominator:
            return None
        held = self._of_year("population", year - 1)
        return held[-1] if held else None

    def _earlier(self, measure: Measure, year: int) -> tuple[Sheet, ...]:
        if not measure.since_peak:
            return ()
        return tuple(held[-1] for known, held in self._of_family(measure.family).items() if known < year)


def _measures(code: str, group: str) -> list[Measure]:
    return [measure for measure in MEASURES if measure.code == code and measure.group == group]


def _published(reader: Reader, area_kind: str, area: str, figure: Figure, note: str = "") -> PublishedValue:
    sheet, measure = reader.sheet, reader.measure
    return PublishedValue(
        code=measure.code,
        group=measure.group,
        year=sheet.year,
        area_kind=area_kind,
        area=area,
        value=figure.value,
        reason=figure.reason,
        source=BY_KEY[sheet.family].title,
        release=sheet.release,
        note=note,
        numerator=figure.numerator,
        denominator=figure.denominator,
    )
