"""Looked-after children (report section 2.5)."""

from quarterday.sections.looked_after.indicators import INDICATORS
from quarterday.sections.looked_after.worklists import WORKLISTS
from quarterday.sections.section import Section

SECTION = Section("looked_after", "2.5", "Looked-after children", INDICATORS, WORKLISTS)

__all__ = ["SECTION"]
