"""Facts of child protection: what the indicators of this section count."""

from collections.abc import Mapping

from quarterday.indicators import EVENT, INTERVAL, OVERLAP, Fact, sql_beside
from quarterday.indicators.duration_bands import duration_band
from quarterday.indicators.journey import deadlines, people, protection_plans

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

SINCE_VISIT = """case
    when moment <= ten_days_on then '0 to 10 days'
    when moment <= twenty_days_on then '11 to 20 days'
    when moment <= four_weeks_on then '21 to 28 days'
    when moment <= six_weeks_on then '29 to 42 days'
    else '43 days or more'
end"""
"""Calendar days since the last counted visit, or since the plan's start."""

SINCE_VISIT_BANDS = ("0 to 10 days", "11 to 20 days", "21 to 28 days", "29 to 42 days", "43 days or more")
"""The bands in their order."""

DECISION = """case
    when meeting_date <= moment then coalesce(outcome, 'not recorded')
    else 'no meeting held'
end"""
"""What a plan's first legal planning meeting decided, as known on the day."""


def _sql(name: str) -> str:
    return sql_beside(__package__ or "", f"{name}.sql")


_PLANS = (protection_plans,)

open_plans = Fact(
    "open_plans",
    INTERVAL,
    _sql("open_plans"),
    builds_on=(*_PLANS, people),
    dimensions={**CATEGORIES, "plan_duration": duration_band("reaches_two_years")},
)
plans_in_period = Fact("plans_in_period", OVERLAP, _sql("plans_in_period"), builds_on=_PLANS, dimensions=CATEGORIES)
plans_started = Fact("plans_started", EVENT, _sql("plans_started"), builds_on=_PLANS, dimensions=CATEGORIES)
plans_ended = Fact(
    "plans_ended",
    EVENT,
    _sql("plans_ended"),
    builds_on=_PLANS,
    dimensions={**CATEGORIES, "plan_duration": duration_band("reaches_two_years")},
)
enquiries_started = Fact("enquiries_started", EVENT, _sql("enquiries_started"), needs=("section_47_enquiries",))
enquiries_ended = Fact("enquiries_ended", EVENT, _sql("enquiries_ended"), needs=("section_47_enquiries",))
conferences_held = Fact("conferences_held", EVENT, _sql("conferences_held"), needs=("initial_child_protection_conferences",))
enquiries_and_conferences = Fact(
    "enquiries_and_conferences",
    EVENT,
    _sql("enquiries_and_conferences"),
    builds_on=(enquiries_started, conferences_held),
)
enquiries_followed = Fact(
    "enquiries_followed", EVENT, _sql("enquiries_followed"), builds_on=(enquiries_started, conferences_held)
)
visit_gaps = Fact(
    "visit_gaps",
    INTERVAL,
    _sql("visit_gaps"),
    needs=("child_protection_visits",),
    builds_on=(protection_plans, deadlines),
    dimensions={"since_visit": SINCE_VISIT},
)
last_visits = Fact(
    "last_visits",
    INTERVAL,
    _sql("last_visits"),
    needs=("child_protection_visits",),
    builds_on=(protection_plans, people),
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
plan_reviews_held = Fact("plan_reviews_held", EVENT, _sql("plan_reviews_held"), needs_every=("child_protection_reviews",))
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
pre_proceedings_ended = Fact(
    "pre_proceedings_ended",
    EVENT,
    _sql("pre_proceedings_ended"),
    needs=("pre_proceedings",),
    dimensions={"outcome": "coalesce(outcome, 'not recorded')"},
)
care_applications_made = Fact("care_applications_made", EVENT, _sql("care_applications_made"), needs=("care_applications",))
letters_of_issue = Fact("letters_of_issue", EVENT, _sql("letters_of_issue"), needs=("pre_proceedings",))
enquiries_without_conference = Fact(
    "enquiries_without_conference",
    INTERVAL,
    _sql("enquiries_without_conference"),
    needs=("section_47_enquiries", "initial_child_protection_conferences"),
)
