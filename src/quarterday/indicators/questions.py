"""What the engine is asked: one query counts all indicators of a fact, one lists the values of a median."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from numpy.typing import NDArray

from quarterday.indicators import counting, row_based
from quarterday.indicators.compiler import breakdowns_of, counting_query, values_query
from quarterday.indicators.evaluate import Numbers
from quarterday.indicators.fact import Fact
from quarterday.indicators.grid import Grid, Told
from quarterday.indicators.language import Indicator

Missing = Mapping[str, NDArray[Any]]
"""Of each indicator by its code, whether it cannot be computed at each place of the grid."""


@dataclass(frozen=True)
class Question:
    """One query about a fact for some of its indicators."""

    indicators: tuple[Indicator, ...]
    by: tuple[str, ...]

    @property
    def fact(self) -> Fact:
        """What is asked about."""
        return self.indicators[0].of

    @property
    def sql(self) -> str:
        """The query."""
        only = self.indicators[0]
        if row_based.column_of(only):
            return values_query(only, row_based.column_of(only), self.by)
        return counting_query(self.fact, self.indicators, self._breakdowns)

    def figures(self, answer: pa.Table, grid: Grid, children: Numbers, missing: Missing) -> list[Told]:
        """The figures of each indicator from the query's answer."""
        only = self.indicators[0]
        if row_based.column_of(only):
            return [row_based.figures_of(answer, only, grid, self.by, missing[only.code])]
        counts = counting.read_counts(answer, grid, self._breakdowns)
        return [
            counting.figures_of(counts, each, number, grid, self.by, children, missing[each.code])
            for number, each in enumerate(self.indicators)
        ]

    @property
    def _breakdowns(self) -> list[str]:
        return list(dict.fromkeys(name for each in self.indicators for name in breakdowns_of(each, self.by)))


def questions_about(indicators: Sequence[Indicator], by: Sequence[str]) -> list[Question]:
    """The fewest queries that answer for all indicators, facts in the order in which they first come."""
    together: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for each in indicators:
        together[each.of.name, each.code if row_based.column_of(each) else ""].append(each)
    return [Question(tuple(group), tuple(by)) for group in together.values()]
