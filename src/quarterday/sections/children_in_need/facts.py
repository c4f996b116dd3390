"""Facts of children in need."""

from quarterday.indicators import EVENT, GROUND, INTERVAL, OVERLAP, Fact, sql_beside
from quarterday.indicators.duration_bands import duration_band
from quarterday.indicators.journey import (
    counted_referrals,
    deadlines,
    need_plans,
    people,
    periods_of_care,
    protection_plans,
)

NEED = """case primary_need
    when 'N1' then 'abuse or neglect'
    when 'N2' then 'child''s disability'
    when 'N3' then 'parental disability or illness'
    when 'N4' then 'family in acute stress'
    when 'N5' then 'family dysfunction'
    when 'N6' then 'socially unacceptable behaviour'
    when 'N7' then 'low income'
    when 'N8' then 'absent parenting'
    when 'N9' then 'not in need'
    else 'not stated'
end"""

CLOSURE = """case close_reason
    when 'RC1' then 'adopted'
    when 'RC2' then 'died'
    when 'RC3' then 'child arrangements order'
    when 'RC4' then 'special guardianship order'
    when 'RC5' then 'transferred to another authority'
    when 'RC6' then 'transferred to adult social care'
    when 'RC7' then 'other, no longer in need included'
    else 'not known'
end"""


def _sql(name: str) -> str:
    return sql_beside(__package__ or "", f"{name}.sql")


open_episodes = Fact(
    "open_episodes",
    INTERVAL,
    _sql("open_episodes"),
    needs=("referrals",),
    builds_on=(people,),
    dimensions={"primary_need": NEED, "episode_duration": duration_band("reaches_24_months")},
)
episodes_of_need = Fact("episodes_of_need", OVERLAP, _sql("episodes_of_need"), builds_on=(counted_referrals,))
episodes_started = Fact("episodes_started", EVENT, _sql("episodes_started"), builds_on=(episodes_of_need,))
episodes_ended = Fact(
    "episodes_ended",
    EVENT,
    _sql("episodes_ended"),
    builds_on=(episodes_of_need,),
    dimensions={"closure_reason": CLOSURE},
)
without_lead_practitioner = Fact(
    "without_lead_practitioner",
    INTERVAL,
    _sql("without_lead_practitioner"),
    needs=("involvements", "professionals"),
    builds_on=(open_episodes,),
)
need_plan_stretches = Fact(
    "need_plan_stretches",
    INTERVAL,
    _sql("need_plan_stretches"),
    builds_on=(need_plans, protection_plans, periods_of_care),
)
need_plans_started = Fact("need_plans_started", EVENT, _sql("need_plans_started"), builds_on=(need_plans,))
need_plans_ended = Fact("need_plans_ended", EVENT, _sql("need_plans_ended"), builds_on=(need_plans,))
step_downs = Fact(
    "step_downs",
    GROUND,
    _sql("step_downs"),
    builds_on=(people, need_plans, protection_plans, periods_of_care, deadlines),
)
step_downs_after_ten_days = Fact(
    "step_downs_after_ten_days", EVENT, _sql("step_downs_after_ten_days"), builds_on=(step_downs,)
)
step_downs_after_three_months = Fact(
    "step_downs_after_three_months", EVENT, _sql("step_downs_after_three_months"), builds_on=(step_downs,)
)
step_downs_under_watch = Fact("step_downs_under_watch", INTERVAL, _sql("step_downs_under_watch"), builds_on=(step_downs,))
need_visit_gaps = Fact(
    "need_visit_gaps",
    INTERVAL,
    _sql("need_visit_gaps"),
    needs=("child_in_need_visits",),
    builds_on=(need_plan_stretches, deadlines),
)
need_visit_gaps_ended = Fact(
    "need_visit_gaps_ended",
    EVENT,
    _sql("need_visit_gaps_ended"),
    needs_every=("child_in_need_visits",),
    builds_on=(need_visit_gaps,),
)
need_review_gaps = Fact(
    "need_review_gaps",
    INTERVAL,
    _sql("need_review_gaps"),
    needs=("child_in_need_reviews",),
    builds_on=(need_plan_stretches, deadlines),
)
need_reviews_held = Fact(
    "need_reviews_held",
    EVENT,
    _sql("need_reviews_held"),
    needs=("child_in_need_reviews",),
    builds_on=(deadlines,),
    dimensions={"chair_role": "coalesce(chair_role, 'not known')"},
)
reviews_without_record = Fact(
    "reviews_without_record",
    INTERVAL,
    _sql("reviews_without_record"),
    needs=("child_in_need_reviews",),
    builds_on=(deadlines,),
)
