"""The one interpreter: builds facts over a source, counts indicators, and lists the records behind any figure."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import TracebackType
from typing import Self

import pyarrow as pa

from quarterday.engines import Engine
from quarterday.indicators import compiler, coverage, derived, journey, row_based
from quarterday.indicators.counting import Counts, read_counts
from quarterday.indicators.evaluate import figure
from quarterday.indicators.fact import Fact, in_building_order
from quarterday.indicators.language import Coverage, Indicator
from quarterday.indicators.population import Population
from quarterday.indicators.results import Result, result_of
from quarterday.indicators.source import Source
from quarterday.indicators.spine import Asked, spine_table
from quarterday.indicators.supplied import SUPPLIED
from quarterday.records.calendar import calendar_table
from quarterday.records.periods import Period
from quarterday.records.tables import ALL as ALL_TABLES
from quarterday.records.working_days import KNOWN_FROM, KNOWN_THROUGH

YEARS_AHEAD = 2


class Computation:
    """Facts built once over one source, then counted and listed as often as asked. Use it in a `with` block."""

    def __init__(self, source: Source, *, on_progress: Callable[[str], None] = lambda _: None) -> None:
        self.source = source
        self.reasons: dict[str, str] = {}
        """Why an indicator asked for had status x, by its code."""
        self.population = Population(source.records.get("populations"))
        self._on_progress = on_progress
        self._built: set[str] = set()
        self._refusals: dict[tuple[str, str, Period], str] = {}
        self._engine = Engine(_inputs(source))

    def measure(self, indicators: Sequence[Indicator], asked: Asked, by: Sequence[str] = ()) -> list[Result]:
        """The figures of every indicator, period and breakdown, in the order of the indicators.

        A breakdown that an indicator does not know gives no rows. What cannot be computed has status x, and `reasons`
        says why.
        """
        figures: dict[str, list[Result]] = {}
        by_fact: dict[str, list[Indicator]] = defaultdict(list)
        for indicator in indicators:
            figured = _measured_apart(self, indicator, asked, by)
            if figured is None:
                by_fact[indicator.of.name].append(indicator)
            else:
                figures[indicator.code] = figured
        for name, counted in by_fact.items():
            self._on_progress(name)
            figures |= self._count(counted, asked, by)
        return [result for indicator in indicators for result in figures[indicator.code]]

    def rows(
        self, indicator: Indicator, periods: Sequence[Period], by: Sequence[str] = (), *, denominator: bool = False
    ) -> pa.Table:
        """The records behind a figure, from the same compiled definition.

        Every column of the fact, a column for each breakdown (by its own name), `spine_id` (place of the period) and
        `amount` (what the row adds to the numerator, or with `denominator` to that).
        """
        if isinstance(indicator, Coverage):
            return coverage.rows(self, indicator, periods, denominator=denominator)
        self.build(indicator.of)
        self._engine.register("spine", spine_table(periods))
        known = compiler.breakdowns_of(indicator, by)
        table = self._engine.query(compiler.listing_query(indicator, known, denominator=denominator))
        names = {f"dimension_{n}": f"by_{name}" for n, name in enumerate(known)}
        named = table.rename_columns([names.get(name, name) for name in table.column_names])
        return named if denominator else row_based.counted_once(indicator, named)

    def build(self, *facts: Fact) -> None:
        """Build facts, and what they build on, once."""
        about_child = any(fact.about_child for fact in facts)
        shared = (journey.people, journey.allocations, journey.unaccompanied) if about_child else ()
        for each in in_building_order([*shared, *facts]):
            if each.name not in self._built:
                for name in each.supplied:
                    self._engine.register(name, SUPPLIED[name](self.source))
                self._engine.execute(f"create temp table {each.name} as {each.sql}")
                self._built.add(each.name)

    def query(self, sql: str) -> pa.Table:
        """Run a query over the facts built so far, the records, the settings and the calendar."""
        return self._engine.query(sql)

    def why_not(self, indicator: Indicator, period: Period) -> str:
        """Why an indicator cannot be computed for a period (kept in `reasons`); empty where it can."""
        reason = self.refusal(indicator, period)
        if reason:
            self.reasons.setdefault(indicator.code, reason)
        return reason

    def refusal(self, indicator: Indicator, period: Period) -> str:
        """As `why_not`, for what nobody asked for: it is not kept among the reasons."""
        asked = (indicator.code, indicator.of.name, period)
        if asked not in self._refusals:
            self._refusals[asked] = self.source.why_not(indicator, period)
        return self._refusals[asked]

    def values(self, indicator: Indicator, column: str, periods: Sequence[Period], by: Sequence[str] = ()) -> pa.Table:
        """One column of the rows behind a figure, in the order of time.

        Beside it `spine_id`, `authority` and `by_NAME` for each breakdown.
        """
        self.build(indicator.of)
        self._engine.register("spine", spine_table(periods))
        known = compiler.breakdowns_of(indicator, by)
        wanted = ["spine_id", "authority", column, *[f"dimension_{n} as by_{name}" for n, name in enumerate(known)]]
        listing = compiler.listing_query(indicator, known)
        order = f"order by {'event_date' if indicator.is_flow else 'from_date'}, record_id"
        rows = f"(\n{listing}\n) listed where {column} is not null {order}"
        return self._engine.query(f"select {', '.join(wanted)} from {rows}")

    def _count(self, indicators: list[Indicator], asked: Asked, by: Sequence[str]) -> Mapping[str, list[Result]]:
        periods = asked.flows if indicators[0].is_flow else asked.stocks
        computable = [each for each in indicators if any(not self.why_not(each, period) for period in periods)]
        counts = self._counts(computable, periods, by) if computable else Counts()
        return {each.code: self._figures(each, periods, counts, by) for each in indicators}

    def _counts(self, indicators: list[Indicator], periods: Sequence[Period], by: Sequence[str]) -> Counts:
        fact = indicators[0].of
        self.build(fact)
        self._engine.register("spine", spine_table(periods))
        breakdowns = list(dict.fromkeys(name for each in indicators for name in compiler.breakdowns_of(each, by)))
        table = self._engine.query(compiler.counting_query(fact, indicators, breakdowns))
        return read_counts(table, indicators, breakdowns)

    def _figures(self, indicator: Indicator, periods: Sequence[Period], counts: Counts, by: Sequence[str]) -> list[Result]:
        figures = []
        for place, period in enumerate(periods):
            for authority in self.source.authorities:
                if self.why_not(indicator, period):
                    figures.append(result_of(indicator, authority, period))
                    continue
                children = self.population.of(authority, period.end)
                for breakdown, group, numerator, denominator in counts.cells(indicator, (place, authority), by):
                    cell = figure(indicator, numerator, denominator, children, group=group)
                    figures.append(result_of(indicator, authority, period, cell, breakdown, group))
        return figures

    def close(self) -> None:
        """Let go of the engine."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _measured_apart(computation: Computation, indicator: Indicator, asked: Asked, by: Sequence[str]) -> list[Result] | None:
    """The figures of an indicator that is not counted with the others of its fact; None for any that is."""
    figures = derived.measured(computation, indicator, asked, by)
    if figures is None:
        figures = row_based.measured(computation, indicator, asked, by)
    return coverage.measured(computation, indicator, asked) if figures is None else figures


def _inputs(source: Source) -> dict[str, pa.Table]:
    last = min(date(source.extract_date.year + YEARS_AHEAD, 12, 31), date(KNOWN_THROUGH, 12, 31))
    absent = {table.name: table.empty() for table in ALL_TABLES if table.name not in source.records}
    return {
        **absent,
        **source.records,
        **source.settings,
        "calendar": calendar_table(date(KNOWN_FROM, 1, 1), last),
        "extract": pa.table({"extract_date": [source.extract_date]}),
    }
