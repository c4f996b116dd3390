"""Checks of looked-after children."""

from quarterday.checks.language import QUERY, Check, RowsCheck
from quarterday.checks.overlaps import overlapping
from quarterday.records.tables.looked_after import looked_after_episodes, placements

CHECKS = (
    overlapping("QD-LA-01", looked_after_episodes, "The episode begins before another of the child has ended."),
    Check(
        "QD-LA-02",
        looked_after_episodes,
        "end_date is null and eighteenth_birthday <= extract_date",
        ("end_date",),
        "The episode is open past the 18th birthday; it is counted only until then (R04).",
    ),
    Check(
        "QD-LA-03",
        looked_after_episodes,
        "born is null and expected is not null",
        ("child_id",),
        "An unborn child cannot be looked after (R03); the episode is not counted.",
    ),
    Check(
        "QD-LA-04",
        placements,
        "distance_miles is null or distance_miles >= 999",
        ("distance_miles",),
        "The distance from home is not known (R21).",
    ),
    overlapping("QD-LA-05", placements, "The placement begins before another of the child has ended."),
    RowsCheck(
        "QD-LA-06",
        looked_after_episodes,
        "select e.* from looked_after_episodes e left join placements p on p.authority = e.authority "
        "and p.child_id = e.child_id and p.start_date <= e.start_date and (p.end_date is null or "
        "p.end_date > e.start_date) where e.start_date is not null and p.child_id is null",
        ("placement_id",),
        "The child has no placement on the day the episode begins.",
        QUERY,
        ("placements",),
    ),
    Check(
        "QD-LA-07",
        looked_after_episodes,
        "start_date < born",
        ("start_date",),
        "The episode begins before the child was born; nobody is looked after before birth (R03).",
    ),
)
