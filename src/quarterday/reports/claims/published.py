"""Published figures for claims: of the authority itself, England, its region and its statistical neighbours."""

from datetime import date

from quarterday.benchmarks import AUTHORITY, ENGLAND, NEIGHBOURS, NOTHING_LOADED, REASONS, REGION, Benchmarks
from quarterday.benchmarks.areas import area_of, model_of
from quarterday.indicators.results import NOT_COMPUTABLE, OK, rounded
from quarterday.records.periods import reporting_year
from quarterday.reports.claims.language import NEIGHBOURS_WORD, REGION_WORD, PublishedIn, Subject, Years
from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.seen import Evidence, Seen, in_words
from quarterday.reports.published import Published
from quarterday.sections import BY_CODE

_KINDS = {"": AUTHORITY, "England": ENGLAND, NEIGHBOURS_WORD: NEIGHBOURS}


class PublishedFigures:
    """Figures as published, by subject, area and year."""

    def __init__(self, benchmarks: Benchmarks | None, authority: str) -> None:
        self.benchmarks = benchmarks
        self._authority = authority
        self._published = Published(benchmarks, authority) if benchmarks else None

    def figure(self, subject: Subject, moment: PublishedIn) -> Seen:
        """The figure of an area in a year, rounded as the indicator is shown.

        Raises BindingError where the area is not the authority's own region.
        """
        return self.of(subject, self.kind(moment.area), self.year(subject.code, moment.year))

    def of(self, subject: Subject, kind: str, year: int) -> Seen:
        """The figure of a kind of area in a year of its publication."""
        indicator = BY_CODE[subject.code]
        found = None
        if self.benchmarks:
            found = self.benchmarks.value(subject.code, year, kind, self._authority, subject.group or "all", model_of(year))
        if found is None:
            why = NOTHING_LOADED if self.benchmarks is None else "is not published, or not in the files that were added"
            return Seen(None, None, NOT_COMPUTABLE, why, self._evidence(subject, kind, year, "[x]", "published statistics"))
        source = f"{found.source}, {found.release}" + (f": {found.note}" if found.note else "")
        if found.value is None:
            why = f"is published as [{found.reason}], {REASONS.get(found.reason, 'without a number')}"
            return Seen(None, None, found.reason, why, self._evidence(subject, kind, year, f"[{found.reason}]", source))
        number = rounded(found.value, indicator.decimals)
        evidence = self._evidence(subject, kind, year, in_words(number, indicator.unit), source)
        return Seen(number, found.value, OK, "", evidence)

    def kind(self, area: str) -> str:
        """The kind of an area by its name in a claim; empty for the authority itself."""
        if area in _KINDS:
            return _KINDS[area]
        own = area_of(self._authority)
        if area == REGION_WORD or (own and own.region_name.lower() == area.lower()):
            return REGION
        raise BindingError(
            f"{area} is not the authority's region" + (f", which is {own.region_name}." if own else ".") + " Write region."
        )

    def name(self, kind: str) -> str:
        """How an area is called in a sentence: England, the South East, its statistical neighbours."""
        own = area_of(self._authority)
        names = {ENGLAND: "England", NEIGHBOURS: NEIGHBOURS_WORD, REGION: own.region_name if own else "the region"}
        return names.get(kind, self._authority)

    def year(self, code: str, written: str) -> int:
        """The year of publication that a written one names: 2020-21 ends in 2021; a September census lies in its year."""
        first = int(written[:4])
        if len(written) == 4:
            return first
        return next((year for year in (first, first + 1) if reporting_year(self.day(code, year)) == written), first + 1)

    def years(self, code: str, until: date) -> list[int]:
        """Years with a published value of England, none for a day after `until`; oldest first."""
        return self._published.years(code, until) if self._published else []

    def claimed_years(self, code: str, claimed: Years, until: date) -> list[int]:
        """The years of publication that a comparison is claimed for."""
        if claimed.last:
            return list(range(self.year(code, claimed.first), self.year(code, claimed.last) + 1))
        if claimed.first:
            return [self.year(code, claimed.first)]
        return self.years(code, until)[-(claimed.latest or 1) :]

    def day(self, code: str, year: int) -> date:
        """The day that the figures of a year are for, or that the year ends on."""
        if self._published is None or not (self.benchmarks and self.benchmarks.available(code)):
            return date(year, 3, 31)
        return self._published.day(code, year)

    def _evidence(self, subject: Subject, kind: str, year: int, value: str, source: str) -> Evidence:
        of = self.name(kind) + (f", {subject.group}" if subject.group else "")
        when = f"published for {self.day(subject.code, year).isoformat()}"
        return Evidence(subject.code, BY_CODE[subject.code].title, of, when, value, source)
