"""Children subject to child protection planning (report section 2.3)."""

from quarterday.sections.child_protection.duration_indicators import DURATION_INDICATORS
from quarterday.sections.child_protection.enquiry_indicators import ENQUIRY_INDICATORS
from quarterday.sections.child_protection.legal_indicators import LEGAL_INDICATORS
from quarterday.sections.child_protection.plan_indicators import PLAN_INDICATORS
from quarterday.sections.child_protection.work_indicators import WORK_INDICATORS

INDICATORS = (
    *PLAN_INDICATORS,
    *DURATION_INDICATORS,
    *ENQUIRY_INDICATORS,
    *WORK_INDICATORS,
    *LEGAL_INDICATORS,
)
