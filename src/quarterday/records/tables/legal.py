"""Pre-proceedings and care applications."""

from quarterday.records import codes
from quarterday.records.table import DATE, INTEGER, TEXT, Column, Table

pre_proceedings = Table(
    name="pre_proceedings",
    ssd="ssd_pre_proceedings",
    meaning="Pre-proceedings under the Public Law Outline about one child.",
    columns=(
        Column("pre_proceedings_id", TEXT, ssd="prep_table_id", key=True, meaning="Row key."),
        Column("child_id", TEXT, ssd="prep_person_id", refers_to="children.child_id", meaning="Child."),
        Column(
            "family_id",
            TEXT,
            ssd="prep_plo_family_id",
            meaning="Family group starting and ending proceedings together.",
        ),
        Column(
            "decision_date",
            DATE,
            ssd="prep_pre_pro_decision_date",
            meaning="Legal planning meeting or panel that agreed pre-proceedings.",
        ),
        Column(
            "initial_meeting_date",
            DATE,
            ssd="prep_initial_pre_pro_meeting_date",
            meaning="First pre-proceedings meeting with the family.",
        ),
        Column(
            "outcome",
            TEXT,
            ssd="prep_pre_pro_outcome",
            codes=codes.PLO_OUTCOME,
            meaning="Issue care proceedings or step down.",
        ),
        Column(
            "end_date",
            DATE,
            ssd="prep_agree_stepdown_issue_date",
            meaning="Meeting that ended pre-proceedings.",
        ),
        Column(
            "legal_gateway_outcome",
            TEXT,
            ssd="prep_legal_gateway_outcome",
            codes=codes.PLO_LEGAL_GATEWAY_OUTCOME,
            meaning="Decision of the legal gateway.",
        ),
        Column(
            "letter_before_proceedings_date",
            DATE,
            ssd="prep_pre_pro_letter_date",
            meaning="Letter before proceedings sent.",
        ),
        Column("letter_of_issue_date", DATE, ssd="prep_care_pro_letter_date", meaning="Letter of issue sent."),
        Column(
            "review_meetings",
            INTEGER,
            ssd="prep_pre_pro_meetings_num",
            meaning="Review meetings held with parents.",
        ),
    ),
    start="decision_date",
    end="end_date",
)

care_applications = Table(
    name="care_applications",
    meaning="An application for a care or supervision order (section 31) about one child.",
    columns=(
        Column("care_application_id", TEXT, key=True, meaning="Row key: one row a child and application."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column("application_date", DATE, meaning="Date the application was made."),
    ),
    start="application_date",
)

TABLES = (pre_proceedings, care_applications)
