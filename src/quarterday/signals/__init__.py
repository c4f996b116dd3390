"""Signals: whether a figure has really changed, and why (CONVENTIONS §3)."""

from quarterday.signals.chart import Limits, Point, Rebase, XmrChart
from quarterday.signals.errors import SignalError, TooShortError
from quarterday.signals.judgement import Judgement
from quarterday.signals.judging import Judge
from quarterday.signals.manner import FLOW_MONTHS, STOCK_MONTHS, Manner, months_to
from quarterday.signals.occasions import events_on, rebases_on
from quarterday.signals.portable import between_values, chart_values, judgement_values, proportion_values, summary_values
from quarterday.signals.proportions import ProportionLimits, denominators_vary, proportion_limits
from quarterday.signals.rules import RULES_VERSION, Match
from quarterday.signals.series import Series, SeriesFileError
from quarterday.signals.series_file import read_days, read_series
from quarterday.signals.stock_band import BandPoint, Bands, Stay, StockBand, stock_band
from quarterday.signals.summary import Summary, SummaryRow, summary, unmeasured
from quarterday.signals.time_between import TimeBetween, time_between
from quarterday.signals.unjudged import why_never
from quarterday.signals.words import improvement_of
from quarterday.signals.xmr import xmr

__all__ = [
    "FLOW_MONTHS",
    "RULES_VERSION",
    "STOCK_MONTHS",
    "BandPoint",
    "Bands",
    "Judge",
    "Judgement",
    "Limits",
    "Manner",
    "Match",
    "Point",
    "ProportionLimits",
    "Rebase",
    "Series",
    "SeriesFileError",
    "SignalError",
    "Stay",
    "StockBand",
    "Summary",
    "SummaryRow",
    "TimeBetween",
    "TooShortError",
    "XmrChart",
    "between_values",
    "chart_values",
    "denominators_vary",
    "events_on",
    "improvement_of",
    "judgement_values",
    "months_to",
    "proportion_limits",
    "proportion_values",
    "read_days",
    "read_series",
    "rebases_on",
    "stock_band",
    "summary",
    "summary_values",
    "time_between",
    "unmeasured",
    "why_never",
    "xmr",
]
