"""Permanence and leaving care."""

from quarterday.records import codes
from quarterday.records.table import DATE, INTEGER, TEXT, Column, Table

permanence = Table(
    name="permanence",
    ssd="ssd_permanence",
    meaning="Steps towards permanence for a looked-after child.",
    columns=(
        Column("permanence_id", TEXT, ssd="perm_table_id", key=True, meaning="Row key."),
        Column("child_id", TEXT, ssd="perm_person_id", refers_to="children.child_id", meaning="Child."),
        Column("period_of_care_id", TEXT, ssd="perm_cla_id", meaning="Period of care."),
        Column(
            "adoption_decision_date",
            DATE,
            ssd="perm_adm_decision_date",
            meaning="Agency decision that child should be placed for adoption.",
        ),
        Column(
            "part_of_sibling_group",
            TEXT,
            ssd="perm_part_of_sibling_group",
            meaning="Part of a sibling group (0/1).",
        ),
        Column(
            "siblings_placed_together",
            INTEGER,
            ssd="perm_siblings_placed_together",
            meaning="Children placed together including this one.",
        ),
        Column(
            "siblings_placed_apart",
            INTEGER,
            ssd="perm_siblings_placed_apart",
            meaning="Siblings placed elsewhere.",
        ),
        Column(
            "fostering_for_adoption_decision_date",
            DATE,
            ssd="perm_ffa_cp_decision_date",
            meaning="Decision for fostering-for-adoption or concurrent placement.",
        ),
        Column(
            "placement_order_date",
            DATE,
            ssd="perm_placement_order_date",
            meaning="Placement (or freeing) order granted.",
        ),
        Column("matched_date", DATE, ssd="perm_matched_date", meaning="Matched with adopters."),
        Column(
            "placed_for_adoption_date",
            DATE,
            ssd="perm_placed_for_adoption_date",
            meaning="Placed with adopters.",
        ),
        Column(
            "adopted_by_carer",
            TEXT,
            ssd="perm_adopted_by_carer_flag",
            codes=codes.YES_NO,
            meaning="Adopted by the former carer (Y/N).",
        ),
        Column(
            "placed_fostering_for_adoption_date",
            DATE,
            ssd="perm_placed_ffa_cp_date",
            meaning="Placed under FFA or concurrent planning.",
        ),
        Column(
            "decision_reversed_date",
            DATE,
            ssd="perm_decision_reversed_date",
            meaning="Decision that adoption is no longer the plan.",
        ),
        Column(
            "decision_reversed_reason",
            TEXT,
            ssd="perm_decision_reversed_reason",
            codes=codes.ADOPTION_REVERSAL_REASON,
            meaning="Why the plan changed.",
        ),
        Column(
            "permanence_order_date",
            DATE,
            ssd="perm_permanence_order_date",
            meaning="Permanence order granted.",
        ),
        Column(
            "permanence_order_type",
            TEXT,
            ssd="perm_permanence_order_type",
            codes=codes.PERMANENCE_ORDER_TYPE,
            meaning="Adoption, SGO or CAO.",
        ),
        Column(
            "professional_id",
            TEXT,
            ssd="perm_adoption_worker_id",
            refers_to="professionals.professional_id",
            meaning="Adoption social worker.",
        ),
    ),
)

care_leavers = Table(
    name="care_leavers",
    ssd="ssd_care_leavers",
    meaning="A young person entitled to leaving care support.",
    columns=(
        Column("care_leaver_id", TEXT, ssd="clea_table_id", key=True, meaning="Row key."),
        Column("child_id", TEXT, ssd="clea_person_id", refers_to="children.child_id", meaning="Care leaver."),
        Column(
            "eligibility",
            TEXT,
            ssd="clea_care_leaver_eligibility",
            codes=codes.CARE_LEAVER_ELIGIBILITY,
            meaning="Leaving-care entitlement category.",
        ),
        Column(
            "in_touch",
            TEXT,
            ssd="clea_care_leaver_in_touch",
            codes=codes.CARE_LEAVER_IN_TOUCH,
            meaning="Whether the LA is in contact.",
        ),
        Column(
            "latest_contact_date",
            DATE,
            ssd="clea_care_leaver_latest_contact",
            meaning="Last contact by the personal adviser; blank when not in touch.",
        ),
        Column(
            "accommodation",
            TEXT,
            ssd="clea_care_leaver_accommodation",
            codes=codes.CARE_LEAVER_ACCOMMODATION_TYPE,
            meaning="Where the young person lives around the birthday or at last contact.",
        ),
        Column(
            "accommodation_suitability",
            TEXT,
            ssd="clea_care_leaver_accom_suitable",
            codes=codes.ACCOMMODATION_SUITABILITY,
            meaning="Whether that accommodation is judged suitable.",
        ),
        Column(
            "activity",
            TEXT,
            ssd="clea_care_leaver_activity",
            codes=codes.CARE_LEAVER_ACTIVITY,
            meaning="Main education, training or work status.",
        ),
        Column(
            "pathway_plan_review_date",
            DATE,
            ssd="clea_pathway_plan_review_date",
            meaning="Later of pathway plan start and its last review.",
        ),
        Column(
            "personal_adviser_id",
            TEXT,
            ssd="clea_care_leaver_personal_advisor",
            refers_to="professionals.professional_id",
            meaning="Named or coded personal adviser (joined to professional id in Annex A script).",
        ),
        Column(
            "team_id",
            TEXT,
            ssd="clea_care_leaver_allocated_team",
            refers_to="teams.team_id",
            meaning="Team holding the case.",
        ),
        Column(
            "professional_id",
            TEXT,
            ssd="clea_care_leaver_worker_id",
            refers_to="professionals.professional_id",
            meaning="Worker holding the case.",
        ),
    ),
)

TABLES = (
    permanence,
    care_leavers,
)
