"""The funnel described: every authority by size, one's own and its neighbours named, and what may be concluded."""

from quarterday.benchmarks import Comparison, Funnel, Ranked
from quarterday.benchmarks.funnels import FunnelPoint
from quarterday.benchmarks.measures import MEAN as AVERAGE
from quarterday.benchmarks.measures import RATE
from quarterday.benchmarks.words import shown
from quarterday.reports.chart import AUTHORITY, CONTEXT, FUNNEL, NEIGHBOURS, Chart, Series
from quarterday.reports.compared.bars import NAMES, WHAT, role_of
from quarterday.reports.compared.reading import Reading, about, key_of, source
from quarterday.reports.compared.wording import WHY_ABSENT
from quarterday.reports.marks import INNER, LIMIT, MEAN
from quarterday.reports.table import ColumnSpec, DataTable, named_by_unit

NO_COUNTS = "published without its counts"
_SIZES = {RATE: "Children aged 0 to 17", AVERAGE: "Full-time workers or other units that the average is over"}
_SIZE = "How many the percentage is of"
INSIDE, NEAR, BEYOND = "within the limits", "between the inner and outer limit", "beyond the outer limit"


def funnel_chart(found: Comparison, funnel: Funnel, ranked: Ranked) -> Chart:
    """The chart of a funnel."""
    title, decimals = f"{found.authority_name}: {_finding(funnel)}", found.decimals
    england = shown(funnel.england, decimals, found.unit)
    caption = (
        f"{about(found)}; {len(funnel.points)} authorities by size, each distance to the right the same multiple. Lines: "
        f"England ({england}), and 2 and 3 standard deviations of chance around it. {source(found)}"
    )
    return Chart(
        key=key_of(found, "funnel"),
        title=title,
        caption=caption,
        alt=f"Funnel chart of {found.title.lower()} by size for {len(funnel.points)} authorities. {title}. "
        f"England: {england}. {_beyond(funnel)}",
        kind=FUNNEL,
        categories=tuple(point.name for point in funnel.points),
        series=(*_marked(found, funnel), *_lines(funnel)),
        unit=found.unit,
        decimals=decimals,
        absent=_absent(funnel, ranked),
        sizes=tuple(point.size for point in funnel.points),
        size_name=_SIZES.get(funnel.kind, _SIZE),
        listed=_table(found, funnel, title, caption),
    )


def read_funnel(found: Comparison, funnel: Funnel) -> Reading:
    """What the funnel shows, and what can and cannot be concluded from it."""
    expected = 0.0027 * len(funnel.points)
    few = "less than one" if expected < 1 else f"about {expected:.0f}"
    return Reading(
        f"A mark an authority: the larger it is, the farther right; the higher its figure, the farther up. The limits are "
        f"wide at the left because small numbers swing more by chance. {found.authority_name} is the large dot, its "
        f"neighbours ({funnel.model} model) are diamonds, all named.",
        f"Between the limits, an authority cannot be told from England. Beyond the outer ones, chance alone does not "
        f"explain the distance. {_own_words(found, funnel)} {_beyond(funnel)} By chance alone it would be {few}.",
        "That an authority lies beyond a limit does not say why: areas differ in need, in population and in what they "
        "count. The more of them lie beyond, the less the limits alone set any one apart. With few "
        "children the limits are rough.",
    )


def where(funnel: Funnel, point: FunnelPoint) -> str:
    """Where a point lies: within the limits, between them, or beyond the outer one."""
    limit = funnel.limit_of(point)
    if limit.two[0] <= point.value <= limit.two[1]:
        return INSIDE
    return NEAR if limit.three[0] <= point.value <= limit.three[1] else BEYOND


def _own(funnel: Funnel) -> FunnelPoint | None:
    return next((point for point in funnel.points if point.is_own), None)


def _finding(funnel: Funnel) -> str:
    own = _own(funnel)
    if own is None:
        return "not in the funnel, no figure with counts"
    side = "" if where(funnel, own) == INSIDE else f", {_side(funnel, own)} than England"
    return f"{where(funnel, own)}{side}"


def _own_words(found: Comparison, funnel: Funnel) -> str:
    own = _own(funnel)
    if own is None:
        return f"{found.authority_name} has no published figure with its counts, so it is not drawn."
    limit, decimals = funnel.limit_of(own), found.decimals
    low, high = (shown(each, decimals) for each in limit.three)
    return (
        f"{found.authority_name} ({shown(own.value, decimals, found.unit)}) lies {_finding(funnel)}: an authority of its "
        f"size would lie between {low} and {high} by chance alone, about 997 times in 1,000."
    )


def _side(funnel: Funnel, point: FunnelPoint) -> str:
    return "higher" if point.value > funnel.england else "lower"


def _beyond(funnel: Funnel) -> str:
    return f"{funnel.beyond} of {len(funnel.points)} authorities lie beyond the outer limits."


def _marked(found: Comparison, funnel: Funnel) -> list[Series]:
    names = {AUTHORITY: found.authority_name, **NAMES}
    return [
        Series(names[role], tuple(each.value if role_of(each) == role else None for each in funnel.points), role)
        for role in (AUTHORITY, NEIGHBOURS, CONTEXT)
        if any(role_of(each) == role for each in funnel.points)
    ]


def _lines(funnel: Funnel) -> list[Series]:
    limits = [funnel.limit_of(point) for point in funnel.points]
    two, three = [limit.two for limit in limits], [limit.three for limit in limits]
    return [
        Series("England", (funnel.england,) * len(limits), MEAN),
        Series("2 SD above", tuple(high for _, high in two), INNER),
        Series("2 SD below", tuple(low for low, _ in two), INNER),
        Series("3 SD above", tuple(high for _, high in three), LIMIT),
        Series("3 SD below", tuple(low for low, _ in three), LIMIT),
    ]


def _absent(funnel: Funnel, ranked: Ranked) -> tuple[tuple[str, str], ...]:
    """One's own and neighbours that are not drawn: without a figure, or with one but no counts."""
    drawn = {point.area for point in funnel.points}
    named = [bar for bar in ranked.bars if bar.is_own or bar.is_neighbour]
    return (
        *((bar.name, NO_COUNTS) for bar in named if bar.area not in drawn),
        *((each.name, WHY_ABSENT[each.reason]) for each in ranked.missing),
    )


def _table(found: Comparison, funnel: Funnel, title: str, caption: str) -> DataTable:
    decimals = found.decimals
    columns = (
        ColumnSpec("Area", "text"),
        ColumnSpec("What it is", "text"),
        ColumnSpec(_SIZES.get(funnel.kind, _SIZE), "number"),
        ColumnSpec(named_by_unit(found.unit), "number", decimals),
        ColumnSpec("2 standard deviations", "text"),
        ColumnSpec("3 standard deviations", "text"),
        ColumnSpec("Where it lies", "text"),
    )
    rows = []
    for point in funnel.points:
        limit = funnel.limit_of(point)
        two, three = (f"{shown(low, decimals)} to {shown(high, decimals)}" for low, high in (limit.two, limit.three))
        rows.append((point.name, WHAT[role_of(point)], point.size, point.value, two, three, where(funnel, point)))
    return DataTable(found.code, title, caption, columns, tuple(rows))
