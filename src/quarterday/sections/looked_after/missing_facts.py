"""Facts of children who go missing."""

from quarterday.indicators import EVENT, OVERLAP, Fact, sql_beside
from quarterday.indicators.journey import periods_of_care

care_absences = Fact(
    "care_absences",
    OVERLAP,
    sql_beside(__package__ or "", "care_absences.sql"),
    needs=("missing_episodes",),
    builds_on=(periods_of_care,),
)
missing_ended = Fact("missing_ended", EVENT, sql_beside(__package__ or "", "missing_ended.sql"), needs=("missing_episodes",))
