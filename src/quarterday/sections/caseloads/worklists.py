"""Worklists of caseloads."""

from quarterday.sections.caseloads import facts
from quarterday.sections.worklist import Worklist

above_threshold = Worklist(
    key="caseloads_above_threshold",
    title="Caseloads above the threshold",
    of=facts.worker_caseloads,
    where="cases * 100 > threshold * full_time_hundredths",
    columns=(
        ("cases", "Cases"),
        ("full_time_hundredths", "Working time (100 = full time)"),
        ("threshold", "Threshold"),
    ),
    says="Social workers with more cases than the threshold for their working time.",
)

unallocated = Worklist(
    key="without_social_worker",
    title="Children without a social worker",
    of=facts.without_social_worker,
    columns=(("reason", "Why one is needed"), ("from_date", "Since")),
    says="Children on a protection plan or looked after with whom no registered social worker is involved.",
)

WORKLISTS = (above_threshold, unallocated)
