"""The authority's figures beside the latest published ones of England, the region and statistical neighbours."""

from collections.abc import Sequence
from datetime import date

from quarterday.indicators import HIGHER, LOWER, Indicator
from quarterday.indicators.results import rounded
from quarterday.reports.book import Book
from quarterday.reports.comparators import AREAS, Comparators
from quarterday.reports.figure import Figure
from quarterday.reports.story.plans import SectionPlan
from quarterday.reports.table import ColumnSpec, DataTable
from quarterday.sections import BY_CODE

_GOOD = {HIGHER: "; higher is better", LOWER: "; lower is better"}


def beside(book: Book, plan: SectionPlan, authority: str, comparators: Comparators | None) -> DataTable | None:
    """One row an indicator of the section that is drawn over published years; None where there is none."""
    if comparators is None:
        return None
    codes = [drawn.code for drawn in plan.charts if drawn.kind == "years"]
    rows = tuple(row for code in codes if (row := _row(book, code, comparators)))
    if not rows:
        return None
    names = [comparators.area_name(kind, name) for kind, name in AREAS]
    columns = ("Measure", "Year to or at", authority, *names, "Where it stands")
    return DataTable(
        f"{plan.number} beside others",
        "Beside England, the region and statistical neighbours",
        "The latest year published by the end of the quarter. Own figures from the records. Whether a difference is more "
        "than chance is not tested here.",
        tuple(ColumnSpec(name, "text") for name in columns),
        rows,
    )


def _row(book: Book, code: str, comparators: Comparators) -> tuple[str, ...] | None:
    years = comparators.years(code, book.end)
    if not years:
        return None
    indicator, year = BY_CODE[code], years[-1]
    own = comparators.own(book, code, year)
    others = [comparators.value(code, kind, year) for kind, _ in AREAS]
    names = [comparators.area_name(kind, name) for kind, name in AREAS]
    return (
        f"{indicator.title}{_unit(indicator)}",
        _when(comparators.day(code, year)),
        own.words.removesuffix(" %"),
        *(_words(other, indicator) for other in others),
        _stands(own, others, names) + (_GOOD.get(indicator.better, "") if own.known else ""),
    )


def _stands(figure: Figure, others: Sequence[float | None], names: Sequence[str]) -> str:
    """Above, below or equal, as the rounded figures say."""
    own = figure.shown_value
    if own is None:
        return "Not shown, to protect children" if figure.hidden else "Not known"
    known = [(name, value) for name, value in zip(names, others, strict=True) if value is not None]
    parts = []
    for word, holds in (("above", float.__gt__), ("equal to", float.__eq__), ("below", float.__lt__)):
        of = [name for name, value in known if holds(own, value)]
        if of:
            parts.append(f"{word} {'all' if len(of) == len(known) > 1 else ' and '.join(of)}")
    said = "; ".join(parts) or "nothing to compare with"
    return said[0].upper() + said[1:]


def _words(value: float | None, indicator: Indicator) -> str:
    return "[x]" if value is None else f"{rounded(value, indicator.decimals):,}"


def _unit(indicator: Indicator) -> str:
    return f" ({indicator.unit})" if indicator.unit not in indicator.title and indicator.unit != "count" else ""


def _when(day: date) -> str:
    return f"{day:%b %Y}"
