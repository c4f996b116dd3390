"""Looked-after children, care leavers and children who go missing (report section 2.5)."""

from quarterday.sections.looked_after.care_leaver_indicators import CARE_LEAVER_INDICATORS
from quarterday.sections.looked_after.care_work_indicators import CARE_WORK_INDICATORS
from quarterday.sections.looked_after.entry_and_exit_indicators import ENTRY_AND_EXIT_INDICATORS
from quarterday.sections.looked_after.health_indicators import HEALTH_INDICATORS
from quarterday.sections.looked_after.indicators import INDICATORS
from quarterday.sections.looked_after.missing_indicators import MISSING_INDICATORS
from quarterday.sections.looked_after.placement_indicators import PLACEMENT_INDICATORS
from quarterday.sections.looked_after.worklists import WORKLISTS
from quarterday.sections.section import Section

_OF_CHILDREN_IN_CARE = (
    *INDICATORS,
    *ENTRY_AND_EXIT_INDICATORS,
    *PLACEMENT_INDICATORS,
    *CARE_WORK_INDICATORS,
    *HEALTH_INDICATORS,
)
_FAMILIES = ("LAC", "EDG", "PLC")

SECTION = Section(
    "looked_after",
    "2.5",
    "Looked-after children",
    (
        # Families in the order of the report, each in the order of its codes.
        *sorted(_OF_CHILDREN_IN_CARE, key=lambda each: (_FAMILIES.index(each.code[:3]), each.code)),
        *MISSING_INDICATORS,
        *CARE_LEAVER_INDICATORS,
    ),
    WORKLISTS,
)

__all__ = ["SECTION"]
