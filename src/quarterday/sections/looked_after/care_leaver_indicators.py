"""Care leavers: who they are, in touch, where they live and what they do (beside report section 2.5)."""

from quarterday.indicators import HIGHER, LOWER, Count, Percentage
from quarterday.sections.looked_after import leaving_facts as facts

# Died, or returned home for six months or more: no longer counted (R22). A blank answer is not known, and stays.
STILL_COUNTED = "coalesce(in_touch, '') not in ('DIED', 'RHOM')"
# Abroad, deported, residence not known: left out of accommodation only (R22).
PLACE_KNOWN = "coalesce(accommodation, '') not in ('G', 'H', 'R')"
AT_17_AND_18 = "age in (17, 18)"
AT_19_TO_21 = "age in (19, 20, 21)"
ACTIVE = "activity in ('F1', 'P1', 'F2', 'P2', 'F3', 'P3', 'F4', 'P4', 'F5', 'P5')"
WHO = "care leavers whose {ages} birthday lies in the period"
LESS = "those who died or returned home for six months or more are left out"
UNDATED = (
    "The list has no dates: answers are as known at the submission. They are wanted of the time from three months before to "
    "one month after the birthday."
)

leavers_open = Count(
    code="CLV-01",
    title="Care leavers",
    of=facts.leavers_open,
    among=STILL_COUNTED,
    rules=("R12", "R18", "R22"),
    definition="Young people recorded as relevant or former relevant (where nothing is recorded, looked after for 13 weeks "
    "since the 14th birthday and for some of it after the 16th) who have left care, from the day they last left to the 25th "
    f"birthday; {LESS}.",
    note="The list has no dates: who is on it, and as what, is as known at the submission.",
)

in_touch = Percentage(
    code="CLV-02",
    title="Authority in touch with care leavers",
    of=facts.leaver_birthdays,
    among=STILL_COUNTED,
    where="in_touch = 'YES'",
    better=HIGHER,
    decimals=0,
    rules=("R18", "R22", "R26"),
    definition=f"Of {WHO.format(ages='17th to 21st')}, those with whom the authority is in touch; {LESS}.",
    note=UNDATED,
)

not_in_touch = Percentage(
    code="CLV-02n",
    title="Authority not in touch with care leavers",
    of=facts.leaver_birthdays,
    among=STILL_COUNTED,
    where="in_touch = 'NO'",
    better=LOWER,
    decimals=0,
    rules=("R18", "R22", "R26"),
    definition=f"Of {WHO.format(ages='17th to 21st')}, those with whom the authority is not in touch; who refuses contact "
    f"or no longer needs the service is neither, and {LESS}.",
    note=f"As LAIT publishes it. {UNDATED}",
)


def _suitable(code: str, ages: str, among: str) -> Percentage:
    return Percentage(
        code=code,
        title=f"Care leavers in suitable accommodation ({ages})",
        of=facts.leaver_birthdays,
        among=f"{among} and {STILL_COUNTED} and {PLACE_KNOWN}",
        where="accommodation_suitability = '1'",
        better=HIGHER,
        decimals=0,
        rules=("R18", "R22", "R26"),
        definition=f"Of {WHO.format(ages=ages)}, those whose accommodation is judged suitable; {LESS}, as are those abroad, "
        "deported, or whose residence is recorded as not known.",
        note=f"Where nothing is recorded, the young person stays in the denominator. {UNDATED}",
    )


def _active(code: str, ages: str, among: str) -> Percentage:
    return Percentage(
        code=code,
        title=f"Care leavers in education, employment or training ({ages})",
        of=facts.leaver_birthdays,
        among=f"{among} and {STILL_COUNTED}",
        where=ACTIVE,
        better=HIGHER,
        decimals=0,
        rules=("R18", "R22", "R26"),
        definition=f"Of {WHO.format(ages=ages)}, those in education, employment or training, full time or part time (F1 to "
        f"F5, P1 to P5); {LESS}.",
        note=f"Who is not in touch, or whose activity is not recorded, stays in the denominator. {UNDATED}",
    )


suitable_at_19_to_21 = _suitable("CLV-03", "19th to 21st", AT_19_TO_21)
suitable_at_17_and_18 = _suitable("CLV-03a", "17th or 18th", AT_17_AND_18)
active_at_19_to_21 = _active("CLV-04", "19th to 21st", AT_19_TO_21)
active_at_17_and_18 = _active("CLV-04a", "17th or 18th", AT_17_AND_18)

pathway_plans = Percentage(
    code="CLV-05",
    title="Pathway plan reviewed in six months",
    of=facts.leavers_open,
    among=STILL_COUNTED,
    # Review + six calendar months, clamped (R02): the day itself is in time.
    where="pathway_plan_review_date <= snapshot and pathway_plan_due_date >= snapshot",
    better=HIGHER,
    only_at_extract=True,
    rules=("R02", "R18", "R22", "R26"),
    standard="six months",
    standard_kind="regulations (Care Leavers Regulations 2010, regulation 7)",
    definition="Care leavers (CLV-01) whose pathway plan began or was last reviewed six months or less before the date.",
    note="The list keeps the latest review only, so this is computable at the date of the extract alone.",
)

staying_put = Percentage(
    code="CLV-06",
    title="Staying put with former foster carers",
    of=facts.leaver_birthdays,
    among=f"age in (18, 19, 20) and left_foster_carer_at_18 = 'Y' and {STILL_COUNTED}",
    where="accommodation = 'Z'",
    better=HIGHER,
    decimals=0,
    rules=("R04", "R18", "R22", "R26"),
    needs=("looked_after_episodes", "placements"),
    definition=f"Of {WHO.format(ages='18th to 20th')} and who left care from a foster carer on their 18th, those who live "
    f"with former foster carers; {LESS}.",
    note=UNDATED,
)

CARE_LEAVER_INDICATORS = (
    leavers_open,
    in_touch,
    not_in_touch,
    suitable_at_19_to_21,
    suitable_at_17_and_18,
    active_at_19_to_21,
    active_at_17_and_18,
    pathway_plans,
    staying_put,
)
