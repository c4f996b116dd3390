"""What lies around the journeys: early help, edge of care, placements sought and paid for, missing, leaving care."""

from datetime import date, timedelta
from random import Random

from quarterday.example import targets
from quarterday.example.people import weighted
from quarterday.example.world import World
from quarterday.records.months import birthday

WEEKLY_POUNDS = {"U": (430, 60), "K": (4300, 700), "H": (950, 250), "P": (0, 0), "A": (0, 0)}


class Around:
    """Tables that follow from the journeys once they are known."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rows = world.rows
        self.days = world.days
        self.chance: Random = world.chance_for("around")

    def make(self) -> None:
        """All of them."""
        self._population()
        self._early_help()
        self._edge_of_care()
        self._placements()
        self._missing_and_health()
        self._care_plans()
        self._care_leavers()
        self._supervision()

    def _population(self) -> None:
        for year, children in targets.POPULATION.items():
            self.rows.add(
                "populations",
                mid_year=year,
                release="ONS mid-year estimates, scaled to the example",
                children=round(children * self.world.scale),
            )

    def _early_help(self) -> None:
        people = self.rows.of("children")
        for last in self.world.months:
            first = last.replace(day=1)
            for _ in range(round(28 * self.world.scale)):
                child = self.chance.choice(people)
                start = self.days.within(first, last)
                end = start + timedelta(days=self.chance.randint(60, 260))
                if child["date_of_birth"] > start or start >= birthday(child["date_of_birth"], 18):
                    continue
                self.rows.add(
                    "early_help_episodes",
                    early_help_episode_id=self.rows.new_id("EH"),
                    child_id=child["child_id"],
                    start_date=start,
                    end_date=self.days.known(end),
                    organisation=self.chance.choice(("Local authority", "School", "Health visiting")),
                )

    def _edge_of_care(self) -> None:
        """The resilience team works with families at the edge of care from 2019."""
        plans = [p for p in self.rows.of("child_in_need_plans") if p["start_date"] >= date(2019, 4, 1)]
        wanted = min(len(plans), round(130 * self.world.scale * 3))
        for plan in self.chance.sample(plans, wanted):
            start = plan["start_date"] + timedelta(days=self.chance.randint(5, 60))
            end = start + timedelta(days=self.chance.randint(80, 200))
            if start > self.world.end:
                continue
            self.rows.add(
                "interventions",
                intervention_id=self.rows.new_id("IV"),
                child_id=plan["child_id"],
                intervention="Resilience Around Families Team",
                edge_of_care="Y",
                start_date=start,
                end_date=self.days.known(end),
            )

    def _placements(self) -> None:
        for placement in self.rows.of("placements"):
            kind = placement["placement_type"][0]
            pounds, spread = WEEKLY_POUNDS.get(kind, (1500, 400))
            if placement["provider"] == "PR4" and kind == "U":
                pounds = 910
            if pounds:
                self.rows.add(
                    "placement_costs",
                    placement_cost_id=self.rows.new_id("PC"),
                    child_id=placement["child_id"],
                    placement_id=placement["placement_id"],
                    weekly_price_pence=round(self.chance.gauss(pounds, spread)) * 100,
                    start_date=placement["start_date"],
                    end_date=placement.get("end_date"),
                )
            if placement["start_date"] >= date(2018, 4, 1) and placement["provider"] != "PR0":
                self._search(placement["child_id"], placement["start_date"], placement["placement_type"])

    def _search(self, child_id: str, needed: date, kind: str) -> None:
        begun = needed - timedelta(days=self.chance.randint(0, 21))
        offered = self.chance.random() > 0.14
        offer = needed - timedelta(days=self.chance.randint(0, max(0, (needed - begun).days)))
        self.rows.add(
            "placement_searches",
            placement_search_id=self.rows.new_id("PS"),
            child_id=child_id,
            search_date=begun,
            needed_date=needed,
            offer_date=offer if offered else self.days.known(needed + timedelta(days=self.chance.randint(1, 9))),
            placement_type=kind,
        )

    def _missing_and_health(self) -> None:
        for placement in self.rows.of("placements"):
            start = placement["start_date"]
            span = ((placement.get("end_date") or self.world.end) - start).days
            born = self._born(placement["child_id"])
            if span > 20 and (start - born).days > 12 * 365 and self.chance.random() < 0.16:
                for _ in range(self.chance.randint(1, 4)):
                    self._missing(placement["child_id"], start + timedelta(days=self.chance.randint(1, span - 1)))
            day = start + timedelta(days=25)
            while day <= (placement.get("end_date") or self.world.end):
                for kind in ("Health Assessment", "Dental Check"):
                    self.rows.add(
                        "health_checks",
                        health_check_id=self.rows.new_id("HC"),
                        child_id=placement["child_id"],
                        check_type=kind,
                        check_date=day,
                        check_status="Completed",
                    )
                day += timedelta(days=self.chance.randint(170, 380))

    def _missing(self, child_id: str, gone: date) -> None:
        row = self.rows.add(
            "missing_episodes",
            missing_episode_id=self.rows.new_id("MI"),
            child_id=child_id,
            start_date=gone,
            missing_type="M" if self.chance.random() < 0.8 else "A",
            end_date=self.days.known(gone + timedelta(days=self.chance.choice((0, 1, 1, 2)))),
            return_interview_offered="Y" if self.chance.random() < 0.9 else "N",
        )
        accepted = self.chance.random() < 0.6
        row["return_interview_accepted"] = "Y" if accepted and row["return_interview_offered"] == "Y" else "N"

    def _born(self, child_id: str) -> date:
        if not hasattr(self, "_births"):
            self._births = {row["child_id"]: row["date_of_birth"] for row in self.rows.of("children")}
        return self._births[child_id] or self.world.end

    def _care_plans(self) -> None:
        aims = (("RETURN6M", 20), ("LTFOST18", 45), ("ADOPTION", 8), ("LTRELFR", 15), ("SUPPLIV", 12))
        for episode in self.rows.of("looked_after_episodes"):
            if episode["start_reason"] == "S":
                self.rows.add(
                    "care_plans",
                    care_plan_id=self.rows.new_id("CP"),
                    child_id=episode["child_id"],
                    start_date=episode["start_date"],
                    end_date=None,
                    permanence_aims=weighted(self.chance, aims),
                )

    def _care_leavers(self) -> None:
        """Young people who left care at sixteen or later, aged 17 to 21 at the end of the records."""
        for episode in self.rows.of("looked_after_episodes"):
            born = self._born(episode["child_id"])
            left = episode.get("end_date")
            if left is None or left < birthday(born, 16) or not 17 <= (self.world.end - born).days / 365.25 < 22:
                continue
            if episode["end_reason"] == "X1":
                continue
            self.rows.add(
                "care_leavers",
                care_leaver_id=self.rows.new_id("CL"),
                child_id=episode["child_id"],
                eligibility="Former relevant",
                in_touch="YES" if self.chance.random() < 0.94 else "NO",
                latest_contact_date=self.world.end - timedelta(days=self.chance.randint(2, 60)),
                accommodation=weighted(self.chance, (("U", 35), ("D", 20), ("B", 15), ("Z", 15), ("E", 10), ("Y", 5))),
                accommodation_suitability="1" if self.chance.random() < 0.955 else "2",
                activity=weighted(self.chance, (("F2", 20), ("F5", 25), ("G5", 30), ("G4", 12), ("P5", 8), ("G6", 5))),
                pathway_plan_review_date=self.world.end - timedelta(days=self.chance.randint(5, 230)),
            )

    def _supervision(self) -> None:
        for employment in self.rows.of("employments"):
            day = max(employment["start_date"], date(2019, 4, 1))
            while (day := day + timedelta(days=self.chance.choice((21, 26, 28, 28, 35)))) <= min(
                employment["end_date"] or self.world.end, self.world.end
            ):
                self.rows.add(
                    "supervisions",
                    supervision_id=self.rows.new_id("SU"),
                    professional_id=employment["professional_id"],
                    supervision_date=day,
                )
