"""Published values beside an authority: England, its region, and the average of its statistical neighbours."""

from collections.abc import Iterable

from quarterday.benchmarks.areas import EXAMPLE, MODELLED_ON, area_of, neighbours
from quarterday.benchmarks.reading import by_area, years_of
from quarterday.benchmarks.values import AUTHORITY, ENGLAND, NEIGHBOURS, REGION, PublishedValue

ENGLAND_CODE = "E92000001"
FEWEST = 1
"""Neighbours with a value that an average needs."""


class Benchmarks:
    """Published values of all areas, asked for by authority.

    The neighbours' average is the unweighted mean of those with a value, the method of today's main tool; its note says how
    many of the ten had one. Where neighbours are suppressed, that mean leaves them out: intervals come with a later issue.
    """

    def __init__(self, values: Iterable[PublishedValue]) -> None:
        known = list(values)
        self._values = by_area(known)
        self._years = years_of(known)

    def available(self, code: str) -> bool:
        """Whether an indicator has any published value."""
        return code in self._years

    def years(self, code: str) -> list[int]:
        """The years in which England has a value."""
        return self._years.get(code, [])

    def value(
        self, code: str, year: int, area_kind: str, authority: str, group: str = "all", model: str = "2021"
    ) -> PublishedValue | None:
        """The published value of an authority, its region, England or its neighbours; None where there is no such row."""
        if area_kind == NEIGHBOURS:
            return self._neighbours(code, year, authority, group, model)
        area = self._area(area_kind, authority)
        return self._values.get((code, group, area, year)) if area else None

    def series(self, code: str, area_kind: str, authority: str, group: str = "all") -> list[PublishedValue]:
        """The values of all years, oldest first."""
        found = [self.value(code, year, area_kind, authority, group) for year in self.years(code)]
        return [value for value in found if value is not None]

    def _area(self, area_kind: str, authority: str) -> str | None:
        if area_kind == ENGLAND:
            return ENGLAND_CODE
        area = area_of(authority)
        if area_kind == REGION:
            return area.region if area else None
        return MODELLED_ON if authority == EXAMPLE else authority

    def _neighbours(self, code: str, year: int, authority: str, group: str, model: str) -> PublishedValue | None:
        near = [self._values.get((code, group, area, year)) for area in neighbours(authority, model)]
        numbers = [value.value for value in near if value is not None and value.value is not None]
        shipped = self._values.get((code, group, f"neighbours of {self._area(AUTHORITY, authority)}", year))
        if not near or not any(near):
            return shipped
        first = next(value for value in near if value is not None)
        mean = sum(numbers) / len(numbers) if len(numbers) >= FEWEST else None
        note = f"unweighted mean of {len(numbers)} of {len(near)} neighbours with a value ({model} model)"
        reason = "" if mean is not None else "x"
        return PublishedValue(code, group, year, NEIGHBOURS, "neighbours", mean, reason, first.source, first.release, note)
