"""Health, wellbeing and conduct of children looked after for a year or more (report section 2.5)."""

from quarterday.indicators import HIGHER, LOWER, Percentage, Ratio
from quarterday.sections.looked_after import facts

# Start + twelve calendar months, clamped (R02): the day itself counts. Short breaks end a period of care (R18, R22).
A_YEAR = "reaches_twelve_months <= snapshot"
A_YEAR_AT_10 = f"{A_YEAR} and birthday_10 <= snapshot"
OF_A_YEAR = "of children looked after without a break for twelve months or more"
THE_YEAR = "The year is the twelve months to the date: at 31 March, as DfE publishes it."

health_assessments = Percentage(
    code="LAC-25",
    title="Health assessments up to date",
    of=facts.care_health,
    among=A_YEAR,
    # From five one assessment a year; before, two (on different days): the one before the last lies in the year as well.
    where="last_assessment_date > snapshot_minus_12_months "
    "and (birthday_5 <= snapshot or assessment_before_date > snapshot_minus_12_months)",
    better=HIGHER,
    decimals=0,
    history_months=12,
    rules=("R18", "R22", "R26"),
    standard="two a year under five, one a year from five",
    standard_kind="regulations (regulation 7)",
    needs=("health_checks",),
    definition="Children with a completed health assessment in the last twelve months (two, where they are under five at "
    f"the date), {OF_A_YEAR}.",
    note=f"{THE_YEAR} A child without a date of birth needs two.",
)

dental_checks = Percentage(
    code="LAC-26",
    title="Dental checks up to date",
    of=facts.care_health,
    among=A_YEAR,
    where="last_dental_date > snapshot_minus_12_months",
    better=HIGHER,
    decimals=0,
    history_months=12,
    rules=("R18", "R22", "R26"),
    standard="once a year",
    standard_kind="statutory guidance",
    needs=("health_checks",),
    definition=f"Children whose teeth were checked in the last twelve months, {OF_A_YEAR}.",
    note=THE_YEAR,
)

immunisations = Percentage(
    code="LAC-27",
    title="Immunisations up to date",
    of=facts.care_health,
    among=A_YEAR,
    where="immunised = 'Y'",
    better=HIGHER,
    only_at_extract=True,
    decimals=0,
    rules=("R18", "R22", "R26"),
    needs=("immunisations",),
    definition=f"Children whose immunisations are recorded as up to date, {OF_A_YEAR}.",
    note="The dataset keeps a child's latest status only, so this is computable at the date of the extract alone. A child "
    "without a status stays in the denominator.",
)

questionnaire_score = Ratio(
    code="LAC-28",
    title="Strengths and difficulties: average score",
    of=facts.care_health,
    among=f"{A_YEAR} and birthday_5 <= snapshot and birthday_17 > snapshot and last_score_date > snapshot_minus_12_months",
    numerator="score",
    denominator="1",
    unit="mean score",
    better=LOWER,
    history_months=12,
    rules=("R18", "R22", "R26"),
    standard="0 to 13 normal, 14 to 16 borderline, 17 and over a cause for concern",
    standard_kind="bands of the questionnaire",
    needs=("strengths_and_difficulties_scores",),
    definition=f"Mean of the latest score in the last twelve months, {OF_A_YEAR} who are aged 5 to 16 and have one.",
    note=f"{THE_YEAR} Ages are those of DfE's label (its return asks for 4 to 16). Ask with --by band for the bands.",
)

convicted = Percentage(
    code="LAC-29",
    title="Convicted or cautioned in the year",
    of=facts.care_health,
    among=A_YEAR_AT_10,
    where="last_conviction_date > snapshot_minus_12_months",
    better=LOWER,
    decimals=0,
    history_months=12,
    rules=("R18", "R22", "R25", "R26"),
    needs=("convictions",),
    definition=f"Children convicted or cautioned in the last twelve months (by the date of the offence), {OF_A_YEAR} who "
    "are aged 10 or over.",
    note=THE_YEAR,
)

substance_misuse = Percentage(
    code="LAC-30",
    title="Substance misuse identified in the year",
    of=facts.care_health,
    among=A_YEAR,
    where="last_misuse_date > snapshot_minus_12_months",
    better=LOWER,
    decimals=0,
    history_months=12,
    rules=("R18", "R22", "R25", "R26"),
    needs=("substance_misuse",),
    definition=f"Children for whom substance misuse was identified in the last twelve months, {OF_A_YEAR}.",
    note=THE_YEAR,
)

HEALTH_INDICATORS = (
    health_assessments,
    dental_checks,
    immunisations,
    questionnaire_score,
    convicted,
    substance_misuse,
)
