"""Performance and quality: audits, actions, records, oversight (report section 2)."""

from quarterday.indicators import HIGHER, LOWER, Median, Mix, Percentage
from quarterday.sections.quality_assurance import facts
from quarterday.sections.quality_assurance.data_quality import records_failing

audits_completed = Percentage(
    code="QA-01",
    title="Audits completed against plan",
    of=facts.audits_due,
    where="completed_date <= event_date",
    better=HIGHER,
    rules=("R26", "R34"),
    standard="the audit calendar",
    standard_kind="local",
    definition="Audits due in the period that were completed by their due date, of audits due.",
)

grades = Mix(
    code="QA-02",
    title="Audit grade distribution",
    of=facts.audits_graded,
    by="grade",
    rules=("R25", "R34"),
    definition="Audits completed and graded in the period, by grade.",
)

good_or_better = Percentage(
    code="QA-03",
    title="Audits graded good or better",
    of=facts.audits_graded,
    where="grade in ('good', 'outstanding')",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Audits graded good or outstanding, of audits graded in the period.",
)

moderation_agreement = Percentage(
    code="QA-04",
    title="Moderation agreement",
    of=facts.audits_graded,
    among="moderated_grade is not null",
    where="moderated_grade = grade",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Moderated audits on which the moderator gives the auditor's grade, of moderated audits.",
)

actions_overdue = Percentage(
    code="QA-05",
    title="Actions overdue",
    of=facts.actions_open,
    where="due_date < snapshot",
    better=LOWER,
    rules=("R12", "R34"),
    standard="the action's due date",
    standard_kind="local",
    definition="Open actions whose due date has passed, of open actions.",
)

actions_on_time = Percentage(
    code="QA-06",
    title="Actions completed on time",
    of=facts.actions_due,
    where="completed_date <= event_date",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Actions due in the period that were completed by their due date, of actions due.",
)

days_to_complete = Median(
    code="QA-07",
    title="Median days to complete actions",
    of=facts.actions_completed,
    column="days_taken",
    unit="days",
    decimals=0,
    better=LOWER,
    rules=("R34",),
    definition="The middle number of days from raising to completion of the actions completed in the period.",
)

review_records_present = Percentage(
    code="QA-08",
    title="Review records on file",
    of=facts.reviews_held,
    where="record_present = 'Y'",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Reviews held in the period (child in need, protection, looked after) whose record is on file, of reviews "
    "held; ask with --by review_type for each.",
)

visit_recording_adequate = Percentage(
    code="QA-09",
    title="Visit recording judged adequate by managers",
    of=facts.visits_sampled,
    where="adequate = 'Y'",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Visits whose recording the reviewing manager judged adequate, of visits sampled in the period.",
)

oversight_on_schedule = Percentage(
    code="QA-10",
    title="Oversight events held on schedule",
    of=facts.oversight,
    where="held_date <= in_time_to",
    better=HIGHER,
    rules=("R26", "R34"),
    standard="the oversight calendar; up to five days after the day",
    standard_kind="local",
    definition="Scheduled events of oversight held no later than five days after the day, of those scheduled.",
)

supervision_in_time = Percentage(
    code="QA-11",
    title="Supervision recorded in timescale",
    of=facts.supervised,
    where="due_date >= snapshot",
    better=HIGHER,
    rules=("R26", "R34"),
    standard="four weeks unless the settings say otherwise",
    standard_kind="local",
    definition="Social workers here whose last supervision (or start) is no longer ago than the interval.",
)

judgement_in_force = Mix(
    code="QA-12",
    title="Inspection judgement in force",
    of=facts.judgements,
    by="judgement",
    better=HIGHER,
    rules=("R34",),
    definition="The inspectorate's judgements in force at the date; ask with --by domain for their areas.",
)

repeat_themes = Percentage(
    code="QA-13",
    title="Learning loop: repeat themes",
    of=facts.themes_raised,
    where="raised_before = 'Y'",
    better=LOWER,
    history_months=12,
    rules=("R34",),
    definition="Themes raised by audits in the period that audits had raised in the twelve months before, of themes raised.",
)

INDICATORS = (
    audits_completed,
    grades,
    good_or_better,
    moderation_agreement,
    actions_overdue,
    actions_on_time,
    days_to_complete,
    review_records_present,
    visit_recording_adequate,
    oversight_on_schedule,
    supervision_in_time,
    judgement_in_force,
    repeat_themes,
    records_failing,
)
