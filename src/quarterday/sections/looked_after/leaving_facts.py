"""Facts of care leavers."""

from dataclasses import replace

from quarterday.indicators import EVENT, GROUND, INTERVAL, Fact, sql_beside
from quarterday.indicators.journey import people, periods_of_care

AGE = """case
    when birthday_17 is null then 'not known'
    when birthday_17 > moment then '16'
    when birthday_19 > moment then '17 and 18'
    when birthday_22 > moment then '19 to 21'
    else '22 and over'
end"""
"""Ages as DfE publishes them."""

AGE_REACHED = "case when age <= 18 then '17 and 18' else '19 to 21' end"

_OF_ALL = {
    "eligibility": "coalesce(eligibility, 'not known')",
    "personal_adviser": "coalesce(personal_adviser_id, 'not known')",
}

care_where_recorded = replace(periods_of_care, needs=())
"""Periods of care, where the records have them: care leavers are on a list of their own, and Annex A has it alone."""

leavers = Fact(
    "leavers",
    GROUND,
    sql_beside(__package__ or "", "leavers.sql"),
    needs=("care_leavers", "children"),
    builds_on=(people, care_where_recorded),
)
leavers_open = Fact(
    "leavers_open",
    INTERVAL,
    sql_beside(__package__ or "", "leavers_open.sql"),
    builds_on=(leavers,),
    dimensions={"leaver_age": AGE, **_OF_ALL},
)
leaver_birthdays = Fact(
    "leaver_birthdays",
    EVENT,
    sql_beside(__package__ or "", "leaver_birthdays.sql"),
    builds_on=(leavers, care_where_recorded),
    dimensions={"leaver_age": AGE_REACHED, **_OF_ALL},
)
