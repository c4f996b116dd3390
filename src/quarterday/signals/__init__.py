"""Signals: whether a figure has really changed, and why (CONVENTIONS §3)."""

from quarterday.signals.chart import Limits, Point, Rebase, XmrChart
from quarterday.signals.errors import SignalError, TooShortError
from quarterday.signals.portable import chart_values
from quarterday.signals.rules import RULES_VERSION, Match
from quarterday.signals.series import Series, SeriesFileError
from quarterday.signals.series_file import read_series
from quarterday.signals.words import improvement_of
from quarterday.signals.xmr import xmr

__all__ = [
    "RULES_VERSION",
    "Limits",
    "Match",
    "Point",
    "Rebase",
    "Series",
    "SeriesFileError",
    "SignalError",
    "TooShortError",
    "XmrChart",
    "chart_values",
    "improvement_of",
    "read_series",
    "xmr",
]
