"""Child in need plans, the support after protection plans, visits and reviews."""

from quarterday.indicators import HIGHER, LOWER, Count, Percentage, Rate
from quarterday.sections.children_in_need import facts

SUPPORT = "a child in need plan open from ten working days after the end at the latest to three months after it, "
LEFT_OUT = (
    "Left out: children who turned 18, died or were adopted within three months, were looked after on that day, or moved "
    "to another authority within ten working days."
)

plans = Count(
    code="CIN-09",
    title="Child in need plans open",
    of=facts.need_plan_stretches,
    rules=("R12", "R37"),
    definition="Child in need plans open at the end of the day of children neither on a protection plan nor looked after.",
)

plan_rate = Rate(
    code="CIN-10",
    title="Child in need plan rate per 10,000",
    of=facts.need_plan_stretches,
    rules=("R28", "R37"),
    definition="Child in need plans open at the end of the day of children neither on a protection plan nor looked after, "
    "per 10,000 children aged 0 to 17.",
    note="The population is the mid-year estimate of the year before (R28).",
)

plans_started = Count(
    code="CIN-11",
    title="Child in need plans started",
    of=facts.need_plans_started,
    rules=("R05", "R37"),
    definition="Child in need plans that started in the period.",
)

plans_ended = Count(
    code="CIN-11e",
    title="Child in need plans ended",
    of=facts.need_plans_ended,
    rules=("R05", "R37"),
    definition="Child in need plans that ended in the period.",
)

step_downs_with_plan = Percentage(
    code="CIN-12",
    title="Step-downs that get a child in need plan",
    of=facts.step_downs_after_ten_days,
    where="plan_in_time = 'Y'",
    better=HIGHER,
    rules=("R01", "R26", "R37", "R38"),
    standard="within ten working days unless the settings say otherwise",
    standard_kind="local",
    definition="Protection plans that ended, ten working days of which have passed in the period, after which a child in "
    f"need plan was open within ten working days. {LEFT_OUT}",
)

step_downs_with_support = Percentage(
    code="CIN-13",
    title="Step-downs with three months of support",
    of=facts.step_downs_after_three_months,
    among="re_escalated = 'N'",
    where="three_months_support = 'Y'",
    better=HIGHER,
    rules=("R02", "R26", "R37", "R38"),
    standard="three months at least unless the settings say otherwise",
    standard_kind="local (the brief)",
    definition=f"Protection plans that ended three months before a day of the period, followed by support: {SUPPORT}"
    f"with no gap of more than five days. {LEFT_OUT} Children with a new plan or looked after within the three months "
    "are counted apart (CIN-13r).",
)

re_escalated = Count(
    code="CIN-13r",
    title="Step-downs re-escalated within three months",
    of=facts.step_downs_after_three_months,
    where="re_escalated = 'Y'",
    rules=("R38",),
    definition="Step-downs followed within three months by a new protection plan or by care.",
)

visits_in_time = Percentage(
    code="CIN-14",
    title="Child in need visits within timescale",
    of=facts.need_visit_gaps,
    where="in_time_to >= snapshot",
    better=HIGHER,
    rules=("R15", "R26", "R39"),
    standard="20 working days unless the settings say otherwise",
    standard_kind="local",
    definition="Open child in need plans on which the last counted visit (or the start) is no longer ago than the interval.",
)

visit_gaps_in_time = Percentage(
    code="CIN-14i",
    title="Gaps between child in need visits within timescale",
    of=facts.need_visit_gaps_ended,
    where="in_time_to >= event_date",
    better=HIGHER,
    rules=("R15", "R26", "R39"),
    definition="Gaps that a visit of the period ended, no longer than the visit interval, of all such gaps.",
)

reviews_in_time = Percentage(
    code="CIN-15",
    title="Child in need reviews held in timescale",
    of=facts.need_review_gaps,
    among="reaches_interval <= snapshot",
    where="in_time_to >= snapshot",
    better=HIGHER,
    rules=("R02", "R26", "R34"),
    standard="three months unless the settings say otherwise",
    standard_kind="local",
    definition="Child in need plans open for the review interval or longer whose last review is no longer ago than that.",
)

review_records_in_time = Percentage(
    code="CIN-16",
    title="Child in need review records on file in time",
    of=facts.need_reviews_held,
    where="record_date <= record_in_time_to",
    better=HIGHER,
    rules=("R01", "R26", "R34"),
    standard="ten working days unless the settings say otherwise",
    standard_kind="local",
    definition="Reviews held in the period with a written record dated within the limit, of reviews held.",
)

manager_chaired = Percentage(
    code="CIN-17",
    title="Child in need meetings chaired by a manager",
    of=facts.need_reviews_held,
    where="manager_chaired = 'Y'",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Reviews held in the period whose chair's role is a manager's by the settings, of reviews held.",
)

plans_over_nine_months = Percentage(
    code="CIN-18",
    title="Child in need plans open over nine months",
    of=facts.need_plan_stretches,
    # The day on which it reaches nine months is not over them.
    where="reaches_9_months < snapshot",
    better=LOWER,
    rules=("R02", "R12", "R26", "R37"),
    standard="nine months",
    standard_kind="local",
    definition="Child in need plans open at the end of the day that started more than nine calendar months before, of those "
    "open; times on a protection plan or in care do not stop the clock.",
)

plans_over_twelve_months = Percentage(
    code="CIN-18t",
    title="Child in need plans open over twelve months",
    of=facts.need_plan_stretches,
    where="reaches_12_months < snapshot",
    better=LOWER,
    rules=("R02", "R12", "R26", "R37"),
    standard="twelve months",
    standard_kind="local",
    definition="Child in need plans open at the end of the day that started more than twelve calendar months before, of "
    "those open.",
)

PLAN_INDICATORS = (
    plans,
    plan_rate,
    plans_started,
    plans_ended,
    step_downs_with_plan,
    step_downs_with_support,
    re_escalated,
    visits_in_time,
    visit_gaps_in_time,
    reviews_in_time,
    review_records_in_time,
    manager_chaired,
    plans_over_nine_months,
    plans_over_twelve_months,
)
