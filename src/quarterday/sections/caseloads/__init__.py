"""Caseloads (report section 2.6)."""

from quarterday.sections.caseloads.indicators import INDICATORS
from quarterday.sections.caseloads.worklists import WORKLISTS
from quarterday.sections.section import Section

SECTION = Section("caseloads", "2.6", "Caseloads", INDICATORS, WORKLISTS)

__all__ = ["SECTION"]
