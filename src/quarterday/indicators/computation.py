"""The one interpreter: builds facts over a source, counts indicators, and lists the records behind any figure."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa

from quarterday.engines import Engine, EngineError
from quarterday.indicators import compiler, coverage, derived, journey, row_based
from quarterday.indicators.fact import EVENT, Fact, in_building_order
from quarterday.indicators.grid import Grid
from quarterday.indicators.language import Coverage, Indicator, Rate
from quarterday.indicators.population import Population
from quarterday.indicators.questions import Inquiry
from quarterday.indicators.results import SCHEMA, Result, results_of, results_table
from quarterday.indicators.source import Source
from quarterday.indicators.spine import DAYS, SPINE, Asked, Series, days_of, spine_table, together
from quarterday.indicators.supplied import SUPPLIED
from quarterday.records.calendar import calendar_table
from quarterday.records.periods import Period
from quarterday.records.tables import ALL as ALL_TABLES
from quarterday.records.working_days import KNOWN_FROM, KNOWN_THROUGH

YEARS_AHEAD = 2
_OF_CHILDREN = (journey.people, journey.allocations, journey.unaccompanied)
"""What a fact needs to carry who its child is."""


class Computation:
    """Facts built once over one source, then counted and listed as often as asked. Use it in a `with` block.

    Facts that the source keeps in a file are read from there. With `file`, those built go into a new file.
    """

    def __init__(
        self, source: Source, *, on_progress: Callable[[str], None] = lambda _: None, file: Path | None = None
    ) -> None:
        self.source = source
        self.reasons: dict[str, str] = {}
        """Why an indicator asked for had status x, by its code."""
        self._on_progress = on_progress
        self._refusals: dict[tuple[object, ...], dict[Period, str]] = defaultdict(dict)
        self._engine = Engine(file=file)
        self._built = self._kept(source.kept_facts) if source.kept_facts and not file else set()
        self._has_inputs = False

    @cached_property
    def population(self) -> Population:
        """Children aged 0 to 17 of each authority."""
        return Population(self.source.records.get("populations"))

    def measure(self, indicators: Sequence[Indicator], asked: Asked, by: Sequence[str] = ()) -> list[Result]:
        """The figures of `measure_table`, each as a value."""
        return results_of(self.measure_table(indicators, asked, by))

    def measure_table(self, indicators: Sequence[Indicator], asked: Asked, by: Sequence[str] = ()) -> pa.Table:
        """The figures of every indicator, period and breakdown, in the order of the indicators (CONTRACTS §2).

        A breakdown that an indicator does not know gives no rows. What cannot be computed has status x, and `reasons`
        says why.
        """
        counted = [each for each in indicators if not derived.is_derived(each)]
        flows, stocks = (tuple(each for each in counted if each.is_flow == flow) for flow in (True, False))
        made_of = [series for each in indicators for series in derived.made_of(self, each, asked, by)]
        asked_of = [Series(flows, asked.flows, tuple(by)), Series(stocks, asked.stocks, tuple(by)), *made_of]
        parts = self._counted(together(asked_of))
        for indicator in indicators:
            figures = derived.measured(self, indicator, asked, parts)
            if figures is not None:
                parts[indicator.code] = results_table(figures)
        return pa.concat_tables([SCHEMA.empty_table(), *(parts[indicator.code] for indicator in indicators)])

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
        self._load_spine(periods, [indicator.of])
        known = compiler.breakdowns_of(indicator, by)
        table = self._engine.query(compiler.listing_query(indicator, known, denominator=denominator))
        table = table.select(compiler.without_carried(table.column_names))
        names = {f"dimension_{n}": f"by_{name}" for n, name in enumerate(known)}
        named = table.rename_columns([names.get(name, name) for name in table.column_names])
        return named if denominator else row_based.counted_once(indicator, named)

    def build(self, *facts: Fact) -> None:
        """Build facts, and what they build on, once."""
        wanted = in_building_order(facts)
        if any(compiler.carries(fact) for fact in wanted):
            wanted = in_building_order([*_OF_CHILDREN, *wanted])
        for each in wanted:
            if each.name not in self._built:
                self._build(each)
                self._built.add(each.name)

    def _kept(self, file: Path) -> set[str]:
        """The facts of a file, known from now on; none where it cannot be read."""
        try:
            names = self._engine.attach(file)
        except EngineError:
            self._engine.close()
            self._engine = Engine()
            return set()
        return {compiler.carried_fact(name) or name for name in names}

    def _view(self, fact: str, carrying: str, columns: Sequence[str]) -> None:
        listed = ", ".join(compiler.without_carried(columns))
        self._engine.execute(f"create or replace view {fact} as select {listed} from {carrying}")

    def _add_inputs(self) -> None:
        """Make the records, the settings and the calendar known: not before they are wanted."""
        if not self._has_inputs:
            self._has_inputs = True
            for name, table in _inputs(self.source).items():
                self._engine.register(name, table)

    def _build(self, fact: Fact) -> None:
        self._add_inputs()
        for name in fact.supplied:
            self._engine.register(name, SUPPLIED[name](self.source))
        if not compiler.carries(fact):
            self._engine.execute(f"create table {fact.name} as {fact.sql}")
            return
        carrying = compiler.carrying(fact)
        self._engine.execute(f"create table {carrying} as {compiler.carrying_query(fact)}")
        self._view(fact.name, carrying, self._engine.columns(carrying))

    def query(self, sql: str) -> pa.Table:
        """Run a query over the facts built so far, the records, the settings and the calendar."""
        self._add_inputs()
        return self._engine.query(sql)

    def why_not(self, indicator: Indicator, period: Period) -> str:
        """Why an indicator cannot be computed for a period (kept in `reasons`); empty where it can."""
        return self.say_why(indicator, self.refusal(indicator, period))

    def say_why(self, indicator: Indicator, reason: str) -> str:
        """Keep the first reason why an indicator could not be computed; an empty one is none."""
        if reason:
            self.reasons.setdefault(indicator.code, reason)
        return reason

    def refusal(self, indicator: Indicator, period: Period) -> str:
        """As `why_not`, for what nobody asked for: it is not kept among the reasons."""
        return self._refused(indicator, (period,))[0]

    def _refused(self, indicator: Indicator, periods: Sequence[Period]) -> list[str]:
        """Why an indicator cannot be computed for each period; empty where it can."""
        known = self._refusals[indicator.asks_of_records]
        for period in periods:
            if period not in known:
                known[period] = self.source.why_not(indicator, period)
        return [known[period] for period in periods]

    def values(self, indicator: Indicator, column: str, periods: Sequence[Period], by: Sequence[str] = ()) -> pa.Table:
        """One column of the rows behind a figure, in the order of time.

        Beside it `spine_id`, `authority` and `by_NAME` for each breakdown.
        """
        self.build(indicator.of)
        self._load_spine(periods, [indicator.of])
        return self._engine.query(compiler.values_query(indicator, column, by))

    def _counted(self, asked: Sequence[Series]) -> dict[str, pa.Table]:
        """The figures of every indicator by its code. Whatever is asked for, the engine answers side by side."""
        inquiries = [self._inquiry(series, f"{SPINE}_{place}") for place, series in enumerate(asked)]
        questions = [(inquiry, question) for inquiry in inquiries for question in inquiry.questions]
        for _, question in questions:
            self._on_progress(question.fact.name)
            self.build(question.fact)
        for inquiry in inquiries:
            self._load_spine(inquiry.grid.periods, inquiry.facts, inquiry.spine)
        answers = self._engine.query_each([question.sql(inquiry.spine) for inquiry, question in questions])
        for (inquiry, question), answer in zip(questions, answers, strict=True):
            inquiry.read(question, answer)
        return {code: table for inquiry in inquiries for code, table in inquiry.figures().items()}

    def _inquiry(self, series: Series, spine: str) -> Inquiry:
        grid = Grid(series.periods, self.source.authorities)
        refused = {each.code: self._refused(each, grid.periods) for each in series.indicators}
        for each in series.indicators:
            self.say_why(each, next(filter(None, refused[each.code]), ""))
            if isinstance(each, Rate):
                self.say_why(each, self._without_children(grid))
        missing = {code: grid.missing(reasons) for code, reasons in refused.items()}
        return Inquiry(grid, series, spine, missing, self.population)

    def _without_children(self, grid: Grid) -> str:
        """Why the rates of some place cannot be computed, its children not being known; empty where all are."""
        reasons = (self.population.why_not(authority, period.end) for period, authority in grid.named_places)
        return next(filter(None, reasons), "")

    def _load_spine(self, periods: Sequence[Period], facts: Sequence[Fact], name: str = SPINE) -> None:
        """Load the table of periods that facts are joined to, of its days for events."""
        spine = spine_table(periods)
        if any(fact.kind != EVENT for fact in facts):
            self._engine.load(name, spine)
        if any(fact.kind == EVENT for fact in facts):
            self._engine.load(f"{name}{DAYS}", days_of(spine))

    def close(self) -> None:
        """Let go of the engine."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


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
