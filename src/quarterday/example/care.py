"""Looked-after children of the example: starts, placements, legal statuses and ends, steered to the published path."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from quarterday.example import placing, targets
from quarterday.example.front_door import FrontDoor
from quarterday.example.need import Need
from quarterday.example.pace import Pace
from quarterday.example.people import UNACCOMPANIED_ETHNICITIES, Child, Family, drawn_by, weighted
from quarterday.example.protection import Protection
from quarterday.example.world import World

ADOPTED = ("E11", "E12")
ENTRY_AGES = (((0, 1), 24), ((1, 5), 15), ((5, 10), 20), ((10, 16), 28), ((16, 17), 19))
"""Ages of children who start to be looked after, but for those who come unaccompanied."""
KNOWN = 0.7
"""Share sought first among children on a plan and in need."""
TOGETHER = 0.3
"""How often siblings start with a child."""
FIRST_STATUSES = (("C1", 54), ("V2", 34), ("L1", 12))
DISPUTED = 0.02
UNSETTLED = 0.36
"""Share of children who move often in their first years."""
COMES_BACK = 0.065
"""Share of starts of children who had gone home before."""


@dataclass(eq=False)
class Care:
    """A period of care while it lasts."""

    child: Child
    period_id: str
    entered: date
    episode: dict[str, Any]
    placement: dict[str, Any]
    legal: dict[str, Any]
    group: str
    unstable: bool
    moves: list[date] = field(default_factory=list)


class LookedAfter:
    """A month of looked-after children."""

    def __init__(self, world: World, front_door: FrontDoor, protection: Protection, need: Need) -> None:
        self.world = world
        self.front_door = front_door
        self.protection = protection
        self.need = need
        self.chance = world.chance_for("care")
        self.stock = world.path(targets.LOOKED_AFTER, 1.5)
        self.unaccompanied = world.path(targets.UNACCOMPANIED, 0)
        self.cares: list[Care] = []
        self.home: list[Child] = []
        """Children who went home, any of whom may come back."""
        self.pace = Pace(targets.CARE_STARTS_BY_YEAR, world.scale, self.chance)

    def seed(self, day: date) -> None:
        """Children already looked after when the records begin."""
        wanted = self.stock[min(self.stock)]
        while len(self.world.in_care) < wanted:
            back = day - timedelta(days=int(min(3800, self.chance.expovariate(1 / 1000))))
            family = self.world.people.new_family(back)
            children = [c for c in family.children if c.age(day) < 17 and c.born < back]
            for child in children[: wanted - len(self.world.in_care)]:
                self.front_door.refer([child], back - timedelta(days=20), urgent=True)
                self._enter(child, back, settled=True)

    def month(self, first: date, last: date) -> None:
        """Starts, birthdays and ends until the stock stands where it should; then placements."""
        for child in [c for c in self.world.in_care.values() if c.eighteenth <= last]:
            self._leave(child, child.eighteenth, "E17" if self.chance.random() < 0.3 else "E5")
        self._found_to_be_adults(first, last)
        wanted = self.pace.wanted(last)
        arrived = self._arrivals(first, last)
        wanted = max(0, wanted - arrived, self.stock[last] - len(self.world.in_care))
        self._starts(first, last, wanted)
        self.pace.made += arrived + wanted
        self._ends(first, last, len(self.world.in_care) - self.stock[last])
        placing.month(self, first, last)

    def change(self, care: Care, day: date, group: str | None = None, legal: str | None = None) -> None:
        """Begin a new episode: a placement, a legal status, or both changed."""
        rows = self.world.rows
        if day <= care.episode["start_date"] or day <= care.placement["start_date"]:
            return
        care.episode["end_date"], care.episode["end_reason"] = day, "X1"
        if group is not None:
            care.placement["end_date"] = day
            care.placement["change_reason"] = weighted(
                self.chance, (("CARPL", 45), ("CREQB", 20), ("CREQO", 10), ("CHILD", 8), ("LAREQ", 10), ("CLOSE", 7))
            )
            care.placement, care.group = self._place(care.child, care.period_id, day, group), group
            care.moves.append(day)
        if legal is not None:
            care.legal["end_date"] = day
            care.legal = self._legal(care.child, day, legal)
        care.episode = rows.add(
            "looked_after_episodes",
            looked_after_episode_id=rows.new_id("E"),
            child_id=care.child.child_id,
            placement_id=care.placement["placement_id"],
            start_date=day,
            start_reason="B" if group and legal else "P" if group else "L",
            primary_need=care.episode["primary_need"],
            period_of_care_id=care.period_id,
            referral_id=care.episode["referral_id"],
            entered_care_date=care.entered,
        )

    def _enter(self, child: Child, day: date, *, settled: bool = False, group: str | None = None) -> None:
        rows = self.world.rows
        status = "V2" if child.unaccompanied else str(self.world.decks.deal("first legal status", FIRST_STATUSES))
        if settled:
            status = str(weighted(self.chance, (("C2", 80), ("V2", 14), ("C1", 6))))
        chosen = group or placing.choose(self, child, day)
        period_id = rows.new_id("L")
        placement = self._place(child, period_id, day, chosen)
        episode = rows.add(
            "looked_after_episodes",
            looked_after_episode_id=rows.new_id("E"),
            child_id=child.child_id,
            placement_id=placement["placement_id"],
            start_date=day,
            start_reason="S",
            primary_need="N8" if child.unaccompanied else (child.episode or {}).get("primary_need", "N1"),
            period_of_care_id=period_id,
            referral_id=child.episode and child.episode["referral_id"],
            entered_care_date=day,
        )
        legal = self._legal(child, day, status)
        care = Care(
            child, period_id, day, episode, placement, legal, chosen, self.world.decks.happens("unsettled", UNSETTLED)
        )
        child.care = care
        self.cares.append(care)
        self.world.in_care[child.child_id] = child
        self.need.stop(child, day)

    def _leave(self, child: Child, day: date, reason: str) -> None:
        care = child.care
        if not isinstance(care, Care):
            return
        day = max(day, care.episode["start_date"])
        care.episode["end_date"], care.episode["end_reason"] = self.world.days.known(day), reason
        care.placement["end_date"] = care.legal["end_date"] = self.world.days.known(day)
        child.care = None
        if reason in {"E4A", "E4B"}:
            self.home.append(child)
        self.world.in_care.pop(child.child_id, None)
        if day >= child.eighteenth or reason in {*ADOPTED, "E15", "E17", "E3"}:
            self.front_door.close(child, day, "RC1" if reason in ADOPTED else "RC7")

    def _legal(self, child: Child, day: date, status: str) -> dict[str, Any]:
        rows = self.world.rows
        return rows.add(
            "legal_statuses",
            legal_status_id=rows.new_id("T"),
            child_id=child.child_id,
            legal_status=status,
            start_date=day,
        )

    def _place(self, child: Child, period_id: str, day: date, group: str) -> dict[str, Any]:
        kind, provider = placing.kind_of(self.chance, group)
        outside = self.chance.random() < (0.6 if group in {"children's home", "supported"} else 0.13)
        far = outside and self.chance.random() < 0.56
        nearest, furthest = (21, 140) if far else (8, 20) if outside else (0.3, 14)
        rows = self.world.rows
        return rows.add(
            "placements",
            placement_id=rows.new_id("H"),
            period_of_care_id=period_id,
            child_id=child.child_id,
            start_date=day,
            placement_type=kind,
            provider=provider,
            distance_miles=round(self.chance.uniform(nearest, furthest), 1),
            postcode_district=self.chance.choice(("SO14", "PO1", "BH8", "RG21") if outside else ("PO30", "PO33", "PO36")),
        )

    def _found_to_be_adults(self, first: date, last: date) -> None:
        """Now and then an assessment of age, in the months after an arrival, finds an adult."""
        for child in [c for c in self.world.in_care.values() if c.unaccompanied and isinstance(c.care, Care)]:
            entered = child.care.entered if isinstance(child.care, Care) else first
            if 30 < (first - entered).days < 100 and self.chance.random() < DISPUTED:
                self._leave(child, self.world.days.within(first, last, weekend=0), "E15")

    def _arrivals(self, first: date, last: date) -> int:
        """Unaccompanied young people arrive in ones to threes."""
        here = sum(1 for child in self.world.in_care.values() if child.unaccompanied)
        arriving = max(0, self.unaccompanied[last] - here)
        for _ in range(arriving):
            day = self.world.days.within(first, last)
            age = 15.9 + self.chance.random() * 1.5 if self.world.decks.happens("arrives over 15", 0.94) else 14.4
            family = Family(self.world.rows.new_id("F"))
            born = day - timedelta(days=int(age * 365.25))
            child = self.world.people.new_child(
                family, born, day, weighted(self.chance, UNACCOMPANIED_ETHNICITIES), unaccompanied=True
            )
            family.children.append(child)
            self.world.rows.add(
                "immigration_statuses",
                immigration_status_id=self.world.rows.new_id("J"),
                child_id=child.child_id,
                start_date=day,
                immigration_status="Unaccompanied Asylum Seeking Child",
            )
            self.front_door.refer([child], day, urgent=True)
            self._enter(child, day, group="supported" if age > 16.5 else "external fostering")
        return arriving

    def _starts(self, first: date, last: date, wanted: int) -> None:
        while wanted > 0:
            day = self.world.days.within(first, last)
            came = self._first_child(day)
            siblings = [c for c in came.family.children if c is not came and self._may_enter(c, day) and c.age(day) < 13]
            together = siblings if self.chance.random() < TOGETHER else []
            for child in [came, *together][:wanted]:
                if child.episode is None:
                    self.front_door.refer([child], day, urgent=True)
                self._enter(child, max(day, child.episode["referral_date"]) if child.episode else day)
                wanted -= 1

    def _may_enter(self, child: Child, day: date) -> bool:
        known = child.episode is None or child.episode["referral_date"] <= day
        return child.care is None and child.born < day and child.age(day) < 17.3 and child.last_closed < day and known

    def _first_child(self, day: date) -> Child:
        """A child who starts, by age; most were on a plan or in need."""
        back = [child for child in self.home[-120:] if self._may_enter(child, day)]
        if back and self.world.decks.happens("comes back", COMES_BACK):
            return self.chance.choice(back)
        youngest, oldest = self.world.decks.deal("age at the start", ENTRY_AGES)
        luck = self.chance.random()
        pool = self.world.on_plan if luck < KNOWN / 2 else self.world.in_need if luck < KNOWN else {}
        suited = [c for c in pool.values() if youngest <= c.age(day) < oldest and self._may_enter(c, day)]
        if suited:
            return self.chance.choice(suited)
        family = self.world.people.new_family(day, youngest=self.chance.randrange(youngest, oldest))
        return family.children[0]

    def _ends(self, first: date, last: date, surplus: int) -> None:
        ready = [c for c in self.world.in_care.values() if isinstance(c.care, Care) and c.care.entered < first]
        ready.sort(key=lambda child: self._ripeness(child, last), reverse=True)
        for child in ready[: max(0, surplus)]:
            care = child.care
            day = self.world.days.within(first, last)
            self._leave(child, day, self._reason(child, care, last) if isinstance(care, Care) else "E8")

    def _ripeness(self, child: Child, day: date) -> float:
        """Little ones leave for adoption or kin after most of a year, older ones soon or late."""
        care, age = child.care, child.age(day)
        if child.unaccompanied or not isinstance(care, Care):
            return 0.0
        months = (day - care.entered).days / 30.4
        if age < 5:
            return drawn_by(self.chance, 0.5 if months > 9 else 0.2)
        usual = 0.13 if age < 10 else 0.11 if age < 16 else 0.15
        return drawn_by(self.chance, usual * (2.5 if months < 7 else 1.0))

    def _reason(self, child: Child, care: Care, day: date) -> str:
        if child.age(day) < 6 and (day - care.entered).days > 300:
            return str(self.world.decks.deal("little one leaves", (("E11", 25), ("E12", 30), ("E45", 27), ("E4A", 18))))
        older = (("E4A", 44), ("E4B", 9), ("E45", 18), ("E41", 9), ("E3", 3), ("E8", 17))
        return str(self.world.decks.deal("older one leaves", older))
