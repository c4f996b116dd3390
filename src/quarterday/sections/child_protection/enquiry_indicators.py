"""Section 47 enquiries and initial conferences."""

from dataclasses import replace

from quarterday.indicators import HIGHER, LOWER, Count, Median, Percentage, Rate, Ratio
from quarterday.sections.child_protection import facts

POPULATION = "The population is the mid-year estimate of children 0 to 17 of the year before (R28); never annualised."
ENQUIRY_DURATION = "working days from strategy discussion to end, over the enquiries that ended in the period."
CONFERENCE_DURATION = (
    "working days from the strategy discussion to the conference, over the conferences held in the period, families "
    "moving in included."
)

enquiries = Count(
    code="S47-01",
    title="Section 47 enquiries started",
    of=facts.enquiries_started,
    rules=("R03", "R05"),
    definition="Section 47 enquiries whose strategy discussion lies in the period.",
)

enquiry_rate = Rate(
    code="S47-02",
    title="Section 47 enquiries per 10,000",
    of=facts.enquiries_started,
    rules=("R03", "R05", "R28", "R29", "R30"),
    definition="Section 47 enquiries whose strategy discussion lies in the period, per 10,000 children aged 0 to 17.",
    note=POPULATION,
)

children_in_enquiries = Count(
    code="S47-03",
    title="Children subject to section 47 enquiries",
    of=facts.enquiries_started,
    distinct="child_id",
    rules=("R03", "R05"),
    definition="Distinct children about whom a section 47 enquiry started in the period; in a breakdown a child stands "
    "where the first one is.",
)

conferences_per_enquiry = Ratio(
    code="S47-04",
    title="Initial conferences per 100 section 47 enquiries",
    of=facts.enquiries_and_conferences,
    numerator="conferences",
    denominator="enquiries",
    scale=100,
    unit="%",
    rules=("R09", "R26", "R36"),
    definition="Initial conferences held in the period over section 47 enquiries started in it: the ratio that can be made "
    "of what DfE publishes. The two are not the same children, so it may pass 100.",
    note="Never to be mixed with S47-04c, which follows the enquiries of the period (R36).",
)

enquiries_followed = Percentage(
    code="S47-04c",
    title="Section 47 enquiries that led to a conference",
    of=facts.enquiries_followed,
    where="led_to_conference = 'Y'",
    rules=("R13", "R26", "R36"),
    definition="Section 47 enquiries started in the period that an initial conference followed (linked to it, or its "
    "child's latest before the conference), of those started: a local measure.",
    note="Conferences of the last enquiries of a period may lie ahead.",
)

enquiries_closed = Percentage(
    code="S47-05",
    title="Section 47 enquiries ending in no further action",
    of=facts.enquiries_ended,
    where="no_further_action = 'Y'",
    rules=("R05", "R26"),
    definition="Section 47 enquiries that ended in the period with no further action, of those that ended.",
)

enquiry_duration = Median(
    code="S47-06",
    title="Median duration of section 47 enquiries",
    of=facts.enquiries_ended,
    among="working_days >= 0",
    column="working_days",
    unit="working days",
    decimals=0,
    better=LOWER,
    rules=("R01",),
    standard="local target",
    standard_kind="local",
    definition=f"The middle number of {ENQUIRY_DURATION}",
    note="An enquiry that ended before it started has no duration.",
)

lower_quartile_of_enquiries = replace(
    enquiry_duration,
    code="S47-06q1",
    title="Lower quartile of the duration of section 47 enquiries",
    percent=25,
    definition=f"A quarter of enquiries took no longer: the 25th percentile of {ENQUIRY_DURATION}",
)

upper_quartile_of_enquiries = replace(
    enquiry_duration,
    code="S47-06q3",
    title="Upper quartile of the duration of section 47 enquiries",
    percent=75,
    definition=f"Three quarters of enquiries took no longer: the 75th percentile of {ENQUIRY_DURATION}",
)

conferences = Count(
    code="ICP-01",
    title="Initial child protection conferences",
    of=facts.conferences_held,
    rules=("R03", "R05", "R09"),
    definition="Children about whom an initial conference was held in the period, those moving in included.",
)

conference_rate = Rate(
    code="ICP-02",
    title="Initial child protection conferences per 10,000",
    of=facts.conferences_held,
    rules=("R03", "R05", "R09", "R28", "R29", "R30"),
    definition="Children about whom an initial conference was held in the period, per 10,000 children aged 0 to 17.",
    note=POPULATION,
)

conferences_in_time = Percentage(
    code="ICP-03",
    title="Conferences within 15 working days of the strategy discussion",
    of=facts.conferences_held,
    where="working_days >= 0 and working_days <= 15",
    better=HIGHER,
    rules=("R01", "R09", "R13", "R26"),
    standard="15 working days, inclusive",
    standard_kind="statutory guidance (from published text)",
    needs=("section_47_enquiries",),
    definition="Conferences held within 15 working days of the strategy discussion, of all initial conferences; one "
    "without an enquiry counts as not in time.",
)

conferences_in_time_without_transfers = Percentage(
    code="ICP-03t",
    title="Conferences within 15 working days, families moving in left out",
    of=facts.conferences_held,
    among="transfer_in <> 'Y'",
    where="working_days >= 0 and working_days <= 15",
    better=HIGHER,
    rules=("R01", "R09", "R13", "R26"),
    needs=("section_47_enquiries",),
    definition="As ICP-03, without conferences of families moving in: a local form.",
)

time_to_conference = Median(
    code="ICP-04",
    title="Median time from strategy discussion to conference",
    of=facts.conferences_held,
    among="working_days >= 0",
    column="working_days",
    unit="working days",
    decimals=0,
    better=LOWER,
    rules=("R01", "R09", "R13"),
    needs=("section_47_enquiries",),
    definition=f"The middle number of {CONFERENCE_DURATION}",
    note="A conference without an enquiry has no duration (R09).",
)

lower_quartile_to_conference = replace(
    time_to_conference,
    code="ICP-04q1",
    title="Lower quartile of the time from strategy discussion to conference",
    percent=25,
    definition=f"A quarter of conferences took no longer: the 25th percentile of {CONFERENCE_DURATION}",
)

upper_quartile_to_conference = replace(
    time_to_conference,
    code="ICP-04q3",
    title="Upper quartile of the time from strategy discussion to conference",
    percent=75,
    definition=f"Three quarters of conferences took no longer: the 75th percentile of {CONFERENCE_DURATION}",
)

conferences_with_plan = Percentage(
    code="ICP-05",
    title="Initial conferences resulting in a protection plan",
    of=facts.conferences_held,
    where="led_to_plan = 'Y'",
    rules=("R09", "R26"),
    definition="Children whose initial conference in the period decided on a protection plan, of all about whom one was "
    "held.",
)

transfers_in_time = Percentage(
    code="ICP-06",
    title="Transfer-in conferences within 15 working days",
    of=facts.conferences_held,
    among="transfer_in = 'Y'",
    where="held_by_target = 'Y'",
    better=HIGHER,
    rules=("R01", "R09", "R26"),
    standard="15 working days after notification",
    standard_kind="statutory guidance (from published text)",
    definition="Conferences of families moving in that were held by their target day, of those held in the period; one "
    "without a target counts as not in time.",
    note="The day of notification is in no return: the target day stands for 15 working days after it.",
)

ENQUIRY_INDICATORS = (
    enquiries,
    enquiry_rate,
    children_in_enquiries,
    conferences_per_enquiry,
    enquiries_followed,
    enquiries_closed,
    enquiry_duration,
    lower_quartile_of_enquiries,
    upper_quartile_of_enquiries,
    conferences,
    conference_rate,
    conferences_in_time,
    conferences_in_time_without_transfers,
    time_to_conference,
    lower_quartile_to_conference,
    upper_quartile_to_conference,
    conferences_with_plan,
    transfers_in_time,
)
