"""Referrals, and what assessments after them find."""

from quarterday.indicators import HIGHER, LOWER, Count, Mix, Percentage, Rate
from quarterday.sections.front_door import facts
from quarterday.sections.front_door.population import POPULATION

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

assessed_not_in_need = Percentage(
    code="REF-05",
    title="Referrals assessed as not in need",
    of=facts.referrals,
    where="close_reason in ('RC8', 'RC9') and coalesce(no_further_action, 'N') <> 'Y'",
    rules=("R05", "R06", "R08", "R26", "R42"),
    definition="Referrals closed after assessment with no further action (RC8) or with early help (RC9), of referrals. A "
    "referral is known as such only once it is closed.",
)

children_referred = Count(
    code="REF-06",
    title="Children referred",
    of=facts.referrals,
    distinct="child_id",
    rules=("R05", "R06"),
    definition="Distinct children with a referral in the period; in a breakdown a child stands where the first one is.",
)

children_re_referred = Percentage(
    code="REF-07",
    title="Children re-referred within 12 months",
    of=facts.referrals,
    # One row a child: its first referral of the period.
    among="child_id is not null and (previous_referral_date is null or previous_referral_date < period_start)",
    where="re_referred_by <= period_end",
    better=LOWER,
    history_months=12,
    rules=("R05", "R06", "R07", "R26"),
    definition="Distinct children with a re-referral in the period, of distinct children referred in it. Its list and its "
    "breakdowns take the child's first referral of the period.",
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

decisions_in_time = Percentage(
    code="REF-09",
    title="Referral decision within one working day",
    of=facts.referral_decisions,
    where="working_days >= 0 and working_days <= 1",
    better=HIGHER,
    rules=("R01", "R06", "R26", "R34"),
    standard="1 working day",
    standard_kind="statutory guidance (from published text)",
    definition="Referrals on which the first decision was made on the day they came in or by the end of the next working "
    "day, of referrals with a decision on record.",
    note="Needs a local table of decisions, which no national return has (R34).",
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

REFERRAL_INDICATORS = (
    referrals,
    referral_rate,
    re_referrals,
    no_further_action,
    assessed_not_in_need,
    children_referred,
    children_re_referred,
    referrals_by_source,
    referrals_from_schools,
    referrals_from_health,
    referrals_from_police,
    decisions_in_time,
    referrals_by_month,
    factors,
)
