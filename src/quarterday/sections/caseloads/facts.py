"""Facts of caseloads and the workforce."""

from quarterday.indicators import EVENT, GROUND, INTERVAL, OVERLAP, Fact, sql_beside
from quarterday.indicators.journey import periods_of_care, protection_plans

CASELOAD_BAND = """case
    when cases <= 10 then '01 to 10'
    when cases <= 15 then '11 to 15'
    when cases <= 20 then '16 to 20'
    when cases <= 25 then '21 to 25'
    when cases <= 30 then '26 to 30'
    else '31 and over'
end"""

TEAM = {"team": "team_name"}


def _sql(name: str) -> str:
    return sql_beside(__package__ or "", f"{name}.sql")


allocated_cases = Fact(
    "allocated_cases", GROUND, _sql("allocated_cases"), needs=("involvements", "professionals"), about_child=False
)
worker_caseloads = Fact(
    "worker_caseloads",
    INTERVAL,
    _sql("worker_caseloads"),
    builds_on=(allocated_cases,),
    dimensions={
        **TEAM,
        "worker": "professional_id",
        "team_type": "team_type",
        "caseload": CASELOAD_BAND,
    },
    about_child=False,
)
posts = Fact("posts", INTERVAL, _sql("posts"), needs=("establishment",), dimensions=TEAM, about_child=False)
workforce = Fact(
    "workforce",
    INTERVAL,
    _sql("workforce"),
    needs=("employments",),
    dimensions={**TEAM, "standing": "standing", "role": "role"},
    about_child=False,
)
sickness = Fact(
    "sickness",
    OVERLAP,
    _sql("sickness"),
    needs=("employments", "sickness_absences"),
    dimensions=TEAM,
    about_child=False,
)
scrutiny = Fact(
    "scrutiny",
    EVENT,
    _sql("scrutiny"),
    needs=("oversight_events",),
    dimensions={"level": "coalesce(level, 'not known')"},
    about_child=False,
)
without_social_worker = Fact(
    "without_social_worker",
    INTERVAL,
    _sql("without_social_worker"),
    needs=("involvements", "professionals"),
    builds_on=(protection_plans, periods_of_care),
    dimensions={"reason": "reason"},
)
