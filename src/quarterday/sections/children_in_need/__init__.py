"""Children in need (report section 2.4)."""

from quarterday.sections.children_in_need.indicators import INDICATORS
from quarterday.sections.children_in_need.worklists import WORKLISTS
from quarterday.sections.section import Section

SECTION = Section("children_in_need", "2.4", "Children in need", INDICATORS, WORKLISTS)

__all__ = ["SECTION"]
