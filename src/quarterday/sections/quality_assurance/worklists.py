"""Worklists of quality assurance."""

from quarterday.sections.quality_assurance import facts
from quarterday.sections.worklist import Worklist

actions = Worklist(
    key="actions",
    title="Actions from audits and meetings",
    of=facts.actions_open,
    due="due_date",
    columns=(("source", "Raised by"), ("from_date", "Raised"), ("due_date", "Due by")),
    says="Open actions, by the day they are due.",
)

supervision = Worklist(
    key="supervision",
    title="Supervision",
    of=facts.supervised,
    due="due_date",
    columns=(("last_supervision_date", "Last supervision"), ("due_date", "Due by")),
    within_days=14,
    says="Social workers, by the day their next supervision is due.",
)

WORKLISTS = (actions, supervision)
