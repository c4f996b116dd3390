"""Children subject to child protection planning (report section 2.3)."""

from quarterday.sections.child_protection.plan_indicators import PLAN_INDICATORS
from quarterday.sections.child_protection.work_indicators import WORK_INDICATORS

INDICATORS = (*PLAN_INDICATORS, *WORK_INDICATORS)
