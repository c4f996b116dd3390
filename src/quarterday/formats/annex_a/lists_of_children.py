"""What every list about children says of them, and lists 1 to 5: six months of the front door and of enquiries."""

from quarterday.formats.annex_a.part import CHILD, AnnexList, Part
from quarterday.records.tables.assessments import assessments
from quarterday.records.tables.child_protection import initial_child_protection_conferences, section_47_enquiries
from quarterday.records.tables.front_door import contacts, early_help_episodes, referrals
from quarterday.records.tables.people import children, disabilities

PERSON = (CHILD, "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)")
DISABILITY = "Does the Child have a Disability"
HELD = ("Allocated Team", "Allocated Worker")

child = Part(
    children,
    (("Gender", "sex"), ("Ethnicity", "ethnicity"), ("Date of Birth", "date_of_birth")),
    merges=True,
    answers={"sex": {"neither": "U", "not stated/recorded": "U", "not stated/recorded (or unborn)": "U"}},
)

disability = Part(
    disabilities,
    ((DISABILITY, "disability"),),
    needs=("disability",),
    merges=True,
    answers={"disability": {"yes": "DDA", "no": "NONE", "unknown": ""}},
)

CONTACTS = AnnexList(
    1,
    "Contacts",
    (*PERSON, "Date of Contact", "Contact Source"),
    (
        child,
        Part(
            contacts,
            (("Date of Contact", "contact_date"), ("Contact Source", "source")),
            key=("contact_date", "source"),
            needs=("contact_date",),
        ),
    ),
)

EARLY_HELP = AnnexList(
    2,
    "Early help assessments",
    (*PERSON, "Assessment start date", "Assessment completion date", "Organisation completing assessment"),
    (
        child,
        Part(
            early_help_episodes,
            (
                ("Assessment start date", "start_date"),
                ("Assessment completion date", "end_date"),
                ("Organisation completing assessment", "organisation"),
            ),
            key=("start_date",),
            needs=("start_date",),
        ),
    ),
)

REFERRALS = AnnexList(
    3,
    "Referrals",
    (*PERSON, "Date of referral", "Referral Source", "Referral NFA?", "Number of Referrals in Last 12 Months", *HELD),
    (
        child,
        Part(
            referrals,
            (("Date of referral", "referral_date"), ("Referral Source", "source"), ("Referral NFA?", "no_further_action")),
            key=("referral_date",),
            needs=("referral_date",),
        ),
    ),
)

ASSESSMENTS = AnnexList(
    4,
    "Assessments",
    (
        *PERSON,
        DISABILITY,
        "Continuous Assessment Start Date",
        "Child Seen During Continuous Assessment",
        "Continuous Assessment Date of Authorisation",
        "Was the child assessed as requiring LA children's social care support?",
        *HELD,
    ),
    (
        child,
        disability,
        Part(
            assessments,
            (
                ("Continuous Assessment Start Date", "start_date"),
                ("Child Seen During Continuous Assessment", "child_seen"),
                ("Continuous Assessment Date of Authorisation", "authorised_date"),
                ("Was the child assessed as requiring LA children's social care support?", "no_further_action"),
            ),
            key=("start_date",),
            needs=("start_date", "authorised_date"),
            opposite=("no_further_action",),
        ),
    ),
)

ENQUIRIES = AnnexList(
    5,
    "Section 47 enquiries and initial child protection conferences",
    (
        *PERSON,
        DISABILITY,
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "Was an Initial Child Protection Conference deemed unnecessary?",
        "Date of Initial Child Protection Conference",
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        "Number of Section 47 Enquiries in the last 12 months",
        "Number of ICPCs in the last 12 months",
        *HELD,
    ),
    (
        child,
        disability,
        Part(
            section_47_enquiries,
            (
                ("Strategy discussion initiating Section 47 Enquiry Start Date", "start_date"),
                ("Was an Initial Child Protection Conference deemed unnecessary?", "no_further_action"),
            ),
            key=("start_date",),
            needs=("start_date",),
        ),
        Part(
            initial_child_protection_conferences,
            (
                ("Date of Initial Child Protection Conference", "conference_date"),
                ("Did the Initial Child Protection Conference Result in a Child Protection Plan", "led_to_plan"),
            ),
            key=("conference_date",),
            needs=("conference_date",),
            links=(("section_47_enquiry_id", "section_47_enquiries"),),
        ),
    ),
)
