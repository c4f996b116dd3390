"""How long child protection plans last, and unborn children on them."""

from quarterday.indicators import LOWER, Count, Mix, Percentage
from quarterday.indicators.duration_bands import DURATION_BANDS
from quarterday.sections.child_protection import facts

ended_after_two_years = Percentage(
    code="CPP-11",
    title="Child protection plans ended after two years or more",
    of=facts.plans_ended,
    where="reaches_two_years <= event_date",
    better=LOWER,
    rules=("R02", "R26"),
    standard="more than 729 days, the day of cessation included",
    standard_kind="published",
    definition="Plans that ended in the period after more than 729 days, both end days counted, of plans that ended.",
)

ended_within_three_months = Percentage(
    code="CPP-19",
    title="Child protection plans ended within three months",
    of=facts.plans_ended,
    where="event_date <= reaches_3_months",
    rules=("R02", "R26"),
    definition="Plans that ended in the period no later than three calendar months after their start, of plans that ended.",
)

open_by_duration = Mix(
    code="CPP-20",
    title="Open child protection plans by duration",
    of=facts.open_plans,
    by="plan_duration",
    in_order=DURATION_BANDS,
    rules=("R02", "R25", "R26"),
    definition="Plans open at the end of the day by how long they have been open, in DfE's bands.",
)

ended_by_duration = Mix(
    code="CPP-20e",
    title="Ended child protection plans by duration",
    of=facts.plans_ended,
    by="plan_duration",
    in_order=DURATION_BANDS,
    rules=("R02", "R25", "R26"),
    definition="Plans that ended in the period by how long they had been open, in DfE's bands.",
)

unborn_children = Count(
    code="CPP-21",
    title="Unborn children on child protection plans",
    of=facts.open_plans,
    where="date_of_birth > snapshot or (date_of_birth is null and expected_date_of_birth > snapshot)",
    rules=("R03", "R12"),
    needs=("children",),
    definition="Open plans of children not yet born at the end of the day: born later, or expected later and no birth "
    "recorded.",
    note="A child expected by the day whose birth is not recorded is not counted here, yet stands in the age band "
    "'unborn' until it is.",
)

DURATION_INDICATORS = (
    ended_after_two_years,
    ended_within_three_months,
    open_by_duration,
    ended_by_duration,
    unborn_children,
)
