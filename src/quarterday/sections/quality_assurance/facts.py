"""Facts of quality assurance."""

from quarterday.indicators import EVENT, INTERVAL, Fact, sql_beside
from quarterday.indicators.journey import deadlines

_TEAM = {"team": "team_name"}
_AUDIT = {**_TEAM, "audit_type": "coalesce(audit_type, 'not known')", "domain": "coalesce(domain, 'not known')"}


def _event(name: str, table: str, dimensions: dict[str, str], *, about_child: bool = False) -> Fact:
    sql = sql_beside(__package__ or "", f"{name}.sql")
    return Fact(name, EVENT, sql, needs=(table,), dimensions=dimensions, about_child=about_child)


audits_due = _event("audits_due", "audits", _AUDIT)
audits_graded = _event("audits_graded", "audits", {**_AUDIT, "grade": "grade"})
actions_due = _event("actions_due", "actions", _TEAM)
actions_completed = _event("actions_completed", "actions", _TEAM)
reviews_held = _event("reviews_held", "review_records", {"review_type": "review_type"}, about_child=True)
visits_sampled = _event("visits_sampled", "visit_reviews", _TEAM, about_child=True)
oversight = _event(
    "oversight",
    "oversight_events",
    {"event_type": "coalesce(event_type, 'not known')", "level": "coalesce(level, 'not known')"},
)
themes_raised = _event("themes_raised", "audit_themes", {"theme": "theme"})
actions_open = Fact(
    "actions_open",
    INTERVAL,
    sql_beside(__package__ or "", "actions_open.sql"),
    needs=("actions",),
    dimensions=_TEAM,
    about_child=False,
)
judgements = Fact(
    "judgements",
    INTERVAL,
    sql_beside(__package__ or "", "judgements.sql"),
    needs=("inspection_judgements",),
    dimensions={"domain": "coalesce(domain, 'not known')", "judgement": "coalesce(judgement, 'not known')"},
    about_child=False,
)
supervised = Fact(
    "supervised",
    INTERVAL,
    sql_beside(__package__ or "", "supervised.sql"),
    needs=("supervisions", "employments"),
    builds_on=(deadlines,),
    dimensions=_TEAM,
    about_child=False,
)
record_rows = Fact(
    "record_rows",
    INTERVAL,
    sql_beside(__package__ or "", "record_rows.sql"),
    dimensions={"record_table": "record_table"},
    about_child=False,
    supplied=("failing_rows",),
)
