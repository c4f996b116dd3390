"""Where looked-after children live, how far from home and with whom (report section 2.5)."""

from quarterday.indicators import HIGHER, LOWER, Percentage
from quarterday.sections.looked_after import facts

FAR = "distance_miles > 20 and distance_miles < 999"
OUTSIDE = "inside_authority = 'N'"
BY_DISTRICT = (
    "DfE places full postcodes; the records keep the district only, and one that lies across the boundary counts where "
    "the table own_postcode_districts puts it. A placement without a district is not known, and not outside (R21)."
)

kinship = Percentage(
    code="LAC-11d",
    title="Kinship (relative or friend) foster share",
    of=facts.looked_after,
    where="placement_type in ('U1', 'U2', 'U3')",
    decimals=0,
    rules=("R18", "R20", "R26"),
    definition="Children fostered by a relative or friend (U1 to U3), of children looked after.",
    note="The National Framework holds more to be better; the figure itself is given no direction.",
)

three_placements_two_years = Percentage(
    code="LAC-16",
    title="Three or more placements in two years",
    of=facts.looked_after,
    # Start + 24 calendar months, clamped (R02): the day itself counts.
    among="reaches_two_years <= snapshot",
    # The third-last placement ended within the two years (R19): then three or more lie in them.
    where="third_last_run_end_date > snapshot_minus_24_months",
    better=LOWER,
    decimals=0,
    history_months=24,
    rules=("R02", "R18", "R19", "R26"),
    definition="Children with three or more placements in the two years to the date, the one open at their start "
    "included, of children looked after for two years or more.",
)

far_from_home = Percentage(
    code="LAC-17",
    title="Placed more than 20 miles from home",
    of=facts.looked_after,
    where=FAR,
    better=LOWER,
    decimals=0,
    rules=("R18", "R21", "R26"),
    needs=("placements",),
    definition="Children whose placement lies more than 20 miles from home, wherever, of children looked after. A distance "
    "that is not known (blank, or 999.9) is not far, and stays in the denominator.",
    note="As the national dashboard defines it; LAIT counts those outside the authority only (LAC-17b). Never compare one "
    "with the other.",
)

far_and_outside = Percentage(
    code="LAC-17b",
    title="Placed more than 20 miles from home and outside the authority",
    of=facts.looked_after,
    where=f"{FAR} and {OUTSIDE}",
    better=LOWER,
    decimals=0,
    rules=("R18", "R21", "R26", "R34"),
    needs=("placements", "own_postcode_districts"),
    definition="Children whose placement lies more than 20 miles from home and outside the authority, of children looked "
    "after.",
    note=BY_DISTRICT,
)

outside_authority = Percentage(
    code="LAC-18",
    title="Placed outside the authority",
    of=facts.looked_after,
    where=OUTSIDE,
    better=LOWER,
    decimals=0,
    rules=("R18", "R21", "R26", "R34"),
    needs=("placements", "own_postcode_districts"),
    definition="Children whose placement lies outside the authority, of children looked after.",
    note=BY_DISTRICT,
)

ended_by_carer = Percentage(
    code="LAC-35",
    title="Placements ended at the carer's request",
    of=facts.placements_ended,
    where="change_reason in ('CREQB', 'CREQO')",
    better=LOWER,
    rules=("R18", "R19", "R26"),
    definition="Placements that ended because the carer asked for it, over the child's behaviour (CREQB) or otherwise "
    "(CREQO), of placements that ended in the period. Moves with the same carer and temporary placements are no ends (R19).",
    note="The national codes have no word for a breakdown: these two come nearest. A placement without a reason, as at the "
    "end of care, stays in the denominator; one recorded as going on beyond the end of care has not ended.",
)

siblings_together = Percentage(
    code="LAC-38",
    title="Siblings placed together",
    of=facts.care_siblings,
    where="siblings_placed_together >= 2 and coalesce(siblings_placed_apart, 0) = 0",
    better=HIGHER,
    rules=("R18", "R26"),
    definition="Children placed with a brother or sister (two or more together, this child included) and with none recorded "
    "as placed elsewhere, of looked-after children recorded as part of a group of siblings.",
    note="The record of permanence has no dates: groups are as known at the submission.",
)

PLACEMENT_INDICATORS = (
    kinship,
    three_placements_two_years,
    far_from_home,
    far_and_outside,
    outside_authority,
    ended_by_carer,
    siblings_together,
)
