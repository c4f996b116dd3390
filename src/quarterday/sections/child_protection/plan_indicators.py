"""Child protection plans: how many, how long, how often again."""

from quarterday.indicators import LOWER, Count, Mix, NetChange, Percentage, Rate
from quarterday.sections.child_protection import facts

OPEN = "Child protection plans of this authority open at the end of the day"
POPULATION = "The population is the mid-year estimate of children 0 to 17 of the year before (R28)."

plans = Count(
    code="CPP-01",
    title="Children on a child protection plan",
    of=facts.open_plans,
    rules=("R03", "R04", "R10", "R12"),
    definition=f"{OPEN}; overlapping plans of a child count once.",
)

plan_rate = Rate(
    code="CPP-02",
    title="Child protection plan rate per 10,000",
    of=facts.open_plans,
    rules=("R28", "R29"),
    definition=f"{OPEN}, per 10,000 children aged 0 to 17.",
    note=POPULATION,
)

plans_started = Count(
    code="CPP-03",
    title="Child protection plans started",
    of=facts.plans_started,
    rules=("R03", "R05", "R10"),
    definition="Plans that started in the period; a plan that follows on the day another ends is the same plan.",
)

start_rate = Rate(
    code="CPP-04",
    title="Child protection plans started per 10,000",
    of=facts.plans_started,
    rules=("R05", "R10", "R28", "R29", "R30"),
    definition="Child protection plans that started in the period, per 10,000 children aged 0 to 17.",
    note=POPULATION,
)

plans_ended = Count(
    code="CPP-05",
    title="Child protection plans ended",
    of=facts.plans_ended,
    rules=("R05", "R10", "R12"),
    definition="Plans that ended in the period, at the recorded end or the 18th birthday if that is earlier.",
)

end_rate = Rate(
    code="CPP-06",
    title="Child protection plans ended per 10,000",
    of=facts.plans_ended,
    rules=("R05", "R10", "R28", "R29", "R30"),
    definition="Child protection plans that ended in the period, per 10,000 children aged 0 to 17.",
    note=POPULATION,
)

children_at_any_point = Count(
    code="CPP-07",
    title="Children on a child protection plan at any point",
    of=facts.plans_in_period,
    distinct="child_id",
    rules=("R05", "R10", "R12"),
    definition="Distinct children with an own plan on any day of the period, its first and last day included: one that "
    "ended on the first day counts. In a breakdown a child stands where it was on the first such day.",
)

plans_open_eighteen_months = Percentage(
    code="CPP-08",
    title="Child protection plans open 18 months or more",
    of=facts.open_plans,
    # Start + 18 calendar months, clamped to the month's end (R02): the day itself counts.
    where="reaches_18_months <= snapshot",
    better=LOWER,
    rules=("R02", "R12"),
    standard="18 months (legal planning meeting)",
    standard_kind="local",
    definition="Plans whose start plus 18 calendar months has been reached, of plans open.",
)

plans_open_two_years = Count(
    code="CPP-09",
    title="Child protection plans open two years or more (number)",
    of=facts.open_plans,
    where="reaches_two_years <= snapshot",
    better=LOWER,
    rules=("R02", "R12"),
    standard="more than 729 days, the day of cessation included",
    standard_kind="published",
    definition="Open plans of more than 729 days, both end days counted.",
)

share_open_two_years = Percentage(
    code="CPP-10",
    title="Child protection plans open two years or more",
    of=facts.open_plans,
    where="reaches_two_years <= snapshot",
    better=LOWER,
    rules=("R02", "R12", "R26"),
    standard="more than 729 days, the day of cessation included",
    standard_kind="published",
    definition="Open plans of more than 729 days, both end days counted, of plans open.",
)

repeat_plans = Percentage(
    code="CPP-12",
    title="Second or subsequent child protection plan (ever)",
    of=facts.plans_started,
    where="earlier_plans > 0",
    better=LOWER,
    rules=("R05", "R10", "R11", "R26"),
    definition="Plans started of children who had an earlier plan at any time, of plans started. The recorded "
    "number of earlier plans is used where it is higher than the history at hand.",
)

repeat_plans_within_two_years = Percentage(
    code="CPP-13",
    title="Second or subsequent plan within two years",
    of=facts.plans_started,
    where="repeat_within_two_years_until >= event_date",
    better=LOWER,
    history_months=24,
    rules=("R02", "R05", "R10", "R11"),
    definition="Plans started within 24 months of the end of the child's previous plan, of plans started.",
)

plans_by_category = Mix(
    code="CPP-14",
    title="Child protection plans by category of abuse (latest)",
    of=facts.open_plans,
    by="category",
    rules=("R10", "R25", "R26"),
    definition="Open plans by their latest category of abuse.",
)

plans_by_initial_category = Mix(
    code="CPP-14i",
    title="Child protection plans by category of abuse (initial)",
    of=facts.open_plans,
    by="initial_category",
    rules=("R10", "R25", "R26"),
    definition="Open plans by their category of abuse at the start.",
)

net_change = NetChange(
    code="CPP-25",
    title="Net change in child protection plans",
    of=facts.plans_started,
    minus=facts.plans_ended,
    decimals=0,
    rules=("R10", "R12"),
    definition="Plans started less plans ended in the period: the number open at its end less the number before it.",
)

PLAN_INDICATORS = (
    plans,
    plan_rate,
    plans_started,
    start_rate,
    plans_ended,
    end_rate,
    children_at_any_point,
    net_change,
    plans_open_eighteen_months,
    plans_open_two_years,
    share_open_two_years,
    repeat_plans,
    repeat_plans_within_two_years,
    plans_by_category,
    plans_by_initial_category,
)
