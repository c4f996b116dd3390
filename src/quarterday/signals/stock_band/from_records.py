"""The stays behind a stock, from the very rows that its figures count."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from quarterday.indicators import Computation, Count, Indicator, Percentage, Rate
from quarterday.records.months import add_months
from quarterday.records.periods import Period, month_of, snapshot
from quarterday.signals.errors import SignalError, TooShortError
from quarterday.signals.stock_band.band import Scale, stock_band
from quarterday.signals.stock_band.counted import Counted, counted_in
from quarterday.signals.stock_band.points import StockBand
from quarterday.signals.words import improvement_of

LONGEST_STAY = 18 * 12
"""Months before the series in which a stay's entry is looked for: a childhood."""


def has_band(indicator: Indicator) -> bool:
    """Whether the expected band can judge a stock: one that counts children or records, or gives their share or rate."""
    return not indicator.is_flow and isinstance(indicator, Count | Percentage | Rate)


@dataclass(frozen=True)
class _Behind:
    """Those whom a stock counts with their families, and the population that they are a share of, where there is one."""

    counted: Counted
    families: Mapping[str, str]
    out_of: tuple[int, ...] | None = None
    complement: bool = False


class Bands:
    """The expected bands of stocks at the same month ends (snapshots of consecutive months), from one computation."""

    def __init__(self, computation: Computation, months: Sequence[Period]) -> None:
        first = months[0].end.replace(day=1)
        before = [snapshot(month_of(add_months(first, -back)).end) for back in range(LONGEST_STAY, 0, -1)]
        self._computation = computation
        self._months = tuple(months)
        self._asked = (*before, *months)

    def of(self, indicator: Indicator, *, improvement: str | None = None, baseline: int | None = None) -> StockBand:
        """The expected band of a stock.

        A share is judged by those who are in it or, where they are most of the population, by those who are not. Raises
        SignalError for a stock that counts no records, and TooShortError where there are too few month ends, starts or
        endings, or at some month end nobody to be a share of.
        """
        if not has_band(indicator):
            raise SignalError(f"{indicator.code} counts no records, so it has no starts and durations.")
        behind = self._behind(indicator)
        return stock_band(
            behind.counted.stays(behind.families),
            len(self._months),
            periods=[f"{month.end:%Y-%m}" for month in self._months],
            baseline=baseline,
            improvement=improvement or improvement_of(indicator.better),
            out_of=behind.out_of,
            scale=self._scale(indicator, behind),
        )

    def _behind(self, indicator: Indicator) -> _Behind:
        sides = (False, True) if isinstance(indicator, Percentage) else (False,)
        listings = [self._computation.rows(indicator, self._asked, denominator=side) for side in sides]
        (counted, *population), families = self._numbered(indicator, listings)
        if not population:
            return _Behind(counted, families)
        out_of = tuple(population[0].totals().tolist())
        if min(out_of) == 0:
            raise TooShortError(f"{indicator.code} has month ends with nobody to be a share of.")
        if counted.totals().sum() * 2 <= sum(out_of):
            return _Behind(counted, families, out_of)
        return _Behind(population[0].without(counted), families, out_of, complement=True)

    def _numbered(self, indicator: Indicator, listings: Sequence[pa.Table]) -> tuple[list[Counted], Mapping[str, str]]:
        """By child; by record where a child may be counted twice, or the rows are not about children."""
        before, months = len(self._asked) - len(self._months), len(self._months)
        if not indicator.of.about_child:
            return counted_in([_who(listing, "record_id") for listing in listings], before, months), {}
        by_child = counted_in([_who(listing, "child_id") for listing in listings], before, months)
        if all(len(each.keys) == len(listing) for each, listing in zip(by_child, listings, strict=True)):
            return by_child, self._families
        by_record = counted_in([_who(listing, "record_id") for listing in listings], before, months)
        return by_record, {record: self._families.get(child, child) for record, child in _records(listings[-1])}

    @cached_property
    def _families(self) -> dict[str, str]:
        table = self._computation.query("select child_id, family_id from people where family_id <> child_id")
        return dict(zip(table["child_id"].to_pylist(), table["family_id"].to_pylist(), strict=True))

    def _scale(self, indicator: Indicator, behind: _Behind) -> Scale | None:
        if behind.out_of:
            return Scale(tuple(100 / population for population in behind.out_of), behind.complement, most=100.0)
        if not isinstance(indicator, Rate):
            return None
        authority = self._computation.source.authorities[0]
        children = [self._computation.population.of(authority, month.end) for month in self._months]
        known = [10_000 / number for number in children if number]
        if len(known) < len(self._months):
            raise TooShortError(f"{indicator.code} has month ends for which no population is loaded.")
        return Scale(tuple(known))


def _who(listing: pa.Table, column: str) -> pa.Table:
    return pa.table({"who": listing[column].cast(pa.string()), "spine_id": listing["spine_id"]})


def _records(listing: pa.Table) -> Iterable[tuple[str, str]]:
    """Each record with its child."""
    return zip(listing["record_id"].to_pylist(), listing["child_id"].to_pylist(), strict=True)
