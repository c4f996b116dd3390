"""Work on protection plans: visits, reviews, legal planning, analysis of repeat plans."""

from quarterday.indicators import HIGHER, LOWER, Mix, Percentage
from quarterday.sections.child_protection import facts

GATE = "18 months, unless the settings say another age ('plan age gate')."

visits_in_time = Percentage(
    code="CPP-15",
    title="Child protection visits within timescale",
    of=facts.visit_gaps,
    where="in_time_to >= snapshot",
    better=HIGHER,
    rules=("R14", "R15", "R26"),
    standard="20 working days unless the settings say otherwise",
    standard_kind="local",
    definition="Open plans on which the last counted visit (or the start) is no longer ago than the visit interval.",
)

visit_gaps_in_time = Percentage(
    code="CPP-15i",
    title="Gaps between child protection visits within timescale",
    of=facts.visit_gaps_ended,
    where="in_time_to >= event_date",
    better=HIGHER,
    rules=("R15", "R26"),
    standard="20 working days unless the settings say otherwise",
    standard_kind="local",
    definition="Gaps that a visit of the period ended, no longer than the visit interval, of all such gaps.",
)

seen_at_last_visit = Percentage(
    code="CPP-16",
    title="Child seen at the last child protection visit",
    of=facts.last_visits,
    where="child_seen = 'Y'",
    better=HIGHER,
    rules=("R03", "R12", "R26"),
    needs=("children",),
    definition="Open plans whose last visit found the child, of open plans with a visit since the birth. Several visits of "
    "a day are one.",
)

seen_alone_at_last_visit = Percentage(
    code="CPP-16a",
    title="Child seen alone at the last child protection visit",
    of=facts.last_visits,
    where="child_seen_alone = 'Y'",
    better=HIGHER,
    rules=("R03", "R12", "R26"),
    needs=("children",),
    definition="Open plans at whose last visit the child was seen alone, of open plans with a visit since the birth.",
)

days_since_visit = Mix(
    code="CPP-17",
    title="Child protection plans by days since the last visit",
    of=facts.visit_gaps,
    by="since_visit",
    in_order=facts.SINCE_VISIT_BANDS,
    better=LOWER,
    rules=("R12", "R15"),
    definition="Open plans by calendar days since the last counted visit, or since the plan's start where there is none.",
)

reviews_in_time = Percentage(
    code="CPP-18",
    title="Child protection reviews within timescale",
    of=facts.plan_reviews,
    among="reaches_3_months <= snapshot",
    where="first_missed_due_date is null or first_missed_due_date > snapshot",
    better=HIGHER,
    rules=("R02", "R14", "R26"),
    standard="three months, then six months",
    standard_kind="statutory guidance (from published text)",
    definition="Plans open three months or more on which every review due so far was held in time.",
)

quorate_reviews = Percentage(
    code="CPP-26",
    title="Review conferences that were quorate",
    of=facts.plan_reviews_held,
    where="quorate = 'Y'",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Review conferences held in the period with enough agencies present, of those held; where nothing is "
    "recorded, one counts as not quorate.",
)

participation_in_reviews = Percentage(
    code="CPP-26p",
    title="Children taking part in review conferences",
    of=facts.plan_reviews_held,
    among="participation in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')",
    where="participation <> 'PN7'",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Review conferences held in the period in which the child took part, in person or by another way (PN1 to "
    "PN6), of those with a code of how (PN1 to PN7): children under four (PN0) are left out.",
)

legal_planning_in_time = Percentage(
    code="CPP-22",
    title="Plans reaching 18 months with a legal planning meeting by then",
    of=facts.legal_planning_due,
    where="meeting_date <= event_date",
    better=HIGHER,
    rules=("R02", "R26", "R34"),
    standard="by 18 months, or earlier",
    standard_kind="local (the brief)",
    definition="Plans that reached 18 months in the period and had a legal planning meeting on or before that day.",
    note=GATE,
)

legal_planning_held = Percentage(
    code="CPP-22o",
    title="Open plans of 18 months or more with a legal planning meeting",
    of=facts.legal_planning,
    among="meeting_wanted_by <= snapshot",
    where="meeting_date <= snapshot",
    better=HIGHER,
    rules=("R02", "R26", "R34"),
    standard="by 18 months, or earlier",
    standard_kind="local (the brief)",
    definition="Open plans of 18 months or more for which a legal planning meeting has been held.",
    note=GATE,
)

legal_planning_decisions = Mix(
    code="CPP-22d",
    title="Open plans of 18 months or more by the decision of their legal planning meeting",
    of=facts.legal_planning,
    among="meeting_wanted_by <= snapshot",
    by="decision",
    rules=("R02", "R34"),
    definition="Open plans of 18 months or more by what their first legal planning meeting decided.",
    note=GATE,
)

not_foreseeable = Percentage(
    code="CPP-23",
    title="Repeat plans judged not foreseeable",
    of=facts.repeat_plans_analysed,
    where="foreseeable = 'N'",
    rules=("R11", "R26", "R34"),
    definition="Second or later plans started in the period that the reviewing officer judged not foreseeable, of "
    "those analysed.",
)

repeat_reasons = Mix(
    code="CPP-24",
    title="Repeat plans by main reason",
    of=facts.repeat_plans_analysed,
    by="reason",
    rules=("R34",),
    definition="Second or later plans started in the period and analysed, by the main reason.",
)

WORK_INDICATORS = (
    visits_in_time,
    visit_gaps_in_time,
    seen_at_last_visit,
    seen_alone_at_last_visit,
    days_since_visit,
    reviews_in_time,
    quorate_reviews,
    participation_in_reviews,
    legal_planning_in_time,
    legal_planning_held,
    legal_planning_decisions,
    not_foreseeable,
    repeat_reasons,
)
