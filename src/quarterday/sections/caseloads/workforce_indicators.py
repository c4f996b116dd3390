"""The workforce: vacancies, agency workers, turnover, sickness."""

from quarterday.indicators import LOWER, Ratio, Total
from quarterday.sections.caseloads import facts

vacancy_rate = Ratio(
    code="WRK-05",
    title="Vacancy rate",
    of=facts.posts,
    numerator="vacant_hundredths",
    denominator="full_time_hundredths",
    scale=100,
    unit="%",
    better=LOWER,
    rules=("R27", "R34"),
    definition="Vacant posts, those that agency workers cover included, over all posts, in full-time equivalents.",
)

agency_rate = Ratio(
    code="WRK-06",
    title="Agency worker rate",
    of=facts.workforce,
    among="standing <> 'left'",
    numerator="agency_hundredths",
    denominator="full_time_hundredths",
    scale=100,
    unit="%",
    better=LOWER,
    rules=("R27", "R34"),
    definition="Agency social workers over all social workers here, in full-time equivalents.",
)

turnover_rate = Ratio(
    code="WRK-07",
    title="Turnover rate",
    of=facts.workforce,
    numerator="left_hundredths",
    denominator="in_post_hundredths",
    scale=100,
    unit="%",
    better=LOWER,
    history_months=12,
    rules=("R27", "R34"),
    definition="Employed social workers who left in the twelve months to the date, over those in post at it, in full-time "
    "equivalents. A worker who is employed again within five days goes on and has not left.",
)

in_post = Total(
    code="WRK-08",
    title="Social workers in post",
    of=facts.workforce,
    amount="in_post_hundredths",
    per=100,
    unit="full-time equivalents",
    rules=("R27", "R34"),
    definition="Employed social workers at the date, in full-time equivalents; agency workers are left out.",
)

sickness_rate = Ratio(
    code="WRK-09",
    title="Sickness absence rate",
    of=facts.sickness,
    numerator="lost_hundredths",
    # In post at the period's end; a row of a day lost has none.
    denominator="case when to_date is null or to_date > period_end then in_post_hundredths * 253 else 0 end",
    scale=100,
    unit="%",
    better=LOWER,
    rules=("R26", "R27", "R34"),
    definition="Working days that employed social workers lost to sickness in the period, over those in post at its end "
    "times the 253 working days of a year, both in full-time equivalents.",
    note="DfE's measure is of twelve months to 30 September: over a shorter period the rate is lower, as the year's days "
    "stay its measure. Needs a local table of absences (R34).",
)

vacancies_covered = Ratio(
    code="WRK-12",
    title="Vacancies covered by agency workers",
    of=facts.posts,
    numerator="covered_hundredths",
    denominator="vacant_hundredths",
    scale=100,
    unit="%",
    rules=("R26", "R27", "R34"),
    definition="Vacant posts that an agency worker covers, over all vacant posts, in full-time equivalents.",
)

WORKFORCE_INDICATORS = (
    vacancy_rate,
    agency_rate,
    turnover_rate,
    in_post,
    sickness_rate,
    vacancies_covered,
)
