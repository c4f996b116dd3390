"""What is made of an indicator's series: a chart, a band, or the reason why neither."""

from dataclasses import dataclass

from quarterday.indicators import Indicator, Result
from quarterday.signals.chart import XmrChart
from quarterday.signals.proportions import ProportionLimits
from quarterday.signals.stock_band import WHY, StockBand
from quarterday.signals.time_between import TimeBetween
from quarterday.signals.words import ASSURANCE_WORDS, DIRECTION_WORDS, VARIATION_WORDS, improvement_of
from quarterday.submissions.settings import Event, Target

XMR = "xmr"
BAND = "band"
NOT_JUDGED = "not judged"


@dataclass(frozen=True)
class Judgement:
    """An indicator with its `chart` (flows) or `band` (stocks); neither where `reason` says why.

    `latest` is the latest figure of what is not judged. `events` are those registered within its months; `proportions`
    and `between` are there where the chart alone misleads.
    """

    indicator: Indicator
    chart: XmrChart | None = None
    band: StockBand | None = None
    reason: str = ""
    latest: Result | None = None
    notes: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    target: Target | None = None
    proportions: ProportionLimits | None = None
    between: TimeBetween | None = None

    @property
    def method(self) -> str:
        """xmr, band or not judged."""
        if self.chart:
            return XMR
        return BAND if self.band else NOT_JUDGED

    @property
    def why(self) -> str:
        """Why this method: the reason where it is not judged, or is judged by a band."""
        return WHY if self.band else self.reason

    @property
    def value(self) -> float | None:
        """The latest value; None where there is none."""
        judged = self.chart or self.band
        if judged:
            return judged.last.value
        return self.latest.value if self.latest else None

    @property
    def period(self) -> str | None:
        """The period of the latest value."""
        judged = self.chart or self.band
        if judged:
            return judged.last.period
        return f"{self.latest.period_end:%Y-%m}" if self.latest and self.latest.value is not None else None

    @property
    def variation_kind(self) -> str:
        """improving, concerning, high, low, common cause or not judged."""
        judged = self.chart or self.band
        return judged.variation_kind if judged else NOT_JUDGED

    @property
    def variation(self) -> str:
        """The variation in words, both meanings where the last point has two."""
        if self.chart:
            return self.chart.variation_in_full
        return VARIATION_WORDS.get(self.variation_kind, "")

    @property
    def rule(self) -> str | None:
        """The rule that names the latest point."""
        judged = self.chart or self.band
        return judged.last.rule if judged else None

    @property
    def assurance_kind(self) -> str | None:
        """pass, fail or hit or miss; None without a target or a chart."""
        return self.chart.assurance_kind if self.chart else None

    @property
    def assurance(self) -> str:
        """The assurance in words; empty where there is none."""
        return ASSURANCE_WORDS.get(self.assurance_kind or "", "")

    @property
    def direction(self) -> str:
        """Which way is better, in words."""
        return DIRECTION_WORDS[improvement_of(self.indicator.better)]
