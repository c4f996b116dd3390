"""Episodes of need: how many are open, start and end, for how long, for what, and led by whom."""

from quarterday.indicators import LOWER, Count, Mix, Percentage, Rate
from quarterday.indicators.duration_bands import DURATION_BANDS
from quarterday.sections.children_in_need import facts

NEED = "Left out are referrals with no further action, and episodes closed after assessment as not in need (RC8, RC9)."

episodes = Count(
    code="CIN-01",
    title="Children in need (all open episodes)",
    of=facts.open_episodes,
    rules=("R03", "R04", "R08", "R12"),
    definition="Episodes of need open at the end of the day: all of them, protection plans and children looked after "
    "included. An episode that will be closed as not in need counts until it is closed.",
    note="Wider than child in need plans (CIN-09): say which is meant (R37).",
)

episode_rate = Rate(
    code="CIN-02",
    title="Children in need rate per 10,000",
    of=facts.open_episodes,
    rules=("R08", "R28", "R29"),
    definition="Episodes of need open at the end of the day, per 10,000 children aged 0 to 17.",
    note="The population is the mid-year estimate of the year before (R28).",
)

episodes_started = Count(
    code="CIN-03",
    title="Episodes of need started",
    of=facts.episodes_started,
    rules=("R03", "R05", "R06", "R08", "R42"),
    definition=f"Episodes of need that started in the period. {NEED} Referrals less those with no further action (REF-04) "
    "and those assessed as not in need (REF-05), exactly.",
)

episodes_ended = Count(
    code="CIN-04",
    title="Episodes of need ended",
    of=facts.episodes_ended,
    rules=("R03", "R05", "R08", "R12"),
    definition=f"Episodes of need that were closed in the period. {NEED}",
)

children_at_any_point = Count(
    code="CIN-05",
    title="Children in need at any point",
    of=facts.episodes_of_need,
    distinct="child_id",
    rules=("R03", "R05", "R06", "R08", "R42"),
    definition=f"Distinct children with an episode of need on any day of the period. {NEED} In a breakdown a child stands "
    "where it was on the first such day.",
    note="CIN-01 counts an episode that will be closed as not in need until it is closed; this one never does.",
)

open_two_years = Percentage(
    code="CIN-06",
    title="Children in need for two years or more",
    of=facts.open_episodes,
    where="reaches_24_months <= snapshot",
    rules=("R02", "R12", "R26"),
    definition="Open episodes of need whose referral plus 24 calendar months has been reached, of episodes open.",
)

episodes_by_duration = Mix(
    code="CIN-06d",
    title="Children in need by duration of the open episode",
    of=facts.open_episodes,
    by="episode_duration",
    in_order=DURATION_BANDS,
    rules=("R02", "R12", "R26"),
    definition="Open episodes of need by the time since the referral, in DfE's bands.",
)

episodes_by_need = Mix(
    code="CIN-07",
    title="Children in need by primary need",
    of=facts.open_episodes,
    by="primary_need",
    rules=("R08", "R12", "R25", "R26"),
    definition="Open episodes of need by their primary need; one without a code is not stated.",
)

recorded_disability = Percentage(
    code="CIN-08",
    title="Children in need with a recorded disability",
    of=facts.open_episodes,
    where="recorded_disability = 'yes'",
    rules=("R12", "R25", "R26"),
    needs=("disabilities",),
    definition="Open episodes of children with a disability on record other than none, of episodes open; a child without "
    "any entry counts as without.",
    note="Disabilities carry no dates: as known at the submission.",
)

without_lead_practitioner = Count(
    code="CIN-19",
    title="Children in need without an allocated lead practitioner",
    of=facts.without_lead_practitioner,
    distinct="child_id",
    better=LOWER,
    rules=("R08", "R12", "R41"),
    standard="none",
    standard_kind="local",
    definition="Distinct children with an open episode of need and nobody allocated to lead it: an open involvement in a "
    "role of allocation, of a registered social worker while the framework in force is older than Working Together 2023.",
    note="The framework with its dates and the roles of allocation are settings (R41).",
)

EPISODE_INDICATORS = (
    episodes,
    episode_rate,
    episodes_started,
    episodes_ended,
    children_at_any_point,
    open_two_years,
    episodes_by_duration,
    episodes_by_need,
    recorded_disability,
    without_lead_practitioner,
)
