"""Timely response (report section 2.2)."""

from quarterday.indicators import Indicator

INDICATORS: tuple[Indicator, ...] = ()
