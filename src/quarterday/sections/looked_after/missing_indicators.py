"""Children who go missing, and the interviews on their return (beside report section 2.5)."""

from quarterday.indicators import HIGHER, LOWER, Percentage
from quarterday.sections.looked_after import missing_facts as facts

# The child's last stretch of care in the period: each child once.
LAST_STRETCH = "next_from_date is null or next_from_date > period_end"
OF_ANY_POINT = "of children looked after at any point in the period, those who ceased on its first day included"

went_missing = Percentage(
    code="MIS-01",
    title="Children looked after who went missing",
    of=facts.care_absences,
    among=LAST_STRETCH,
    where="last_missing_date >= period_start",
    better=LOWER,
    decimals=0,
    rules=("R05", "R18", "R26"),
    definition=f"Children who went missing at least once in the period while looked after, {OF_ANY_POINT}.",
    note="Counted where the time missing began in the period. A time of no recorded type is neither missing nor away.",
)

went_away = Percentage(
    code="MIS-02",
    title="Children looked after who were away without authorisation",
    of=facts.care_absences,
    among=LAST_STRETCH,
    where="last_away_date >= period_start",
    better=LOWER,
    decimals=0,
    rules=("R05", "R18", "R26"),
    definition="Children who were away from their placement without authorisation at least once in the period while looked "
    f"after, {OF_ANY_POINT}.",
    note="Counted where the time away began in the period.",
)

_OF_ENDED = "of times missing, of children looked after or not, that ended in the period"

interview_offered = Percentage(
    code="MIS-03",
    title="Return interviews offered",
    of=facts.missing_ended,
    where="return_interview_offered = 'Y'",
    better=HIGHER,
    rules=("R26", "R32"),
    standard="every child who returns",
    standard_kind="statutory guidance",
    definition=f"Times missing after which a return interview was offered, {_OF_ENDED}.",
    note="A blank answer, or one of not applicable, stays in the denominator.",
)

interview_accepted = Percentage(
    code="MIS-03a",
    title="Return interviews accepted",
    of=facts.missing_ended,
    where="return_interview_accepted = 'Y'",
    better=HIGHER,
    rules=("R26", "R32"),
    definition=f"Times missing after which a return interview was accepted, {_OF_ENDED}.",
    note="A blank answer, or one of not applicable, stays in the denominator.",
)

interview_in_time = Percentage(
    code="MIS-03h",
    title="Return interviews held within 72 hours",
    of=facts.missing_ended,
    where="interview_date <= interview_due_date",
    better=HIGHER,
    rules=("R26", "R34"),
    standard="72 hours",
    standard_kind="statutory guidance",
    needs=("return_interviews",),
    definition=f"Times missing after which a return interview was held within 72 hours, {_OF_ENDED}.",
    note="The Standard Safeguarding Dataset has no date of the interview: without the local table return_interviews this is "
    "not computable. Records have days and no hours: 72 hours are three days.",
)

MISSING_INDICATORS = (went_missing, went_away, interview_offered, interview_accepted, interview_in_time)
