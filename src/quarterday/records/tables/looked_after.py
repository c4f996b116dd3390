"""Looked-after children: episodes, placements, reviews, visits, legal status."""

from quarterday.records import codes
from quarterday.records.table import DATE, DECIMAL, TEXT, Column, Table

looked_after_episodes = Table(
    name="looked_after_episodes",
    ssd="ssd_cla_episodes",
    meaning="One episode of a period of care: legal status and placement unchanged.",
    columns=(
        Column(
            "looked_after_episode_id",
            TEXT,
            ssd="clae_cla_episode_id",
            key=True,
            meaning="Row key: one 903 style episode of care.",
        ),
        Column("child_id", TEXT, ssd="clae_person_id", refers_to="children.child_id", meaning="Child in care."),
        Column(
            "placement_id",
            TEXT,
            ssd="clae_cla_placement_id",
            refers_to="placements.placement_id",
            meaning="Placement during the episode.",
        ),
        Column(
            "start_date",
            DATE,
            ssd="clae_cla_episode_start_date",
            meaning="First day of the episode (903 DECOM).",
        ),
        Column(
            "start_reason",
            TEXT,
            ssd="clae_cla_episode_start_reason",
            codes=codes.REASON_NEW_EPISODE,
            meaning="Why a new episode opened (903 RNE).",
        ),
        Column(
            "primary_need",
            TEXT,
            ssd="clae_cla_primary_need_code",
            codes=codes.PRIMARY_NEED,
            meaning="Need code when care began (903 CIN).",
        ),
        Column("end_date", DATE, ssd="clae_cla_episode_ceased_date", meaning="Last day of the episode (903 DEC)."),
        Column(
            "end_reason",
            TEXT,
            ssd="clae_cla_episode_ceased_reason",
            codes=codes.REASON_EPISODE_CEASED,
            meaning="Why it ended (903 REC); X1 means the next episode follows.",
        ),
        Column(
            "period_of_care_id",
            TEXT,
            ssd="clae_cla_id",
            meaning="Id of the whole period of care, shared by its episodes.",
        ),
        Column(
            "referral_id",
            TEXT,
            ssd="clae_referral_id",
            refers_to="referrals.referral_id",
            meaning="CIN episode behind the period of care.",
        ),
        Column(
            "last_reviewing_officer_contact_date",
            DATE,
            ssd="clae_cla_last_iro_contact_date",
            meaning="Latest IRO visit or contact with the child.",
        ),
        Column(
            "entered_care_date",
            DATE,
            ssd="clae_entered_care_date",
            meaning="Start of the current period of care.",
        ),
    ),
    start="start_date",
    end="end_date",
)

placements = Table(
    name="placements",
    ssd="ssd_cla_placement",
    meaning="A placement of a looked-after child.",
    columns=(
        Column("placement_id", TEXT, ssd="clap_cla_placement_id", key=True, meaning="Row key."),
        Column("period_of_care_id", TEXT, ssd="clap_cla_id", meaning="Period of care."),
        Column("child_id", TEXT, ssd="clap_person_id", refers_to="children.child_id", meaning="Child in care."),
        Column("start_date", DATE, ssd="clap_cla_placement_start_date", meaning="First day of placement."),
        Column("end_date", DATE, ssd="clap_cla_placement_end_date", meaning="Last day of placement."),
        Column(
            "placement_type",
            TEXT,
            ssd="clap_cla_placement_type",
            codes=codes.PLACEMENT_TYPE,
            meaning="Placement code (903 PLACE).",
        ),
        Column(
            "provider",
            TEXT,
            ssd="clap_cla_placement_provider",
            codes=codes.PLACEMENT_PROVIDER,
            meaning="Who provides it (903 PLACE_PROVIDER).",
        ),
        Column("urn", TEXT, ssd="clap_cla_placement_urn", meaning="Ofsted registration number of the setting."),
        Column(
            "distance_miles",
            DECIMAL,
            ssd="clap_cla_placement_distance",
            meaning="Miles between home and placement.",
        ),
        Column(
            "postcode_district",
            TEXT,
            ssd="clap_cla_placement_postcode",
            meaning="Outward half of the postcode only.",
        ),
        Column(
            "change_reason",
            TEXT,
            ssd="clap_cla_placement_change_reason",
            codes=codes.REASON_PLACE_CHANGE,
            meaning="Why the placement ended, recorded on the ending placement.",
        ),
    ),
    start="start_date",
    end="end_date",
)

looked_after_reviews = Table(
    name="looked_after_reviews",
    ssd="ssd_cla_reviews",
    meaning="A review of a looked-after child.",
    columns=(
        Column("looked_after_review_id", TEXT, ssd="clar_cla_review_id", key=True, meaning="Row key."),
        Column("period_of_care_id", TEXT, ssd="clar_cla_id", meaning="Period of care."),
        Column(
            "child_id",
            TEXT,
            ssd="clar_cla_person_id",
            refers_to="children.child_id",
            meaning="Child reviewed (in DDL only; referenced by the DDL, missing from the object file).",
        ),
        Column("due_date", DATE, ssd="clar_cla_review_due_date", meaning="Date the review had to be held by."),
        Column("review_date", DATE, ssd="clar_cla_review_date", meaning="Date held."),
        Column("cancelled", TEXT, ssd="clar_cla_review_cancelled", codes=codes.YES_NO, meaning="Cancelled (Y/N)."),
        Column(
            "participation",
            TEXT,
            ssd="clar_cla_review_participation",
            codes=codes.REVIEW_PARTICIPATION,
            meaning="How the child took part (PN code).",
        ),
    ),
)

looked_after_visits = Table(
    name="looked_after_visits",
    ssd="ssd_cla_visits",
    meaning="A visit to a looked-after child.",
    columns=(
        Column("looked_after_visit_id", TEXT, ssd="clav_cla_visit_id", key=True, meaning="Row key."),
        Column("period_of_care_id", TEXT, ssd="clav_cla_id", meaning="Period of care."),
        Column(
            "child_id",
            TEXT,
            ssd="clav_person_id",
            refers_to="looked_after_episodes.child_id",
            meaning="Child visited.",
        ),
        Column("visit_date", DATE, ssd="clav_cla_visit_date", meaning="Date of visit."),
        Column("child_seen", TEXT, ssd="clav_cla_visit_seen", codes=codes.YES_NO, meaning="Child seen (Y/N)."),
        Column(
            "child_seen_alone",
            TEXT,
            ssd="clav_cla_visit_seen_alone",
            codes=codes.YES_NO,
            meaning="Child seen alone (Y/N).",
        ),
    ),
    start="visit_date",
)

care_plans = Table(
    name="care_plans",
    ssd="ssd_cla_care_plan",
    meaning="A care plan of a looked-after child, with its permanence aims.",
    columns=(
        Column("care_plan_id", TEXT, ssd="lacp_table_id", key=True, meaning="Row key."),
        Column(
            "child_id",
            TEXT,
            ssd="lacp_person_id",
            refers_to="looked_after_episodes.child_id",
            meaning="Child in care.",
        ),
        Column("start_date", DATE, ssd="lacp_cla_care_plan_start_date", meaning="Date plan took effect."),
        Column("end_date", DATE, ssd="lacp_cla_care_plan_end_date", meaning="Date plan stopped."),
        Column(
            "permanence_aims",
            TEXT,
            ssd="lacp_cla_care_plan_json",
            meaning="Permanence aims as codes, sorted and joined by commas; the SSD holds JSON flags.",
        ),
    ),
    start="start_date",
    end="end_date",
)

previous_permanence = Table(
    name="previous_permanence",
    ssd="ssd_cla_previous_permanence",
    meaning="An earlier permanence arrangement of a looked-after child.",
    columns=(
        Column("previous_permanence_id", TEXT, ssd="lapp_table_id", key=True, meaning="Row key."),
        Column(
            "child_id",
            TEXT,
            ssd="lapp_person_id",
            refers_to="looked_after_episodes.child_id",
            meaning="Child in care.",
        ),
        Column(
            "previous_permanence",
            TEXT,
            ssd="lapp_previous_permanence_option",
            codes=codes.PREVIOUS_PERMANENCE,
            meaning="Kind of earlier permanence.",
        ),
        Column("arranging_authority", TEXT, ssd="lapp_previous_permanence_la", meaning="LA that arranged it."),
        Column(
            "order_date_text",
            TEXT,
            ssd="lapp_previous_permanence_order_date",
            meaning="Date of the earlier permanence order, text because parts may be unknown (zz/MM/YYYY forms).",
        ),
    ),
)

legal_statuses = Table(
    name="legal_statuses",
    ssd="ssd_legal_status",
    meaning="A legal status of a child, with its dates.",
    columns=(
        Column("legal_status_id", TEXT, ssd="lega_legal_status_id", key=True, meaning="Row key."),
        Column("child_id", TEXT, ssd="lega_person_id", refers_to="children.child_id", meaning="Child."),
        Column(
            "legal_status",
            TEXT,
            ssd="lega_legal_status",
            codes=codes.LEGAL_STATUS,
            meaning="Legal status; SSD Annex A script shows local wording appears here, so map to 903 LS codes.",
        ),
        Column("start_date", DATE, ssd="lega_legal_status_start_date", meaning="Status from."),
        Column("end_date", DATE, ssd="lega_legal_status_end_date", meaning="Status to."),
    ),
    start="start_date",
    end="end_date",
)

missing_episodes = Table(
    name="missing_episodes",
    ssd="ssd_missing",
    meaning="A time when a child was missing or away without permission.",
    columns=(
        Column("missing_episode_id", TEXT, ssd="miss_table_id", key=True, meaning="Row key."),
        Column("child_id", TEXT, ssd="miss_person_id", refers_to="children.child_id", meaning="Child."),
        Column("start_date", DATE, ssd="miss_missing_episode_start_date", meaning="Went missing or away."),
        Column(
            "missing_type",
            TEXT,
            ssd="miss_missing_episode_type",
            codes=codes.MISSING_TYPE,
            meaning="Missing or away without permission.",
        ),
        Column("end_date", DATE, ssd="miss_missing_episode_end_date", meaning="Found or returned."),
        Column(
            "return_interview_offered",
            TEXT,
            ssd="miss_missing_rhi_offered",
            codes=codes.YES_NO_NA,
            meaning="Return interview offered (Y/N/NA).",
        ),
        Column(
            "return_interview_accepted",
            TEXT,
            ssd="miss_missing_rhi_accepted",
            codes=codes.YES_NO_NA,
            meaning="Return interview accepted (Y/N/NA).",
        ),
    ),
    start="start_date",
    end="end_date",
)

TABLES = (
    looked_after_episodes,
    placements,
    looked_after_reviews,
    looked_after_visits,
    care_plans,
    previous_permanence,
    legal_statuses,
    missing_episodes,
)
