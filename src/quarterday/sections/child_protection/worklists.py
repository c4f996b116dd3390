"""Worklists of child protection."""

from quarterday.sections.child_protection import facts
from quarterday.sections.worklist import Worklist

visits = Worklist(
    key="protection_visits",
    title="Child protection visits",
    of=facts.visit_gaps,
    due="due_date",
    columns=(("last_visit_date", "Last seen"), ("due_date", "Visit due by")),
    within_days=14,
    says="Open protection plans, by the day the next visit is due.",
)

reviews = Worklist(
    key="review_conferences",
    title="Review conferences",
    of=facts.review_gaps,
    due="due_date",
    columns=(("last_review_date", "Last review"), ("due_date", "Review due by")),
    within_days=42,
    says="Open protection plans, by the day the next review conference is due.",
)

conferences = Worklist(
    key="initial_conferences",
    title="Initial conferences to be held",
    of=facts.enquiries_without_conference,
    due="due_date",
    columns=(("from_date", "Strategy discussion"), ("due_date", "Conference due by")),
    within_days=21,
    says="Section 47 enquiries without a conference yet, by 15 working days after the strategy discussion.",
)


def _gate(months: int) -> Worklist:
    reached = f"reaches_{months}_months"
    return Worklist(
        key=f"plans_nearing_{months}_months",
        title=f"Plans nearing {months} months without a legal planning meeting",
        of=facts.legal_planning,
        due=reached,
        where="meeting_date is null or meeting_date > snapshot",
        columns=(("from_date", "Plan started"), (reached, f"Reaches {months} months")),
        within_days=60,
        says=f"Open plans for which no legal planning meeting has been held, by the day they reach {months} months.",
    )


WORKLISTS = (visits, reviews, conferences, _gate(15), _gate(18), _gate(24))
