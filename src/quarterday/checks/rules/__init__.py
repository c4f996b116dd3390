"""Checks written by hand, one file an area."""

from quarterday.checks.rules import child_protection, front_door, looked_after, people, workforce

CHECKS = (
    *people.CHECKS,
    *front_door.CHECKS,
    *child_protection.CHECKS,
    *looked_after.CHECKS,
    *workforce.CHECKS,
)

__all__ = ["CHECKS"]
