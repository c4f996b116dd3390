"""The places that figures are asked for: every period with every authority, and which of them cannot be computed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from quarterday.indicators.compiler import ALL
from quarterday.indicators.evaluate import STATUSES, Figures, Numbers, no_figures
from quarterday.indicators.language import Indicator
from quarterday.indicators.results import SCHEMA
from quarterday.records.periods import Period

_NUMBERS = {"numerators": pa.int64(), "denominators": pa.int64(), "values": pa.float64()}

Missing = Mapping[str, NDArray[np.bool_]]
"""Of each indicator by its code, whether it cannot be computed at each place of a grid."""


class Names:
    """Texts and their numbers, each text once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def numbers(self, texts: Iterable[str]) -> Numbers:
        """The number of each text."""
        return np.array([self._numbers.setdefault(text, len(self._numbers)) for text in texts], int)

    def texts(self, numbers: Numbers) -> pa.Array:
        """The text of each number."""
        return pa.array(self._numbers, pa.string()).take(pa.array(numbers))


@dataclass(frozen=True)
class Told:
    """What is told of one indicator, as arrays of one length: where, of which group of which breakdown, and the figures.

    `places` are those of the grid; `breakdowns` and `groups` are numbers in its names.
    """

    indicator: Indicator
    places: Numbers
    breakdowns: Numbers
    groups: Numbers
    figures: Figures


@dataclass(frozen=True)
class Grid:
    """Periods × authorities; a place is the number of the period × the number of authorities + that of the authority.

    `names` numbers whatever breakdowns and groups are told of them.
    """

    periods: tuple[Period, ...]
    authorities: tuple[str, ...]
    names: Names = field(default_factory=Names)

    @property
    def size(self) -> int:
        """How many places there are."""
        return len(self.periods) * len(self.authorities)

    @property
    def named_places(self) -> Iterator[tuple[Period, str]]:
        """The period and authority of each place."""
        return product(self.periods, self.authorities)

    def places(self, counted: pa.Table) -> Numbers:
        """The place of each row of a counted table, by its `spine_id` and `authority`; -1 for an authority not asked for."""
        authority = pc.index_in(counted["authority"], pa.array(self.authorities)).fill_null(-1).to_numpy()
        return np.where(authority < 0, -1, counted["spine_id"].to_numpy() * len(self.authorities) + authority)

    def missing(self, refusals: Sequence[str]) -> NDArray[np.bool_]:
        """Of each place, whether its period cannot be computed: it has a reason why not."""
        return np.repeat(np.array(refusals, bool), len(self.authorities))

    def not_computable(self, indicator: Indicator) -> Told:
        """An indicator that cannot be computed for any place."""
        every = np.repeat(self.names.numbers([ALL]), self.size)
        return Told(indicator, np.arange(self.size), every, every, no_figures(self.size))

    def tables(self, told: Sequence[Told]) -> dict[str, pa.Table]:
        """The results of each indicator by its code, in the columns of CONTRACTS §2: cut from one table made at once."""
        lengths = [len(each.places) for each in told]
        table = self._table(told, np.repeat(np.arange(len(told)), lengths))
        ends = np.cumsum(lengths).tolist()
        return {
            each.indicator.code: table.slice(end - length, length)
            for each, end, length in zip(told, ends, lengths, strict=True)
        }

    def _table(self, told: Sequence[Told], indicators: Numbers) -> pa.Table:
        if not len(indicators):
            return SCHEMA.empty_table()
        places, breakdowns, groups = (merged(told, name) for name in ("places", "breakdowns", "groups"))
        every = [each.figures for each in told]
        columns = [
            _taken([each.indicator.code for each in told], indicators),
            _taken(self.authorities, places % len(self.authorities)),
            *(_taken(column, places // len(self.authorities)) for column in self._periods),
            self.names.texts(breakdowns),
            self.names.texts(groups),
            *(_nullable(every, name).cast(kind) for name, kind in _NUMBERS.items()),
            _taken(STATUSES, merged(every, "statuses")),
            _taken([each.indicator.unit for each in told], indicators),
        ]
        return pa.table(columns, schema=SCHEMA)

    @property
    def _periods(self) -> tuple[list[str], list[date], list[date]]:
        kinds, starts, ends = zip(*((period.kind, period.start, period.end) for period in self.periods), strict=True)
        return list(kinds), list(starts), list(ends)


def numbered(column: pa.ChunkedArray) -> tuple[list[str], Numbers]:
    """The different texts of a column in their order, and the number of each row's; one without text is "None"."""
    found = pc.fill_null(column.cast(pa.string()), str(None)).combine_chunks().dictionary_encode()
    order = pc.sort_indices(found.dictionary)
    ranks = np.empty(len(order), int)
    ranks[order.to_numpy()] = np.arange(len(order))
    return found.dictionary.take(order).to_pylist(), ranks[found.indices.to_numpy(zero_copy_only=False)]


def merged(parts: Sequence[Any], name: str) -> NDArray[Any]:
    """One array of all parts, put one after another."""
    return np.concatenate([getattr(part, name) for part in parts])


def _taken(texts: Sequence[Any], numbers: Numbers) -> pa.Array:
    return pa.array(texts).take(pa.array(numbers))


def _nullable(parts: Sequence[Figures], name: str) -> pa.Array:
    values = merged(parts, name)
    return pa.array(values, mask=np.isnan(values))
