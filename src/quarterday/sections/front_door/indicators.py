"""Contacts and referrals (report section 2.1), and early help."""

from quarterday.sections.front_door.contact_indicators import CONTACT_INDICATORS
from quarterday.sections.front_door.referral_indicators import REFERRAL_INDICATORS

INDICATORS = (*CONTACT_INDICATORS, *REFERRAL_INDICATORS)
