"""An authority for specification tests: it holds a few records, and says what an indicator comes to.

    authority.holds(child_protection_plans, "child | start_date | end_date ...")
    assert authority.says(plans, at="2021-09-30") == "3"

Fixtures build the least that works: only the tables that a test gives exist, so a missing table is "not computable".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from quarterday.indicators import Asked, Computation, Indicator, Result, Source, asked_at, asked_for
from quarterday.records.periods import parse_period
from quarterday.records.table import Table
from quarterday.submissions.settings import parse_settings, settings_tables
from support.text_tables import rows

CODE = "E99999999"


@dataclass
class Authority:
    """The records, settings and extract date of one made-up authority."""

    extract_date: date = date(2022, 3, 31)
    settings_text: str = ""
    records: dict[str, pa.Table] = field(default_factory=dict)
    latest_only: frozenset[str] = frozenset()
    covers_from: dict[str, date] = field(default_factory=dict)

    def holds(self, table: Table, text: str = "") -> None:
        """Add rows to a record table; without text, an empty table is known."""
        known = self.records.get(table.name)
        first = 1 + (known.num_rows if known is not None else 0)
        added = rows(table, text, authority=CODE, first=first) if text.strip() else table.empty()
        self.records[table.name] = pa.concat_tables([known, added]) if known is not None else added

    def sets(self, text: str) -> None:
        """Use settings written as in settings.toml."""
        self.settings_text = text

    def says(
        self, indicator: Indicator, *, at: str = "", period: str = "", breakdown: str = "all", group: str = "all"
    ) -> str:
        """The figure as words: "2 of 3", "3", "12.5", "z", or "x"."""
        by = () if breakdown == "all" else (breakdown,)
        for result in self.results(indicator, at=at, period=period, by=by):
            if (result.breakdown, result.group) == (breakdown, group):
                return _words(result)
        return "0"

    def results(self, indicator: Indicator, *, at: str = "", period: str = "", by: Sequence[str] = ()) -> list[Result]:
        """Every figure of an indicator; each total is compared with its drill-down list on the way."""
        asked = _asked(at, period)
        with self.computation() as computation:
            results = computation.measure([indicator], asked, by)
            _compare_with_list(computation, indicator, asked, results)
        return results

    def lists(self, indicator: Indicator, *, at: str = "", period: str = "", column: str = "child_id") -> list[str]:
        """The records behind a figure: one column of them, in order."""
        asked = _asked(at, period)
        periods = asked.flows if indicator.is_flow else asked.stocks
        with self.computation() as computation:
            return sorted(str(row[column]) for row in computation.rows(indicator, periods).to_pylist())

    def why_not(self, indicator: Indicator, *, at: str = "", period: str = "") -> str:
        """Why the figure is not computable."""
        with self.computation() as computation:
            computation.measure([indicator], _asked(at, period))
            return computation.reasons.get(indicator.code, "")

    def computation(self) -> Computation:
        """A computation over what the authority holds."""
        settings = settings_tables(parse_settings(self.settings_text), [CODE])
        return Computation(Source(self.records, self.extract_date, (CODE,), settings, self.covers_from, self.latest_only))


def _asked(at: str, period: str) -> Asked:
    return asked_for(parse_period(period)) if period else asked_at(date.fromisoformat(at))


def _words(result: Result) -> str:
    if result.status != "ok":
        return result.status
    if result.denominator is not None:
        return f"{result.numerator} of {result.denominator}"
    return f"{result.value:g}"


def _compare_with_list(computation: Computation, indicator: Indicator, asked: Asked, results: list[Result]) -> None:
    periods = asked.flows if indicator.is_flow else asked.stocks
    total = next((r for r in results if r.breakdown == "all"), None)
    plain = type(indicator).__name__ in {"Count", "Percentage", "Rate", "Ratio", "Total", "Mix"}
    if total is None or total.status == "x" or not plain or getattr(indicator, "distinct", ""):
        return
    listed = computation.rows(indicator, periods).to_pylist()
    assert sum(int(row["amount"]) for row in listed) == total.numerator, "the list differs from the count"
