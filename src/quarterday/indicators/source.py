"""What indicators are computed from: records, what they cover, and settings as tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pyarrow as pa
import pyarrow.compute as pc

from quarterday.indicators.language import Indicator
from quarterday.records.months import add_months
from quarterday.records.periods import Period
from quarterday.records.tables import BY_NAME


@dataclass(frozen=True)
class Source:
    """Records with what they are good for.

    `covers_from` gives each table's earliest reliable date; `latest_only` names the tables that hold only the latest
    row of each child (Annex A); `settings` are the authority's local choices as tables. `kept_facts` is a file in which
    facts have been built from these very records and settings (`under` leaves it out).
    """

    records: Mapping[str, pa.Table]
    extract_date: date
    authorities: tuple[str, ...]
    settings: Mapping[str, pa.Table]
    covers_from: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    latest_only: frozenset[str] = frozenset()
    kept_facts: Path | None = None

    def under(self, settings: Mapping[str, pa.Table]) -> "Source":
        """The same records under other settings; facts kept under its own are not used."""
        return replace(self, settings=settings, kept_facts=None)

    def why_not(self, indicator: Indicator, period: Period) -> str:
        """Why an indicator cannot be computed for a period; empty where it can (R33)."""
        return (
            self._missing_table(indicator)
            or self._beyond_extract(period)
            or self._before_extract(indicator, period)
            or self._lacks_history(indicator, period)
            or self._holds_only_latest(indicator, period)
        )

    def _missing_table(self, indicator: Indicator) -> str:
        missing = [name for name in needs(indicator) if name not in self.records]
        if not missing:
            return ""
        return f"not computable: {_named(missing)} missing from the records."

    def _beyond_extract(self, period: Period) -> str:
        if period.end <= self.extract_date:
            return ""
        return f"not computable: the records end on {self.extract_date.isoformat()}."

    def _before_extract(self, indicator: Indicator, period: Period) -> str:
        if not indicator.only_at_extract or period.end == self.extract_date:
            return ""
        return (
            "not computable: the records keep the latest answer only, and not what it was before; "
            f"ask at the date of the extract, {self.extract_date.isoformat()}."
        )

    def _lacks_history(self, indicator: Indicator, period: Period) -> str:
        first = period.start if indicator.is_flow else period.end
        wanted = add_months(first, -indicator.history_months)
        for name in needs(indicator):
            covered = self.covers_from.get(name)
            if covered and covered > wanted:
                return (
                    f"not computable: it needs {name} from {wanted.isoformat()}, "
                    f"and the records begin on {covered.isoformat()}."
                )
        return ""

    def _holds_only_latest(self, indicator: Indicator, period: Period) -> str:
        every = [name for name in indicator.of.all_needs_every if name in self.latest_only]
        some = [name for name in needs(indicator) if name in self.latest_only]
        if every or (some and (indicator.is_flow or period.end != self.extract_date)):
            return f"not computable: the source holds only the latest row of {', '.join(every or some)}."
        return ""


def needs(indicator: Indicator) -> tuple[str, ...]:
    """The record tables without which an indicator says nothing."""
    return indicator.all_needs


def coverage(records: Mapping[str, pa.Table]) -> dict[str, date]:
    """The earliest date of each table that says when its rows start; tables without rows are left out."""
    covered = {}
    for name, table in records.items():
        start = BY_NAME[name].start if name in BY_NAME else ""
        earliest = pc.min(table[start]).as_py() if start and table.num_rows else None
        if earliest:
            covered[name] = earliest
    return covered


def _named(tables: list[str]) -> str:
    return f"table {tables[0]} is" if len(tables) == 1 else f"tables {', '.join(tables)} are"
