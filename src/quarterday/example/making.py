"""Making the example authority, month by month, then what follows from each journey."""

from datetime import date

import pyarrow as pa

from quarterday.example import targets
from quarterday.example.around import Around
from quarterday.example.assurance import Assurance
from quarterday.example.care import LookedAfter
from quarterday.example.errors import add_errors
from quarterday.example.front_door import FrontDoor
from quarterday.example.local_records import LocalRecords
from quarterday.example.need import Need
from quarterday.example.protection import Protection
from quarterday.example.teams import ASSESSMENT_AND_SAFEGUARDING, TEAMS
from quarterday.example.visits import Visits
from quarterday.example.wellbeing import Wellbeing
from quarterday.example.workers import Workers
from quarterday.example.world import World

AUTHORITY = "X99000921"
"""The example's code; it is modelled on E06000046, which supplies population and comparators."""

EARLIER_VALUES = (("WRK-13", date(2014, 1, 31), 3400, "Policy and Scrutiny Committee report, 9 December 2021"),)

SETTINGS = (
    "# Settings of the example authority. Made-up records.\n"
    + "".join(
        f'''
[[setting]]
name = "team type"
subject = "{name}"
value = "{kind}"
'''
        for name, kind, _ in TEAMS
    )
    + f"""
[[target]]
indicator = "ASM-03"
target = 95
tolerance = 2
priority = "Assessments are timely"

[[target]]
indicator = "CPP-15"
target = 95
tolerance = 3
priority = "Children are seen"

[[target]]
indicator = "WRK-13"
target = 18
tolerance = 2
priority = "Caseloads in the {ASSESSMENT_AND_SAFEGUARDING} teams allow good work"

[[event]]
date = 2020-03-23
text = "First lockdown"
owner = "Director of Children's Services"
"""
)
"""The settings that go with the example: its teams' types, targets of a made-up service plan, and what happened."""


def make_example(
    *,
    children: int = targets.CHILDREN,
    start: date = date(2015, 4, 1),
    end: date = date(2022, 3, 31),
    seed: int = 1,
    errors: float = 1.0,
    authority: str = AUTHORITY,
) -> dict[str, pa.Table]:
    """The record tables of a made-up authority with so many children aged 0 to 17.

    Deterministic: the same arguments give the same records. `errors` scales the believable error rates; 0 gives none.
    """
    world = World(children=children, start=start, end=end, seed=seed)
    front_door = FrontDoor(world)
    protection = Protection(world, front_door)
    need = Need(world, front_door, protection)
    looked_after = LookedAfter(world, front_door, protection, need)
    workers = Workers(world)
    looked_after.seed(start)
    protection.seed(start)
    need.seed(start)
    for last in world.months:
        first = last.replace(day=1)
        protection.month(first, last)
        looked_after.month(first, last)
        front_door.month(first, last)
        need.month(first, last)
        workers.month(first, last)
    workers.calibrate()
    workers.finish()
    Visits(world).make()
    Around(world).make()
    Wellbeing(world).make()
    Assurance(world).make()
    LocalRecords(world).make()
    for code, day, hundredths, source in EARLIER_VALUES:
        world.rows.add("earlier_values", indicator=code, value_date=day, value_hundredths=hundredths, source=source)
    add_errors(world, errors)
    world.people.finish(end)
    return world.rows.tables(authority)
