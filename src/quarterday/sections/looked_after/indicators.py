"""Looked-after children (report section 2.5)."""

from quarterday.indicators import HIGHER, LAST, LOWER, Count, Median, Mix, Percentage, Rate
from quarterday.sections.looked_after import facts

FOSTER = "placement_type in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')"
CHILDREN = "Children looked after at the end of the day, short breaks left out (R18)"

children = Count(
    code="LAC-01",
    title="Children looked after",
    of=facts.looked_after,
    rules=("R03", "R04", "R12", "R18"),
    definition=f"{CHILDREN}, to the 18th birthday.",
)

rate = Rate(
    code="LAC-02",
    title="Children looked after rate per 10,000",
    of=facts.looked_after,
    decimals=0,
    rules=("R18", "R27", "R28"),
    definition=f"{CHILDREN}, per 10,000 children aged 0 to 17.",
    note="The population is the mid-year estimate of the year before (R28).",
)

started = Count(
    code="LAC-03",
    title="Children starting to be looked after",
    of=facts.care_started,
    distinct="child_id",
    rules=("R05", "R18"),
    definition="Children who started to be looked after in the period, each once: at the first start.",
)

ceased = Count(
    code="LAC-05",
    title="Children ceasing to be looked after",
    of=facts.care_ended,
    distinct="child_id",
    of_several=LAST,
    rules=("R05", "R18"),
    definition="Children who ceased to be looked after in the period, each once: at the last end. The 18th birthday is a "
    "reason of its own.",
)

unaccompanied = Count(
    code="LAC-07",
    title="Unaccompanied children looked after",
    of=facts.looked_after,
    where="unaccompanied = 'Y'",
    rules=("R04", "R23"),
    standard="National Transfer Scheme: a share of the 0 to 17 population (setting 'transfer scheme share')",
    standard_kind="local setting with dates",
    needs=("immigration_statuses",),
    definition="Children looked after with a current status as unaccompanied asylum-seeking child.",
)

unaccompanied_share = Percentage(
    code="LAC-08",
    title="Unaccompanied share of children looked after",
    of=facts.looked_after,
    where="unaccompanied = 'Y'",
    decimals=0,
    rules=("R23", "R26", "R27"),
    needs=("immigration_statuses",),
    definition="Unaccompanied children, of children looked after.",
)

placements = Mix(
    code="LAC-10",
    title="Placement type mix",
    of=facts.looked_after,
    by="placement",
    subtotals=(("foster (all)", ("foster: relative or friend", "foster: other carer")),),
    decimals=0,
    rules=("R18", "R20", "R26", "R27"),
    definition="Children looked after by the group of their placement.",
)

providers = Mix(
    code="LAC-11",
    title="Placement provider mix",
    of=facts.looked_after,
    by="provider",
    decimals=0,
    rules=("R20", "R26"),
    definition="Children looked after by who provides the placement.",
)

in_house_fostering = Percentage(
    code="LAC-11a",
    title="In-house fostering share",
    of=facts.looked_after,
    where=f"{FOSTER} and provider = 'PR1'",
    decimals=0,
    rules=("R20", "R26"),
    definition="Children with the authority's own foster carers (U1 to U6, provider PR1), of children looked after.",
)

external_fostering = Percentage(
    code="LAC-11b",
    title="External (agency) fostering share",
    of=facts.looked_after,
    where=f"{FOSTER} and provider in ('PR3', 'PR4', 'PR5')",
    decimals=0,
    rules=("R20", "R26"),
    definition="Children with agency foster carers (U1 to U6, providers PR3 to PR5), of children looked after; another "
    "authority's carers (PR2) are apart.",
)

residential = Percentage(
    code="LAC-11c",
    title="Residential share (children's homes)",
    of=facts.looked_after,
    where="placement_type = 'K2'",
    decimals=0,
    rules=("R20", "R26"),
    definition="Children in children's homes (K2), of children looked after. DfE's benchmark adds secure homes (K1).",
)

legal_statuses = Mix(
    code="LAC-12",
    title="Legal status mix",
    of=facts.looked_after,
    by="legal_status",
    decimals=0,
    rules=("R18", "R26"),
    needs=("legal_statuses",),
    definition="Children looked after by their legal status.",
)

ages = Mix(
    code="LAC-13",
    title="Ages of children looked after",
    of=facts.looked_after,
    by="age_band",
    decimals=0,
    rules=("R03", "R04"),
    definition="Children looked after by age; ask with --by for sex, ethnicity and disability.",
)

three_placements = Percentage(
    code="LAC-14",
    title="Three or more placements in the year",
    of=facts.looked_after,
    # The third-last placement ended within the twelve months (R19): then three or more lie in them.
    where="third_last_counts_until > snapshot",
    better=LOWER,
    decimals=0,
    rules=("R18", "R19", "R26", "R27"),
    definition="Children with three or more placements in the twelve months to the date, the one open at their start "
    "included, of children looked after.",
)

same_carer = Percentage(
    code="LAC-15",
    title="Same carer for two years or more",
    of=facts.looked_after,
    among="birthday_16 > snapshot and reaches_thirty_months <= snapshot",
    where="same_carer_two_years <= snapshot",
    better=HIGHER,
    decimals=0,
    rules=("R02", "R18", "R19", "R26", "R27"),
    definition="Children under 16 looked after for two and a half years or more who have had the same carer for two years, "
    "or are placed for adoption and that and the placement before it together lasted two years.",
)

reviews_on_time = Percentage(
    code="LAC-19",
    title="Looked-after reviews on time",
    of=facts.care_review_gaps,
    among="first_due_date <= snapshot",
    where="due_date > snapshot and (missed_before_counts_until is null or missed_before_counts_until <= snapshot)",
    better=HIGHER,
    decimals=0,
    rules=("R01", "R02", "R17", "R26"),
    standard="20 working days, then three months, then six months",
    standard_kind="regulations",
    definition="Children in care past their first review's due date whose every review due in the last twelve months was "
    "held in time. Meetings of one review count once; cancelled reviews do not count. Placed for adoption: within four "
    "weeks of the placement, then three months, then six; authorised and not placed: within three months, then six.",
)

visits_on_time = Percentage(
    code="LAC-21",
    title="Looked-after statutory visits on time",
    of=facts.care_visit_gaps,
    where="due_date >= snapshot",
    better=HIGHER,
    decimals=0,
    rules=("R16", "R18"),
    standard="a week, then six weeks, then six weeks or three months",
    standard_kind="regulations (regulation 28)",
    definition="Children looked after whose last visit (or the placement's start) is no longer ago than the regulations "
    "allow; more often with parents under a care order or interim care order, and when placed for adoption, until the "
    "first review. The closer intervals of regulations 19 and 24 are not applied: no return carries that flag.",
)

edge_of_care = Percentage(
    code="EDG-01",
    title="Edge of care: not looked after in the twelve months since",
    of=facts.edge_of_care,
    where="looked_after_since = 'N'",
    better=HIGHER,
    decimals=0,
    rules=("R26", "R34"),
    definition="Children whose edge-of-care intervention began twelve months before and who have not been looked after "
    "since. This is an association; it does not show what the intervention caused.",
)

edge_of_care_now = Percentage(
    code="EDG-01n",
    title="Edge of care: not looked after twelve months on",
    of=facts.edge_of_care,
    where="looked_after_now = 'N'",
    better=HIGHER,
    decimals=0,
    rules=("R26", "R34"),
    definition="Children whose edge-of-care intervention began twelve months before and who are not looked after now.",
)

searches_without_offer = Percentage(
    code="PLC-01",
    title="Placement searches without an offer by the day needed",
    of=facts.placement_searches_due,
    where="offer_date is null or offer_date > event_date",
    better=LOWER,
    rules=("R26", "R34"),
    definition="Placement searches whose needed-by date lies in the period and that had no offer by then.",
)

weekly_price = Median(
    code="PLC-01b",
    title="Weekly price of placements",
    of=facts.placement_prices,
    column="weekly_price_pence",
    per=100,
    unit="pounds a week",
    decimals=0,
    better=LOWER,
    rules=("R34",),
    definition="The middle weekly price of priced placements; ask with --by placement for each type.",
)

INDICATORS = (
    children,
    rate,
    started,
    ceased,
    unaccompanied,
    unaccompanied_share,
    placements,
    providers,
    in_house_fostering,
    external_fostering,
    residential,
    legal_statuses,
    ages,
    three_placements,
    same_carer,
    reviews_on_time,
    visits_on_time,
    edge_of_care,
    edge_of_care_now,
    searches_without_offer,
    weekly_price,
)
