"""Facts of looked-after children."""

from quarterday.indicators import EVENT, GROUND, INTERVAL, Fact, sql_beside
from quarterday.indicators.journey import people, periods_of_care, unaccompanied

PLACEMENT_GROUP = """case
    when placement_type in ('U1', 'U2', 'U3') then 'foster: relative or friend'
    when placement_type in ('U4', 'U5', 'U6') then 'foster: other carer'
    when placement_type = 'K1' then 'secure home'
    when placement_type = 'K2' then 'children''s home'
    when placement_type = 'S1' then 'residential school'
    when placement_type in ('R1', 'R2', 'R3', 'R5') then 'other residential'
    when placement_type in ('H5', 'P2', 'K3') then 'supported or semi-independent'
    when placement_type = 'P1' then 'with parents'
    when placement_type in ('A3', 'A4', 'A5', 'A6') then 'placed for adoption'
    when placement_type is null then 'not known'
    else 'other'
end"""
"""Placement groups of rule R20; temporary placements are 'other'."""

PROVIDER = """case provider
    when 'PR0' then 'parent'
    when 'PR1' then 'own provision'
    when 'PR2' then 'another authority'
    when 'PR3' then 'other public body'
    when 'PR4' then 'private'
    when 'PR5' then 'voluntary'
    else 'not known'
end"""

LEGAL_STATUS = """case
    when legal_status = 'C1' then 'interim care order'
    when legal_status = 'C2' then 'full care order'
    when legal_status in ('D1', 'E1') then 'placement or freeing order'
    when legal_status = 'V2' then 'section 20'
    when legal_status in ('J1', 'J2', 'J3') then 'youth justice'
    when legal_status in ('L1', 'L2', 'L3') then 'child protection order'
    else 'not known'
end"""

END_REASON = """case
    when end_reason = 'birthday' then '18th birthday'
    when end_reason in ('E11', 'E12') then 'adopted'
    when end_reason in ('E43', 'E44', 'E45', 'E46', 'E47', 'E48') then 'special guardianship'
    when end_reason = 'E41' then 'child arrangements order'
    when end_reason in ('E4A', 'E4B', 'E13') then 'returned home'
    when end_reason in ('E5', 'E6', 'E17') then 'independent living or staying put'
    when end_reason = 'E3' then 'another authority'
    else 'other or not known'
end"""


AREA = """case inside_authority
    when 'Y' then 'inside the authority'
    when 'N' then 'outside the authority'
    else 'not known'
end"""

DISTANCE = """case
    when distance_miles is null or distance_miles >= 999 then 'not known'
    when distance_miles > 20 then 'over 20 miles'
    else '20 miles or less'
end"""
"""A distance of 999.9 miles stands for one that is not known (R21)."""


SCORE_BAND = """case
    when score is null then 'no score'
    when score <= 13 then 'normal'
    when score <= 16 then 'borderline'
    else 'cause for concern'
end"""


def _sql(name: str) -> str:
    return sql_beside(__package__ or "", f"{name}.sql")


placement_runs = Fact("placement_runs", GROUND, _sql("placement_runs"), needs=("placements",), builds_on=(periods_of_care,))
looked_after = Fact(
    "looked_after_stretches",
    INTERVAL,
    _sql("looked_after_stretches"),
    builds_on=(people, periods_of_care, placement_runs, unaccompanied),
    dimensions={
        "placement": PLACEMENT_GROUP,
        "provider": PROVIDER,
        "legal_status": LEGAL_STATUS,
        "area": AREA,
        "distance": DISTANCE,
    },
)
care_started = Fact("care_started", EVENT, _sql("care_started"), builds_on=(periods_of_care, unaccompanied))
care_ended = Fact("care_ended", EVENT, _sql("care_ended"), builds_on=(periods_of_care,), dimensions={"reason": END_REASON})
care_review_gaps = Fact(
    "care_review_gaps",
    INTERVAL,
    _sql("care_review_gaps"),
    needs_every=("looked_after_reviews",),
    builds_on=(periods_of_care,),
)
care_visit_gaps = Fact(
    "care_visit_gaps",
    INTERVAL,
    _sql("care_visit_gaps"),
    needs=("looked_after_visits", "placements"),
    builds_on=(looked_after,),
)
care_reviews_held = Fact(
    "care_reviews_held",
    EVENT,
    _sql("care_reviews_held"),
    needs_every=("looked_after_reviews",),
    builds_on=(people, periods_of_care),
)
care_visits = Fact(
    "care_visits", INTERVAL, _sql("care_visits"), needs=("looked_after_visits",), builds_on=(periods_of_care,)
)
care_plan_stretches = Fact(
    "care_plan_stretches", INTERVAL, _sql("care_plan_stretches"), needs=("care_plans",), builds_on=(periods_of_care,)
)
second_reviews = Fact(
    "second_reviews",
    INTERVAL,
    _sql("second_reviews"),
    needs=("care_plans",),
    needs_every=("looked_after_reviews",),
    builds_on=(periods_of_care,),
)
care_workers = Fact(
    "care_workers",
    INTERVAL,
    _sql("care_workers"),
    needs=("involvements", "professionals"),
    builds_on=(periods_of_care,),
)
care_health = Fact(
    "care_health",
    INTERVAL,
    _sql("care_health"),
    needs=("children",),
    builds_on=(people, periods_of_care),
    dimensions={"band": SCORE_BAND},
)
care_siblings = Fact("care_siblings", INTERVAL, _sql("care_siblings"), needs=("permanence",), builds_on=(periods_of_care,))
placements_ended = Fact(
    "placements_ended",
    EVENT,
    _sql("placements_ended"),
    builds_on=(periods_of_care, placement_runs),
    dimensions={"placement": PLACEMENT_GROUP, "provider": PROVIDER},
)
adoptions = Fact("adoptions", EVENT, _sql("adoptions"), needs=("permanence",), builds_on=(periods_of_care, placement_runs))
adoption_matches = Fact(
    "adoption_matches", EVENT, _sql("adoption_matches"), needs=("permanence",), builds_on=(periods_of_care,)
)
edge_of_care = Fact(
    "edge_of_care",
    EVENT,
    _sql("edge_of_care"),
    needs=("interventions",),
    builds_on=(periods_of_care,),
    dimensions={"intervention": "coalesce(intervention, 'not known')"},
)
placement_searches_due = Fact(
    "placement_searches_due",
    EVENT,
    _sql("placement_searches_due"),
    needs=("placement_searches",),
    dimensions={"placement": PLACEMENT_GROUP},
)
placement_prices = Fact(
    "placement_prices",
    INTERVAL,
    _sql("placement_prices"),
    needs=("placement_costs", "placements"),
    dimensions={"placement": PLACEMENT_GROUP},
)
