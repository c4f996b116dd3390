"""Visits and reviews that follow from plans and periods of care, with the gaps and lapses of real work."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from quarterday.example import targets
from quarterday.example.days import Days, shifted
from quarterday.example.teams import RECORD_KEEPING
from quarterday.example.world import World
from quarterday.records.months import add_months, birthday

LATE_CONFERENCES = {2018: 0.03, 2019: 0.04, 2020: 0.01, 2021: 0.11}
"""Share of review conferences held late."""
INSPECTED = date(2021, 8, 1)
"""Records of reviews were found wanting in July 2021, and are better kept since."""


class Visits:
    """Every visit and review of the example, made once the journeys are known."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rows = world.rows
        self.days: Days = world.days
        self.chance: Random = world.chance_for("visits")
        self.areas = {c.child_id: family.area for family in world.people.families for c in family.children}
        self.born = {row["child_id"]: row["date_of_birth"] for row in world.rows.of("children")}

    def make(self) -> None:
        """Visits and reviews of protection plans, child in need plans and periods of care."""
        for plan in self.rows.of("child_protection_plans"):
            self._protection_visits(plan)
            self._protection_reviews(plan)
        for plan in self.rows.of("child_in_need_plans"):
            self._need_visits(plan)
            self._need_reviews(plan)
        for spans in self._periods_of_care():
            self._care_visits(spans)
            self._care_reviews(spans)

    def _last_day(self, row: dict[str, Any]) -> date:
        return min(row.get("end_date") or self.world.end, self.world.end)

    def _alone(self, child_id: str, day: date) -> str:
        born = self.born[child_id]
        young = born is None or day < birthday(born, 5)
        return "Y" if self.chance.random() < (0.25 if young else 0.68) else "N"

    def _protection_visits(self, plan: dict[str, Any]) -> None:
        day, last = plan["start_date"], self._last_day(plan)
        while True:
            day = shifted(day, self.days.gap(10.5, 20, 0.075, day.month))
            if day > last:
                return
            self.rows.add(
                "child_protection_visits",
                child_protection_visit_id=self.rows.new_id("V"),
                child_id=plan["child_id"],
                child_protection_plan_id=plan["child_protection_plan_id"],
                visit_date=day,
                child_seen="N" if self.chance.random() < 0.03 else "Y",
                child_seen_alone=self._alone(plan["child_id"], day),
                bedroom_seen="Y" if self.chance.random() < 0.6 else "N",
            )

    def _protection_reviews(self, plan: dict[str, Any]) -> None:
        last = self._last_day(plan)
        due = add_months(plan["start_date"], 3)
        ended = plan.get("end_date")
        while due:
            late = self.chance.random() < targets.by_year(LATE_CONFERENCES, targets.reporting_year(due))
            held = due + timedelta(days=self.chance.randint(3, 20)) if late else due - timedelta(self.chance.randint(1, 12))
            closing = ended is not None and held >= ended
            held = ended if closing and ended is not None else held
            if held > last:
                return
            self.rows.add(
                "child_protection_reviews",
                child_protection_review_id=self.rows.new_id("W"),
                child_id=plan["child_id"],
                child_protection_plan_id=plan["child_protection_plan_id"],
                due_date=due,
                review_date=held,
                plan_continues="N" if closing else "Y",
                quorate="Y" if self.chance.random() < 0.95 else "N",
                participation=self.chance.choice(("PN1", "PN3", "PN5", "PN6", "PN7")),
            )
            if closing:
                return
            due = add_months(held, 6)

    def _need_visits(self, plan: dict[str, Any]) -> None:
        day, last = plan["start_date"], self._last_day(plan)
        while True:
            day = shifted(day, self.days.gap(15, 20, 0.12, day.month))
            if day > last:
                return
            self.rows.add(
                "child_in_need_visits",
                child_in_need_visit_id=self.rows.new_id("U"),
                child_id=plan["child_id"],
                visit_date=day,
                child_seen="N" if self.chance.random() < 0.05 else "Y",
                child_seen_alone=self._alone(plan["child_id"], day),
                bedroom_seen="Y" if self.chance.random() < 0.4 else "N",
            )

    def _need_reviews(self, plan: dict[str, Any]) -> None:
        day, last = plan["start_date"], self._last_day(plan)
        while True:
            late = self.chance.random() < 0.58
            day += timedelta(days=self.chance.randint(95, 170) if late else self.chance.randint(60, 88))
            if day > last:
                return
            area = self.areas.get(plan["child_id"], 0)
            present = RECORD_KEEPING[area] + min(0.16, max(0, (day - INSPECTED).days) / 900)
            record = day + timedelta(days=min(40, int(self.chance.expovariate(1 / 4))))
            self.rows.add(
                "child_in_need_reviews",
                child_in_need_review_id=self.rows.new_id("X"),
                child_id=plan["child_id"],
                child_in_need_plan_id=plan["child_in_need_plan_id"],
                team_id=plan["team_id"],
                review_date=day,
                record_date=self.days.known(record) if self.chance.random() < present else None,
                chair_role=self.chance.choices(("Team manager", "Assistant team manager", "Social worker"), (45, 38, 17))[0],
            )

    def _periods_of_care(self) -> Iterator[list[dict[str, Any]]]:
        periods: dict[str, list[dict[str, Any]]] = {}
        for row in self.rows.of("placements"):
            periods.setdefault(row["period_of_care_id"], []).append(row)
        yield from periods.values()

    def _care_visits(self, placements: list[dict[str, Any]]) -> None:
        for placement in placements:
            day, last = placement["start_date"], self._last_day(placement)
            gap = self.chance.randint(1, 6)
            while (day := day + timedelta(days=gap)) <= last:
                self.rows.add(
                    "looked_after_visits",
                    looked_after_visit_id=self.rows.new_id("Y"),
                    period_of_care_id=placement["period_of_care_id"],
                    child_id=placement["child_id"],
                    visit_date=day,
                    child_seen="Y" if self.chance.random() < 0.98 else "N",
                    child_seen_alone=self._alone(placement["child_id"], day),
                )
                late = self.chance.random() < (0.12 if day.month in (7, 12) else 0.07)
                gap = self.chance.randint(43, 72) if late else self.chance.randint(25, 42)

    def _care_reviews(self, placements: list[dict[str, Any]]) -> None:
        first, last = placements[0], self._last_day(placements[-1])
        due = shifted(first["start_date"], 20)
        months = 3
        while True:
            late = self.chance.random() < 0.04
            held = due + timedelta(days=self.chance.randint(2, 25)) if late else due - timedelta(self.chance.randint(0, 9))
            held = max(held, first["start_date"] + timedelta(days=5))
            if held > last:
                return
            age = held.year - (self.born[first["child_id"]] or held).year
            spoke = ("PN1", "PN2", "PN4", "PN5", "PN6", "PN7")
            self.rows.add(
                "looked_after_reviews",
                looked_after_review_id=self.rows.new_id("Z"),
                period_of_care_id=first["period_of_care_id"],
                child_id=first["child_id"],
                due_date=due,
                review_date=held,
                cancelled="N",
                participation="PN0" if age < 4 else self.chance.choices(spoke, (52, 6, 6, 10, 17, 9))[0],
            )
            due, months = add_months(held, months), 6
