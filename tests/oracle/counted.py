"""What the slow oracle says: one entry for each thing that an indicator counts, and the settings that judge it.

The oracle is written from the rules of the catalogue, in plain Python over rows as dicts, and shares no code with the
indicators' own definitions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from oracle.dates import plus_months, working_days
from oracle.holding import Holding

Row = dict[str, Any]


@dataclass(frozen=True)
class Counted:
    """One thing counted: what it adds to numerator and denominator, its own groups, and whose it is, when.

    `child` and `moment` place it in the breakdowns of a child; `groups` are its own. `value` is what a median takes;
    `once` is what a count of distinct children takes.
    """

    child: str | None
    moment: date
    numerator: int = 1
    denominator: int = 1
    groups: Mapping[str, str] = field(default_factory=dict)
    value: float | None = None
    once: str = ""


def yes(condition: object) -> int:
    """1 where something holds, else 0."""
    return 1 if condition else 0


def known(text: str | None) -> str:
    """The text, or that it is not known."""
    return text if text is not None else "not known"


def settings_on(settings: Iterable[Row], name: str, day: date) -> dict[str, Row]:
    """The settings of a name in force on a day, by subject."""
    return {
        row["subject"]: row
        for row in settings
        if row["name"] == name and row["from_date"] <= day and (row["to_date"] is None or row["to_date"] > day)
    }


def within(start: date, end: date, setting: Row) -> bool:
    """Whether a day lies no further from a start than a setting allows, in the setting's unit (limits inclusive)."""
    number, unit = setting["number"], setting["text"]
    if unit == "working days":
        return working_days(start, end) <= number
    if unit == "days":
        return end <= start + timedelta(days=number)
    if unit == "weeks":
        return end <= start + timedelta(days=7 * number)
    if unit == "months":
        return end <= plus_months(start, number)
    raise ValueError(unit)


def team_names(holding: Holding) -> dict[str, str]:
    """Names of teams by id; a team without a name goes by its id."""
    return {row["team_id"]: row["name"] or row["team_id"] for row in holding.rows("teams")}
