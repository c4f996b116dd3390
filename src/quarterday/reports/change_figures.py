"""Changes of stocks as figures of the book: the stock at both days, what came in, what went out, and the parts of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quarterday.disclosure import Counted, Family, Part, StatementKey, StockFlow, family_of, quantities_of
from quarterday.disclosure.publication import FLOW
from quarterday.indicators import Count, Indicator, Result
from quarterday.indicators.results import OK
from quarterday.reports.publishing import Links, Measured
from quarterday.sections import BY_CODE
from quarterday.signals.change import FLOW as HAPPENED
from quarterday.signals.change import Explained, stock_of
from quarterday.signals.change import Part as ChangePart
from quarterday.signals.change.parts import IN

HELD = "held"
CAME_IN = "came in"
WENT_OUT = "went out"
_SINCE = "since "


@dataclass(frozen=True)
class Flows:
    """The flows told beside a stock. `exact`: they are what comes in and goes out, by definition; else no more than it."""

    started: str
    ended: str
    exact: bool = False


FLOWS_OF = {
    "CPP-01": Flows("CPP-03", "CPP-05", exact=True),
    "LAC-01": Flows("LAC-03", "LAC-05"),  # children, each once
}
"""By the code of the stock."""

REPEAT_PLANS = "CPP-12"
"""Those who returned are second or later plans; every such plan is of a child who returned or moved in (R11)."""

Key = tuple[str, date, date]
"""Code of the stock, first and last day of a change."""


def held_key(code: str, day: date) -> StatementKey:
    """The stock at a day."""
    return code, HELD, day, HELD, "all"


def moved_key(change: Key, way: str, name: str = "all") -> StatementKey:
    """What came in or went out after the first day; `all`, or one part."""
    code, start, end = change
    return code, f"{_SINCE}{start.isoformat()}", end, way, name


def is_of_change(key: StatementKey) -> bool:
    """Whether a figure is one of a change."""
    return key[1] == HELD or key[1].startswith(_SINCE)


def changes_in(keys: Iterable[StatementKey]) -> list[Key]:
    """The changes that figures speak of, each once."""
    since = [key for key in keys if key[1].startswith(_SINCE)]
    return list(dict.fromkeys((key[0], date.fromisoformat(key[1].removeprefix(_SINCE)), key[2]) for key in since))


def way_of(part: ChangePart) -> str:
    """Whether a part came in or went out."""
    return CAME_IN if part.kind.direction == IN else WENT_OUT


def happened(explained: Explained) -> list[ChangePart]:
    """The parts that are of the children's lives; corrections are told apart."""
    return [part for part in explained.parts if part.kind.of == HAPPENED]


def figures_of(explained: Explained) -> Iterator[tuple[StatementKey, Measured]]:
    """Every figure of a change, with the number of children that it is for disclosure control."""
    change = (explained.code, explained.start, explained.end)
    for day, tally in ((explained.start, explained.opening), (explained.end, explained.closing)):
        yield _measured(explained, held_key(explained.code, day), tally.count, day)
    parts = happened(explained)
    for way in (CAME_IN, WENT_OUT):
        of_way = [part for part in parts if way_of(part) == way]
        yield _measured(explained, moved_key(change, way), sum(abs(part.count) for part in of_way))
        for part in of_way:
            yield _measured(explained, moved_key(change, way, part.name), abs(part.count))


def links_of(explained: Explained) -> Links:
    """How the figures of a change hang together with each other and with what else is told."""
    window = (explained.start + timedelta(days=1), explained.end)
    came, went = (family_of(_total(explained.code, way, window)) for way in (CAME_IN, WENT_OUT))
    stock = family_of(_held(explained.code, explained.end))
    parts = [*_distinct_children(explained, came, went), *_repeats(explained, came)]
    return Links((StockFlow(stock, came, went, exact=True),), tuple(parts))


def _distinct_children(explained: Explained, came: Family, went: Family) -> Iterator[Part]:
    """Children counted once in a period are no more than what came in, or went out."""
    flows = FLOWS_OF.get(explained.code)
    if flows and not flows.exact:
        for code, whole in ((flows.started, came), (flows.ended, went)):
            yield Part((family_of(_flow(code, (explained.start, explained.end))),), whole)


def _repeats(explained: Explained, came: Family) -> Iterator[Part]:
    if explained.code != "CPP-01":
        return
    repeated = family_of(_flow(REPEAT_PLANS, (explained.start, explained.end)))
    returned, moved = (came._replace(breakdown=CAME_IN, group=name) for name in ("returned", "transferred_in"))
    yield Part((returned,), repeated)
    yield Part((returned, moved), repeated, complete=True, exact=False)


def _measured(explained: Explained, key: StatementKey, count: int, day: date | None = None) -> tuple[StatementKey, Measured]:
    code, kind, end, way, name = key
    first = day or explained.start + timedelta(days=1)
    counted = _held(code, day) if day else _total(code, way, (first, end))
    if not day and name != "all":
        counted = counted._replace(breakdown=way, group=name)
    number = float(count)
    result = Result(code, explained.authority, kind, first, end, way, name, count, None, number, OK, "count")
    stock = stock_of(BY_CODE[code]).counted
    words = f"{explained.title}: {way}" if name == "all" else f"{explained.title}: {way}, {name.replace('_', ' ')}"
    return key, Measured(Count(code=code, title=words, of=stock.of), result, counted=counted)


def _held(code: str, day: date) -> Counted:
    return _quantity(stock_of(BY_CODE[code]).counted, (day, day))


def _total(code: str, way: str, window: tuple[date, date]) -> Counted:
    """What came in or went out: the flow that is told beside the stock, where it is the same by definition."""
    flows = FLOWS_OF.get(code)
    if flows and flows.exact:
        return _flow(flows.started if way == CAME_IN else flows.ended, window)
    return Counted(f"change of {stock_of(BY_CODE[code]).fact.name}", f"{code} {way}", FLOW, *window)


def _flow(code: str, window: tuple[date, date]) -> Counted:
    return _quantity(BY_CODE[code], window)


def _quantity(counted: Indicator, window: tuple[date, date]) -> Counted:
    result = Result(counted.code, "", "", *window, "all", "all", None, None, None, OK, "")
    above, _ = quantities_of(counted, result)
    if above is None:
        raise ValueError(f"{counted.code} counts no children.")
    return above
