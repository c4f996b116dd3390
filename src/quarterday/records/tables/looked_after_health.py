"""Health and wellbeing of looked-after children."""

from quarterday.records import codes
from quarterday.records.table import DATE, INTEGER, TEXT, Column, Table

health_checks = Table(
    name="health_checks",
    ssd="ssd_cla_health",
    meaning="A health or dental check of a looked-after child.",
    columns=(
        Column("health_check_id", TEXT, ssd="clah_health_check_id", key=True, meaning="Row key."),
        Column(
            "child_id",
            TEXT,
            ssd="clah_person_id",
            refers_to="looked_after_episodes.child_id",
            meaning="Child in care.",
        ),
        Column(
            "check_type",
            TEXT,
            ssd="clah_health_check_type",
            codes=codes.HEALTH_CHECK_TYPE,
            meaning="Kind of check; those of other kinds are kept and not counted.",
        ),
        Column("check_date", DATE, ssd="clah_health_check_date", meaning="Date of the check."),
        Column(
            "check_status",
            TEXT,
            ssd="clah_health_check_status",
            codes=codes.HEALTH_CHECK_STATUS,
            meaning="Planned, refused, cancelled or completed.",
        ),
    ),
)

immunisations = Table(
    name="immunisations",
    ssd="ssd_cla_immunisations",
    meaning="Whether a looked-after child is up to date with immunisations.",
    columns=(
        Column(
            "child_id",
            TEXT,
            ssd="clai_person_id",
            key=True,
            refers_to="children.child_id",
            meaning="Child in care (also the key: one row per child).",
        ),
        Column(
            "up_to_date",
            TEXT,
            ssd="clai_immunisations_status",
            codes=codes.YES_NO,
            meaning="Immunisations up to date (Y/N).",
        ),
        Column(
            "status_date",
            DATE,
            ssd="clai_immunisations_status_date",
            meaning="Date that status was recorded.",
        ),
    ),
)

convictions = Table(
    name="convictions",
    ssd="ssd_cla_convictions",
    meaning="A conviction or caution of a looked-after child; the offence text is left out.",
    columns=(
        Column("conviction_id", TEXT, ssd="clac_cla_conviction_id", key=True, meaning="Row key."),
        Column(
            "child_id",
            TEXT,
            ssd="clac_person_id",
            refers_to="looked_after_episodes.child_id",
            meaning="Child in care.",
        ),
        Column("conviction_date", DATE, ssd="clac_cla_conviction_date", meaning="Date of the offence."),
    ),
    start="conviction_date",
)

substance_misuse = Table(
    name="substance_misuse",
    ssd="ssd_cla_substance_misuse",
    meaning="Substance misuse identified for a looked-after child.",
    columns=(
        Column("substance_misuse_id", TEXT, ssd="clas_substance_misuse_id", key=True, meaning="Row key."),
        Column(
            "child_id",
            TEXT,
            ssd="clas_person_id",
            refers_to="looked_after_episodes.child_id",
            meaning="Child in care.",
        ),
        Column("identified_date", DATE, ssd="clas_substance_misuse_date", meaning="Date identified."),
        Column("substance", TEXT, ssd="clas_substance_misused", meaning="Substance."),
        Column(
            "intervention_received",
            TEXT,
            ssd="clas_intervention_received",
            codes=codes.YES_NO,
            meaning="Help received (Y/N).",
        ),
    ),
    start="identified_date",
)

strengths_and_difficulties_scores = Table(
    name="strengths_and_difficulties_scores",
    ssd="ssd_sdq_scores",
    meaning="A strengths and difficulties score of a looked-after child.",
    columns=(
        Column("score_id", TEXT, ssd="csdq_table_id", key=True, meaning="Row key."),
        Column(
            "child_id",
            TEXT,
            ssd="csdq_person_id",
            refers_to="looked_after_episodes.child_id",
            meaning="Child in care.",
        ),
        Column("completed_date", DATE, ssd="csdq_sdq_completed_date", meaning="Questionnaire date."),
        Column("score", INTEGER, ssd="csdq_sdq_score", meaning="0-40."),
        Column("no_score_reason", TEXT, ssd="csdq_sdq_reason", codes=codes.SDQ_REASON, meaning="Why no score."),
    ),
)

TABLES = (
    health_checks,
    immunisations,
    convictions,
    substance_misuse,
    strengths_and_difficulties_scores,
)
