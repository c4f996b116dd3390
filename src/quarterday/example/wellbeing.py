"""How looked-after children of the example fare: health, conduct, permanence, siblings, leaving care.

Everything here is drawn from chances of its own, after the journeys: no other record changes with it.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from quarterday.example.people import weighted
from quarterday.example.world import World
from quarterday.records.months import add_months, birthday

ISLAND = tuple(f"PO{number}" for number in range(30, 42))
"""Postcode districts of the area that the example is modelled on."""

Row = dict[str, Any]


class Wellbeing:
    """Tables that tell how children in care and after it are."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rows = world.rows
        self.born: dict[str, date | None] = {row["child_id"]: row["date_of_birth"] for row in self.rows.of("children")}
        self.periods = self._periods()

    def make(self) -> None:
        """All of them."""
        for district in ISLAND:
            self.rows.add("own_postcode_districts", district=district)
        self._health_checks(self.world.chance_for("health checks"))
        self._immunisations(self.world.chance_for("immunisations"))
        self._yearly(self.world.chance_for("yearly"))
        self._permanence(self.world.chance_for("permanence"))
        self._interviews(self.world.chance_for("return interviews"))
        self._care_plans(self.world.chance_for("care plans"))
        self._care_leavers(self.world.chance_for("care leavers"))

    def _periods(self) -> list[Row]:
        """Child, first and last day and the end's reason of every period of care (last day: none while it lasts)."""
        periods: dict[str, Row] = {}
        for row in self.rows.of("looked_after_episodes"):
            period = periods.setdefault(row["period_of_care_id"], {"child_id": row["child_id"], "start": row["start_date"]})
            period.update(period_id=row["period_of_care_id"], end=row.get("end_date"), reason=row.get("end_reason"))
        return list(periods.values())

    def _last(self, period: Row) -> date:
        return period["end"] or self.world.end

    def _health_checks(self, chance: Random) -> None:
        """Assessments are mostly done, dental checks less so."""
        for row in self.rows.of("health_checks"):
            missed = 0.14 if row["check_type"] == "Health Assessment" else 0.38
            if chance.random() < missed:
                row["check_status"] = weighted(chance, (("Refused", 45), ("Cancelled", 35), ("Planned", 20)))

    def _immunisations(self, chance: Random) -> None:
        latest = {period["child_id"]: period for period in self.periods}
        for child, period in latest.items():
            day = min(period["start"] + timedelta(days=chance.randint(20, 90)), self.world.end)
            status = "Y" if chance.random() < 0.88 else "N"
            self.rows.add("immunisations", child_id=child, up_to_date=status, status_date=day)

    def _yearly(self, chance: Random) -> None:
        """A questionnaire a year from 4 to 16; now and then an offence or misuse found, of the older ones."""
        for period in self.periods:
            born, day = self.born[period["child_id"]], period["start"] + timedelta(days=chance.randint(60, 200))
            usual = chance.gauss(14, 6)
            while born is not None and day <= self._last(period):
                age = (day - born).days / 365.25
                if 4 <= age < 17:
                    self._questionnaire(period["child_id"], day, round(usual + chance.gauss(0, 2)), chance)
                if age >= 10:
                    self._conduct(period["child_id"], day, chance)
                day += timedelta(days=chance.randint(330, 380))

    def _questionnaire(self, child: str, day: date, score: int, chance: Random) -> None:
        answered = chance.random() < 0.84
        self.rows.add(
            "strengths_and_difficulties_scores",
            score_id=self.rows.new_id("SD"),
            child_id=child,
            completed_date=day,
            score=max(0, min(40, score)) if answered else None,
            no_score_reason=None if answered else weighted(chance, (("SDQ2", 50), ("SDQ5", 30), ("SDQ4", 20))),
        )

    def _conduct(self, child: str, day: date, chance: Random) -> None:
        if chance.random() < 0.02:
            self.rows.add("convictions", conviction_id=self.rows.new_id("CV"), child_id=child, conviction_date=day)
        if chance.random() < 0.05:
            self.rows.add(
                "substance_misuse",
                substance_misuse_id=self.rows.new_id("SM"),
                child_id=child,
                identified_date=day,
                substance=weighted(chance, (("Cannabis", 70), ("Alcohol", 25), ("Other", 5))),
                intervention_received="Y" if chance.random() < 0.6 else "N",
            )

    def _permanence(self, chance: Random) -> None:
        """Siblings of every period of care, and the steps of those that ended in adoption."""
        families: dict[str, list[Row]] = {}
        family = {row["child_id"]: row["family_id"] for row in self.rows.of("family_members")}
        for period in self.periods:
            families.setdefault(family[period["child_id"]], []).append(period)
        for together in families.values():
            near = chance.random() < 0.62
            for period in together:
                row = self._siblings(period, together, near)
                if period["reason"] in {"E11", "E12"} and period["end"]:
                    row.update(self._adoption(period, chance))

    def _siblings(self, period: Row, family: list[Row], near: bool) -> Row:
        others = {
            each["child_id"]
            for each in family
            if each["child_id"] != period["child_id"]
            and each["start"] <= self._last(period)
            and self._last(each) >= period["start"]
        }
        return self.rows.add(
            "permanence",
            permanence_id=self.rows.new_id("PM"),
            child_id=period["child_id"],
            period_of_care_id=period["period_id"],
            part_of_sibling_group="1" if others else "0",
            siblings_placed_together=1 + len(others) if others and near else 1,
            siblings_placed_apart=0 if near else len(others),
        )

    def _adoption(self, period: Row, chance: Random) -> Row:
        start, end = period["start"], period["end"]
        length = (end - start).days
        placed = self._placed_with_adopters(period) or start + timedelta(days=int(length * chance.uniform(0.6, 0.75)))
        order = start + timedelta(days=int((placed - start).days * chance.uniform(0.45, 0.6)))
        matched = order + timedelta(days=int((placed - order).days * chance.uniform(0.7, 0.9)))
        return {
            "adoption_decision_date": order - timedelta(days=min(30, (order - start).days)),
            "placement_order_date": order,
            "matched_date": matched,
            "placed_for_adoption_date": placed,
            "adopted_by_carer": "Y" if chance.random() < 0.12 else "N",
            "permanence_order_date": end,
            "permanence_order_type": "Adoption",
        }

    def _placed_with_adopters(self, period: Row) -> date | None:
        days: list[date] = [
            row["start_date"]
            for row in self.rows.of("placements")
            if row["period_of_care_id"] == period["period_id"] and row["placement_type"] in {"A3", "A4", "A5", "A6"}
        ]
        return days[-1] if days and days[-1] > period["start"] else None

    def _interviews(self, chance: Random) -> None:
        """An interview accepted is mostly held within three days of the return."""
        for row in self.rows.of("missing_episodes"):
            returned = row["end_date"]
            day = (returned or self.world.end) + timedelta(days=chance.choice((0, 1, 1, 2, 2, 3, 3, 5, 8)))
            if returned and row["return_interview_accepted"] == "Y" and day <= self.world.end:
                self.rows.add(
                    "return_interviews",
                    return_interview_id=self.rows.new_id("RI"),
                    child_id=row["child_id"],
                    missing_episode_id=row["missing_episode_id"],
                    interview_date=day,
                )

    def _care_plans(self, chance: Random) -> None:
        """Some plans begin days after the child, a few name no aim, and a few lapse without another."""
        for row in self.rows.of("care_plans"):
            if chance.random() < 0.3:
                row["start_date"] = min(row["start_date"] + timedelta(days=chance.randint(2, 15)), self.world.end)
            if chance.random() < 0.07:
                row["permanence_aims"] = None
            if chance.random() < 0.05:
                row["end_date"] = self.world.days.known(add_months(row["start_date"], chance.randint(6, 30)))

    def _care_leavers(self, chance: Random) -> None:
        """Relevant until 18; some live on with their foster carers; a few want no more contact, or went home."""
        last = {row["child_id"]: row["placement_type"] for row in self.rows.of("placements")}
        for row in self.rows.of("care_leavers"):
            born, luck = self.born[row["child_id"]], chance.random()
            if born is not None and birthday(born, 18) > self.world.end:
                row["eligibility"] = "Relevant"
            if last.get(row["child_id"], "").startswith("U") and chance.random() < 0.4:
                row["accommodation"] = "Z"
            if luck < 0.05:
                row["in_touch"] = "RHOM" if luck < 0.03 else "REFU"
