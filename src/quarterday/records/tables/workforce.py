"""Workers, teams and who works with whom."""

from quarterday.records import codes
from quarterday.records.table import DATE, INTEGER, TEXT, Column, Table

professionals = Table(
    name="professionals",
    ssd="ssd_professionals",
    meaning="A worker.",
    columns=(
        Column("professional_id", TEXT, ssd="prof_professional_id", key=True, meaning="Row key of a worker."),
        Column("staff_id", TEXT, ssd="prof_staff_id", meaning="Staff number."),
        Column("name", TEXT, ssd="prof_professional_name", meaning="Worker name."),
        Column(
            "registration_number",
            TEXT,
            ssd="prof_social_worker_registration_no",
            meaning="Social Work England number, SW + digits.",
        ),
        Column(
            "agency_worker",
            TEXT,
            ssd="prof_agency_worker_flag",
            codes=codes.YES_NO,
            meaning="Agency worker (placeholder, always empty in SystemC load).",
        ),
        Column("job_title", TEXT, ssd="prof_professional_job_title", meaning="Job title."),
        Column(
            "recorded_caseload",
            INTEGER,
            ssd="prof_professional_caseload",
            meaning="Allocated open cases on the last 30 September only (use involvements for any other date).",
        ),
        Column("department", TEXT, ssd="prof_professional_department", meaning="Team or organisation text."),
        Column(
            "full_time_hundredths",
            INTEGER,
            ssd="prof_full_time_equivalency",
            meaning="Working time in hundredths of full time (100 = full time).",
        ),
    ),
)

teams = Table(
    name="teams",
    ssd="ssd_department",
    meaning="A team.",
    columns=(
        Column("team_id", TEXT, ssd="dept_team_id", key=True, meaning="Row key of a team."),
        Column("name", TEXT, ssd="dept_team_name", meaning="Team name."),
        Column(
            "parent_team_id",
            TEXT,
            ssd="dept_team_parent_id",
            refers_to="teams.team_id",
            meaning="Team above it (self reference).",
        ),
        Column("parent_name", TEXT, ssd="dept_team_parent_name", meaning="Name of the team above."),
    ),
)

involvements = Table(
    name="involvements",
    ssd="ssd_involvements",
    meaning="A worker involved with a child, in a role and a team, for a time.",
    columns=(
        Column("involvement_id", TEXT, ssd="invo_involvements_id", key=True, meaning="Row key."),
        Column(
            "professional_id",
            TEXT,
            ssd="invo_professional_id",
            refers_to="professionals.professional_id",
            meaning="Worker involved.",
        ),
        Column(
            "role",
            TEXT,
            ssd="invo_professional_role_id",
            meaning="Role of the worker; from v1.4.5 SystemC supplies a code, CW = allocated case worker.",
        ),
        Column(
            "team_id",
            TEXT,
            ssd="invo_professional_team",
            refers_to="teams.team_id",
            meaning="Team id of the involvement.",
        ),
        Column("child_id", TEXT, ssd="invo_person_id", refers_to="children.child_id", meaning="Child."),
        Column("start_date", DATE, ssd="invo_involvement_start_date", meaning="Involvement from."),
        Column("end_date", DATE, ssd="invo_involvement_end_date", meaning="Involvement to; blank = current."),
        Column(
            "change_reason",
            TEXT,
            ssd="invo_worker_change_reason",
            codes=codes.SW_CHANGE_REASON,
            meaning="Why the worker changed.",
        ),
        Column(
            "referral_id",
            TEXT,
            ssd="invo_referral_id",
            refers_to="referrals.referral_id",
            meaning="CIN episode.",
        ),
    ),
    start="start_date",
    end="end_date",
)

TABLES = (
    professionals,
    teams,
    involvements,
)
