"""Families and children of the example."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from quarterday.example.rows import Rows
from quarterday.example.teams import AREAS
from quarterday.records.months import birthday

ETHNICITIES = (("WBRI", 88), ("WOTH", 4), ("MWBC", 2), ("MWAS", 2), ("MOTH", 1), ("AOTH", 1), ("BAFR", 1), ("OOTH", 1))
UNACCOMPANIED_ETHNICITIES = (("AOTH", 40), ("BAFR", 30), ("OOTH", 30))
SIBLINGS = ((1, 43), (2, 33), (3, 16), (4, 6), (5, 2))
AGES = ((-1, 2), (0, 7), (1, 6), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6), (7, 6), (8, 6), (9, 6), (10, 6), (11, 6))
TEENAGERS = ((12, 6), (13, 6), (14, 6), (15, 5), (16, 3), (17, 1))


@dataclass(eq=False)
class Family:
    """Children who are referred, visited and decided about together."""

    family_id: str
    children: list["Child"] = field(default_factory=list)
    troubled: float = 0.0
    area: int = 0
    ethnicity: str = "WBRI"
    plan_elsewhere: bool = False


@dataclass(eq=False)
class Child:
    """A child and where its journey stands."""

    child_id: str
    family: Family
    born: date
    row: dict[str, Any]
    unaccompanied: bool = False
    episode: dict[str, Any] | None = None
    plan: dict[str, Any] | None = None
    need_plan: dict[str, Any] | None = None
    care: "object | None" = None
    last_closed: date = date.min
    plans_before: int = 0
    stepped_down: date = date.min

    @property
    def eighteenth(self) -> date:
        """The 18th birthday."""
        return birthday(self.born, 18)

    def age(self, day: date) -> float:
        """Age in years."""
        return (day - self.born).days / 365.25


def weighted(chance: Random, choices: tuple[tuple[Any, float], ...]) -> Any:
    """One of some choices, by weight."""
    return chance.choices([value for value, _ in choices], [weight for _, weight in choices])[0]


def drawn_by(chance: Random, weight: float) -> float:
    """A key to sort by, largest first: what weighs twice as much is twice as likely to be drawn."""
    return float(chance.random() ** (1 / weight))


class People:
    """Makes families; every child is recorded once."""

    def __init__(self, rows: Rows, chance: Random) -> None:
        self.rows = rows
        self.chance = chance
        self.families: list[Family] = []

    def new_family(self, day: date, *, youngest: int | None = None) -> Family:
        """A family not known before, as it stands on a day."""
        family = Family(self.rows.new_id("F"))
        family.troubled = self.chance.random()
        family.area = self.chance.randrange(AREAS)
        family.ethnicity = weighted(self.chance, ETHNICITIES)
        for _ in range(weighted(self.chance, SIBLINGS)):
            age = weighted(self.chance, (*AGES, *TEENAGERS)) if youngest is None else youngest
            youngest = None
            born = day - timedelta(days=int((age + self.chance.random() * (0.5 if age < 0 else 1)) * 365.25))
            family.children.append(self.new_child(family, born, day, family.ethnicity))
        self.families.append(family)
        return family

    def expect_child(self, family: Family, day: date) -> Child:
        """A family expects another child, to be born within fifteen weeks of the day."""
        child = self.new_child(family, day + timedelta(days=self.chance.randint(20, 105)), day, family.ethnicity)
        family.children.append(child)
        return child

    def new_child(self, family: Family, born: date, day: date, ethnicity: str, *, unaccompanied: bool = False) -> Child:
        """A child of a family; unborn where the birth lies after the day on which the records end."""
        sex = "M" if self.chance.random() < (0.95 if unaccompanied else 0.52) else "F"
        child_id = self.rows.new_id("C")
        row = self.rows.add(
            "children",
            child_id=child_id,
            sex=sex,
            gender=sex,
            ethnicity=ethnicity,
            date_of_birth=born,
            has_education_health_and_care_plan="Y" if self.chance.random() < 0.11 else "N",
            is_mother="N",
        )
        if born > day:
            row["expected_date_of_birth"] = born + timedelta(days=self.chance.randint(-6, 6))
        self.rows.add("family_members", family_member_id=f"M{child_id}", family_id=family.family_id, child_id=child_id)
        disability = self._disability()
        self.rows.add("disabilities", disability_id=f"D{child_id}", child_id=child_id, disability=disability)
        self.rows.add(
            "addresses",
            address_id=f"A{child_id}",
            child_id=child_id,
            address_type="Home",
            start_date=born if born <= day else None,
            postcode_district=self.chance.choice(("PO30", "PO31", "PO32", "PO33", "PO36", "PO38", "PO40")),
        )
        return Child(child_id, family, born, row, unaccompanied)

    def _disability(self) -> str:
        if self.chance.random() > 0.12:
            return "NONE"
        return str(weighted(self.chance, (("LD", 35), ("AUT", 30), ("BEH", 15), ("MOB", 10), ("COMM", 10))))

    def finish(self, end: date) -> None:
        """At the end of the records a child not yet born has no date of birth."""
        for row in self.rows.of("children"):
            if row["date_of_birth"] > end:
                row["date_of_birth"] = None
                row["sex"] = row["gender"] = "U"
