"""Charts of the story: over the months, beside published comparators, and of a mix's groups."""

from collections.abc import Sequence
from dataclasses import replace

from quarterday.benchmarks import Own
from quarterday.indicators.results import rounded
from quarterday.reports.book import Book
from quarterday.reports.chart import AUTHORITY, BAR, ENGLAND, LINE, NEIGHBOURS, REGION, Chart, Event, Series, Spread
from quarterday.reports.comparators import AREAS, Comparators
from quarterday.reports.figure import Figure
from quarterday.reports.story.judged import NOTHING_JUDGED, Judged
from quarterday.reports.story.limits import finding_words, with_signals
from quarterday.reports.story.peak import EarlierValue
from quarterday.reports.story.plans import Drawn
from quarterday.reports.story.ranking import ranked
from quarterday.reports.story.standing import headline, standing_words
from quarterday.reports.table import named_by_unit
from quarterday.sections import BY_CODE
from quarterday.signals import Judgement

ROLES = {"england": ENGLAND, "region": REGION, "neighbours": NEIGHBOURS}


def draw(
    book: Book,
    drawn: Drawn,
    authority: str,
    comparators: Comparators | None,
    earlier: Sequence[EarlierValue] = (),
    judged: Judged = NOTHING_JUDGED,
) -> Chart | None:
    """The chart of an indicator, saying which points are suppressed; None where there is nothing to draw."""
    months = drawn.kind == "months"
    chart = _months(book, drawn, authority, judged) if months else _drawn(book, drawn, authority, comparators, earlier)
    return replace(chart, caption=f"{chart.caption} {chart.gaps}") if chart and chart.gaps else chart


def _drawn(
    book: Book, drawn: Drawn, authority: str, comparators: Comparators | None, earlier: Sequence[EarlierValue]
) -> Chart | None:
    if drawn.kind == "since":
        return _since(book, drawn, authority, [each for each in earlier if each.code == drawn.code])
    if drawn.kind == "years":
        return _years(book, drawn, authority, comparators) if comparators else None
    if drawn.kind == "ranked":
        return ranked(book, drawn, authority, comparators) if comparators else None
    return _mix(book, drawn, authority)


def _months(book: Book, drawn: Drawn, authority: str, judged: Judged) -> Chart | None:
    indicator = BY_CODE[drawn.code]
    figures = [book.month(drawn.code, month) for month in book.months]
    if not any(figure.known or figure.hidden for figure in figures):
        return None
    categories = tuple(f"{month.start:%b %Y}" for month in book.months)
    what = "each month" if indicator.is_flow else "at the end of each month"
    judgement = judged.of(book, drawn.code)
    title = _finding(book, drawn, judgement)
    events = tuple(Event(f"{each.day:%b %Y}", each.text) for each in judged.events(book, drawn.code))
    named = "".join(f"{each.label}: {each.category}. " for each in events)
    chart = Chart(
        key=f"{drawn.code} months",
        title=title,
        caption=f"{indicator.title}, {what}; {authority}, {categories[0]} to {categories[-1]}. "
        f"{named}Source: the authority's records.",
        alt=f"Line chart of {indicator.title.lower()} {what} from {categories[0]} to {categories[-1]}. {title}.",
        kind=LINE,
        categories=categories,
        series=(_own(named_by_unit(indicator.unit), figures),),
        unit=indicator.unit,
        decimals=indicator.decimals,
        events=events,
        months=tuple(month.start for month in book.months),
    )
    return with_signals(chart, judgement, [f"{month.end:%Y-%m}" for month in book.months])


def _years(book: Book, drawn: Drawn, authority: str, comparators: Comparators) -> Chart | None:
    """The authority's own figures at each 31 March (or years to it), beside what is published."""
    indicator = BY_CODE[drawn.code]
    years = comparators.years(drawn.code, book.end)
    if not years:
        return None
    own = [comparators.own(book, drawn.code, year) for year in years]
    standings = [comparators.standing(book, drawn.code, year) for year in years]
    spread = tuple(_spread(each.own) if each and each.own else None for each in standings)
    series = [replace(_own(authority, own), spread=spread)]
    for kind, name in AREAS:
        values = tuple(comparators.value(drawn.code, kind, year) for year in years)
        if any(value is not None for value in values):
            series.append(Series(comparators.area_name(kind, name), values, ROLES[kind]))
    last = "; ".join(f"{s.name} {s.values[-1]:,.{indicator.decimals}f}" for s in series if s.values[-1] is not None)
    chart = Chart(
        key=f"{drawn.code} years",
        title=f"{drawn.short}{headline(standings[-1])}",
        caption=f"{indicator.title}, years to 31 March or at that day. Own figures from records"
        f"{' with 95 % intervals' if any(spread) else ''}; the others as published. {comparators.source(drawn.code)}",
        alt=f"Line chart of {indicator.title.lower()} for {years[0]} to {years[-1]}. In {years[-1]}: {last}.",
        kind=LINE,
        categories=tuple(str(year) for year in years),
        series=tuple(series),
        unit=indicator.unit,
        decimals=indicator.decimals,
        says=standing_words(own[-1], standings[-1], years[-1]),
    )
    return chart if len(years) > 1 else _one_year(chart)


def _spread(own: Own) -> Spread:
    """The 95 % interval of an own figure."""
    return None if own.low is None or own.high is None else (own.low, own.high)


def _since(book: Book, drawn: Drawn, authority: str, earlier: Sequence[EarlierValue]) -> Chart | None:
    """Values from before the records, drawn as such, then the authority's own on the same day of every year."""
    indicator = BY_CODE[drawn.code]
    own = [(day, book.at(drawn.code, day).shown_value) for day in book.same_day_of_years]
    known = [(day, value) for day, value in own if value is not None]
    if not earlier or not known:
        return None
    before = {f"{each.day:%b %Y} (earlier report)": float(rounded(each.value, indicator.decimals)) for each in earlier}
    shown = before | {f"{day:%b %Y}": value for day, value in known}
    sources = "; ".join(dict.fromkeys(each.source for each in earlier))
    now, most = (f"{value:,.{indicator.decimals}f}" for value in (known[-1][1], max(before.values())))
    title = f"{drawn.short}: {now}, {most} in {earlier[0].day.year}"
    said = "; ".join(f"{name} {value:,.{indicator.decimals}f}" for name, value in shown.items())
    return Chart(
        key=f"{drawn.code} since",
        title=title,
        caption=f"{indicator.title}; {authority}. The first is no figure of these records but an earlier report's: {sources}. "
        "Source of the others: the authority's records.",
        alt=f"Bar chart of {indicator.title.lower()}: {said}.",
        kind=BAR,
        categories=tuple(shown),
        series=(Series(named_by_unit(indicator.unit), tuple(shown.values())),),
        unit=indicator.unit,
        decimals=indicator.decimals,
    )


def _own(name: str, figures: Sequence[Figure]) -> Series:
    """The authority's own figures: a gap where one is not known or suppressed."""
    hidden = tuple(place for place, figure in enumerate(figures) if figure.hidden)
    return Series(name, tuple(figure.shown_value for figure in figures), AUTHORITY, hidden)


def _one_year(chart: Chart) -> Chart:
    """A line of one point says nothing: bars of the areas instead."""
    hidden = tuple(place for place, series in enumerate(chart.series) if series.hidden)
    spread = tuple(series.spread[0] if series.spread else None for series in chart.series)
    return replace(
        chart,
        alt=chart.alt.replace("Line chart", "Bar chart"),
        kind=BAR,
        categories=tuple(series.name for series in chart.series),
        series=(
            Series(chart.categories[0], tuple(series.values[0] for series in chart.series), hidden=hidden, spread=spread),
        ),
    )


def _mix(book: Book, drawn: Drawn, authority: str) -> Chart | None:
    indicator = BY_CODE[drawn.code]
    groups = {name: figure for name, figure in book.groups(drawn.code).items() if figure.result.status in {"ok", "c"}}
    if not groups:
        return None
    when = "twelve months to the end of the quarter" if indicator.is_flow else "end of the quarter"
    known = [name for name, figure in groups.items() if figure.known]
    first = max(known, key=lambda name: groups[name].value or 0, default="")
    title = f"{drawn.short}: most often {first}" if first and len(known) == len(groups) else drawn.short
    said = "; ".join(f"{name} {figure.words}" for name, figure in groups.items())
    return Chart(
        key=f"{drawn.code} mix",
        title=title,
        caption=f"{indicator.title}, {when}; {authority}. Source: the authority's records.",
        alt=f"Bar chart of {indicator.title.lower()}, per cent: {said}.",
        kind=BAR,
        categories=tuple(groups),
        series=(_own("Per cent", list(groups.values())),),
        unit="%",
        decimals=indicator.decimals,
    )


def _finding(book: Book, drawn: Drawn, judgement: Judgement) -> str:
    now, before = _latest(book, drawn.code), _latest(book, drawn.code, year_ago=True)
    if not now.known or not before.known or now.value is None or before.value is None:
        return drawn.short
    if judgement.chart or judgement.band:
        return f"{drawn.short}: {now.words}, {finding_words(judgement)}"
    if now.words == before.words:
        return f"{drawn.short}: {now.words}, as a year before"
    return f"{drawn.short}: {now.words}, {'up' if now.value > before.value else 'down'} from {before.words}"


def _latest(book: Book, code: str, *, year_ago: bool = False) -> Figure:
    return book.month(code, book.months[-13] if year_ago else book.months[-1])
