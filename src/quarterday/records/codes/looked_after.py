"""Codes of care: legal status, placement, reasons.

Values beside labels; source: `reference/formats/code_lists.csv`.
"""

from quarterday.records.code_list import Code, CodeList

LEGAL_STATUS = CodeList(
    "legal_status",
    (
        Code("C1", "Interim care order"),
        Code("C2", "Full care order"),
        Code("D1", "Freeing order"),
        Code("E1", "Placement order"),
        Code("V2", "Section 20 single period"),
        Code("V3", "Short breaks, episodes recorded"),
        Code("V4", "Short breaks, agreements recorded"),
        Code("L1", "Police protection in LA accommodation"),
        Code("L2", "Emergency protection order"),
        Code("L3", "Child assessment order"),
        Code("J1", "Remanded to LA or youth detention"),
        Code("J2", "PACE placement"),
        Code("J3", "Youth rehabilitation order with residence"),
    ),
)
PLACEMENT_TYPE = CodeList(
    "placement_type",
    (
        Code("A3", "Placed for adoption, consent, with current carer"),
        Code("A4", "Placed for adoption, consent, not current carer"),
        Code("A5", "Placed for adoption, order, with current carer"),
        Code("A6", "Placed for adoption, order, not current carer"),
        Code("H5", "Semi-independent living", until="2023-24"),
        Code("K1", "Secure children's home"),
        Code("K2", "Children's home"),
        Code("K3", "Supported accommodation", since="2024-25"),
        Code("P1", "With own parents"),
        Code("P2", "Independent living", until="2023-24"),
        Code("P3", "Residential employment"),
        Code("R1", "Residential care home"),
        Code("R2", "NHS or health setting"),
        Code("R3", "Family centre or mother and baby unit"),
        Code("R5", "Young offender institution"),
        Code("S1", "Residential school"),
        Code("T0", "Temporary, all types"),
        Code("T1", "Temporary: hospital"),
        Code("T2", "Temporary: holiday"),
        Code("T3", "Temporary: carer on holiday"),
        Code("T4", "Temporary: up to 7 days"),
        Code("U1", "Foster: relative or friend, long term"),
        Code("U2", "Foster: relative or friend, FFA or concurrent"),
        Code("U3", "Foster: relative or friend, other"),
        Code("U4", "Foster: other carer, long term"),
        Code("U5", "Foster: other carer, FFA or concurrent"),
        Code("U6", "Foster: other carer, not long term"),
        Code("Z1", "Other placement", until="2024-25"),
        Code("Z11", "Z11", since="2025-26"),
        Code("Z12", "Z12", since="2025-26"),
        Code("Z13", "Z13", since="2025-26"),
        Code("Z14", "Z14", since="2025-26"),
    ),
)
PLACEMENT_PROVIDER = CodeList(
    "placement_provider",
    (
        Code("PR0", "Parent or person with responsibility"),
        Code("PR1", "Own LA provision"),
        Code("PR2", "Another LA"),
        Code("PR3", "Other public body"),
        Code("PR4", "Private"),
        Code("PR5", "Voluntary sector"),
    ),
)
REASON_NEW_EPISODE = CodeList(
    "reason_new_episode",
    (
        Code("S", "Started to be looked after"),
        Code("L", "Legal status change only"),
        Code("P", "Placement and carer change only"),
        Code("T", "Placement change, same carer"),
        Code("B", "Legal status, placement and carer change"),
        Code("U", "Legal status and placement change, same carer"),
    ),
)
REASON_EPISODE_CEASED = CodeList(
    "reason_episode_ceased",
    (
        Code("X1", "Next episode starts the same day"),
        Code("E11", "Adopted, unopposed"),
        Code("E12", "Adopted, consent dispensed with"),
        Code("E2", "Died"),
        Code("E3", "Taken over by another LA"),
        Code("E4A", "Home to person with responsibility, planned"),
        Code("E4B", "Home to person with responsibility, unplanned"),
        Code("E13", "Home to person without responsibility"),
        Code("E41", "Residence or child arrangements order"),
        Code("E43", "SGO to former foster carer", until="2017-18"),
        Code("E44", "SGO to other carer", until="2017-18"),
        Code("E45", "SGO: former foster carer, relative or friend", since="2018-19"),
        Code("E46", "SGO: former foster carer, other", since="2018-19"),
        Code("E47", "SGO: relative or friend, not former carer", since="2018-19"),
        Code("E48", "SGO: other carer", since="2018-19"),
        Code("E5", "Independent living with support"),
        Code("E6", "Independent living without support"),
        Code("E7", "Residential care funded by adult services"),
        Code("E9", "Sentenced to custody"),
        Code("E14", "Remand accommodation ended"),
        Code("E15", "Age assessed as 18 or over"),
        Code("E16", "Moved abroad"),
        Code("E17", "18, stayed with carer (staying put)"),
        Code("E8", "Any other reason"),
    ),
)
REASON_PLACE_CHANGE = CodeList(
    "reason_place_change",
    (
        Code("CARPL", "Care plan"),
        Code("CLOSE", "Provision closed or carer resigned"),
        Code("ALLEG", "Allegation"),
        Code("STAND", "Standards of care"),
        Code("APPRR", "Approval removed"),
        Code("CREQB", "Carer asks, behaviour"),
        Code("CREQO", "Carer asks, other"),
        Code("CHILD", "Child asks"),
        Code("LAREQ", "LA asks"),
        Code("PLACE", "Status of placement only"),
        Code("CUSTOD", "Custody", since="2018-19"),
        Code("OTHER", "Other"),
    ),
)
REVIEW_PARTICIPATION = CodeList(
    "review_participation",
    (
        Code("PN0", "Under 4"),
        Code("PN1", "Attends, speaks"),
        Code("PN2", "Attends, advocate speaks"),
        Code("PN3", "Attends, symbols"),
        Code("PN4", "Attends, no contribution"),
        Code("PN5", "Absent, advocate speaks"),
        Code("PN6", "Absent, views by other means"),
        Code("PN7", "Absent, no views"),
    ),
)
MISSING_TYPE = CodeList(
    "missing_type",
    (
        Code("M", "Missing"),
        Code("A", 'Away without permission ("absent")'),
    ),
)
PREVIOUS_PERMANENCE = CodeList(
    "previous_permanence",
    (
        Code("P1", "Adoption"),
        Code("P2", "SGO"),
        Code("P3", "Residence or child arrangements order"),
        Code("P4", "Unknown"),
        Code("Z1", "None"),
    ),
)
SDQ_REASON = CodeList(
    "sdq_reason",
    (
        Code("SDQ1", "Under 4 or over 16"),
        Code("SDQ2", "Carer refused"),
        Code("SDQ3", "Disability too severe"),
        Code("SDQ4", "Other"),
        Code("SDQ5", "Child refused"),
    ),
)
HEALTH_CHECK_TYPE = CodeList(
    "health_check_type",
    (
        Code("Health Assessment", "Statutory health assessment"),
        Code("Dental Check", "Check of the teeth by a dentist"),
    ),
)
HEALTH_CHECK_STATUS = CodeList(
    "health_check_status",
    (
        Code("Planned", "Planned"),
        Code("Refused", "Refused"),
        Code("Cancelled", "Cancelled"),
        Code("Completed", "Completed"),
    ),
)
