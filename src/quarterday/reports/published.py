"""Published comparators for a report: what benchmarks hold, beside the authority's own figures from its records."""

from datetime import date

from quarterday.benchmarks import (
    NEIGHBOURS,
    REGION,
    Benchmarks,
    Comparison,
    NoComparisonError,
    Ranked,
    UnknownAuthorityError,
    compare,
    ranked_bars,
    with_own,
)
from quarterday.benchmarks.areas import area_of, model_on
from quarterday.benchmarks.days import day_of
from quarterday.benchmarks.families import FAMILIES
from quarterday.benchmarks.measures import MEASURES
from quarterday.indicators.results import rounded
from quarterday.reports.book import Book
from quarterday.reports.figure import Figure
from quarterday.sections import BY_CODE

OLDEST = 2017


class Published:
    """Comparators of one authority."""

    def __init__(self, benchmarks: Benchmarks, authority: str, until: date = date.max) -> None:
        """`until` is the last day of what is reported: it decides which model of neighbours is meant."""
        self._benchmarks = benchmarks
        self._authority = authority
        self._model = model_on(until, area_of(authority))
        self._compared: dict[tuple[str, int], Comparison | None] = {}

    def years(self, code: str, until: date) -> list[int]:
        """Years with a published value for England, from 2017, none after the day."""
        return [year for year in self._benchmarks.years(code) if year >= OLDEST and day_of(code, year) <= until]

    def value(self, code: str, area_kind: str, year: int) -> float | None:
        """The published value, rounded as shown."""
        found = self._benchmarks.value(code, year, area_kind, self._authority, model=self._model)
        if found is None or found.value is None:
            return None
        return float(rounded(found.value, BY_CODE[code].decimals))

    def own(self, book: Book, code: str, year: int) -> Figure:
        """The authority's own figure at the day (or for the year to it) that the published one is for."""
        return book.at(code, day_of(code, year))

    def standing(self, book: Book, code: str, year: int) -> Comparison | None:
        """The published comparison of a year with the authority's own figure beside it, where that may be shown."""
        if (code, year) not in self._compared:
            self._compared[code, year] = self._comparison(code, year)
        found, own = self._compared[code, year], self.own(book, code, year)
        if found is None or not own.known:
            return found
        return with_own(found, own.value, own.result.numerator, own.result.denominator)

    def _comparison(self, code: str, year: int) -> Comparison | None:
        """What is published alone; comparisons made beforehand hold only the neighbours of their year's model."""
        model = None if self._benchmarks.kept else self._model
        try:
            return compare(self._benchmarks, code, self._authority, year, model=model)
        except NoComparisonError:
            return None

    def ranked(self, code: str, year: int) -> Ranked | None:
        """The published figures of all authorities; None where a year is not held, or only in averages."""
        try:
            return ranked_bars(self._benchmarks, code, self._authority, year, model=self._model)
        except (NoComparisonError, UnknownAuthorityError):
            return None

    @property
    def method(self) -> str:
        """Which neighbours are meant, and how they are averaged."""
        return f"Neighbours of the {self._model} model; their unweighted mean."

    def day(self, code: str, year: int) -> date:
        """The day that published values of a reporting year are for, or that their year ends on."""
        return day_of(code, year)

    def area_name(self, area_kind: str, usual: str) -> str:
        """The region's name; the neighbours with the name of the average."""
        area = area_of(self._authority)
        if area_kind == REGION and area:
            return area.region_name
        return f"{usual} (mean)" if area_kind == NEIGHBOURS else usual

    def source(self, code: str) -> str:
        """The published source and the neighbours' average, as a sentence."""
        published = self.publisher(code).removesuffix(".")
        return f"{published}; {self._model} neighbours, unweighted mean of those published."

    def publisher(self, code: str) -> str:
        """The published source alone, as a sentence."""
        title = next(family.title for m in MEASURES for family in FAMILIES if m.code == code and family.key == m.family)
        return f"Source: {title}, Open Government Licence v3.0."


def comparison_days(until: date) -> list[date]:
    """The days at which own figures are needed beside published ones."""
    days = {(3, 31), (9, 30)}
    found = [date(year, month, day) for year in range(OLDEST, until.year + 1) for month, day in days]
    return sorted(day for day in found if day <= until)
