"""Single assessments and the factors they find."""

from quarterday.records import codes
from quarterday.records.table import DATE, TEXT, Column, Table

assessments = Table(
    name="assessments",
    ssd="ssd_cin_assessments",
    meaning="A single assessment of a child.",
    columns=(
        Column("assessment_id", TEXT, ssd="cina_assessment_id", key=True, meaning="Row key."),
        Column("child_id", TEXT, ssd="cina_person_id", refers_to="children.child_id", meaning="Child assessed."),
        Column(
            "referral_id",
            TEXT,
            ssd="cina_referral_id",
            refers_to="referrals.referral_id",
            meaning="Referral the assessment belongs to.",
        ),
        Column(
            "start_date",
            DATE,
            ssd="cina_assessment_start_date",
            meaning="Actual start of the single (continuous) assessment.",
        ),
        Column(
            "child_seen",
            TEXT,
            ssd="cina_assessment_child_seen",
            codes=codes.YES_NO,
            meaning="Child seen while assessing (Y/N).",
        ),
        Column(
            "authorised_date",
            DATE,
            ssd="cina_assessment_auth_date",
            meaning="Date authorised by manager = completion date used for the 45 working day measure.",
        ),
        Column(
            "outcome_no_further_action",
            TEXT,
            ssd="cina_assessment_outcome_json.NFA_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag NFA_FLAG (blank means unknown).",
        ),
        Column(
            "outcome_section_47_ended",
            TEXT,
            ssd="cina_assessment_outcome_json.NFA_S47_END_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag NFA_S47_END_FLAG (blank means unknown).",
        ),
        Column(
            "led_to_strategy_discussion",
            TEXT,
            ssd="cina_assessment_outcome_json.STRATEGY_DISCUSSION_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag STRATEGY_DISCUSSION_FLAG (blank means unknown).",
        ),
        Column(
            "led_to_looked_after_request",
            TEXT,
            ssd="cina_assessment_outcome_json.CLA_REQUEST_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag CLA_REQUEST_FLAG (blank means unknown).",
        ),
        Column(
            "private_fostering",
            TEXT,
            ssd="cina_assessment_outcome_json.PRIVATE_FOSTERING_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag PRIVATE_FOSTERING_FLAG (blank means unknown).",
        ),
        Column(
            "led_to_legal_action",
            TEXT,
            ssd="cina_assessment_outcome_json.LEGAL_ACTION_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag LEGAL_ACTION_FLAG (blank means unknown).",
        ),
        Column(
            "led_to_services",
            TEXT,
            ssd="cina_assessment_outcome_json.PROV_OF_SERVICES_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag PROV_OF_SERVICES_FLAG (blank means unknown).",
        ),
        Column(
            "led_to_short_breaks",
            TEXT,
            ssd="cina_assessment_outcome_json.PROV_OF_SB_CARE_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag PROV_OF_SB_CARE_FLAG (blank means unknown).",
        ),
        Column(
            "led_to_specialist_assessment",
            TEXT,
            ssd="cina_assessment_outcome_json.SPECIALIST_ASSESSMENT_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag SPECIALIST_ASSESSMENT_FLAG (blank means unknown).",
        ),
        Column(
            "led_to_other_agency",
            TEXT,
            ssd="cina_assessment_outcome_json.REFERRAL_TO_OTHER_AGENCY_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag REFERRAL_TO_OTHER_AGENCY_FLAG (blank means unknown).",
        ),
        Column(
            "led_to_other_actions",
            TEXT,
            ssd="cina_assessment_outcome_json.OTHER_ACTIONS_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag OTHER_ACTIONS_FLAG (blank means unknown).",
        ),
        Column(
            "other_outcome",
            TEXT,
            ssd="cina_assessment_outcome_json.OTHER_OUTCOMES_EXIST_FLAG",
            codes=codes.YES_NO,
            meaning="Outcome flag OTHER_OUTCOMES_EXIST_FLAG (blank means unknown).",
        ),
        Column(
            "no_further_action",
            TEXT,
            ssd="cina_assessment_outcome_nfa",
            codes=codes.YES_NO,
            meaning="Single flag: assessment ended in no further action.",
        ),
        Column(
            "team_id",
            TEXT,
            ssd="cina_assessment_team",
            refers_to="teams.team_id",
            meaning="Team that did the assessment.",
        ),
        Column(
            "professional_id",
            TEXT,
            ssd="cina_assessment_worker_id",
            refers_to="professionals.professional_id",
            meaning="Worker that did the assessment.",
        ),
    ),
    start="start_date",
    end="authorised_date",
)

assessment_factors = Table(
    name="assessment_factors",
    ssd="ssd_assessment_factors",
    meaning="One factor found at the end of an assessment.",
    columns=(
        Column(
            "assessment_id",
            TEXT,
            ssd="cinf_assessment_id",
            key=True,
            refers_to="assessments.assessment_id",
            meaning="Assessment the factors were found in.",
        ),
        Column(
            "factor",
            TEXT,
            ssd="cinf_assessment_factors_json",
            key=True,
            codes=codes.ASSESSMENT_FACTOR,
            meaning="One factor code; the SSD holds them as a JSON array.",
        ),
    ),
)

TABLES = (
    assessments,
    assessment_factors,
)
