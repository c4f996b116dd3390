"""Work around protection plans: enquiries, conferences, visits, reviews, legal planning, analysis of repeat plans."""

from quarterday.indicators import HIGHER, Count, Mix, Percentage
from quarterday.sections.child_protection import facts

GATE = "18 months, unless the settings say another age ('plan age gate')."

enquiries = Count(
    code="S47-01",
    title="Section 47 enquiries started",
    of=facts.enquiries_started,
    rules=("R03", "R05"),
    definition="Section 47 enquiries whose strategy discussion lies in the period.",
)

conferences = Count(
    code="ICP-01",
    title="Initial child protection conferences",
    of=facts.conferences_held,
    rules=("R03", "R05", "R09"),
    definition="Children about whom an initial conference was held in the period, those moving in included.",
)

conferences_in_time = Percentage(
    code="ICP-03",
    title="Conferences within 15 working days of the strategy discussion",
    of=facts.conferences_held,
    where="working_days >= 0 and working_days <= 15",
    better=HIGHER,
    rules=("R01", "R09", "R13", "R26"),
    standard="15 working days, inclusive",
    standard_kind="statutory guidance (from published text)",
    needs=("section_47_enquiries",),
    definition="Conferences held within 15 working days of the strategy discussion, of all initial conferences; one "
    "without an enquiry counts as not in time.",
)

conferences_in_time_without_transfers = Percentage(
    code="ICP-03t",
    title="Conferences within 15 working days, families moving in left out",
    of=facts.conferences_held,
    among="transfer_in <> 'Y'",
    where="working_days >= 0 and working_days <= 15",
    better=HIGHER,
    rules=("R01", "R09", "R13", "R26"),
    needs=("section_47_enquiries",),
    definition="As ICP-03, without conferences of families moving in: a local form.",
)

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

pre_proceedings = Count(
    code="LGL-01",
    title="Children in pre-proceedings",
    of=facts.pre_proceedings_open,
    distinct="child_id",
    rules=("R12",),
    definition="Children in pre-proceedings under the Public Law Outline at the end of the day.",
)

WORK_INDICATORS = (
    enquiries,
    conferences,
    conferences_in_time,
    conferences_in_time_without_transfers,
    visits_in_time,
    visit_gaps_in_time,
    reviews_in_time,
    legal_planning_in_time,
    legal_planning_held,
    legal_planning_decisions,
    not_foreseeable,
    repeat_reasons,
    pre_proceedings,
)
