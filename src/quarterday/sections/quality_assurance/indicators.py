"""Performance and quality (report section 2)."""

from quarterday.indicators import Indicator

INDICATORS: tuple[Indicator, ...] = ()
