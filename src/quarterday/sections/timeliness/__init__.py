"""Timely response (report section 2.2)."""

from quarterday.sections.section import Section
from quarterday.sections.timeliness.indicators import INDICATORS
from quarterday.sections.timeliness.worklists import WORKLISTS

SECTION = Section("timeliness", "2.2", "Timely response", INDICATORS, WORKLISTS)

__all__ = ["SECTION"]
