"""Breakdowns of a child at a moment: the event's date, or the snapshot."""

from collections.abc import Mapping

NOT_KNOWN = "not known"

AGE_BAND = """case
    when people.child_id is null then 'not known'
    when people.date_of_birth is null and people.expected_date_of_birth is null then 'not known'
    when people.date_of_birth is null or people.date_of_birth > moment then 'unborn'
    when people.birthday_1 > moment then 'under 1'
    when people.birthday_5 > moment then '1 to 4'
    when people.birthday_10 > moment then '5 to 9'
    when people.birthday_16 > moment then '10 to 15'
    else '16 and over'
end"""

UNACCOMPANIED = "case when unaccompanied.child_id is not null then 'yes' else 'no' end"

PEOPLE_COLUMNS = (
    "child_id",
    "date_of_birth",
    "expected_date_of_birth",
    "birthday_1",
    "birthday_5",
    "birthday_10",
    "birthday_16",
    "sex",
    "ethnicity_group",
    "disability",
)
"""What the breakdowns below use of `people`."""

CHILD_DIMENSIONS: Mapping[str, str] = {
    "age_band": AGE_BAND,
    "sex": "coalesce(people.sex, 'not known')",
    "ethnicity": "coalesce(people.ethnicity_group, 'not known')",
    "disability": "coalesce(people.disability, 'not known')",
    "unaccompanied": UNACCOMPANIED,
    "team": "coalesce(allocations.team_name, 'not known')",
    "worker": "coalesce(allocations.professional_id, 'not known')",
}
"""SQL of each breakdown over the joined `people`, `allocations` and `unaccompanied`, and `moment`."""
