"""Timely response (report section 2.2)."""

from quarterday.sections.section import Section
from quarterday.sections.timeliness.indicators import INDICATORS

SECTION = Section("timeliness", "2.2", "Timely response", INDICATORS)

__all__ = ["SECTION"]
