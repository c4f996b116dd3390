"""How published numbers add up: over time, over groups, from parts to wholes, from stocks to flows."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from quarterday.disclosure.families import Family, Part, Pieces, Window, windows_of
from quarterday.disclosure.publication import FLOW, SPAN, STOCK, Counted, Relation

UNBOUNDED = float("inf")


@dataclass(frozen=True)
class StockFlow:
    """A stock at a day = the stock before + what started since - what ended.

    `exact`: it holds between any two days by definition; otherwise nearly, over the times published.
    """

    stock: Family
    started: Family
    ended: Family
    exact: bool = False


@dataclass(frozen=True)
class Sum:
    """A sum of factor x quantity that is nought (or, `at_most`, no more) by definition, whatever the records."""

    terms: tuple[tuple[int, Counted], ...]
    at_most: bool = False


def relations_of(
    counts: Mapping[Counted, int],
    parts: Iterable[Part],
    stock_flows: Iterable[StockFlow] = (),
    sums: Iterable[Sum] = (),
) -> tuple[Relation, ...]:
    """Every additive relation among the quantities; pieces of time that nobody publishes stand in them as unknowns.

    What holds only nearly (distinct children over time, a declared sum) is given the slack that the records show, so that
    no relation is ever untrue and a reader who takes it for exact learns nothing more.
    """
    windows = windows_of(counts)
    parts, stock_flows = list(parts), [each for each in stock_flows if each.stock in windows]
    pieces = Pieces(windows, parts, _stock_days(stock_flows, windows))
    found = [*_over_time(windows, pieces), *_nested(windows, counts)]
    found += [relation for part in parts for relation in _over_parts(part, windows, pieces)]
    found += [relation for part in parts for relation in _children_of_happenings(part, windows, pieces, counts)]
    found += [relation for each in stock_flows for relation in _stock_and_flow(each, windows, pieces)]
    loose = [_slackened(relation, counts) for relation in found]
    return tuple([each for each in loose if each] + [_declared(each, counts) for each in sums])


def _stock_days(stock_flows: Iterable[StockFlow], windows: Mapping[Family, set[Window]]) -> dict[Family, set[date]]:
    cuts: dict[Family, set[date]] = defaultdict(set)
    for each in stock_flows:
        for flow in (each.started, each.ended):
            cuts[flow] |= {end + timedelta(days=1) for _, end in windows[each.stock]}
    return cuts


def _over_time(windows: Mapping[Family, set[Window]], pieces: Pieces) -> Iterator[Relation]:
    for family, spans in windows.items():
        for window in spans if family.kind == FLOW else ():
            made_of = pieces.within(family, window) or []
            if len(made_of) > 1:
                yield _equal([(1, family.at(piece)) for piece in made_of], [family.at(window)])


def _nested(windows: Mapping[Family, set[Window]], counts: Mapping[Counted, int]) -> Iterator[Relation]:
    """Distinct children of a shorter time are among those of a longer one."""
    for family, spans in windows.items():
        for inner in spans if family.kind == SPAN else ():
            for outer in spans:
                contained = inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]
                if contained and counts[family.at(inner)] <= counts[family.at(outer)]:
                    yield _at_most([(1, family.at(inner))], [family.at(outer)])


def _over_parts(part: Part, windows: Mapping[Family, set[Window]], pieces: Pieces) -> Iterator[Relation]:
    flows = part.whole.kind == FLOW and all(each.kind == FLOW for each in part.parts)
    times = set().union(*(windows.get(each, set()) for each in part.parts))
    for piece in sorted({p for each in part.parts for p in pieces.of(each)} if flows else times):
        wholes = pieces.within(part.whole, piece) if flows else [piece] if piece in windows.get(part.whole, set()) else None
        known = [(1, each.at(piece)) for each in part.parts if _has(each, piece, windows, pieces, flows)]
        if wholes:
            yield _related(part, len(known))(known, [part.whole.at(whole) for whole in wholes])


def _related(part: Part, known: int) -> Callable[[list[tuple[int, Counted]], list[Counted]], Relation]:
    """How those of its parts that are known at a time make up a whole: some of them are no more than it."""
    if not part.complete or (part.exact and known < len(part.parts)):
        return _at_most
    return _equal if part.exact else _at_least


def _children_of_happenings(
    part: Part, windows: Mapping[Family, set[Window]], pieces: Pieces, counts: Mapping[Counted, int]
) -> Iterator[Relation]:
    """Children counted once in a time are no more than what happened in all the pieces of time that it lies in.

    Told only where the records never say otherwise of a time at which both are known.
    """
    children, *others = part.parts
    if others or children.kind != SPAN or part.whole.kind != FLOW:
        return
    both = windows.get(children, set()) & windows.get(part.whole, set())
    if any(counts[children.at(window)] > counts[part.whole.at(window)] for window in both):
        return
    for window in sorted(windows.get(children, set()) - both):
        happenings = pieces.covering(part.whole, window)
        if happenings:
            yield _at_most([(1, children.at(window))], [part.whole.at(piece) for piece in happenings])


def _has(family: Family, piece: Window, windows: Mapping[Family, set[Window]], pieces: Pieces, flows: bool) -> bool:
    return piece in (pieces.of(family) if flows else windows.get(family, set()))


def _stock_and_flow(each: StockFlow, windows: Mapping[Family, set[Window]], pieces: Pieces) -> Iterator[Relation]:
    """From one day of the stock to the next where flows add up over time; else over each window of the flows."""
    days = sorted(end for _, end in windows[each.stock])
    exact = each.exact and each.started.kind == FLOW and each.ended.kind == FLOW
    spans = list(itertools.pairwise(days))
    if not exact:
        both = windows.get(each.started, set()) & windows.get(each.ended, set())
        spans = [(start - timedelta(days=1), end) for start, end in both if {start - timedelta(days=1), end} <= set(days)]
    for before, after in spans:
        window = (before + timedelta(days=1), after)
        started, ended = (pieces.within(flow, window) if exact else [window] for flow in (each.started, each.ended))
        if started and ended:
            terms = [(1, each.stock.at((before, before))), (-1, each.stock.at((after, after)))]
            terms += [(1, each.started.at(piece)) for piece in started] + [(-1, each.ended.at(piece)) for piece in ended]
            yield Relation(tuple(terms))


def _equal(parts: list[tuple[int, Counted]], wholes: list[Counted]) -> Relation:
    return Relation((*parts, *((-1, whole) for whole in wholes)), totals=frozenset(wholes))


def _at_most(parts: list[tuple[int, Counted]], wholes: list[Counted]) -> Relation:
    return Relation((*parts, *((-1, whole) for whole in wholes)), -UNBOUNDED, 0, frozenset(wholes))


def _at_least(parts: list[tuple[int, Counted]], wholes: list[Counted]) -> Relation:
    return Relation((*parts, *((-1, whole) for whole in wholes)), 0, UNBOUNDED, frozenset(wholes))


def _declared(each: Sum, counts: Mapping[Counted, int]) -> Relation:
    low = -UNBOUNDED if each.at_most else 0.0
    made = _slackened(Relation(each.terms, low, 0.0), counts)
    return made or Relation(())


def _slackened(relation: Relation, counts: Mapping[Counted, int]) -> Relation | None:
    """The relation as true as the records make it; as it stands where it has unknowns."""
    if any(counted not in counts for _, counted in relation.terms):
        return relation
    found = sum(factor * counts[counted] for factor, counted in relation.terms)
    return Relation(relation.terms, min(relation.low, found), max(relation.high, found), relation.totals)


__all__ = ["FLOW", "SPAN", "STOCK", "StockFlow", "Sum", "relations_of"]
