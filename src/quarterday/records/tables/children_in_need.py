"""Children in need: plans and visits."""

from quarterday.records import codes
from quarterday.records.table import DATE, TEXT, Column, Table

child_in_need_plans = Table(
    name="child_in_need_plans",
    ssd="ssd_cin_plans",
    meaning="A child in need plan.",
    columns=(
        Column("child_in_need_plan_id", TEXT, ssd="cinp_cin_plan_id", key=True, meaning="Row key."),
        Column(
            "referral_id",
            TEXT,
            ssd="cinp_referral_id",
            refers_to="referrals.referral_id",
            meaning="CIN episode holding the plan.",
        ),
        Column(
            "child_id",
            TEXT,
            ssd="cinp_person_id",
            refers_to="children.child_id",
            meaning="Child with the plan.",
        ),
        Column("start_date", DATE, ssd="cinp_cin_plan_start_date", meaning="First day of the CIN plan."),
        Column(
            "end_date",
            DATE,
            ssd="cinp_cin_plan_end_date",
            meaning="Last day of the CIN plan; blank = current.",
        ),
        Column("team_id", TEXT, ssd="cinp_cin_plan_team", refers_to="teams.team_id", meaning="Team responsible."),
        Column(
            "professional_id",
            TEXT,
            ssd="cinp_cin_plan_worker_id",
            refers_to="professionals.professional_id",
            meaning="Worker responsible.",
        ),
    ),
    start="start_date",
    end="end_date",
)

child_in_need_visits = Table(
    name="child_in_need_visits",
    ssd="ssd_cin_visits",
    meaning="A visit to a child in need; it names no plan.",
    columns=(
        Column("child_in_need_visit_id", TEXT, ssd="cinv_cin_visit_id", key=True, meaning="Row key."),
        Column(
            "child_id",
            TEXT,
            ssd="cinv_person_id",
            refers_to="referrals.child_id",
            meaning="Child visited (no plan id: match to a plan by person and date).",
        ),
        Column("visit_date", DATE, ssd="cinv_cin_visit_date", meaning="Date of visit."),
        Column("child_seen", TEXT, ssd="cinv_cin_visit_seen", codes=codes.YES_NO, meaning="Child seen (Y/N)."),
        Column(
            "child_seen_alone",
            TEXT,
            ssd="cinv_cin_visit_seen_alone",
            codes=codes.YES_NO,
            meaning="Child seen alone (Y/N).",
        ),
        Column(
            "bedroom_seen",
            TEXT,
            ssd="cinv_cin_visit_bedroom",
            codes=codes.YES_NO,
            meaning="Bedroom seen (Y/N).",
        ),
    ),
    start="visit_date",
)

TABLES = (
    child_in_need_plans,
    child_in_need_visits,
)
