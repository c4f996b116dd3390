"""Contacts and referrals (report section 2.1)."""

from quarterday.sections.front_door.indicators import INDICATORS
from quarterday.sections.section import Section

SECTION = Section("front_door", "2.1", "Contacts and referrals", INDICATORS)

__all__ = ["SECTION"]
