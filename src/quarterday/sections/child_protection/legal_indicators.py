"""Pre-proceedings and care applications."""

from quarterday.indicators import LOWER, Count, Median, Rate
from quarterday.sections.child_protection import facts

POPULATION = "The population is the mid-year estimate of children 0 to 17 of the year before (R28); never annualised."

pre_proceedings = Count(
    code="LGL-01",
    title="Children in pre-proceedings",
    of=facts.pre_proceedings_open,
    distinct="child_id",
    rules=("R12",),
    definition="Children in pre-proceedings under the Public Law Outline at the end of the day.",
)

duration = Median(
    code="LGL-02",
    title="Median duration of pre-proceedings",
    of=facts.pre_proceedings_ended,
    among="days_taken >= 0",
    column="days_taken",
    per=7,
    unit="weeks",
    better=LOWER,
    rules=("R02",),
    standard="16 weeks",
    standard_kind="local (general knowledge)",
    definition="The middle number of weeks from the decision to start pre-proceedings to the meeting that ended them, over "
    "those that ended in the period; a seventh of a week a day.",
)

care_application_rate = Rate(
    code="LGL-03",
    title="Care applications per 10,000",
    of=facts.care_applications_made,
    rules=("R05", "R28", "R30", "R34"),
    definition="Children about whom an application for a care or supervision order (section 31) was made in the period, "
    "per 10,000 children aged 0 to 17; a child counts once for each day of application.",
    note="Needs a local table of applications: the Safeguarding Dataset shows only those that follow pre-proceedings "
    f"(LGL-03p). {POPULATION}",
)

letter_of_issue_rate = Rate(
    code="LGL-03p",
    title="Letters of issue after pre-proceedings per 10,000",
    of=facts.letters_of_issue,
    rules=("R05", "R28", "R30"),
    definition="Children in pre-proceedings for whom a letter of issue was sent in the period, per 10,000 children aged "
    "0 to 17.",
    note="Applications made without pre-proceedings, in an emergency for instance, are not in it: lower than LGL-03.",
)

LEGAL_INDICATORS = (
    pre_proceedings,
    duration,
    care_application_rate,
    letter_of_issue_rate,
)
