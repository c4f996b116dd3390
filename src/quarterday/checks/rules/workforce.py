"""Checks of workers and who works with whom."""

from quarterday.checks.language import Check
from quarterday.records.tables.workforce import involvements, professionals

CHECKS = (
    Check(
        "QD-WF-01",
        professionals,
        "registration_number is not null and (full_time_hundredths is null or full_time_hundredths <= 0 "
        "or full_time_hundredths > 100)",
        ("full_time_hundredths",),
        "The social worker's full-time equivalent is missing or not between 0 and 1.",
    ),
    Check(
        "QD-WF-02",
        involvements,
        "professional_id is null",
        ("professional_id",),
        "The involvement names no worker.",
    ),
)
