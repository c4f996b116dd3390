"""Performance and quality (report section 2)."""

from quarterday.sections.quality_assurance.data_quality import indicator_coverage
from quarterday.sections.quality_assurance.indicators import INDICATORS
from quarterday.sections.quality_assurance.worklists import WORKLISTS
from quarterday.sections.section import Section

SECTION = Section("quality_assurance", "2", "Performance and quality", INDICATORS, WORKLISTS)

__all__ = ["SECTION", "indicator_coverage"]
