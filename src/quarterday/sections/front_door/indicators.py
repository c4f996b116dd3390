"""Contacts and referrals (report section 2.1), and early help."""

from quarterday.indicators import HIGHER, LOWER, Count, Mix, Percentage, Rate
from quarterday.sections.front_door import facts

POPULATION = "The population is the mid-year estimate of children 0 to 17 of the year before (R28); never annualised."

contacts_received = Count(
    code="FD-01",
    title="Contacts received",
    of=facts.contacts,
    rules=("R05", "R12", "R31"),
    definition="Contacts dated in the period; the same child, day and source count once.",
)

contact_rate = Rate(
    code="FD-02",
    title="Contact rate per 10,000",
    of=facts.contacts,
    rules=("R05", "R28", "R30", "R31"),
    definition="Contacts dated in the period, per 10,000 children aged 0 to 17.",
    note=POPULATION,
)

contacts_that_became_referrals = Percentage(
    code="FD-03",
    title="Contacts that became a referral",
    of=facts.contacts,
    where="became_referral = 'Y'",
    rules=("R05", "R26", "R32", "R33"),
    needs=("referrals",),
    definition="Contacts whose outcome is a new referral, of contacts. Where no outcome is "
    "recorded, a referral of the child on the day of the contact or within five days after it counts.",
)

threshold_agreement = Percentage(
    code="FD-08",
    title="Threshold rightly applied (multi-agency audit)",
    of=facts.threshold_audits,
    where="threshold_agreed = 'Y'",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Audited front-door decisions on which the auditors agree that the threshold was rightly applied.",
)

decisions_agreed = Percentage(
    code="FD-09",
    title="Front-door decisions agreed on review",
    of=facts.decision_reviews,
    where="agreed = 'Y'",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Front-door decisions with which the reviewing manager agrees, of decisions reviewed.",
)

early_help_started = Count(
    code="EH-01",
    title="Early help episodes started",
    of=facts.early_help_started,
    rules=("R12",),
    definition="Early help episodes that started in the period.",
)

early_help_open = Count(
    code="EH-01o",
    title="Early help episodes open",
    of=facts.early_help_open,
    rules=("R12",),
    definition="Early help episodes open at the end of the day.",
)

referrals = Count(
    code="REF-01",
    title="Referrals",
    of=facts.referrals,
    rules=("R03", "R05", "R06"),
    definition="Referrals dated in the period of children with no open episode; several of a child on a day count once.",
)

referral_rate = Rate(
    code="REF-02",
    title="Referral rate per 10,000",
    of=facts.referrals,
    rules=("R03", "R05", "R06", "R28", "R29", "R30", "R43"),
    definition="Referrals dated in the period, per 10,000 children aged 0 to 17.",
    note=POPULATION + " Authorities count referrals differently: read it beside REF-04 (R43).",
)

re_referrals = Percentage(
    code="REF-03",
    title="Re-referrals within 12 months",
    of=facts.referrals,
    # Referral to referral, not closure to referral (R07): an earlier one on or after the same day a year before.
    where="previous_referral_date >= twelve_months_before",
    better=LOWER,
    history_months=12,
    rules=("R03", "R06", "R07", "R26"),
    definition="Referrals of children who had an earlier referral within the 12 months before, of referrals.",
)

no_further_action = Percentage(
    code="REF-04",
    title="Referrals with no further action",
    of=facts.referrals,
    where="no_further_action = 'Y'",
    rules=("R05", "R06", "R08", "R26"),
    definition="Referrals that led to no further action, of referrals.",
)

referrals_by_source = Mix(
    code="REF-08",
    title="Referrals by source",
    of=facts.referrals,
    by="source",
    rules=("R05", "R26"),
    definition="Who made the referrals, in DfE's groups.",
)

referrals_from_schools = Percentage(
    code="REF-08a",
    title="Referrals from schools",
    of=facts.referrals,
    where="source = '2A'",
    rules=("R05", "R26"),
    definition="Referrals made by schools, of referrals.",
)

referrals_from_health = Percentage(
    code="REF-08b",
    title="Referrals from health services",
    of=facts.referrals,
    where="source in ('3A', '3B', '3C', '3D', '3E', '3F')",
    rules=("R05", "R26"),
    definition="Referrals made by health services, of referrals.",
)

referrals_from_police = Percentage(
    code="REF-08c",
    title="Referrals from the police",
    of=facts.referrals,
    where="source = '6'",
    rules=("R05", "R26"),
    definition="Referrals made by the police, of referrals.",
)

referrals_by_month = Count(
    code="REF-10",
    title="Referrals by month",
    of=facts.referrals,
    rules=("R05",),
    definition="Referrals of a calendar month: ask for it with --months.",
)

factors = Mix(
    code="ASM-10",
    title="Factors identified at the end of assessment",
    of=facts.assessment_factors,
    by="factor",
    weight="is_first",
    rules=("R05", "R25"),
    definition="Assessments in which each factor was found, of assessments with any factor; one may have several, "
    "so the shares add up to more than 100 per cent.",
)

INDICATORS = (
    contacts_received,
    contact_rate,
    contacts_that_became_referrals,
    threshold_agreement,
    decisions_agreed,
    early_help_started,
    early_help_open,
    referrals,
    referral_rate,
    re_referrals,
    no_further_action,
    referrals_by_source,
    referrals_from_schools,
    referrals_from_health,
    referrals_from_police,
    referrals_by_month,
    factors,
)
