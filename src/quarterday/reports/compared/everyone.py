"""All authorities as ranked bars: one's own and its neighbours named, England as a line, and what may be concluded."""

from quarterday.benchmarks import Comparison, Ranked
from quarterday.benchmarks.comparison import HIGHER, LOWER
from quarterday.benchmarks.words import shown
from quarterday.indicators.results import rounded
from quarterday.reports.chart import AUTHORITY, NEIGHBOURS, Chart, Series
from quarterday.reports.compared.bars import Bar, Measured, Told, ranked_chart, role_of
from quarterday.reports.compared.reading import Reading, about, key_of, source
from quarterday.reports.compared.wording import NOT_PUBLISHED, WHY_ABSENT, Tally, tally
from quarterday.reports.marks import MEAN

CLUSTERS = "No interval can be reckoned from what is published, so nothing can be told of differences between two bars."


def all_ranked(found: Comparison, ranked: Ranked) -> Chart:
    """The chart of every authority with a published figure, the lowest first."""
    bars = [Bar(bar.name, bar.value, bar.interval, role_of(bar)) for bar in ranked.bars]
    absent = [(each.name, AUTHORITY if each.is_own else NEIGHBOURS, WHY_ABSENT[each.reason]) for each in ranked.missing]
    lines = [] if ranked.england is None else [Series("England", (ranked.england,) * len(bars), MEAN)]
    title = f"{found.authority_name}: {_finding(ranked)}"
    england = f" England: {shown(ranked.england, found.decimals, found.unit)}." if ranked.england is not None else ""
    told = Told(
        title,
        f"{about(found)}; {len(bars)} authorities with a published figure, the lowest first, a joint return once"
        f"{_whiskers(found, ranked)}. {source(found)}",
        f"Ranked bar chart of {found.title.lower()} for {len(bars)} authorities. {title}.{england} {_place(found, ranked)}",
    )
    return ranked_chart(Measured(key_of(found, "ranked"), found.unit, found.decimals), told, bars, absent, lines)


def read_ranked(found: Comparison, ranked: Ranked) -> Reading:
    """What the ranked bars show, and what can and cannot be concluded from them."""
    sure = any(bar.low is not None for bar in ranked.bars)
    hidden = any(WHY_ABSENT[each.reason] == WHY_ABSENT["c"] for each in ranked.missing)
    beyond = "Whiskers that reach beyond the scale are cut at its end. " if sure else ""
    can = (
        f"Where the whiskers of two bars do not overlap, the two differ by more than chance. {_standing(found, ranked)}"
        if sure
        else CLUSTERS
    )
    return Reading(
        f"A bar an authority, the lowest first: {found.authority_name} solid and in bold, its ten statistical neighbours "
        f"({ranked.model} model) hatched, all named; the others grey; England the dashed line. {_place(found, ranked)} "
        f"{beyond}{_others(ranked)}{NOT_PUBLISHED if hidden else ''}",
        can,
        "Where whiskers overlap, which of the two is higher cannot be told: a few places up or down in the order mean "
        "nothing. Nor does the order say why areas differ: need, population and ways of counting differ too. "
        f"{_direction(found)}",
    )


def tally_of(ranked: Ranked) -> Tally:
    """How the own bar stands to the neighbours'."""
    own = ranked.own
    absent = sum(not each.is_own for each in ranked.missing)
    return tally(own.interval if own else None, [bar.interval for bar in ranked.neighbours], absent)


def _finding(ranked: Ranked) -> str:
    return tally_of(ranked).finding if ranked.own else "its own figure is not published"


def _standing(found: Comparison, ranked: Ranked) -> str:
    if not ranked.own:
        return f"{found.authority_name} has no published figure, so nothing is told of it here."
    return f"{found.authority_name}: {tally_of(ranked).clause}."


def _place(found: Comparison, ranked: Ranked) -> str:
    """How many authorities have a lower and how many a higher figure, each rounded as shown; ties count for neither."""
    own = ranked.own
    if own is None:
        return f"{found.authority_name} has no published figure."
    values, mine = [rounded(bar.value, found.decimals) for bar in ranked.bars], rounded(own.value, found.decimals)
    lower, higher = sum(each < mine for each in values), sum(each > mine for each in values)
    same = len(values) - 1 - lower - higher
    tied = f", {same} the same" if same else ""
    return (
        f"{found.authority_name}: {shown(own.value, found.decimals, found.unit)}; "
        f"{lower} authorities have a lower figure, {higher} a higher one{tied}."
    )


def _whiskers(found: Comparison, ranked: Ranked) -> str:
    sure = any(bar.low is not None for bar in ranked.bars)
    return f"; whiskers are 95 % intervals ({found.interval})" if sure else "; without intervals"


def _others(ranked: Ranked) -> str:
    if not ranked.others_missing:
        return ""
    many = ranked.others_missing > 1
    return (
        f"{ranked.others_missing} other authorities have no published figure. "
        if many
        else ("1 other authority has no published figure. ")
    )


def _direction(found: Comparison) -> str:
    words = {LOWER: "Lower is better here.", HIGHER: "Higher is better here."}
    return words.get(found.better, "Neither a high nor a low figure is good in itself.")
