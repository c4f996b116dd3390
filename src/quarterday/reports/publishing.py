"""From the figures that a report tells to the publication that disclosure control looks at as a whole."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from quarterday.disclosure import (
    ALL,
    Counted,
    Family,
    Part,
    Profile,
    Publication,
    Statement,
    StatementKey,
    StockFlow,
    family_of,
    protect,
    relations_of,
    statement_of,
)
from quarterday.indicators import Indicator, Mix, Result
from quarterday.reports.adding_up import STOCKS_AND_FLOWS, is_sensitive
from quarterday.reports.declared import parts_of, sums_of
from quarterday.sections import INDICATORS

_RANK = {indicator.code: place for place, indicator in enumerate(INDICATORS)}


@dataclass(frozen=True)
class Measured:
    """A figure as measured: with the number of children behind it, where it is an average or a median."""

    indicator: Indicator
    result: Result
    behind: int | None = None
    counted: Counted | None = None
    """The number that it is, where its indicator alone does not say so: a part of a change."""

    @property
    def statement(self) -> Statement:
        """What it says of numbers of children."""
        code, breakdown = self.result.code, self.result.breakdown
        sensitive, rank = is_sensitive(code, breakdown), _RANK.get(code, len(_RANK))
        if self.counted:
            key: StatementKey = (code, self.result.period_kind, self.result.period_end, breakdown, self.result.group)
            return Statement(key, self.counted, rank=len(_RANK) + rank)
        return statement_of(self.indicator, self.result, sensitive=sensitive, behind=self.behind, rank=rank)


@dataclass(frozen=True)
class Links:
    """Relations that the figures themselves bring: stocks with their flows, parts with their wholes.

    `counts` gives numbers that stand in them and need not be told.
    """

    stock_flows: tuple[StockFlow, ...] = ()
    parts: tuple[Part, ...] = ()
    counts: Mapping[Counted, int] = field(default_factory=dict)

    def __add__(self, other: "Links") -> "Links":
        stock_flows = dict.fromkeys((*self.stock_flows, *other.stock_flows))
        parts = dict.fromkeys((*self.parts, *other.parts))
        return Links(tuple(stock_flows), tuple(parts), {**self.counts, **other.counts})


NO_LINKS = Links()


def publication_of(
    figures: Mapping[StatementKey, Measured],
    told: Collection[StatementKey],
    already: Mapping[StatementKey, bool],
    links: Links = NO_LINKS,
    foreseen: Iterable[StatementKey] = (),
) -> Publication:
    """The publication of the figures told, with what earlier editions showed (True) or hid (False) of them or of others,
    and what later ones will tell of time that is over.

    Figures that are not known make no statement.
    """
    statements = [figures[key].statement for key in told if _says_something(figures.get(key))]
    before = {figures[key].statement: shown for key, shown in already.items() if _says_something(figures.get(key))}
    out = {*told, *already}
    later = [figures[key].statement for key in foreseen if key not in out and _says_something(figures.get(key))]
    published = {each.key: figures[each.key] for each in (*statements, *before, *later)}
    counts = {**links.counts, **_counts(_with_siblings(published, figures))}
    sums = sums_of({key: each.statement for key, each in published.items()})
    parts = dict.fromkeys((*_parts(published.values(), counts), *parts_of(sums, counts), *links.parts))
    stock_flows = dict.fromkeys((*_stock_flows(published), *links.stock_flows))
    relations = relations_of(counts, parts, stock_flows, sums)
    return Publication(tuple(statements), counts, relations, before, tuple(later))


def hidden_alone(figures: Iterable[Measured], profile: Profile) -> frozenset[StatementKey]:
    """The figures that a profile hides for their own numbers, before anything is worked out from anything else."""
    some = [each for each in figures if _says_something(each)]
    publication = Publication(tuple(each.statement for each in some), _counts(some))
    return protect(publication, replace(profile, secondary=False)).hidden


def _says_something(measured: Measured | None) -> bool:
    return measured is not None and measured.result.status != "x" and bool(measured.statement.quantities or measured.behind)


def _with_siblings(published: Mapping[StatementKey, Measured], figures: Mapping[StatementKey, Measured]) -> list[Measured]:
    """The published figures, and the other groups of the breakdowns they belong to."""
    wanted = {key[:4] for key in published}
    return [each for key, each in figures.items() if key in published or (key[3] != ALL and key[:4] in wanted)]


def _counts(measured: Iterable[Measured]) -> dict[Counted, int]:
    counts: dict[Counted, int] = {}
    for each in measured:
        statement, result = each.statement, each.result
        if statement.denominator is not None and result.denominator is not None:
            counts[statement.denominator] = result.denominator
        if statement.numerator is not None:
            counts[statement.numerator] = result.numerator or 0
    return _with_empty_groups(counts)


def _with_empty_groups(counts: dict[Counted, int]) -> dict[Counted, int]:
    """A group that is not listed at a time at which others are is nought."""
    groups: dict[Family, set[Family]] = defaultdict(set)
    windows: dict[Family, set[tuple[date, date]]] = defaultdict(set)
    for counted in counts:
        if counted.breakdown != ALL:
            breakdown = family_of(counted)._replace(group=ALL)
            groups[breakdown].add(family_of(counted))
            windows[breakdown].add((counted.start, counted.end))
    empty = {
        family.at(window): 0
        for breakdown, families in groups.items()
        for family in families
        for window in windows[breakdown]
    }
    return empty | counts


def _parts(published: Iterable[Measured], counts: Mapping[Counted, int]) -> list[Part]:
    families = dict.fromkeys(family_of(counted) for counted in counts)
    siblings: dict[Family, list[Family]] = defaultdict(list)
    for family in families:
        if family.breakdown != ALL:
            siblings[family._replace(group=ALL)].append(family)
    found = [*_subsets(families), *_wholes(families, siblings)]
    found += [part for each in published for part in _shares(each, siblings)]
    return list(dict.fromkeys(found))


def _subsets(families: Iterable[Family]) -> Iterator[Part]:
    """What a condition leaves of a population is no more than the population."""
    known = set(families)
    for family in families:
        everything = family._replace(where="1 = 1")
        if family.breakdown == ALL and family != everything and everything in known:
            yield Part((family,), everything)


def _wholes(families: Iterable[Family], siblings: Mapping[Family, list[Family]]) -> Iterator[Part]:
    """The groups of a breakdown are the whole."""
    known = set(families)
    for breakdown, groups in siblings.items():
        whole = breakdown._replace(breakdown=ALL)
        if whole in known:
            yield Part(tuple(groups), whole, complete=True)


def _shares(measured: Measured, siblings: Mapping[Family, list[Family]]) -> Iterator[Part]:
    """A numerator is part of its denominator; the groups of a mix are all of it, or more where a record is in several."""
    above, below = measured.statement.numerator, measured.statement.denominator
    if above is None or below is None or above == below:
        return
    yield Part((family_of(above),), family_of(below))
    if isinstance(measured.indicator, Mix) and above.breakdown == measured.indicator.by:
        groups = siblings[family_of(above)._replace(group=ALL)]
        yield Part(tuple(groups), family_of(below), complete=True, exact=measured.indicator.weight == "1")


def _stock_flows(published: Mapping[StatementKey, Measured]) -> list[StockFlow]:
    by_code = {key[0]: each.statement.numerator for key, each in published.items() if key[3] == ALL}
    found = []
    for *codes, exact in STOCKS_AND_FLOWS:
        counted = [by_code.get(str(code)) for code in codes]
        if all(counted):
            stock, started, ended = (family_of(each) for each in counted if each)
            found.append(StockFlow(stock, started, ended, bool(exact)))
    return found
