"""Children, their families and what is known of them."""

from quarterday.records import codes
from quarterday.records.table import DATE, TEXT, Column, Table

children = Table(
    name="children",
    ssd="ssd_person",
    meaning="A child or young person known to the authority, born or unborn.",
    columns=(
        Column(
            "child_id",
            TEXT,
            ssd="pers_person_id",
            key=True,
            meaning="Child id in the case system, at most 20 characters for returns, stable between years.",
        ),
        Column("sex", TEXT, ssd="pers_sex", codes=codes.SEX, meaning="Recorded sex."),
        Column("gender", TEXT, ssd="pers_gender", codes=codes.GENDER, meaning="Gender identity as recorded."),
        Column(
            "ethnicity",
            TEXT,
            ssd="pers_ethnicity",
            codes=codes.ETHNICITY,
            meaning="Ethnic group, DfE main code (local A1..E5 codes also occur).",
        ),
        Column("date_of_birth", DATE, ssd="pers_dob", meaning="Birth date; blank for unborn."),
        Column("expected_date_of_birth", DATE, ssd="pers_expected_dob", meaning="Due date of an unborn child."),
        Column("death_date", DATE, ssd="pers_death_date", meaning="Date of death."),
        Column(
            "has_education_health_and_care_plan",
            TEXT,
            ssd="pers_send_flag",
            codes=codes.YES_NO,
            meaning="Has an EHC plan (Y/N).",
        ),
        Column(
            "unique_pupil_number_missing_reason",
            TEXT,
            ssd="pers_upn_unknown",
            codes=codes.UPN_UNKNOWN,
            meaning="Reason UPN is missing.",
        ),
        Column("is_mother", TEXT, ssd="pers_is_mother", codes=codes.YES_NO, meaning="Is herself a mother (Y/N), derived."),
        Column("nationality", TEXT, ssd="pers_nationality", meaning="Country of origin, wanted for UASC."),
    ),
)

family_members = Table(
    name="family_members",
    ssd="ssd_family",
    meaning="A child as a member of a family group.",
    columns=(
        Column("family_member_id", TEXT, ssd="fami_table_id", key=True, meaning="Row key."),
        Column("family_id", TEXT, ssd="fami_family_id", meaning="Family group id."),
        Column("child_id", TEXT, ssd="fami_person_id", refers_to="children.child_id", meaning="Child in the family."),
    ),
)

addresses = Table(
    name="addresses",
    ssd="ssd_address",
    meaning="Where a child lived, without precise location: the postcode district only.",
    columns=(
        Column("address_id", TEXT, ssd="addr_table_id", key=True, meaning="Row key."),
        Column(
            "child_id",
            TEXT,
            ssd="addr_person_id",
            refers_to="children.child_id",
            meaning="Child the address belongs to.",
        ),
        Column(
            "address_type",
            TEXT,
            ssd="addr_address_type",
            meaning="Kind of address such as home, primary or placement (local wording).",
        ),
        Column("start_date", DATE, ssd="addr_address_start_date", meaning="First day at the address."),
        Column("end_date", DATE, ssd="addr_address_end_date", meaning="Last day at the address; blank = current."),
        Column("postcode_district", TEXT, ssd="addr_address_postcode", meaning="Outward half of the postcode only."),
    ),
    end="end_date",
)

disabilities = Table(
    name="disabilities",
    ssd="ssd_disability",
    meaning="One disability of a child.",
    columns=(
        Column("disability_id", TEXT, ssd="disa_table_id", key=True, meaning="Row key."),
        Column("child_id", TEXT, ssd="disa_person_id", refers_to="children.child_id", meaning="Child."),
        Column(
            "disability",
            TEXT,
            ssd="disa_disability_code",
            codes=codes.DISABILITY,
            meaning="One disability code per row; NONE = no disability.",
        ),
    ),
)

immigration_statuses = Table(
    name="immigration_statuses",
    ssd="ssd_immigration_status",
    meaning="An immigration status of a child, with its dates.",
    columns=(
        Column("immigration_status_id", TEXT, ssd="immi_immigration_status_id", key=True, meaning="Row key."),
        Column("child_id", TEXT, ssd="immi_person_id", refers_to="children.child_id", meaning="Person."),
        Column("start_date", DATE, ssd="immi_immigration_status_start_date", meaning="Status from."),
        Column("end_date", DATE, ssd="immi_immigration_status_end_date", meaning="Status to."),
        Column(
            "immigration_status",
            TEXT,
            ssd="immi_immigration_status",
            codes=codes.IMMIGRATION_STATUS,
            meaning="Status as text; the wording varies by case system.",
        ),
    ),
    end="end_date",
)

mothers = Table(
    name="mothers",
    ssd="ssd_mother",
    meaning="A mother known as a child herself, and her child.",
    columns=(
        Column("mother_id", TEXT, ssd="moth_table_id", key=True, meaning="Row key."),
        Column(
            "child_id",
            TEXT,
            ssd="moth_person_id",
            refers_to="children.child_id",
            meaning="Mother (a child known to the LA).",
        ),
        Column("childs_child_id", TEXT, ssd="moth_childs_person_id", refers_to="children.child_id", meaning="Her child."),
        Column("childs_date_of_birth", DATE, ssd="moth_childs_dob", meaning="That child's birth date."),
    ),
)

linked_identifiers = Table(
    name="linked_identifiers",
    ssd="ssd_linked_identifiers",
    meaning="Another identifier of the same child: never used to merge children automatically.",
    columns=(
        Column("linked_identifier_id", TEXT, ssd="link_table_id", key=True, meaning="Row key."),
        Column("child_id", TEXT, ssd="link_person_id", refers_to="children.child_id", meaning="Person."),
        Column(
            "identifier_type",
            TEXT,
            ssd="link_identifier_type",
            meaning="Which identifier; the person table's legacy id and pupil number are kept here.",
        ),
        Column("identifier_value", TEXT, ssd="link_identifier_value", meaning="The identifier."),
        Column("start_date", DATE, ssd="link_valid_from_date", meaning="Known from."),
        Column("end_date", DATE, ssd="link_valid_to_date", meaning="Known to."),
    ),
    end="end_date",
)

TABLES = (
    children,
    family_members,
    addresses,
    disabilities,
    immigration_statuses,
    mothers,
    linked_identifiers,
)
