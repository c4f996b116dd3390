"""The eleven lists, and what follows from Annex A being a picture of one day."""

from quarterday.formats.annex_a.lists_of_care import ADOPTERS, ADOPTION, CARE_LEAVERS, LOOKED_AFTER
from quarterday.formats.annex_a.lists_of_children import ASSESSMENTS, CONTACTS, EARLY_HELP, ENQUIRIES, REFERRALS
from quarterday.formats.annex_a.lists_of_plans import NEED, PROTECTION

LISTS = (
    CONTACTS,
    EARLY_HELP,
    REFERRALS,
    ASSESSMENTS,
    ENQUIRIES,
    NEED,
    PROTECTION,
    LOOKED_AFTER,
    CARE_LEAVERS,
    ADOPTION,
    ADOPTERS,
)

LATEST_ONLY = frozenset(
    {
        "child_in_need_visits",
        "child_protection_visits",
        "child_protection_reviews",
        "looked_after_reviews",
        "looked_after_visits",
        "placements",
        "legal_statuses",
    }
)
"""Tables of which a list holds only the latest row of each child."""

COVERS_MONTHS = {
    part.table.name: annex_list.months
    for annex_list in LISTS
    for part in annex_list.parts
    if part.table.start and part.table.name != "involvements"
} | {"permanence": 12}
"""How many months before the extract each table reaches back."""
