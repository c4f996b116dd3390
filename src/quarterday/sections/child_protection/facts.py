"""Facts of child protection: what the indicators of this section count."""

from quarterday.indicators import INTERVAL, Fact, sql_beside
from quarterday.indicators.journey import protection_plans

CATEGORY = """case latest_category
    when 'NEG' then 'neglect'
    when 'PHY' then 'physical abuse'
    when 'SAB' then 'sexual abuse'
    when 'EMO' then 'emotional abuse'
    when 'MUL' then 'multiple'
    else 'not known'
end"""

open_plans = Fact(
    "open_plans",
    INTERVAL,
    sql_beside(__package__, "open_plans.sql"),
    builds_on=(protection_plans,),
    dimensions={"category": CATEGORY},
)
