"""Lists 6 and 7: children in need and children on a protection plan, now and in the last six months."""

from quarterday.formats.annex_a.lists_of_children import DISABILITY, HELD, PERSON, child, disability
from quarterday.formats.annex_a.part import AnnexList, Part
from quarterday.records.tables.child_protection import (
    child_protection_plans,
    child_protection_reviews,
    child_protection_visits,
)
from quarterday.records.tables.children_in_need import child_in_need_visits
from quarterday.records.tables.front_door import referrals
from quarterday.records.tables.workforce import involvements


def held_since(heading: str) -> Part:
    """Who holds the child now, taken for the whole time since a date of the row: attributes are as at the extract."""
    return Part(
        involvements,
        (("Allocated Team", "team_id"), ("Allocated Worker", "professional_id"), (heading, "start_date")),
        needs=("team_id", "professional_id"),
        fixed=(("role", "CW"),),
        merges=True,
    )


NEED = AnnexList(
    6,
    "Children in need",
    (
        *PERSON,
        DISABILITY,
        "CIN Start Date",
        "Primary Need Code",
        "Date Child Was Last Seen",
        "CIN Closure Date",
        "Reason for Closure",
        "Case Status",
        *HELD,
    ),
    (
        child,
        disability,
        Part(
            referrals,
            (
                ("CIN Start Date", "referral_date"),
                ("Primary Need Code", "primary_need"),
                ("CIN Closure Date", "close_date"),
                ("Reason for Closure", "close_reason"),
            ),
            key=("referral_date",),
            needs=("referral_date",),
        ),
        Part(
            child_in_need_visits,
            (("Date Child Was Last Seen", "visit_date"),),
            key=("visit_date",),
            needs=("visit_date",),
            fixed=(("child_seen", "Y"),),
            merges=True,
        ),
        held_since("CIN Start Date"),
    ),
)

PROTECTION = AnnexList(
    7,
    "Children on a child protection plan",
    (
        *PERSON,
        DISABILITY,
        "Child Protection Plan Start Date",
        "Initial Category of Abuse",
        "Latest Category of Abuse",
        "Date of the Last Statutory Visit",
        "Was the Child Seen Alone?",
        "Date of latest review conference",
        "Child Protection Plan End Date",
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
        "Number of Previous Child Protection Plans",
        *HELD,
    ),
    (
        child,
        disability,
        Part(
            child_protection_plans,
            (
                ("Child Protection Plan Start Date", "start_date"),
                ("Child Protection Plan End Date", "end_date"),
                ("Initial Category of Abuse", "initial_category"),
                ("Latest Category of Abuse", "latest_category"),
                ("Number of Previous Child Protection Plans", "previous_plans"),
            ),
            key=("start_date",),
            needs=("start_date",),
        ),
        Part(
            child_protection_visits,
            (("Date of the Last Statutory Visit", "visit_date"), ("Was the Child Seen Alone?", "child_seen_alone")),
            key=("visit_date",),
            needs=("visit_date",),
            links=(("child_protection_plan_id", "child_protection_plans"),),
            fixed=(("child_seen", "Y"),),
        ),
        Part(
            child_protection_reviews,
            (("Date of latest review conference", "review_date"),),
            key=("review_date",),
            needs=("review_date",),
            links=(("child_protection_plan_id", "child_protection_plans"),),
        ),
        held_since("Child Protection Plan Start Date"),
    ),
)
