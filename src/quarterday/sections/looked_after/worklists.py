"""Worklists of looked-after children."""

from quarterday.sections.looked_after import facts
from quarterday.sections.worklist import Worklist

visits = Worklist(
    key="looked_after_visits",
    title="Looked-after visits",
    of=facts.care_visit_gaps,
    due="due_date",
    columns=(("last_visit_date", "Last visit"), ("due_date", "Visit due by")),
    within_days=14,
    says="Looked-after children, by the day the next statutory visit is due.",
)

reviews = Worklist(
    key="looked_after_reviews",
    title="Looked-after reviews",
    of=facts.care_review_gaps,
    due="due_date",
    columns=(("last_review_date", "Last review"), ("due_date", "Review due by")),
    within_days=42,
    says="Looked-after children, by the day the next review is due.",
)

WORKLISTS = (visits, reviews)
