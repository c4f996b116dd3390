"""Every record table, by room of the child's journey."""

from quarterday.records.table import Table
from quarterday.records.tables import (
    around_care,
    assessments,
    assurance,
    child_protection,
    children_in_need,
    front_door,
    leaving_care,
    legal,
    looked_after,
    looked_after_health,
    people,
    resources,
    workforce,
)

ALL: tuple[Table, ...] = (
    *people.TABLES,
    *front_door.TABLES,
    *assessments.TABLES,
    *child_protection.TABLES,
    *children_in_need.TABLES,
    *looked_after.TABLES,
    *looked_after_health.TABLES,
    *around_care.TABLES,
    *leaving_care.TABLES,
    *legal.TABLES,
    *workforce.TABLES,
    *assurance.TABLES,
    *resources.TABLES,
)

BY_NAME: dict[str, Table] = {table.name: table for table in ALL}

__all__ = ["ALL", "BY_NAME"]
