"""Contacts and referrals (report section 2.1)."""

from quarterday.indicators import Indicator

INDICATORS: tuple[Indicator, ...] = ()
