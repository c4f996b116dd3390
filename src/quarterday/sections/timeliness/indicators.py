"""Timely response: assessments (report section 2.2)."""

from quarterday.indicators import HIGHER, LOWER, Count, Median, Mix, Percentage
from quarterday.sections.timeliness.facts import DURATIONS, assessments_authorised, assessments_open

assessments_completed = Count(
    code="ASM-01",
    title="Assessments completed",
    of=assessments_authorised,
    rules=("R05", "R12"),
    definition="Assessments authorised in the period.",
)

assessments_in_time = Percentage(
    code="ASM-03",
    title="Assessments completed within 45 working days",
    of=assessments_authorised,
    where="working_days >= 0 and working_days <= 45",
    better=HIGHER,
    rules=("R01", "R05", "R26", "R35"),
    standard="45 working days, inclusive",
    standard_kind="statutory guidance (from published text)",
    definition="Assessments authorised within 45 working days of their start, of assessments authorised.",
    note="DfE's published measure runs from the assessment's start; ASM-03b runs from the referral.",
)

assessments_in_time_from_referral = Percentage(
    code="ASM-03b",
    title="Assessments completed within 45 working days of the referral",
    of=assessments_authorised,
    among="first_of_referral = 'Y'",
    where="working_days_from_referral >= 0 and working_days_from_referral <= 45",
    better=HIGHER,
    rules=("R01", "R26", "R35"),
    needs=("referrals",),
    standard="45 working days from the referral",
    standard_kind="Working Together (general knowledge)",
    definition="First assessments of a referral authorised within 45 working days of it, of those authorised.",
)

late_assessments = Mix(
    code="ASM-05",
    title="Late assessments: days over 45",
    of=assessments_authorised,
    among="working_days > 45",
    by="days_over",
    in_order=("1 day over", "2 days over", "3 to 5 days over", "6 to 15 days over", "16 days or more over"),
    rules=("R01", "R26"),
    definition="How many working days over 45 the late assessments took.",
)

slightly_late_assessments = Percentage(
    code="ASM-06",
    title="Late assessments one or two days over",
    of=assessments_authorised,
    among="working_days > 45",
    where="working_days <= 47",
    better=HIGHER,
    rules=("R01", "R26"),
    definition="Assessments one or two working days over 45, of late assessments.",
)

open_assessments_late = Percentage(
    code="ASM-07",
    title="Open assessments past 45 working days",
    of=assessments_open,
    where="late_from <= snapshot",
    better=LOWER,
    rules=("R01", "R12"),
    standard="45 working days",
    standard_kind="statutory guidance (from published text)",
    definition="Assessments not yet authorised for which more than 45 working days have passed, of open assessments.",
)

assessment_durations = Mix(
    code="ASM-03d",
    title="Assessments by duration",
    of=assessments_authorised,
    by="duration",
    in_order=DURATIONS,
    rules=("R01",),
    definition="Working days from start to authorisation, in DfE's bands.",
)

median_duration = Median(
    code="ASM-03m",
    title="Median duration of assessments",
    of=assessments_authorised,
    among="working_days >= 0",
    column="working_days",
    unit="working days",
    decimals=0,
    rules=("R01",),
    definition="The middle number of working days from start to authorisation.",
)

INDICATORS = (
    assessments_completed,
    assessments_in_time,
    assessments_in_time_from_referral,
    late_assessments,
    slightly_late_assessments,
    open_assessments_late,
    assessment_durations,
    median_duration,
)
