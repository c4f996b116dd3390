"""Checks of enquiries, conferences, protection plans, visits and reviews."""

from quarterday.checks.language import QUERY, Check, RowsCheck
from quarterday.checks.overlaps import overlapping
from quarterday.records.tables.child_protection import (
    child_protection_plans,
    child_protection_reviews,
    child_protection_visits,
    initial_child_protection_conferences,
)
from quarterday.records.tables.children_in_need import child_in_need_plans

CHECKS = (
    overlapping(
        "QD-CP-01",
        child_protection_plans,
        "The plan begins before another plan of the child has ended; they count as one open plan.",
    ),
    Check(
        "QD-CP-02",
        child_protection_plans,
        "end_date is null and eighteenth_birthday <= extract_date",
        ("end_date",),
        "The plan is open past the 18th birthday; it is counted only until then (R04).",
    ),
    Check(
        "QD-CP-03",
        child_protection_plans,
        "latest_category is null and initial_category is null",
        ("initial_category", "latest_category"),
        "The plan has no category of abuse.",
    ),
    Check(
        "QD-CP-04",
        initial_child_protection_conferences,
        "section_47_enquiry_id is null and coalesce(transfer_in, 'N') <> 'Y'",
        ("section_47_enquiry_id",),
        "The conference follows no section 47 enquiry; it counts as not in time (R09).",
    ),
    RowsCheck(
        "QD-CP-05",
        child_protection_visits,
        "select v.* from child_protection_visits v left join child_protection_plans p on p.authority = v.authority "
        "and p.child_id = v.child_id and p.start_date <= v.visit_date and (p.end_date is null or "
        "p.end_date >= v.visit_date) where v.visit_date is not null and p.child_id is null",
        ("visit_date",),
        "The visit lies outside every protection plan of the child.",
        QUERY,
        ("child_protection_plans",),
    ),
    RowsCheck(
        "QD-CP-06",
        child_protection_reviews,
        "select r.* from child_protection_reviews r join child_protection_plans p on p.authority = r.authority "
        "and p.child_protection_plan_id = r.child_protection_plan_id where r.review_date < p.start_date",
        ("review_date",),
        "The review was held before the plan began.",
        QUERY,
        ("child_protection_plans",),
    ),
    overlapping("QD-CN-01", child_in_need_plans, "The plan begins before another plan of the child has ended."),
)
