"""What a setting and a target are (CONTRACTS §3)."""

from dataclasses import dataclass
from datetime import date

ALWAYS = date(1990, 1, 1)

NAMES: dict[str, str] = {
    "allocated role": "a role code under which a worker is the child's allocated worker",
    "caseload threshold": "cases per full-time worker; subject 'social worker' or 'newly qualified'",
    "excluded team": "a team whose workers are left out of caseloads (duty pots, family support)",
    "framework": "the framework in force, such as Working Together 2018",
    "longest extract gap": "longest time between two extracts of an authority before the gap is asked about",
    "longest silence": "time without a new row after which a table that used to be busy is asked about",
    "manager role": "a chair's role that counts as a manager",
    "newly qualified title": "a job title that says a worker is newly qualified",
    "plan age gate": "age of a protection plan by which something is wanted; subject 'legal planning meeting'",
    "record limit": "time allowed for a written record; subject is the kind of review",
    "review interval": "longest time between reviews; subject is the kind of plan",
    "step-down limit": "time within which a child in need plan must follow a protection plan",
    "step-down support": "shortest support after a protection plan ends",
    "supervision interval": "longest time between supervisions",
    "team type": "the type of a team, in your own words but for WRK-13's teams: 'assessment and safeguarding'; subject is "
    "the team's name or id",
    "visit interval": "longest time between visits; subject is the kind of plan",
    "visit counts when": "which visits count: 'seen' or 'any'; subject is the kind of plan",
    "transfer scheme share": "unaccompanied children as a share of children 0 to 17, in hundredths of a per cent",
}
"""Every setting's name and what it means."""


class SettingsError(ValueError):
    """The settings could not be understood; the message says where and what was allowed."""


@dataclass(frozen=True)
class Setting:
    """One local choice with its dates. `number` and `text` (a unit, or words) come from the value as written."""

    name: str
    subject: str
    text: str
    number: int | None
    from_date: date = ALWAYS
    to_date: date | None = None
    authority: str = ""
    source: str = ""


@dataclass(frozen=True)
class Target:
    """A target of the service plan for an indicator, with its tolerance and priority."""

    indicator: str
    target: float
    tolerance: float = 0.0
    priority: str = ""
    from_date: date = ALWAYS
    to_date: date | None = None
    authority: str = ""


@dataclass(frozen=True)
class Event:
    """Something that happened and may show in the figures (a lockdown, a new service), registered once and drawn on charts.

    Without `indicators` it touches every chart.
    """

    day: date
    text: str
    owner: str
    indicators: tuple[str, ...] = ()
    authority: str = ""


@dataclass(frozen=True)
class RecordedRebase:
    """A decision that an indicator's chart gets new limits from a date: why, by whom, and when it was recorded."""

    indicator: str
    from_date: date
    reason: str
    author: str
    recorded: date
    authority: str = ""


@dataclass(frozen=True)
class Settings:
    """All settings, targets, events and re-bases in force for a store, an authority's own before those of all."""

    settings: tuple[Setting, ...]
    targets: tuple[Target, ...] = ()
    events: tuple[Event, ...] = ()
    rebases: tuple[RecordedRebase, ...] = ()

    def target(self, indicator: str, day: date, authority: str = "") -> Target | None:
        """The target of an indicator on a day; None where there is none."""
        for target in sorted(self.targets, key=lambda each: each.authority == ""):
            mine = target.authority in {"", authority}
            if mine and target.indicator == indicator and _in_force(target.from_date, target.to_date, day):
                return target
        return None

    def of(self, authority: str) -> tuple[Setting, ...]:
        """The settings of one authority: what it sets itself replaces, name and subject, what is set for all."""
        own = {(s.name, s.subject) for s in self.settings if authority and s.authority == authority}
        return tuple(
            s for s in self.settings if (s.authority == authority if (s.name, s.subject) in own else s.authority == "")
        )

    def number(self, name: str, subject: str, day: date, authority: str = "") -> int | None:
        """The number of a setting on a day; None where there is none."""
        for setting in self.of(authority):
            same = setting.name == name and setting.subject == subject
            if same and _in_force(setting.from_date, setting.to_date, day):
                return setting.number
        return None

    def subjects(self, name: str) -> dict[str, str]:
        """Subject → text of every setting of a name."""
        return {setting.subject: setting.text for setting in self.settings if setting.name == name}


def _in_force(start: date, end: date | None, day: date) -> bool:
    return start <= day and (end is None or end > day)
