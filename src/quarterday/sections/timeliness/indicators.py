"""Timely response: assessments (report section 2.2)."""

from dataclasses import replace

from quarterday.indicators import HIGHER, LOWER, Count, Median, Mix, Percentage, Rate
from quarterday.sections.timeliness.facts import DURATIONS, assessments_authorised, assessments_open

DURATION = "working days from start to authorisation, over the assessments authorised in the period."

assessments_completed = Count(
    code="ASM-01",
    title="Assessments completed",
    of=assessments_authorised,
    rules=("R05", "R12"),
    definition="Assessments authorised in the period.",
)

assessment_rate = Rate(
    code="ASM-02",
    title="Assessments completed per 10,000",
    of=assessments_authorised,
    rules=("R05", "R28", "R29", "R30"),
    definition="Assessments authorised in the period, per 10,000 children aged 0 to 17.",
    note="The population is the mid-year estimate of children 0 to 17 of the year before (R28); never annualised.",
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
    code="ASM-04",
    title="Median duration of assessments",
    of=assessments_authorised,
    among="working_days >= 0",
    column="working_days",
    unit="working days",
    decimals=0,
    better=LOWER,
    rules=("R01", "R35"),
    definition=f"The middle number of {DURATION}",
    note="An assessment authorised before its start, or without a start, has no duration.",
)

lower_quartile_of_duration = replace(
    median_duration,
    code="ASM-04q1",
    title="Lower quartile of the duration of assessments",
    percent=25,
    definition=f"A quarter of assessments took no longer: the 25th percentile of {DURATION}",
)

upper_quartile_of_duration = replace(
    median_duration,
    code="ASM-04q3",
    title="Upper quartile of the duration of assessments",
    percent=75,
    definition=f"Three quarters of assessments took no longer: the 75th percentile of {DURATION}",
)

child_seen = Percentage(
    code="ASM-08",
    title="Child seen during assessment",
    of=assessments_authorised,
    among="unborn = 'N'",
    where="child_seen = 'Y'",
    better=HIGHER,
    rules=("R03", "R05", "R26"),
    needs=("children",),
    definition="Assessments authorised in the period during which the child was seen, of those of children born by then; "
    "where nothing is recorded, the child counts as not seen.",
)

no_further_action = Percentage(
    code="ASM-09",
    title="Assessments ending in no further action",
    of=assessments_authorised,
    where="no_further_action = 'Y'",
    rules=("R05", "R26"),
    definition="Assessments authorised in the period that ended in no further action, of those authorised.",
)

INDICATORS = (
    assessments_completed,
    assessment_rate,
    assessments_in_time,
    assessments_in_time_from_referral,
    late_assessments,
    slightly_late_assessments,
    open_assessments_late,
    assessment_durations,
    median_duration,
    lower_quartile_of_duration,
    upper_quartile_of_duration,
    child_seen,
    no_further_action,
)
