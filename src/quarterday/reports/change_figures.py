"""Changes of stocks as figures of the book: the stock at both days, what came in, what went out, and the parts of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from quarterday.disclosure import Counted, Family, Part, StatementKey, StockFlow, family_of, quantities_of
from quarterday.disclosure.publication import FLOW
from quarterday.indicators import Count, Indicator, Result
from quarterday.indicators.results import OK
from quarterday.reports.change_groups import CAME_IN, WAYS, Groups, number, parts_of, way_of, window_of
from quarterday.reports.publishing import Links, Measured
from quarterday.sections import BY_CODE
from quarterday.signals.change import Explained, stock_of

HELD = "held"
ALL_PARTS = "all"
_SINCE = "since "

Window = tuple[date, date]


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
    return code, HELD, day, HELD, ALL_PARTS


def moved_key(change: Key, way: str, names: Iterable[str] = (ALL_PARTS,)) -> StatementKey:
    """What came in or went out after the first day: all of it, or some parts together."""
    code, start, end = change
    return code, f"{_SINCE}{start.isoformat()}", end, way, "+".join(names)


def is_of_change(key: StatementKey) -> bool:
    """Whether a figure is one of a change."""
    return key[1] == HELD or key[1].startswith(_SINCE)


def changes_in(keys: Iterable[StatementKey]) -> list[Key]:
    """The changes that figures speak of, each once."""
    since = [key for key in keys if key[1].startswith(_SINCE)]
    return list(dict.fromkeys((key[0], date.fromisoformat(key[1].removeprefix(_SINCE)), key[2]) for key in since))


def figures_of(explained: Explained, groups: Groups) -> Iterator[tuple[StatementKey, Measured]]:
    """Every figure that is told of a change, with the number of children that it is for disclosure control."""
    code, window = explained.code, window_of(explained)
    change = (code, explained.start, explained.end)
    for day, tally in ((explained.start, explained.opening), (explained.end, explained.closing)):
        yield _measured(explained, held_key(code, day), tally.count, _held(code, day))
    for way in WAYS:
        names = [name for name in parts_of(explained) if way_of(name) == way]
        yield _measured(explained, moved_key(change, way), number(explained, names), _total(code, way, window))
        for group in groups[way]:
            yield _measured(explained, moved_key(change, way, group), number(explained, group), _some(code, group, window))


def held_of(result: Result) -> tuple[StatementKey, Measured]:
    """A stock as measured at a day, as the figure that a change from that day would begin with."""
    key = held_key(result.code, result.period_end)
    held = replace(result, period_kind=HELD, breakdown=HELD, group=ALL_PARTS)
    return key, Measured(stock_of(BY_CODE[result.code]).counted, held, counted=_held(result.code, result.period_end))


def links_of(explained: Explained, groups: Groups) -> Links:
    """How the figures of a change hang together with each other and with what else is told.

    The single parts stand in it as numbers that exist, whether they are told or not.
    """
    code, window = explained.code, window_of(explained)
    came, went = (family_of(_total(code, way, window)) for way in WAYS)
    flow = StockFlow(family_of(_held(code, explained.end)), came, went, exact=True)
    single = {name: _some(code, [name], window) for name in parts_of(explained)}
    families = {name: family_of(counted) for name, counted in single.items()}
    parts = [*_wholes(families, dict(zip(WAYS, (came, went), strict=True))), *_together(code, families, groups, window)]
    parts += [*_distinct_children(code, window, came, went), *_repeats(code, window, families)]
    return Links((flow,), tuple(parts), {counted: number(explained, [name]) for name, counted in single.items()})


def _wholes(families: dict[str, Family], totals: dict[str, Family]) -> Iterator[Part]:
    """All parts of a way are all that came in, or went out."""
    for way, total in totals.items():
        yield Part(tuple(each for name, each in families.items() if way_of(name) == way), total, complete=True)


def _together(code: str, families: dict[str, Family], groups: Groups, window: Window) -> Iterator[Part]:
    for group in (each for of_way in groups.values() for each in of_way if len(each) > 1):
        yield Part(tuple(families[name] for name in group), family_of(_some(code, group, window)), complete=True)


def _distinct_children(code: str, window: Window, came: Family, went: Family) -> Iterator[Part]:
    """Children counted once in a period are no more than what came in, or went out."""
    flows = FLOWS_OF.get(code)
    if flows and not flows.exact:
        yield Part((family_of(_quantity(BY_CODE[flows.started], window)),), came)
        yield Part((family_of(_quantity(BY_CODE[flows.ended], window)),), went)


def _repeats(code: str, window: Window, families: dict[str, Family]) -> Iterator[Part]:
    if code == "CPP-01":
        repeated = family_of(_quantity(BY_CODE[REPEAT_PLANS], window))
        yield Part((families["returned"],), repeated)
        yield Part((families["returned"], families["transferred_in"]), repeated, complete=True, exact=False)


def _measured(explained: Explained, key: StatementKey, count: int, counted: Counted) -> tuple[StatementKey, Measured]:
    code, kind, end, way, name = key
    result = Result(code, explained.authority, kind, counted.start, end, way, name, count, None, float(count), OK, "count")
    indicator = Count(code=code, title=f"{explained.title}: {way}", of=stock_of(BY_CODE[code]).counted.of)
    return key, Measured(indicator, result, counted=counted)


def _held(code: str, day: date) -> Counted:
    return _quantity(stock_of(BY_CODE[code]).counted, (day, day))


def _total(code: str, way: str, window: Window) -> Counted:
    """What came in or went out: the flow that is told beside the stock, where it is the same by definition."""
    flows = FLOWS_OF.get(code)
    if flows and flows.exact:
        return _quantity(BY_CODE[flows.started if way == CAME_IN else flows.ended], window)
    return Counted(_change_of(code), f"{code} {way}", FLOW, *window)


def _some(code: str, names: Iterable[str], window: Window) -> Counted:
    return Counted(_change_of(code), f"{code}: {' or '.join(names)}", FLOW, *window)


def _change_of(code: str) -> str:
    return f"change of {stock_of(BY_CODE[code]).fact.name}"


def _quantity(counted: Indicator, window: Window) -> Counted:
    result = Result(counted.code, "", "", *window, "all", "all", None, None, None, OK, "")
    above, _ = quantities_of(counted, result)
    if above is None:
        raise ValueError(f"{counted.code} counts no children.")
    return above
