"""The teams of the example: their names, their types, and how many social workers' posts each has."""

ASSESSMENT_AND_SAFEGUARDING = "assessment and safeguarding"
TEAMS = (
    ("Children's Reception Team", "front door", 14),
    ("Children's Assessment and Safeguarding Team North", ASSESSMENT_AND_SAFEGUARDING, 14),
    ("Children's Assessment and Safeguarding Team Central", ASSESSMENT_AND_SAFEGUARDING, 14),
    ("Children's Assessment and Safeguarding Team South", ASSESSMENT_AND_SAFEGUARDING, 14),
    ("Disabled Children's Team", "disability", 6),
    ("Looked After Children Team", "looked after", 18),
    ("Family Support Service", "family support", 8),
    ("Resilience Around Families Team", "edge of care", 0),
    ("Fostering and Adoption Service", "fostering", 16),
    ("Safeguarding and Reviewing Service", "reviewing", 15),
)
"""For an authority of 24,000 children. The last two and the first hold no cases."""

AREAS = 3
"""North, central and south: each has its own assessment and safeguarding team."""

LATENESS = (0.6, 0.9, 1.6)
"""How likely an assessment is to be late in each area, against the usual."""
RECORD_KEEPING = (0.80, 0.72, 0.64)
"""Share of child in need reviews whose record is on file, by area, until July 2021."""


def numbered() -> dict[str, tuple[str, str]]:
    """Each team's id, with its name and type."""
    return {f"TEAM{place:06d}": (name, kind) for place, (name, kind, _) in enumerate(TEAMS, 1)}


def team_of(kind: str, area: int) -> str:
    """The id of the team of a type; of the area where each area has one."""
    ids = [team_id for team_id, (_, its) in numbered().items() if its == kind]
    return ids[area % len(ids)]


def area_team(area: int) -> str:
    """The id of an area's assessment and safeguarding team."""
    return team_of(ASSESSMENT_AND_SAFEGUARDING, area)
