"""Published cells as rows of areas: one sheet a family, year and release, so that no comparison mixes releases (R29)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quarterday.benchmarks.areas import ENGLAND_CODE
from quarterday.benchmarks.values import AUTHORITY, NO_CELL, REGION, Cell

FIELDS = ("year", "kind", "area", "dfe", "region", "item", "number", "reason")
PlacedCell = tuple[int, str, str, str, str, str, float | None, str]
"""A published cell and where it stands, in the order of FIELDS; members of a joint return with a stroke between."""


@dataclass(frozen=True)
class AreaRow:
    """Everything that a sheet says of one area. A joint return of two authorities is one row with two `areas`."""

    kind: str
    areas: tuple[str, ...]
    dfe: tuple[str, ...]
    region: str
    cells: Mapping[str, Cell] = field(repr=False)

    def cell(self, item: str) -> Cell:
        """The cell of a column; not available where the sheet has none."""
        return self.cells.get(item, NO_CELL)


@dataclass(frozen=True)
class Sheet:
    """The rows of one family, year and release."""

    family: str
    year: int
    release: str
    rows: tuple[AreaRow, ...]

    @cached_property
    def _by_area(self) -> dict[str, AreaRow]:
        return {area: row for row in self.rows for area in row.areas}

    @cached_property
    def _by_dfe(self) -> dict[str, list[AreaRow]]:
        found: dict[str, list[AreaRow]] = {}
        for row in self.rows:
            for code in row.dfe:
                found.setdefault(code, []).append(row)
        return found

    @property
    def england(self) -> AreaRow | None:
        """England's row."""
        return self._by_area.get(ENGLAND_CODE)

    def area(self, code: str) -> AreaRow | None:
        """The row of a region or authority by its GSS code."""
        return self._by_area.get(code)

    def authority(self, gss: str, dfe: str) -> AreaRow | None:
        """The row of an authority as it was then: by its DfE code, which outlived changes of the GSS code; else by GSS.

        Files that list old and new codes of every year hold "not applicable" in the rows of those that did not exist.
        """
        found = self._by_dfe.get(dfe, [])
        alive = [row for row in found if any(cell[1] != "z" for cell in row.cells.values())]
        return next(iter(alive or found), None) or self._by_area.get(gss)

    @cached_property
    def authorities(self) -> tuple[AreaRow, ...]:
        """The rows of authorities; a joint return once."""
        return tuple(row for row in self.rows if row.kind == AUTHORITY)

    def of_region(self, region: str) -> list[AreaRow]:
        """The rows of a region's authorities; a joint return once."""
        return [row for row in self.authorities if row.region == region]

    @cached_property
    def regions(self) -> tuple[AreaRow, ...]:
        """The rows of regions: London stands beside Inner and Outer London, which make it up."""
        return tuple(row for row in self.rows if row.kind == REGION)


def sheets_of(family: str, release: str, cells: Iterable[PlacedCell]) -> list[Sheet]:
    """The sheets of one release of a family, one a year."""
    rows: dict[tuple[int, str], tuple[tuple[str, str, str], dict[str, Cell]]] = {}
    for year, kind, area, dfe, region, item, number, reason in cells:
        row = rows.get((year, area))
        if row is None:
            row = rows[year, area] = (kind, dfe, region), {}
        row[1][item] = (number, reason)
    by_year: dict[int, list[AreaRow]] = {}
    for (year, area), ((kind, dfe, region), found) in rows.items():
        codes = tuple(dfe.split("/")) if dfe else ()
        by_year.setdefault(year, []).append(AreaRow(kind, tuple(area.split("/")), codes, region, found))
    return [Sheet(family, year, release, tuple(found)) for year, found in by_year.items()]
