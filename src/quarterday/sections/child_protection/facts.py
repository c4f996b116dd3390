"""Facts of child protection: what the indicators of this section count."""

from collections.abc import Mapping

from quarterday.indicators import EVENT, INTERVAL, Fact, sql_beside
from quarterday.indicators.journey import deadlines, protection_plans

_WORDS = """
    when 'NEG' then 'neglect'
    when 'PHY' then 'physical abuse'
    when 'SAB' then 'sexual abuse'
    when 'EMO' then 'emotional abuse'
    when 'MUL' then 'multiple'
    else 'not known'
end"""

CATEGORIES: Mapping[str, str] = {
    "category": f"case latest_category{_WORDS}",
    "initial_category": f"case initial_category{_WORDS}",
}
"""Category of abuse: latest, and at the start."""

DECISION = """case
    when meeting_date <= moment then coalesce(outcome, 'not recorded')
    else 'no meeting held'
end"""
"""What a plan's first legal planning meeting decided, as known on the day."""


def _sql(name: str) -> str:
    return sql_beside(__package__ or "", f"{name}.sql")


_PLANS = (protection_plans,)

open_plans = Fact("open_plans", INTERVAL, _sql("open_plans"), builds_on=_PLANS, dimensions=CATEGORIES)
plans_started = Fact("plans_started", EVENT, _sql("plans_started"), builds_on=_PLANS, dimensions=CATEGORIES)
plans_ended = Fact("plans_ended", EVENT, _sql("plans_ended"), builds_on=_PLANS, dimensions=CATEGORIES)
enquiries_started = Fact("enquiries_started", EVENT, _sql("enquiries_started"), needs=("section_47_enquiries",))
conferences_held = Fact("conferences_held", EVENT, _sql("conferences_held"), needs=("initial_child_protection_conferences",))
visit_gaps = Fact(
    "visit_gaps",
    INTERVAL,
    _sql("visit_gaps"),
    needs=("child_protection_visits",),
    builds_on=(protection_plans, deadlines),
)
visit_gaps_ended = Fact(
    "visit_gaps_ended",
    EVENT,
    _sql("visit_gaps_ended"),
    needs_every=("child_protection_visits",),
    builds_on=(visit_gaps,),
)
plan_reviews = Fact(
    "plan_reviews", INTERVAL, _sql("plan_reviews"), needs_every=("child_protection_reviews",), builds_on=_PLANS
)
review_gaps = Fact("review_gaps", INTERVAL, _sql("review_gaps"), needs=("child_protection_reviews",), builds_on=_PLANS)
legal_planning = Fact(
    "legal_planning",
    INTERVAL,
    _sql("legal_planning"),
    needs=("legal_planning_meetings",),
    builds_on=(*_PLANS, deadlines),
    dimensions={**CATEGORIES, "decision": DECISION},
)
legal_planning_due = Fact(
    "legal_planning_due",
    EVENT,
    _sql("legal_planning_due"),
    builds_on=(legal_planning,),
    dimensions=CATEGORIES,
)
repeat_plans_analysed = Fact(
    "repeat_plans_analysed",
    EVENT,
    _sql("repeat_plans_analysed"),
    needs=("repeat_plan_reviews",),
    builds_on=(plans_started,),
    dimensions={"reason": "coalesce(main_reason, 'not known')"},
)
pre_proceedings_open = Fact("pre_proceedings_open", INTERVAL, _sql("pre_proceedings_open"), needs=("pre_proceedings",))
enquiries_without_conference = Fact(
    "enquiries_without_conference",
    INTERVAL,
    _sql("enquiries_without_conference"),
    needs=("section_47_enquiries", "initial_child_protection_conferences"),
)
