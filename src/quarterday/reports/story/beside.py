"""The authority's figures beside the latest published ones of England, the region and statistical neighbours."""

from datetime import date

from quarterday.indicators import Indicator
from quarterday.indicators.results import rounded
from quarterday.reports.book import Book
from quarterday.reports.comparators import AREAS, Comparators
from quarterday.reports.story.plans import SectionPlan
from quarterday.reports.story.standing import interval_words, neighbours_words, stands
from quarterday.reports.table import ColumnSpec, DataTable
from quarterday.sections import BY_CODE


def beside(book: Book, plan: SectionPlan, authority: str, comparators: Comparators | None) -> DataTable | None:
    """One row an indicator of the section that is drawn over published years; None where there is none."""
    if comparators is None:
        return None
    codes = [*(drawn.code for drawn in plan.charts if drawn.kind == "years"), *plan.beside]
    rows = tuple(row for code in codes if (row := _row(book, code, comparators)))
    if not rows:
        return None
    region = comparators.area_name("region", "Region")
    columns = ("Measure", "Year to or at", authority, "95 % interval", "England", region, "Neighbours", "Where it stands")
    return DataTable(
        f"{plan.number} beside others",
        "Beside England, the region and statistical neighbours",
        "The latest year published by the end of the quarter. Own figures from the records. Higher or lower is said only "
        "where the 95 % interval and every value that suppressed figures can have lie on one side; else it cannot be told. "
        f"{comparators.method}",
        tuple(ColumnSpec(name, "text") for name in columns),
        rows,
    )


def _row(book: Book, code: str, comparators: Comparators) -> tuple[str, ...] | None:
    years = comparators.years(code, book.end)
    if not years:
        return None
    indicator, year = BY_CODE[code], years[-1]
    own = comparators.own(book, code, year)
    found = comparators.standing(book, code, year)
    england, region, _ = (comparators.value(code, kind, year) for kind, _ in AREAS)
    return (
        f"{indicator.title}{_unit(indicator)}",
        _when(comparators.day(code, year)),
        own.words.removesuffix(" %"),
        interval_words(found.own if found else None, indicator),
        _words(england, indicator),
        _words(region, indicator),
        neighbours_words(found, indicator) if found else "[x]",
        stands(found, hidden=own.hidden),
    )


def _words(value: float | None, indicator: Indicator) -> str:
    return "[x]" if value is None else f"{rounded(value, indicator.decimals):,}"


def _unit(indicator: Indicator) -> str:
    return f" ({indicator.unit})" if indicator.unit not in indicator.title and indicator.unit != "count" else ""


def _when(day: date) -> str:
    return f"{day:%b %Y}"
