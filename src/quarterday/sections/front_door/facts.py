"""Facts of the front door."""

from quarterday.indicators import EVENT, INTERVAL, Fact, sql_beside
from quarterday.indicators.journey import counted_referrals

SOURCE = """case
    when source in ('1A', '1B', '1C', '1D') then 'individual'
    when source = '2A' then 'schools'
    when source = '2B' then 'education services'
    when source in ('3A', '3B', '3C', '3D', '3E', '3F') then 'health services'
    when source = '4' then 'housing'
    when source in ('5A', '5B', '5C', '5D') then 'LA services'
    when source = '6' then 'police'
    when source = '7' then 'other legal agency'
    when source = '8' then 'other'
    when source = '9' then 'anonymous'
    else 'unknown'
end"""
"""DfE's groups of the source of a referral."""


def _sql(name: str) -> str:
    return sql_beside(__package__ or "", f"{name}.sql")


contacts = Fact("contacts_counted", EVENT, _sql("contacts"), needs=("contacts",), dimensions={"source": SOURCE})
referrals = Fact(
    "referrals_counted", EVENT, _sql("referrals"), builds_on=(counted_referrals,), dimensions={"source": SOURCE}
)
referral_decisions = Fact(
    "referrals_decided",
    EVENT,
    _sql("referral_decisions"),
    needs=("referral_decisions",),
    builds_on=(counted_referrals,),
    dimensions={"source": SOURCE},
)
assessment_factors = Fact(
    "factors_found",
    EVENT,
    _sql("assessment_factors"),
    needs=("assessments", "assessment_factors"),
    dimensions={"factor": "factor"},
)
early_help_started = Fact("early_help_started", EVENT, _sql("early_help_started"), needs=("early_help_episodes",))
early_help_open = Fact("early_help_open", INTERVAL, _sql("early_help_open"), needs=("early_help_episodes",))
threshold_audits = Fact(
    "threshold_audits",
    EVENT,
    _sql("threshold_audits"),
    needs=("audits",),
    dimensions={"auditor_agency": "coalesce(auditor_agency, 'not known')", "source": SOURCE},
)
decision_reviews = Fact(
    "decisions_reviewed",
    EVENT,
    _sql("decision_reviews"),
    needs=("decision_reviews",),
    dimensions={"team": "team_name"},
)
