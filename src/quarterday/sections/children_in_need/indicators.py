"""Children in need (report section 2.4)."""

from quarterday.indicators import Indicator

INDICATORS: tuple[Indicator, ...] = ()
