"""Caseloads (report section 2.6)."""

from quarterday.indicators import Indicator

INDICATORS: tuple[Indicator, ...] = ()
