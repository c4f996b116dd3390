"""Facts of timely response: assessments."""

from quarterday.indicators import EVENT, INTERVAL, Fact, sql_beside
from quarterday.indicators.journey import people

DAYS_OVER = """case
    when working_days = 46 then '1 day over'
    when working_days = 47 then '2 days over'
    when working_days <= 50 then '3 to 5 days over'
    when working_days <= 60 then '6 to 15 days over'
    else '16 days or more over'
end"""

BAND = """case
    when working_days is null or working_days < 0 then 'not known'
    when working_days = 0 then 'same day'
    when working_days <= 10 then '1 to 10 days'
    when working_days <= 20 then '11 to 20 days'
    when working_days <= 30 then '21 to 30 days'
    when working_days <= 40 then '31 to 40 days'
    when working_days <= 45 then '41 to 45 days'
    when working_days <= 50 then '46 to 50 days'
    when working_days <= 60 then '51 to 60 days'
    else '61 days or more'
end"""
"""DfE's bands of duration."""

DURATIONS = (
    "same day",
    "1 to 10 days",
    "11 to 20 days",
    "21 to 30 days",
    "31 to 40 days",
    "41 to 45 days",
    "46 to 50 days",
    "51 to 60 days",
    "61 days or more",
    "not known",
)
"""The bands in their order."""

assessments_authorised = Fact(
    "assessments_authorised",
    EVENT,
    sql_beside(__package__ or "", "assessments_authorised.sql"),
    needs=("assessments",),
    builds_on=(people,),
    dimensions={"days_over": DAYS_OVER, "duration": BAND},
)

assessments_open = Fact(
    "assessments_open", INTERVAL, sql_beside(__package__ or "", "assessments_open.sql"), needs=("assessments",)
)
