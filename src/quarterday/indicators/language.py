"""The language of indicators: frozen values over a fact, without connection, date, breakdown or format.

A predicate (`among`, `where`) is portable SQL over the fact's columns and the period's `snapshot`
(its last day), `period_start`, `period_end`, and `snapshot_minus_N_months` and `period_start_minus_N_months`
(N = 1, 3, 6, 12, 24).
"""

from dataclasses import dataclass, field
from functools import cached_property

from quarterday.indicators.fact import INTERVAL, Fact

HIGHER = "higher"
LOWER = "lower"
NEITHER = "neither"

FIRST = "first"
LAST = "last"

PERCENT = "%"
COUNT = "count"
PER_10_000 = "per 10,000"


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """What every indicator says of itself.

    `code` is permanent (the catalogue's); `of` is the fact counted; `among` narrows the population; `better` is the
    direction that is good (HIGHER, LOWER or NEITHER); `rules` cites the catalogue's edge rules; `history_months` is how
    far before the period the records must reach (R07, R33); `note` says what a reader must know to use the figure;
    `needs` names record tables that it needs beside those of its fact. With `only_at_extract` it is computable at the
    extract's own date alone: what it needs is overwritten, and of an earlier day nobody can tell.
    """

    code: str
    title: str
    of: Fact
    better: str = NEITHER
    among: str = ""
    definition: str = ""
    rules: tuple[str, ...] = ()
    standard: str = ""
    standard_kind: str = ""
    history_months: int = 0
    decimals: int = 1
    note: str = ""
    unit: str = COUNT
    needs: tuple[str, ...] = ()
    only_at_extract: bool = False

    @cached_property
    def all_needs(self) -> tuple[str, ...]:
        """The record tables without which it says nothing: of its facts, and its own."""
        return tuple(dict.fromkeys([*(name for fact in self.facts for name in fact.all_needs), *self.needs]))

    @cached_property
    def asks_of_records(self) -> tuple[object, ...]:
        """All on which it depends whether the records can support it: indicators that ask the same are refused alike."""
        return self.all_needs, self.of.all_needs_every, self.is_flow, self.history_months, self.only_at_extract

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that it counts."""
        return (self.of,)

    @property
    def is_flow(self) -> bool:
        """Whether it counts what happens in a period; otherwise it is a stock at a snapshot."""
        return self.of.kind != INTERVAL

    @property
    def numerator_sql(self) -> str:
        """SQL of what one row adds to the numerator."""
        return "1"

    @property
    def numerator_predicate(self) -> str:
        """SQL of the rows that the numerator counts: also the rows of its drill-down list."""
        return self.among or "1 = 1"

    @property
    def denominator_sql(self) -> str:
        """SQL of what one row adds to the denominator; empty where the indicator has none."""
        return ""

    @property
    def denominator_predicate(self) -> str:
        """SQL of the rows that the denominator counts."""
        return self.among or "1 = 1"


@dataclass(frozen=True, kw_only=True)
class Count(Indicator):
    """How many rows (events in the period, or intervals open at the snapshot); whole numbers.

    With `distinct`, the distinct values of that column are counted instead, from the drill-down rows (R05). A value with
    several rows stands in the groups of the first of them in time or, with `of_several=LAST`, of the last: so the groups
    of a breakdown add up to the total.
    """

    where: str = ""
    distinct: str = ""
    of_several: str = FIRST
    decimals: int = 0

    @property
    def numerator_predicate(self) -> str:
        return both(self.among, self.where)


@dataclass(frozen=True, kw_only=True)
class Percentage(Indicator):
    """The share of the population for which `where` holds; the count is kept as the numerator."""

    where: str
    unit: str = PERCENT

    @property
    def numerator_predicate(self) -> str:
        return both(self.among, self.where)

    @property
    def denominator_sql(self) -> str:
        return "1"


@dataclass(frozen=True, kw_only=True)
class Rate(Indicator):
    """Rows per 10,000 children aged 0 to 17, by the mid-year estimate of the year before (R28). Never annualised."""

    where: str = ""
    unit: str = PER_10_000

    @property
    def numerator_predicate(self) -> str:
        return both(self.among, self.where)


@dataclass(frozen=True, kw_only=True)
class Ratio(Indicator):
    """The sum of one integer column over the sum of another, times `scale`."""

    numerator: str
    denominator: str
    scale: int = 1

    @property
    def numerator_sql(self) -> str:
        return self.numerator

    @property
    def denominator_sql(self) -> str:
        return self.denominator


@dataclass(frozen=True, kw_only=True)
class Total(Indicator):
    """The sum of one integer column, divided by `per` (hundredths of full time: per=100)."""

    amount: str
    per: int = 1

    @property
    def numerator_sql(self) -> str:
        return self.amount


@dataclass(frozen=True, kw_only=True)
class Mix(Indicator):
    """How the population divides: a breakdown of its own code whose groups partition the total, each as a percentage.

    `by` names a breakdown of the fact; `in_order` its groups where they have an order of their own. `subtotals` gives
    marked subtotals: name → the groups it adds up. Where a record has a row for each of several answers, `weight` names
    the integer column that is 1 on one of its rows, else 0: the groups then count rows, and their total counts records.
    """

    by: str
    in_order: tuple[str, ...] = ()
    subtotals: tuple[tuple[str, tuple[str, ...]], ...] = ()
    weight: str = "1"
    unit: str = PERCENT

    @property
    def numerator_sql(self) -> str:
        return self.weight

    @property
    def denominator_sql(self) -> str:
        return self.weight


@dataclass(frozen=True, kw_only=True)
class Median(Indicator):
    """The median of a column over the population, from the drill-down rows; numerator and denominator stay empty.

    With another `percent` (0 to 100) that percentile instead: 90 the value nine in ten stay below, 100 the greatest.
    """

    column: str
    per: int = 1
    percent: int = 50


@dataclass(frozen=True, kw_only=True)
class NetChange(Indicator):
    """The rows of one event fact less those of another in the same period (CPP-25)."""

    minus: Fact

    @property
    def facts(self) -> tuple[Fact, Fact]:
        """What is added and what is taken away."""
        return self.of, self.minus


@dataclass(frozen=True, kw_only=True)
class FromPeak(Indicator):
    """The value of another indicator less the greatest of its series: month ends to the date, and earlier values."""

    series: Ratio


@dataclass(frozen=True, kw_only=True)
class Coverage(Indicator):
    """The share of `indicators` that can be computed from the records at the snapshot (R33); `of` says it is a stock."""

    indicators: tuple[Indicator, ...] = field(repr=False)
    unit: str = PERCENT


def both(first: str, second: str) -> str:
    """Two predicates that must both hold; an empty one always does."""
    parts = [f"({part})" for part in (first, second) if part]
    return " and ".join(parts) or "1 = 1"
