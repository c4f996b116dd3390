"""Comparing Quarterday's figures with the oracle's: every period, breakdown and group, and the lists behind them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from oracle.caseloads import from_peak
from oracle.codes import MIXES, ORACLE
from oracle.counted import Counted, Row
from oracle.dates import plus_months
from oracle.figures import Cells, cells
from oracle.holding import Holding
from oracle.looked_after import FOSTER_GROUPS
from quarterday.indicators import Asked, Computation, FromPeak, Indicator, Result, Source, coverage
from quarterday.indicators.source import needs
from quarterday.records.periods import Period
from quarterday.sections import SECTIONS
from quarterday.submissions.settings import parse_settings, settings_tables

OF_CHILD = ("age_band", "sex", "ethnicity", "disability", "team")
KEYS = ("children_in_need", "looked_after", "caseloads", "quality_assurance")
INDICATORS = tuple(
    indicator
    for section in SECTIONS
    if section.key in KEYS
    for indicator in section.indicators
    if not indicator.code.startswith("DQ-")
)


@dataclass
class Compared:
    """An authority's records, asked of Quarterday and of the oracle."""

    tables: Mapping[str, pa.Table]
    extract_date: date
    settings_text: str = ""
    code: str = ""
    covers: Mapping[str, date] | None = None
    disagreements: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.code = self.code or self.tables["children"]["authority"][0].as_py()
        settings = settings_tables(parse_settings(self.settings_text), [self.code])
        self.settings: list[Row] = settings["settings"].to_pylist()
        self.holding = Holding(self.tables, self.extract_date)
        self.covered = coverage(self.tables) if self.covers is None else self.covers
        self.source = Source(self.tables, self.extract_date, (self.code,), settings, self.covered)
        self._groups: dict[tuple[str | None, date], dict[str, str]] = {}

    def compare(self, indicators: Sequence[Indicator], asked: Asked) -> list[str]:
        """What differs, in words without any child's data."""
        with Computation(self.source) as computation:
            for indicator in indicators:
                by = (*OF_CHILD, *indicator.of.dimensions) if indicator.of.about_child else tuple(indicator.of.dimensions)
                results: dict[Period, list[Result]] = defaultdict(list)
                for result in computation.measure([indicator], asked, by):
                    results[_period(asked, indicator, result)].append(result)
                for period in asked.flows if indicator.is_flow else asked.stocks:
                    self._compare(computation, indicator, period, results[period])
        return self.disagreements

    def _compare(self, computation: Computation, indicator: Indicator, period: Period, results: list[Result]) -> None:
        found = {(r.breakdown, r.group): (r.numerator, r.denominator, r.value, r.status) for r in results}
        expected = self.expected(indicator, period)
        for cell in sorted({*found, *expected}):
            if not _same(found.get(cell), expected.get(cell)):
                self.disagreements.append(
                    f"{indicator.code} {period.name} by {cell[0]}, {cell[1]}: "
                    f"{found.get(cell)}, and the oracle says {expected.get(cell)}"
                )
        if expected["all", "all"][3] != "x" and not isinstance(indicator, FromPeak):
            self._compare_lists(computation, indicator, period, expected["all", "all"])

    def _compare_lists(self, computation: Computation, indicator: Indicator, period: Period, total: Any) -> None:
        """The rows behind the figure come to the figure (distinct children and medians: as many as there are)."""
        rows = computation.rows(indicator, [period]).to_pylist()
        listed = sum(int(row["amount"]) for row in rows)
        distinct = getattr(indicator, "distinct", "")
        if distinct:
            listed = len({row[distinct] for row in rows})
        if total[0] is not None and listed != total[0]:
            self.disagreements.append(f"{indicator.code} {period.name}: {listed} listed, {total[0]} counted")
        if total[1] is not None and not indicator.unit.startswith("per"):
            below = computation.rows(indicator, [period], denominator=True).to_pylist()
            if sum(int(row["amount"]) for row in below) != total[1]:
                self.disagreements.append(f"{indicator.code} {period.name}: the list of the denominator differs")

    def expected(self, indicator: Indicator, period: Period) -> Cells:
        """What the oracle says of an indicator and period."""
        if self._not_computable(indicator, period):
            return {("all", "all"): (None, None, None, "x")}
        if isinstance(indicator, FromPeak):
            return self._from_peak(indicator, period)
        counted = list(ORACLE[indicator.code](self.holding, self.settings, period.start, period.end))
        groups = [self._groups_of(indicator, each) for each in counted]
        if type(indicator).__name__ == "Rate":
            return self._rate(counted, groups, period)
        found = cells(_kind(indicator), counted, groups, _scale(indicator), MIXES.get(indicator.code, ""))
        return found | self._subtotals(indicator, found)

    def _groups_of(self, indicator: Indicator, each: Counted) -> dict[str, str]:
        own = {name: group for name, group in each.groups.items() if name in (*indicator.of.dimensions, "age_band")}
        if not indicator.of.about_child:
            return own
        place = each.child, each.moment
        if place not in self._groups:
            self._groups[place] = {name: self.holding.group(name, *place) for name in OF_CHILD}
        return {name: self._groups[place][name] for name in OF_CHILD} | own

    def _rate(self, counted: list[Counted], groups: list[dict[str, str]], period: Period) -> Cells:
        """Per 10,000 children of the mid-year before; no population is known of a group (R28)."""
        year = period.end.year if period.end.month >= 4 else period.end.year - 1
        estimates = {row["mid_year"]: row["children"] for row in self.holding.rows("populations")}
        latest = max((mid_year for mid_year in estimates if mid_year <= year), default=None)
        found: Cells = {}
        for cell, (number, *_) in cells("Count", counted, groups, 1).items():
            children = estimates[latest] if latest is not None and cell == ("all", "all") else None
            value = number / children * 10_000 if children and number is not None else None
            found[cell] = number, children, value, "ok" if children else "x"
        return found

    def _subtotals(self, indicator: Indicator, found: Cells) -> Cells:
        if indicator.code != "LAC-10" or found["all", "all"][3] == "x":
            return {}
        whole = found["all", "all"][1] or 0
        part = sum(found.get(("placement", name), (0,))[0] or 0 for name in FOSTER_GROUPS)
        value = part * 100 / whole if whole else None
        return {("placement (subtotal)", "foster (all)"): (part, whole, value, "ok" if whole else "z")}

    def _from_peak(self, indicator: FromPeak, period: Period) -> Cells:
        days = [day for name in needs(indicator.series) if (day := self.covered.get(name))]
        value = from_peak(
            self.holding, self.settings, period.end, max(days, default=None), named=indicator.code.endswith("n")
        )
        return {("all", "all"): (None, None, value, "z" if value is None else "ok")}

    def _not_computable(self, indicator: Indicator, period: Period) -> bool:
        first = plus_months(period.start if indicator.is_flow else period.end, -indicator.history_months)
        tables = needs(indicator)
        late = any(self.covered[name] > first for name in tables if name in self.covered)
        before = indicator.only_at_extract and period.end != self.extract_date
        return late or before or period.end > self.extract_date or any(name not in self.tables for name in tables)


def _kind(indicator: Indicator) -> str:
    return "Distinct" if getattr(indicator, "distinct", "") else type(indicator).__name__


def _scale(indicator: Indicator) -> float:
    return {"Percentage": 100, "Ratio": getattr(indicator, "scale", 1), "Total": getattr(indicator, "per", 1)}.get(
        type(indicator).__name__, 1
    )


def _same(found: Any, expected: Any) -> bool:
    if found is None or expected is None:
        return found is expected
    values = [None if each[2] is None else round(each[2], 9) for each in (found, expected)]
    return (found[0], found[1], found[3]) == (expected[0], expected[1], expected[3]) and values[0] == values[1]


def _period(asked: Asked, indicator: Indicator, result: Result) -> Period:
    periods = asked.flows if indicator.is_flow else asked.stocks
    return next(
        p for p in periods if (p.kind, p.start, p.end) == (result.period_kind, result.period_start, result.period_end)
    )
