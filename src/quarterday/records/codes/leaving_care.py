"""Codes of leaving care and permanence.

Values beside labels; source: `reference/formats/code_lists.csv`.
"""

from quarterday.records.code_list import Code, CodeList

CARE_LEAVER_IN_TOUCH = CodeList(
    "care_leaver_in_touch",
    (
        Code("YES", "In touch"),
        Code("NO", "Not in touch"),
        Code("DIED", "Died"),
        Code("REFU", "Refuses contact"),
        Code("NREQ", "Service not required"),
        Code("RHOM", "Returned home 6 months or more"),
    ),
)
CARE_LEAVER_ACTIVITY = CodeList(
    "care_leaver_activity",
    (
        Code("F1", "Higher education full time"),
        Code("P1", "Higher education part time"),
        Code("F2", "Other education full time"),
        Code("P2", "Other education part time"),
        Code("F3", "Training or employment full time", until="2020-21"),
        Code("P3", "Training or employment part time", until="2020-21"),
        Code("F4", "Apprenticeship full time", since="2021-22"),
        Code("P4", "Apprenticeship part time", since="2021-22"),
        Code("F5", "Other training or employment full time", since="2021-22"),
        Code("P5", "Other training or employment part time", since="2021-22"),
        Code("G4", "NEET: illness or disability"),
        Code("G5", "NEET: other"),
        Code("G6", "NEET: pregnancy or parenting"),
        Code("0", "Not in touch"),
    ),
)
CARE_LEAVER_ACCOMMODATION_TYPE = CodeList(
    "care_leaver_accommodation_type",
    (
        Code("B", "Parents or relatives"),
        Code("C", "Community home or residential care"),
        Code("D", "Semi-independent, transitional"),
        Code("E", "Supported lodgings"),
        Code("G", "Abroad"),
        Code("H", "Deported"),
        Code("K", "Ordinary lodgings"),
        Code("R", "Not known"),
        Code("S", "No fixed abode"),
        Code("T", "Foyer or similar"),
        Code("U", "Independent living"),
        Code("V", "Emergency"),
        Code("W", "Bed and breakfast"),
        Code("X", "Custody"),
        Code("Y", "Other"),
        Code("Z", "Former foster carers"),
    ),
)
ACCOMMODATION_SUITABILITY = CodeList(
    "accommodation_suitability",
    (
        Code("1", "Suitable"),
        Code("2", "Unsuitable"),
    ),
)
CARE_LEAVER_ELIGIBILITY = CodeList(
    "care_leaver_eligibility",
    (
        Code("Relevant", "Relevant child, 16-17 left care"),
        Code("Former relevant", "18 and over, was eligible or relevant"),
        Code("Qualifying", "In care after 16 but too short to be eligible"),
        Code("Eligible", "16-17 in care 13 weeks since 14"),
        Code("No current eligibility", "None"),
    ),
)
ADOPTION_REVERSAL_REASON = CodeList(
    "adoption_reversal_reason",
    (
        Code("RD1", "Child's needs changed"),
        Code("RD2", "Court made no placement order"),
        Code("RD3", "No adopters found"),
        Code("RD4", "Other"),
    ),
)
PERMANENCE_ORDER_TYPE = CodeList(
    "permanence_order_type",
    (
        Code("Adoption", "Adoption"),
        Code("Special Guardianship", "Special Guardianship"),
        Code("Child Arrangements Order/ Residence Order", "Child Arrangements Order/ Residence Order"),
    ),
)
