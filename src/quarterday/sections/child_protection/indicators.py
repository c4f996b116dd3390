"""Children subject to child protection planning (report section 2.3)."""

from quarterday.indicators import LOWER, Count, Percentage
from quarterday.sections.child_protection.facts import open_plans

plans = Count(
    code="CPP-01",
    title="Children on a child protection plan",
    of=open_plans,
    rules=("R03", "R04", "R10", "R12"),
    definition="Child protection plans of this authority open at the end of the day.",
)

plans_open_eighteen_months = Percentage(
    code="CPP-08",
    title="Child protection plans open 18 months or more",
    of=open_plans,
    # Start + 18 calendar months, clamped to the month's end (R02): the day itself counts.
    where="reaches_18_months <= snapshot",
    better=LOWER,
    rules=("R02", "R12"),
    standard="18 months (legal planning meeting)",
    standard_kind="local",
    definition="Plans whose start plus 18 calendar months has been reached, of plans open.",
)

INDICATORS = (plans, plans_open_eighteen_months)
