"""Local tables of assurance work, which the Standard Safeguarding Dataset lacks (rule R34)."""

from quarterday.records import codes
from quarterday.records.table import DATE, TEXT, Column, Table

audits = Table(
    name="audits",
    meaning="An audit of practice on one child's record, or of one front-door decision.",
    columns=(
        Column("audit_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child whose record was audited."),
        Column(
            "audit_type",
            TEXT,
            meaning="Kind of audit, such as case file, thematic or front door multi-agency.",
        ),
        Column("domain", TEXT, meaning="Part of practice audited, such as assessment, planning or visits."),
        Column("due_date", DATE, meaning="Date the audit was to be completed by."),
        Column("completed_date", DATE, meaning="Date it was completed; blank = not yet."),
        Column("auditor_id", TEXT, refers_to="professionals.professional_id", meaning="Auditor."),
        Column(
            "auditor_agency",
            TEXT,
            meaning="Agency of the auditor, such as children's services, police or health.",
        ),
        Column("team_id", TEXT, refers_to="teams.team_id", meaning="Team whose practice was audited."),
        Column("source", TEXT, codes=codes.REFERRAL_SOURCE, meaning="Source of the contact or referral audited."),
        Column("grade", TEXT, codes=codes.AUDIT_GRADE, meaning="The auditor's grade."),
        Column(
            "moderated_grade",
            TEXT,
            codes=codes.AUDIT_GRADE,
            meaning="The moderator's grade; blank = not moderated.",
        ),
        Column(
            "threshold_agreed",
            TEXT,
            codes=codes.YES_NO,
            meaning="Front-door audits: the auditors agree that the threshold was rightly applied.",
        ),
    ),
    start="due_date",
)

audit_themes = Table(
    name="audit_themes",
    meaning="A theme for learning that an audit raised.",
    columns=(
        Column("audit_theme_id", TEXT, key=True, meaning="Row key."),
        Column("audit_id", TEXT, refers_to="audits.audit_id", meaning="Audit that raised it."),
        Column("theme", TEXT, meaning="The theme."),
        Column("raised_date", DATE, meaning="Date it was raised."),
    ),
    start="raised_date",
)

actions = Table(
    name="actions",
    meaning="An action that an audit, a meeting or a scrutiny agreed.",
    columns=(
        Column("action_id", TEXT, key=True, meaning="Row key."),
        Column("source", TEXT, meaning="What raised it: audit, oversight, repeat plan review and so on."),
        Column("source_id", TEXT, meaning="Row key of what raised it."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child, where the action is about one."),
        Column("team_id", TEXT, refers_to="teams.team_id", meaning="Team responsible."),
        Column("owner_id", TEXT, refers_to="professionals.professional_id", meaning="Person responsible."),
        Column("raised_date", DATE, meaning="Date raised."),
        Column("due_date", DATE, meaning="Date due."),
        Column("completed_date", DATE, meaning="Date completed; blank = open."),
    ),
    start="raised_date",
    end="completed_date",
)

oversight_events = Table(
    name="oversight_events",
    meaning="A scheduled event of oversight: a scrutiny of caseloads, a performance meeting, a committee.",
    columns=(
        Column("oversight_event_id", TEXT, key=True, meaning="Row key."),
        Column(
            "event_type",
            TEXT,
            meaning="Kind of event, such as caseload scrutiny or performance action group.",
        ),
        Column("level", TEXT, meaning="Who holds it: team manager, senior manager, Director, members."),
        Column("scheduled_date", DATE, meaning="Date it was to be held by."),
        Column("held_date", DATE, meaning="Date held; blank = not held."),
        Column("decision", TEXT, meaning="What was decided, in a few words without any child's data."),
    ),
    start="scheduled_date",
)

legal_planning_meetings = Table(
    name="legal_planning_meetings",
    meaning="A legal planning meeting about a child.",
    columns=(
        Column("legal_planning_meeting_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column(
            "child_protection_plan_id",
            TEXT,
            refers_to="child_protection_plans.child_protection_plan_id",
            meaning="Plan in force, where known.",
        ),
        Column("meeting_date", DATE, meaning="Date held."),
        Column("outcome", TEXT, codes=codes.LEGAL_PLANNING_OUTCOME, meaning="What the meeting decided."),
    ),
    start="meeting_date",
)

repeat_plan_reviews = Table(
    name="repeat_plan_reviews",
    meaning="A reviewing officer's analysis of a repeat child protection plan.",
    columns=(
        Column("repeat_plan_review_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column(
            "child_protection_plan_id",
            TEXT,
            refers_to="child_protection_plans.child_protection_plan_id",
            meaning="The repeat plan.",
        ),
        Column("completed_date", DATE, meaning="Date the analysis was completed."),
        Column("foreseeable", TEXT, codes=codes.YES_NO, meaning="Judged foreseeable (Y/N)."),
        Column("main_reason", TEXT, codes=codes.REPEAT_PLAN_REASON, meaning="Main reason for the repeat plan."),
    ),
    start="completed_date",
)

child_in_need_reviews = Table(
    name="child_in_need_reviews",
    meaning="A review meeting of a child in need plan.",
    columns=(
        Column("child_in_need_review_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column(
            "child_in_need_plan_id",
            TEXT,
            refers_to="child_in_need_plans.child_in_need_plan_id",
            meaning="Plan reviewed.",
        ),
        Column("review_date", DATE, meaning="Date held."),
        Column("record_date", DATE, meaning="Date of the written record; blank = none on file."),
        Column("chair_role", TEXT, meaning="Role of the chair, as the authority names it."),
        Column("team_id", TEXT, refers_to="teams.team_id", meaning="Team."),
        Column("professional_id", TEXT, refers_to="professionals.professional_id", meaning="Worker."),
    ),
    start="review_date",
)

review_records = Table(
    name="review_records",
    meaning="Whether the record of a review is on the child's file.",
    columns=(
        Column("review_record_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column("review_type", TEXT, codes=codes.REVIEW_TYPE, meaning="Kind of review."),
        Column("review_id", TEXT, meaning="Row key of the review in its own table."),
        Column("review_date", DATE, meaning="Date the review was held."),
        Column("record_present", TEXT, codes=codes.YES_NO, meaning="Record present on file (Y/N)."),
        Column("team_id", TEXT, refers_to="teams.team_id", meaning="Team."),
    ),
    start="review_date",
)

visit_reviews = Table(
    name="visit_reviews",
    meaning="A manager's review of the recording of a visit.",
    columns=(
        Column("visit_review_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column("visit_date", DATE, meaning="Date of the visit."),
        Column("reviewed_date", DATE, meaning="Date the manager reviewed its recording."),
        Column("adequate", TEXT, codes=codes.YES_NO, meaning="Recording judged adequate (Y/N)."),
        Column("team_id", TEXT, refers_to="teams.team_id", meaning="Team."),
    ),
    start="reviewed_date",
)

decision_reviews = Table(
    name="decision_reviews",
    meaning="A manager's dip sample of a front-door decision.",
    columns=(
        Column("decision_review_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column("contact_id", TEXT, refers_to="contacts.contact_id", meaning="Contact decided on, where known."),
        Column("reviewed_date", DATE, meaning="Date reviewed."),
        Column("agreed", TEXT, codes=codes.YES_NO, meaning="The reviewer agrees with the decision (Y/N)."),
        Column("team_id", TEXT, refers_to="teams.team_id", meaning="Team."),
    ),
    start="reviewed_date",
)

supervisions = Table(
    name="supervisions",
    meaning="A supervision session of a worker.",
    columns=(
        Column("supervision_id", TEXT, key=True, meaning="Row key."),
        Column("professional_id", TEXT, refers_to="professionals.professional_id", meaning="Worker supervised."),
        Column("supervision_date", DATE, meaning="Date held."),
    ),
    start="supervision_date",
)

inspection_judgements = Table(
    name="inspection_judgements",
    meaning="A judgement of an inspection, in force until the next one of the same domain.",
    columns=(
        Column("inspection_judgement_id", TEXT, key=True, meaning="Row key."),
        Column("domain", TEXT, meaning="Judgement area, in the inspectorate's words."),
        Column("judgement", TEXT, meaning="The grade, in the inspectorate's words."),
        Column("judgement_date", DATE, meaning="Date of the inspection."),
        Column("end_date", DATE, meaning="Date the next judgement of the domain replaced it; blank = in force."),
    ),
    start="judgement_date",
    end="end_date",
)

TABLES = (
    audits,
    audit_themes,
    actions,
    oversight_events,
    legal_planning_meetings,
    repeat_plan_reviews,
    child_in_need_reviews,
    review_records,
    visit_reviews,
    decision_reviews,
    supervisions,
    inspection_judgements,
)
