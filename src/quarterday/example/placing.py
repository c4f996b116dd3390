"""Where looked-after children of the example are placed, steered to the published mix."""

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from quarterday.example import targets
from quarterday.example.people import Child, weighted

if TYPE_CHECKING:
    from quarterday.example.care import Care, LookedAfter

KINDS = {
    "in-house fostering": ((("U6", "PR1"), 40), (("U4", "PR1"), 42), (("U1", "PR1"), 8), (("U3", "PR1"), 10)),
    "external fostering": ((("U6", "PR4"), 60), (("U4", "PR4"), 30), (("U6", "PR5"), 10)),
    "children's home": ((("K2", "PR4"), 80), (("K2", "PR1"), 15), (("K2", "PR5"), 5)),
    "parents": ((("P1", "PR0"), 100),),
    "supported": ((("H5", "PR4"), 75), (("P2", "PR4"), 15), (("H5", "PR5"), 10)),
    "adoption": ((("A5", "PR1"), 30), (("A6", "PR5"), 70)),
    "other fostering": ((("U6", "PR2"), 100),),
    "other": (
        *((("K1", "PR2"), 50), (("R2", "PR3"), 15), (("S1", "PR4"), 20)),
        *((("R1", "PR4"), 15), (("Z1", "PR4"), 15), (("R3", "PR4"), 10)),
    ),
}

SETTLES = 1000
"""Days after which a child who moved often settles."""


def kind_of(chance: Random, group: str) -> tuple[str, str]:
    """The placement type and provider of a placement of a group."""
    kind: tuple[str, str] = weighted(chance, KINDS[group])
    return kind


def wanted(total: int) -> dict[str, int]:
    """How many children each group should hold, by largest remainders."""
    exact = {group: share * total for group, share in targets.PLACEMENT_SHARES.items()}
    counts = {group: int(number) for group, number in exact.items()}
    spare = total - sum(counts.values())
    for group in sorted(exact, key=lambda g: exact[g] - counts[g], reverse=True)[:spare]:
        counts[group] += 1
    return counts


def choose(house: "LookedAfter", child: Child, day: date) -> str:
    """A first placement: mostly foster care, by age."""
    age = child.age(day)
    if age >= 16:
        return str(weighted(house.chance, (("supported", 45), ("in-house fostering", 35), ("children's home", 20))))
    if age >= 12:
        return str(weighted(house.chance, (("in-house fostering", 55), ("external fostering", 20), ("children's home", 25))))
    return str(weighted(house.chance, (("in-house fostering", 78), ("external fostering", 10), ("parents", 12))))


def month(house: "LookedAfter", first: date, last: date) -> None:
    """Moves of a month: some children's placements end, others move as places open; and orders are made."""
    cares = [child.care for child in house.world.in_care.values()]
    for care in cares:
        _legal(house, care, first, last)  # type: ignore[arg-type]
    _restless(house, cares, first, last)  # type: ignore[arg-type]
    _balance(house, cares, first, last)  # type: ignore[arg-type]


def _legal(house: "LookedAfter", care: "Care", first: date, last: date) -> None:
    days = (last - care.entered).days
    status = care.legal["legal_status"]
    day = house.world.days.within(first, last, weekend=0)
    if status == "L1":
        house.change(care, day, legal="C1" if house.chance.random() < 0.6 else "V2")
    elif status == "C1" and days > 170 and house.chance.random() < 0.45:
        house.change(care, day, legal="C2")
    elif status == "V2" and not care.child.unaccompanied and days > 90 and house.chance.random() < 0.1:
        house.change(care, day, legal="C1")
    elif status == "C2" and care.child.age(last) < 4 and house.chance.random() < 0.017:
        house.change(care, day, legal="E1")


def _restless(house: "LookedAfter", cares: "list[Care]", first: date, last: date) -> None:
    for care in cares:
        recent = sum(1 for day in care.moves if (last - day).days < 365)
        unsettled = care.unstable and recent < 4 and (first - care.entered).days < SETTLES
        hazard = 0.21 if unsettled else 0.011
        if care.group != "parents" and house.chance.random() < hazard:
            house.change(care, house.world.days.within(first, last), group=care.group)


def _balance(house: "LookedAfter", cares: "list[Care]", first: date, last: date) -> None:
    """Move children from groups with too many to groups with too few, those whom it suits first."""
    aim = wanted(len(cares))
    held = {group: [care for care in cares if care.group == group] for group in aim}
    for group, number in aim.items():
        while len(held[group]) < number:
            giver = max(aim, key=lambda g: len(held[g]) - aim[g])
            suited = sorted(held[giver], key=lambda care: _suits(care, group, last), reverse=True)
            mover = next((care for care in suited if _free(care, last)), None)
            if mover is None:
                break
            start = max(first, mover.episode["start_date"], mover.placement["start_date"])
            day = date.fromordinal(min(last.toordinal(), start.toordinal() + 1 + house.chance.randint(0, 6)))
            house.change(mover, day, group=group)
            if mover.group != group:
                break
            held[giver].remove(mover)
            held[group].append(mover)


def _free(care: "Care", last: date) -> bool:
    return bool(care.episode["start_date"] < last and care.placement["start_date"] < last)


def _suits(care: "Care", group: str, day: date) -> float:
    age = care.child.age(day)
    if group == "adoption":
        return 10 - age
    if group == "supported":
        return age + (5 if care.child.unaccompanied else 0)
    if group in {"children's home", "other"}:
        return age if 10 <= age < 17 and not care.child.unaccompanied else -age
    if group == "parents":
        return 0 if care.child.unaccompanied else 5
    return 20 - age
