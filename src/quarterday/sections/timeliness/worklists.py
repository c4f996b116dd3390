"""Worklists of timely response."""

from quarterday.sections.timeliness.facts import assessments_open
from quarterday.sections.worklist import Worklist

assessments = Worklist(
    key="assessments",
    title="Assessments towards 45 working days",
    of=assessments_open,
    due="due_date",
    columns=(("from_date", "Started"), ("due_date", "Due by")),
    says="Open assessments, by the last day within 45 working days of their start.",
)

WORKLISTS = (assessments,)
