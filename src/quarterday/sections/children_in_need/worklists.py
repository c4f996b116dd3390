"""Worklists of children in need."""

from quarterday.sections.children_in_need import facts
from quarterday.sections.worklist import Worklist

visits = Worklist(
    key="need_visits",
    title="Child in need visits",
    of=facts.need_visit_gaps,
    due="due_date",
    columns=(("last_visit_date", "Last seen"), ("due_date", "Visit due by")),
    within_days=14,
    says="Open child in need plans, by the day the next visit is due.",
)

reviews = Worklist(
    key="need_reviews",
    title="Child in need reviews",
    of=facts.need_review_gaps,
    due="due_date",
    columns=(("last_review_date", "Last review"), ("due_date", "Review due by")),
    says="Open child in need plans, by the day the next review is due.",
)

step_downs = Worklist(
    key="step_downs",
    title="Step-downs inside three months",
    of=facts.step_downs_under_watch,
    due="due_date",
    columns=(
        ("from_date", "Protection plan ended"),
        ("plan_in_time", "Child in need plan in time"),
        ("due_date", "Support until"),
    ),
    within_days=92,
    says="Children whose protection plan ended in the last three months: support must last until the day shown.",
)

records = Worklist(
    key="reviews_without_record",
    title="Child in need reviews without a record",
    of=facts.reviews_without_record,
    due="due_date",
    columns=(("from_date", "Review held"), ("due_date", "Record due by")),
    where="from_date > snapshot_minus_6_months",
    says="Reviews held in the last six months whose written record is not on file.",
)

WORKLISTS = (visits, reviews, step_downs, records)
