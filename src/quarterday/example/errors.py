"""The errors that real data has, at a chosen rate; of query grade only, and none moves a headline figure."""

from random import Random
from typing import Any

from quarterday.example.world import World

ETHNICITY_BLANK = 0.03
DISTANCE_UNKNOWN = 0.06
OVERLAPPING_PLANS = 0.004
DUPLICATE_PEOPLE = 0.005


def add_errors(world: World, rate: float) -> None:
    """Blank and doubled entries, so many times as often as is usual."""
    chance = world.chance_for("errors")
    _blank(world.rows.of("children"), "ethnicity", ETHNICITY_BLANK * rate, chance)
    _blank(world.rows.of("placements"), "distance_miles", DISTANCE_UNKNOWN * rate, chance)
    for plan in list(world.rows.of("child_protection_plans")):
        if world.decks.happens("overlapping plan", OVERLAPPING_PLANS * rate, 1000):
            twin = {**plan, "child_protection_plan_id": world.rows.new_id("P")}
            world.rows.add("child_protection_plans", **twin)
    for child in list(world.rows.of("children")):
        if chance.random() < DUPLICATE_PEOPLE * rate:
            _duplicate(world, child)


def _blank(rows: list[dict[str, Any]], column: str, rate: float, chance: Random) -> None:
    for row in rows:
        if chance.random() < rate:
            row[column] = None


def _duplicate(world: World, child: dict[str, Any]) -> None:
    twin = world.rows.new_id("C")
    family = next(
        row["family_id"] for row in reversed(world.rows.of("family_members")) if row["child_id"] == child["child_id"]
    )
    world.rows.add("children", **{**child, "child_id": twin})
    world.rows.add("family_members", family_member_id=f"M{twin}", family_id=family, child_id=twin)
