"""The attack: every suppressed number bounded by linear programs over everything printed.

A reader's system: one unknown for every number of children, one for every month of a flow; what is printed bounds it to
within half its last decimal; definitions tie the unknowns together. HiGHS finds the least and the greatest of each.
"""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from disclosure.attacker.dates import month_end
from disclosure.attacker.definitions import (
    NO_MORE_THAN,
    NOT_OF_CHILDREN,
    ONCE_A_CHILD,
    PARTS_OF,
    RATES,
    REPEATS,
    STOCK_FLOW,
    SUBSETS,
    SUMS,
    is_count,
    parts_of,
    singles,
)
from disclosure.attacker.evidence import About, Evidence, When

FAR = 1e5
CLOSE = 1e-6

Row = tuple[dict[int, float], float]


class Unknown(NamedTuple):
    """A number of children: what, which days, which group."""

    name: str
    when: When
    group: str = "all"


@dataclass(frozen=True)
class Bounded:
    """A suppressed number and the whole numbers that remain possible."""

    unknown: Unknown
    low: int
    high: int

    @property
    def width(self) -> int:
        return self.high - self.low


class Attack:
    """All that is printed, as a linear program. `least` is what a reader takes a suppressed count to be at least."""

    def __init__(self, evidence: Evidence, population: dict[int, int], half: float = 0.0, least: int = 0) -> None:
        self.evidence, self.population, self.half, self.least = evidence, population, half, least
        self.places: dict[Unknown, int] = {}
        self.low: list[float] = []
        self.high: list[float] = []
        self.equal: list[tuple[dict[int, float], float]] = []
        self.at_most: list[tuple[dict[int, float], float]] = []
        self.hidden: list[tuple[About, tuple[Unknown, ...]]] = []
        self.shown: set[Unknown] = set()
        for about, printed in evidence.printed.items():
            if not about.code.startswith(NOT_OF_CHILDREN) and not about.code.endswith(("m", "-01b")):
                for words in printed:
                    self._take(about, words)
        self._groups()
        self._kinds()
        self._months()
        self._declared()
        self._system = _Parts(len(self.places), self.low, self.high, self.equal, self.at_most)

    # what is printed

    def _take(self, about: About, words: str) -> None:
        above, below = parts_of(about.code)
        part = Unknown(above, about.when, about.group)
        whole = Unknown(below, about.when) if below else None
        if words == "[c]":
            self._hidden(about, part, whole)
            return
        self.shown |= {whole or part} if about.part == "d" else {part} if about.part == "n" else {part, whole or part}
        if words == "[z]":
            if whole:
                self._pin(whole, 0, 0)
                self._pin(part, 0, 0)
        elif about.part == "d":
            self._is(whole or part, float(words))
        elif about.part == "n" or is_count(about.code):
            self._is(part, float(words))
        else:
            self._value(about, part, whole, words)

    def _hidden(self, about: About, part: Unknown, whole: Unknown | None) -> None:
        """A figure that is not shown hides its numerator or its denominator: nobody says which."""
        self.hidden.append((about, tuple(each for each in (part, whole) if each)))
        for each in (part, whole):
            if each:
                self._place(each)
        if is_count(about.code) and self.least:
            self._pin(part, self.least, FAR)

    def _value(self, about: About, part: Unknown, whole: Unknown | None, words: str) -> None:
        value = float(words)
        slack = 0.5 * 10 ** -len(words.partition(".")[2]) if "." in words else 0.5
        slack = max(slack, _least_slack(about.code))
        if about.code in RATES:
            population = self.population[_mid_year(about.when.end)]
            self._pin(
                part, (value - slack) * population / 10_000 - self.half, (value + slack) * population / 10_000 + self.half
            )
        elif whole:
            self._place(part), self._place(whole)
            n, d, give = self.places[part], self.places[whole], self.half
            self.at_most.append(({n: 100, d: -(value + slack)}, 100 * give + (value + slack) * give))
            self.at_most.append(({n: -100, d: value - slack}, 100 * give + (value - slack) * give))

    def _is(self, unknown: Unknown, count: float) -> None:
        give = self.half if count else 0
        self._pin(unknown, count - give, count + give)

    def _place(self, unknown: Unknown) -> int:
        if unknown not in self.places:
            self.places[unknown] = len(self.places)
            self.low.append(0)
            self.high.append(FAR)
        return self.places[unknown]

    def _pin(self, unknown: Unknown, low: float, high: float) -> None:
        place = self._place(unknown)
        self.low[place] = max(self.low[place], low)
        self.high[place] = min(self.high[place], high)

    # what the definitions add

    def _groups(self) -> None:
        """The groups of a mix are its whole; a share is part of its whole."""
        mixes = {(about.code, about.when) for about in self.evidence.printed if about.group != "all"}
        for code, when in mixes:
            above, below = parts_of(code)
            groups = {a.group for a in self.evidence.printed if (a.code, a.when) == (code, when) and a.group != "all"}
            row = {self._place(Unknown(above, when, group)): 1.0 for group in groups}
            self.equal.append(({**row, self._place(Unknown(below, when)): -1.0}, 0.0))
        for about in self.evidence.printed:
            above, below = parts_of(about.code)
            if below and above != below and Unknown(above, about.when) in self.places:
                self._less(Unknown(above, about.when), Unknown(below, about.when))

    def _less(self, part: Unknown, whole: Unknown) -> None:
        self.at_most.append(({self._place(part): 1.0, self._place(whole): -1.0}, 0.0))

    def _kinds(self) -> None:
        """What came in, or went out, is the sum of its kinds; some are told together."""
        moved = {each: singles(each.name) for each in self.places}
        for each, names in moved.items():
            if len(names) > 1:
                row = {self._place(each._replace(name=name)): 1.0 for name in names}
                self.equal.append(({**row, self.places[each]: -1.0}, 0.0))
        for way in PARTS_OF:
            for when in {each.when for each, names in moved.items() if names and names[0].startswith(f"{way}: ")}:
                row = {self._place(Unknown(f"{way}: {kind}", when)): 1.0 for kind in PARTS_OF[way]}
                self.equal.append(({**row, self._place(Unknown(way, when)): -1.0}, 0.0))

    def _months(self) -> None:
        """A quarter is its three months, a year its twelve; of a share the months' parts are parts of the months' wholes."""
        flows = [each for each in self.places if each.when.start != each.when.end and each.name not in ONCE_A_CHILD]
        wholes = {parts_of(about.code)[0]: parts_of(about.code)[1] for about in self.evidence.printed}
        for each in flows:
            months = list(_months_of(each.when))
            if len(months) > 1:
                row = {self._place(Unknown(each.name, month, each.group)): 1.0 for month in months}
                self.equal.append(({**row, self.places[each]: -1.0}, 0.0))
        for each in list(self.places):
            whole = wholes.get(each.name, "")
            if whole and whole != each.name and each.group == "all" and Unknown(whole, each.when) in self.places:
                self._less(each, Unknown(whole, each.when))

    def _declared(self) -> None:
        whens = {each.when for each in self.places}
        for part, whole in SUBSETS:
            for when in whens:
                if {Unknown(part, when), Unknown(whole, when)} <= self.places.keys():
                    self._less(Unknown(part, when), Unknown(whole, when))
        for parts, whole in SUMS:
            for when in whens:
                if all(Unknown(name, when) in self.places for name in (*parts, whole)):
                    row = {self.places[Unknown(name, when)]: 1.0 for name in parts}
                    self.equal.append(({**row, self.places[Unknown(whole, when)]: -1.0}, 0.0))
        for stock, started, ended in STOCK_FLOW:
            self._balance(stock, started, ended)
        for children, happenings in NO_MORE_THAN:
            self._no_more(children, happenings)
        returned, repeated, moved = REPEATS
        for when in {each.when for each in self.places if each.name == returned}:
            if Unknown(repeated, when) in self.places:
                self._less(Unknown(returned, when), Unknown(repeated, when))
                row = {self._place(Unknown(name, when)): -1.0 for name in (returned, moved)}
                self.at_most.append(({**row, self.places[Unknown(repeated, when)]: 1.0}, 0.0))
        self._parts_of_months()

    def _no_more(self, children: str, happenings: str) -> None:
        """Children counted once are no more than the happenings of the same months."""
        for each in [each for each in self.places if each.name == children]:
            row = {self._place(Unknown(happenings, month)): -1.0 for month in _months_of(each.when)}
            self.at_most.append(({**row, self.places[each]: 1.0}, 0.0))

    def _parts_of_months(self) -> None:
        """A month is its first day and the rest, where a change begins within it."""
        flows = {name for _, *both in STOCK_FLOW for name in both}
        by_month = defaultdict(list)
        for each in [each for each in self.places if each.name in flows and each.when.end <= month_end(each.when.start)]:
            by_month[each.name, month_end(each.when.start)].append(each)
        for (name, end), pieces in by_month.items():
            month = Unknown(name, When(end.replace(day=1), end))
            pieces = [each for each in pieces if each != month]
            days = sum((each.when.end - each.when.start).days + 1 for each in pieces)
            if month in self.places and days == end.day:
                row = {self.places[each]: 1.0 for each in pieces}
                self.equal.append(({**row, self.places[month]: -1.0}, 0.0))

    def _balance(self, stock: str, started: str, ended: str) -> None:
        """Closing = opening + started - ended, between each two days of the stock, in whole months."""
        days = sorted(each.when.end for each in self.places if each.name == stock and each.group == "all")
        for before, after in itertools.pairwise(days):
            months = list(_months_of(When(before + timedelta(days=1), after)))
            row = {
                self.places[Unknown(stock, When(before, before))]: 1.0,
                self.places[Unknown(stock, When(after, after))]: -1.0,
            }
            row |= {self._place(Unknown(started, month)): 1.0 for month in months}
            row |= {self._place(Unknown(ended, month)): -1.0 for month in months}
            self.equal.append((row, 0.0))

    # the answer

    def bounds(self) -> list[Bounded]:
        """Every number behind a hidden figure that no other figure shows, with what remains possible.

        Fails where a hidden figure has no such number (it is given away), or where what is printed is contradictory.
        """
        wanted: dict[Unknown, None] = {}
        for about, unknowns in self.hidden:
            secret = [each for each in unknowns if each not in self.shown]
            assert secret, f"{about} is hidden, yet other figures show all of it"
            wanted |= dict.fromkeys(secret)
        return [Bounded(each, *self._system.ends(self.places[each])) for each in wanted]


class _Parts:
    """The linear program, part by part: unknowns that no row ties together are looked at apart."""

    def __init__(self, width: int, low: list[float], high: list[float], equal: list[Row], at_most: list[Row]) -> None:
        self.low, self.high = low, high
        pairs = [(next(iter(row)), place) for row, _ in (*equal, *at_most) for place in row]
        graph = coo_matrix(([1] * len(pairs), tuple(zip(*pairs, strict=True))), shape=(width, width))
        self.part_of = connected_components(graph, directed=False)[1]
        self.rows = {True: self._sorted(equal), False: self._sorted(at_most)}
        self.members: dict[int, list[int]] = defaultdict(list)
        for place, part in enumerate(self.part_of):
            self.members[part].append(place)

    def _sorted(self, rows: list[Row]) -> dict[int, list[Row]]:
        found = defaultdict(list)
        for row in rows:
            found[self.part_of[next(iter(row[0]))]].append(row)
        return found

    def ends(self, place: int) -> tuple[int, int]:
        """The least and the greatest whole number."""
        part = self.part_of[place]
        members = {each: n for n, each in enumerate(self.members[part])}
        equal, most = (_matrix(self.rows[kind][part], members) for kind in (True, False))
        bounds = [(self.low[each], self.high[each]) for each in members]
        found = []
        for sign in (1, -1):
            cost = np.zeros(len(members))
            cost[members[place]] = sign
            answer = linprog(cost, A_eq=equal[0], b_eq=equal[1], A_ub=most[0], b_ub=most[1], bounds=bounds, method="highs")
            assert answer.status == 0, f"what is printed is contradictory: {answer.message}"
            found.append(answer.x[members[place]])
        return math.ceil(found[0] - CLOSE), math.floor(found[1] + CLOSE)


def _matrix(rows: list[Row], members: dict[int, int]) -> tuple[csr_matrix | None, list[float] | None]:
    if not rows:
        return None, None
    entries = [(value, n, members[place]) for n, (row, _) in enumerate(rows) for place, value in row.items()]
    values, across, down = zip(*entries, strict=True)
    return coo_matrix((values, (across, down)), shape=(len(rows), len(members))).tocsr(), [limit for _, limit in rows]


def _months_of(when: When) -> Iterable[When]:
    day = when.start
    while day <= when.end:
        yield When(day, min(month_end(day), when.end))
        day = month_end(day) + timedelta(days=1)


def _mid_year(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


def _least_slack(code: str) -> float:
    """Half the last decimal that a measure is printed with: whole per cent of looked-after children, else one decimal."""
    return 0.5 if code.startswith(("LAC-", "EDG-")) else 0.05
