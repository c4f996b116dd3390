"""The authority among its single neighbours, England and the region: ranked bars of a headline, with intervals."""

from collections.abc import Iterator

from quarterday.benchmarks import Ranked
from quarterday.benchmarks.words import shown
from quarterday.reports.book import Book
from quarterday.reports.chart import AUTHORITY, ENGLAND, NEIGHBOURS, REGION, Chart, Spread
from quarterday.reports.comparators import Comparators
from quarterday.reports.compared.bars import Bar, Measured, Told, ranked_chart
from quarterday.reports.compared.wording import NOT_PUBLISHED, WHY_ABSENT, Tally, tally
from quarterday.reports.figure import Figure
from quarterday.reports.story.plans import Drawn
from quarterday.reports.story.standing import NOT_SHOWN, interval_words
from quarterday.sections import BY_CODE

NOT_KNOWN = "not known from the records"
OVERLAP = "Where intervals overlap, which of the two is higher cannot be told."


def ranked(book: Book, drawn: Drawn, authority: str, comparators: Comparators) -> Chart | None:
    """The latest published year, the lowest first; None where no neighbour is held by itself.

    The authority's own bar is its figure from the records, where that may be shown; all others are as published.
    """
    years = comparators.years(drawn.code, book.end)
    held = comparators.ranked(drawn.code, years[-1]) if years else None
    if held is None or not (held.neighbours or held.missing):
        return None
    indicator, own = BY_CODE[drawn.code], comparators.own(book, drawn.code, years[-1])
    found = comparators.standing(book, drawn.code, years[-1])
    beside = found.own if found else None
    spread = (beside.low, beside.high) if beside and beside.low is not None and beside.high is not None else None
    absent = [(each.name, NEIGHBOURS, WHY_ABSENT[each.reason]) for each in held.missing if not each.is_own]
    told = tally(spread, [bar.interval for bar in held.neighbours], len(absent))
    if own.shown_value is None:
        absent.insert(0, (authority, AUTHORITY, NOT_SHOWN.lower() if own.hidden else NOT_KNOWN))
    bars = sorted(_bars(own, spread, authority, held), key=lambda bar: (bar.value, bar.name))
    chance = interval_words(beside, indicator)
    said = f"{own.words} in {years[-1]}{f' (95 % interval {chance})' if chance else ''}"
    return ranked_chart(
        Measured(f"{drawn.code} ranked", indicator.unit, indicator.decimals),
        _told(drawn, own, told, said, (bars, held, comparators)),
        bars,
        absent,
    )


def _bars(own: Figure, spread: Spread, authority: str, held: Ranked) -> Iterator[Bar]:
    if own.shown_value is not None:
        yield Bar(authority, own.shown_value, spread, AUTHORITY)
    for bar in held.neighbours:
        yield Bar(bar.name, bar.value, bar.interval, NEIGHBOURS)
    for name, value, role in (("England", held.england, ENGLAND), (held.region_name, held.region, REGION)):
        if value is not None:
            yield Bar(name, value, None, role)


def _told(drawn: Drawn, own: Figure, told: Tally, said: str, of: tuple[list[Bar], Ranked, Comparators]) -> Told:
    bars, held, comparators = of
    known = own.shown_value is not None
    title = f"{drawn.short}: {told.finding if known else 'single neighbours, England and region'}"
    hidden = any(each.reason == "c" and not each.is_own for each in held.missing)
    sure = any(bar.spread for bar in bars)
    caption = (
        f"{own.indicator.title}, {held.year}, the lowest first: own figure from records, statistical neighbours "
        f"({held.model} model), England and region as published; {'with 95 % intervals' if sure else 'without intervals'}. "
        f"{comparators.publisher(drawn.code)}{f' {NOT_PUBLISHED}' if hidden else ''}"
    )
    order = "; ".join(f"{bar.name} {shown(bar.value, own.indicator.decimals)}" for bar in bars)
    says = f"{said}. {told.clause[0].upper()}{told.clause[1:]}. {OVERLAP}" if known else f"{own.indicator.title}. {OVERLAP}"
    return Told(title, caption, f"Ranked bar chart of {own.indicator.title.lower()} in {held.year}: {order}.", says)
