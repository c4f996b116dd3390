"""The sections of the Committee report, in its order, with all their indicators."""

from quarterday.indicators import Indicator
from quarterday.sections import (
    caseloads,
    child_protection,
    children_in_need,
    front_door,
    looked_after,
    quality_assurance,
    timeliness,
)
from quarterday.sections.section import Section

_SECTIONS: tuple[Section, ...] = (
    quality_assurance.SECTION,
    front_door.SECTION,
    timeliness.SECTION,
    child_protection.SECTION,
    children_in_need.SECTION,
    looked_after.SECTION,
    caseloads.SECTION,
)

_COVERAGE = quality_assurance.indicator_coverage(each for section in _SECTIONS for each in section.indicators)

SECTIONS: tuple[Section, ...] = (_SECTIONS[0].with_indicator(_COVERAGE), *_SECTIONS[1:])

INDICATORS: tuple[Indicator, ...] = tuple(each for section in SECTIONS for each in section.indicators)

BY_CODE: dict[str, Indicator] = {indicator.code: indicator for indicator in INDICATORS}

__all__ = ["BY_CODE", "INDICATORS", "SECTIONS", "Section"]
