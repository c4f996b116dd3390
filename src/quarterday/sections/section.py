"""A section of the Committee report: its number and heading in the brief, its indicators in order, its worklists."""

from dataclasses import dataclass, replace

from quarterday.indicators import Indicator
from quarterday.sections.worklist import Worklist


@dataclass(frozen=True)
class Section:
    """One room of the report."""

    key: str
    number: str
    title: str
    indicators: tuple[Indicator, ...]
    worklists: tuple[Worklist, ...] = ()

    def with_indicator(self, indicator: Indicator) -> "Section":
        """The section with one more indicator at its end."""
        return replace(self, indicators=(*self.indicators, indicator))
