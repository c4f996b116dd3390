"""Children in need (report section 2.4)."""

from quarterday.sections.children_in_need.episode_indicators import EPISODE_INDICATORS
from quarterday.sections.children_in_need.plan_indicators import PLAN_INDICATORS

INDICATORS = (*EPISODE_INDICATORS, *PLAN_INDICATORS)
