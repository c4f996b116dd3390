"""One figure as a report may show it."""

from dataclasses import dataclass

from quarterday.indicators import Indicator, Result
from quarterday.indicators.results import OK, SUPPRESSED, rounded
from quarterday.reports.table import ColumnSpec, shown


@dataclass(frozen=True)
class Figure:
    """One figure as the report may show it: `result` holds nothing that its audience may not see."""

    indicator: Indicator
    result: Result

    @property
    def value(self) -> float | None:
        """The value, unrounded; None where it is not known or not shown."""
        return self.result.value

    @property
    def known(self) -> bool:
        """Whether there is a value to show."""
        return self.result.status == OK and self.result.value is not None

    @property
    def hidden(self) -> bool:
        """Whether it is known but not shown, to protect children."""
        return self.result.status == SUPPRESSED

    @property
    def words(self) -> str:
        """The value as shown, with its unit where that is a sign; shorthand where there is none."""
        if not self.known or self.value is None:
            return f"[{self.result.status}]"
        number = shown(self.value, ColumnSpec("", "number", self.indicator.decimals))
        return f"{number} %" if self.indicator.unit == "%" else number

    @property
    def shown_value(self) -> float | None:
        """The value rounded as it is shown, for charts and tables."""
        return float(rounded(self.value, self.indicator.decimals)) if self.known and self.value is not None else None
