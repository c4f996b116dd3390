"""Caseloads and the workforce (report section 2.6)."""

from quarterday.indicators import HIGHER, LOWER, Count, FromPeak, Median, Mix, Percentage, Ratio
from quarterday.sections.caseloads import facts
from quarterday.sections.caseloads.workforce_indicators import WORKFORCE_INDICATORS

HOLDERS = "cases > 0"
NAMED_TEAMS = "assessment and safeguarding"

caseload = Ratio(
    code="WRK-01",
    title="Average caseload per social worker (DfE)",
    of=facts.worker_caseloads,
    among=HOLDERS,
    numerator="cases",
    denominator="full_time_hundredths",
    scale=100,
    unit="cases per full-time worker",
    better=LOWER,
    rules=("R12", "R24", "R26", "R27"),
    definition="Cases held by social workers with at least one case, agency workers included, over the full-time "
    "equivalents of those workers. A child counts once for each allocated worker; siblings count each.",
    note="DfE also counts carers allocated for fostering or adoption, which no child record shows (R24). The denominator "
    "is kept in hundredths of full time.",
)

caseload_per_head = Ratio(
    code="WRK-02",
    title="Average caseload per head",
    of=facts.worker_caseloads,
    among=HOLDERS,
    numerator="cases",
    denominator="1",
    unit="cases per worker",
    better=LOWER,
    rules=("R24",),
    definition="Cases held by social workers with at least one case, over the number of those workers.",
)

caseload_in_named_teams = Ratio(
    code="WRK-13",
    title="Average caseload in the assessment and safeguarding teams",
    of=facts.worker_caseloads,
    among=f"{HOLDERS} and team_type = '{NAMED_TEAMS}'",
    numerator="cases",
    denominator="full_time_hundredths",
    scale=100,
    unit="cases per full-time worker",
    better=LOWER,
    rules=("R24",),
    definition=f"As WRK-01, for social workers of teams whose type in the settings is '{NAMED_TEAMS}'.",
    note="Not comparable with WRK-01: other teams, such as those of looked-after children, are left out.",
)

distribution = Mix(
    code="WRK-03",
    title="Caseload distribution",
    of=facts.worker_caseloads,
    among=HOLDERS,
    by="caseload",
    in_order=("01 to 10", "11 to 15", "16 to 20", "21 to 25", "26 to 30", "31 and over"),
    rules=("R24",),
    definition="Social workers with at least one case, by the number of cases they hold.",
)

median_caseload = Median(
    code="WRK-03m",
    title="Median caseload",
    of=facts.worker_caseloads,
    among=HOLDERS,
    column="cases",
    unit="cases",
    decimals=0,
    better=LOWER,
    rules=("R24",),
    definition="The middle number of cases of social workers with at least one case.",
)

above_threshold = Percentage(
    code="WRK-04",
    title="Workers above the caseload threshold",
    of=facts.worker_caseloads,
    among=HOLDERS,
    where="cases * 100 > threshold * full_time_hundredths",
    better=LOWER,
    rules=("R24",),
    standard="20 cases for a full-time worker, 16 if newly qualified, unless the settings say otherwise",
    standard_kind="local",
    definition="Social workers with more cases than the threshold for their working time, of those with any case.",
)

change_from_peak = FromPeak(
    code="WRK-10",
    title="Change in average caseload from its peak",
    of=facts.worker_caseloads,
    series=caseload,
    unit="cases per full-time worker",
    better=LOWER,
    rules=("R24",),
    definition="WRK-01 at the date less its greatest value at any month's end of the last six years.",
)

change_from_peak_named = FromPeak(
    code="WRK-10n",
    title="Change in average caseload of the named teams from its peak",
    of=facts.worker_caseloads,
    series=caseload_in_named_teams,
    unit="cases per full-time worker",
    better=LOWER,
    rules=("R24",),
    definition="WRK-13 at the date less its greatest value at any month's end of the last six years, or an earlier value "
    "from before the records (with its source).",
)

scrutiny_on_schedule = Percentage(
    code="WRK-11",
    title="Caseload scrutiny held on schedule",
    of=facts.scrutiny,
    where="held_date <= in_time_to",
    better=HIGHER,
    rules=("R34",),
    standard="weekly by senior managers, every two weeks by the Director",
    standard_kind="local (the brief)",
    definition="Scheduled scrutinies of caseloads held no later than five days after the day, of those scheduled.",
)

without_social_worker = Count(
    code="CIN-20",
    title="Children on a protection plan or looked after without a social worker",
    of=facts.without_social_worker,
    distinct="child_id",
    better=LOWER,
    rules=("R12",),
    standard="none",
    standard_kind="local",
    definition="Children on an own protection plan or looked after at the end of the day with whom no registered social "
    "worker is involved.",
)

INDICATORS = (
    caseload,
    caseload_per_head,
    caseload_in_named_teams,
    distribution,
    median_caseload,
    above_threshold,
    *WORKFORCE_INDICATORS,
    change_from_peak,
    change_from_peak_named,
    scrutiny_on_schedule,
    without_social_worker,
)
