"""From a figure of an indicator to the statement about numbers of children that it makes."""

from quarterday.disclosure.publication import ALL, FLOW, SPAN, STOCK, Counted, Statement, StatementKey
from quarterday.indicators import Count, Indicator, Median, Mix, NetChange, Percentage, Rate, Ratio, Result, Total
from quarterday.indicators.language import FromPeak

_OF_THE_PERIOD = ("snapshot", "period_start", "period_end")


def statement_of(
    indicator: Indicator, result: Result, *, sensitive: bool = False, behind: int | None = None, rank: int = 0
) -> Statement:
    """The statement that a figure makes; one without quantities where it is about no child."""
    key: StatementKey = (result.code, result.period_kind, result.period_end, result.breakdown, result.group)
    if not indicator.of.about_child or isinstance(indicator, FromPeak):
        return Statement(key, rank=rank)
    above, below = quantities_of(indicator, result)
    return Statement(key, above, below, sensitive, behind if isinstance(indicator, Median) else None, rank)


def quantities_of(indicator: Indicator, result: Result) -> tuple[Counted | None, Counted | None]:
    """Numerator and denominator as quantities: those of them that are numbers of children."""
    fact = indicator.of.name
    if isinstance(indicator, Mix):
        total = _counted(indicator, result, indicator.among, _named(fact, indicator.weight), whole=True)
        return (total, total) if result.breakdown == ALL else (_counted(indicator, result, indicator.among, fact), total)
    if isinstance(indicator, NetChange):
        return _counted(indicator, result, "", f"{fact} less {indicator.minus.name}"), None
    if isinstance(indicator, Ratio):
        return None, _counted(indicator, result, indicator.among, _named(fact, indicator.denominator))
    if isinstance(indicator, Total):
        return _counted(indicator, result, indicator.among, _named(fact, indicator.amount)), None
    if isinstance(indicator, Percentage):
        below = _counted(indicator, result, indicator.denominator_predicate, fact)
        return _counted(indicator, result, indicator.numerator_predicate, fact), below
    if isinstance(indicator, Count | Rate):
        distinct = indicator.distinct if isinstance(indicator, Count) else ""
        return _counted(indicator, result, indicator.numerator_predicate, _named(fact, distinct or "1")), None
    return None, None


def _counted(indicator: Indicator, result: Result, where: str, of: str, *, whole: bool = False) -> Counted:
    predicate = _bare(" ".join(where.split())) or "1 = 1"
    breakdown, group = (ALL, ALL) if whole else (result.breakdown, result.group)
    start = result.period_start if indicator.is_flow else result.period_end
    return Counted(of, predicate, _kind(indicator, predicate), start, result.period_end, breakdown, group)


def _kind(indicator: Indicator, predicate: str) -> str:
    if not indicator.is_flow:
        return STOCK
    distinct = isinstance(indicator, Count) and bool(indicator.distinct)
    return SPAN if distinct or any(word in predicate for word in _OF_THE_PERIOD) else FLOW


def _named(fact: str, column: str) -> str:
    return fact if column == "1" else f"{fact}: {column}"


def _bare(predicate: str) -> str:
    """A predicate without brackets around the whole, so that the same words are the same quantity."""
    inner = predicate[1:-1]
    whole = predicate.startswith("(") and predicate.endswith(")") and inner.count("(") == inner.count(")")
    return inner if whole and _never_closes(inner) else predicate


def _never_closes(inner: str) -> bool:
    depth = 0
    for letter in inner:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return False
    return True
