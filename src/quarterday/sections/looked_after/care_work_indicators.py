"""The work with looked-after children: their part in reviews, being seen alone, plans and workers (report section 2.5)."""

from quarterday.indicators import HIGHER, LOWER, Percentage
from quarterday.sections.looked_after import facts

took_part = Percentage(
    code="LAC-20",
    title="Child took part in the review",
    of=facts.care_reviews_held,
    among="birthday_4 <= event_date",
    where="took_part = 'Y'",
    better=HIGHER,
    rules=("R17", "R18", "R26"),
    definition="Reviews of children aged 4 and over held in the period in which the child took part (PN1, PN2, PN3, PN5 or "
    "PN6). A child who attends and contributes nothing (PN4) does not. Meetings with one due date are one review, on the "
    "day of the first; cancelled ones are none.",
    note="A review without a code of participation stays in the denominator; a child without a date of birth is left out.",
)

seen_alone = Percentage(
    code="LAC-22",
    title="Child seen alone at the last visit",
    of=facts.care_visits,
    where="seen_alone = 'Y'",
    better=HIGHER,
    rules=("R18", "R26"),
    standard="the child is spoken to alone, unless not appropriate",
    standard_kind="regulations (regulation 29)",
    definition="Looked-after children who were seen alone at the last visit of this period of care at which they were "
    "seen, of those who have had such a visit.",
    note="A visit that does not say whether the child was seen alone stays in the denominator. Ask with --by age_band: "
    "babies are seldom seen alone.",
)

care_plan_in_force = Percentage(
    code="LAC-23",
    title="Current care plan",
    of=facts.care_plan_stretches,
    where="planned = 'Y'",
    better=HIGHER,
    rules=("R12", "R18", "R26"),
    standard="every looked-after child has a care plan",
    standard_kind="statutory guidance",
    definition="Looked-after children with a care plan open at the end of the day, of children looked after.",
)

permanence_planned = Percentage(
    code="LAC-23p",
    title="Plan for permanence by the second review",
    of=facts.second_reviews,
    where="permanence_planned = 'Y'",
    better=HIGHER,
    rules=("R12", "R17", "R18", "R26"),
    standard="by the second review",
    standard_kind="statutory guidance",
    definition="Looked-after children of whom a care plan in force at the end of the day of the second review named an aim "
    "of permanence, of those who have had a second review in this period of care.",
)

three_social_workers = Percentage(
    code="LAC-24",
    title="Three or more social workers in the year",
    of=facts.care_workers,
    where="third_last_held_until > snapshot_minus_12_months",
    better=LOWER,
    history_months=12,
    rules=("R18", "R26", "R40"),
    definition="Looked-after children with three or more allocated social workers (workers with a registration number) in "
    "the twelve months to the date, the one at their start included, of children looked after. A worker who returns is "
    "counted once; workers from before the child was looked after count.",
)

CARE_WORK_INDICATORS = (took_part, seen_alone, care_plan_in_force, permanence_planned, three_social_workers)
