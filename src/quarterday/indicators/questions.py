"""What the engine is asked: one query counts all indicators of a fact, one lists the values of a median."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from quarterday.indicators import counting, row_based
from quarterday.indicators.compiler import breakdowns_of, counting_query, values_query
from quarterday.indicators.evaluate import Numbers
from quarterday.indicators.fact import Fact
from quarterday.indicators.grid import Grid, Missing, Told
from quarterday.indicators.language import Indicator
from quarterday.indicators.population import Population
from quarterday.indicators.spine import Series


@dataclass(frozen=True)
class Question:
    """One query about a fact for some of its indicators."""

    indicators: tuple[Indicator, ...]
    by: tuple[str, ...]

    @property
    def fact(self) -> Fact:
        """What is asked about."""
        return self.indicators[0].of

    def sql(self, spine: str) -> str:
        """The query over a table of periods."""
        first = self.indicators[0]
        if row_based.column_of(first):
            return values_query(first, row_based.column_of(first), self.by, spine=spine)
        return counting_query(self.fact, self.indicators, self._breakdowns, spine=spine)

    def figures(self, answer: pa.Table, grid: Grid, children: Numbers, missing: Missing) -> list[Told]:
        """The figures of each indicator from the query's answer."""
        if row_based.column_of(self.indicators[0]):
            return row_based.figures_of(answer, self.indicators, grid, self.by, missing)
        counts = counting.read_counts(answer, grid, self._breakdowns)
        return [
            counting.figures_of(counts, each, number, grid, self.by, children, missing[each.code])
            for number, each in enumerate(self.indicators)
        ]

    @property
    def _breakdowns(self) -> list[str]:
        return list(dict.fromkeys(name for each in self.indicators for name in breakdowns_of(each, self.by)))


class Inquiry:
    """All questions about a series, the table of periods that they are asked of, and what has been read of the answers."""

    def __init__(self, grid: Grid, series: Series, spine: str, missing: Missing, population: Population) -> None:
        self.grid = grid
        self.spine = spine
        self._missing = missing
        self._population = population
        self._told = [grid.not_computable(each) for each in series.indicators if missing[each.code].all()]
        self.questions = questions_about([each for each in series.indicators if not missing[each.code].all()], series.by)

    @property
    def facts(self) -> list[Fact]:
        """What is asked about."""
        return [question.fact for question in self.questions]

    def read(self, question: Question, answer: pa.Table) -> None:
        """Take the figures from the answer to one of the questions."""
        self._told += question.figures(answer, self.grid, self._children, self._missing)

    def figures(self) -> dict[str, pa.Table]:
        """The figures that were read, by the code of each indicator."""
        return self.grid.tables(self._told)

    @cached_property
    def _children(self) -> Numbers:
        """The population of each place; 0 where none is known."""
        places = self.grid.named_places
        return np.array([self._population.of(authority, period.end) or 0 for period, authority in places], int)


def questions_about(indicators: Sequence[Indicator], by: Sequence[str]) -> list[Question]:
    """The fewest queries that answer for all indicators, facts in the order in which they first come."""
    together: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for each in indicators:
        together[each.of.name, *row_based.asks(each)].append(each)
    return [Question(tuple(group), tuple(by)) for group in together.values()]
