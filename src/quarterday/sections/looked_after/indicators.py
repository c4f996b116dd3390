"""Looked-after children (report section 2.5)."""

from quarterday.indicators import Indicator

INDICATORS: tuple[Indicator, ...] = ()
