"""Children subject to child protection planning (report section 2.3)."""

from quarterday.sections.child_protection.indicators import INDICATORS
from quarterday.sections.child_protection.worklists import WORKLISTS
from quarterday.sections.section import Section

SECTION = Section("child_protection", "2.3", "Children subject to child protection planning", INDICATORS, WORKLISTS)

__all__ = ["SECTION"]
