"""Looked-after children of the example: starts, placements, legal statuses and ends, steered to the published path."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from quarterday.example import placing, targets
from quarterday.example.front_door import FrontDoor
from quarterday.example.need import Need
from quarterday.example.people import UNACCOMPANIED_ETHNICITIES, Child, Family, weighted
from quarterday.example.protection import Protection
from quarterday.example.world import World


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
        self._arrivals(first, last)
        year = first.year if first.month >= 4 else first.year - 1
        starts = targets.by_year(targets.CARE_STARTS_BY_YEAR, year) / 12 * self.world.scale
        wanted = max(0, round(self.chance.gauss(starts, starts**0.5)), self.stock[last] - len(self.world.in_care))
        self._starts(first, last, wanted)
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
        status = "V2" if child.unaccompanied else str(weighted(self.chance, (("C1", 46), ("V2", 42), ("L1", 12))))
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
        care = Care(child, period_id, day, episode, placement, legal, chosen, self.chance.random() < 0.24)
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
        self.world.in_care.pop(child.child_id, None)
        if day >= child.eighteenth or reason.startswith("E1") or reason == "E3":
            self.front_door.close(child, day, "RC1" if reason.startswith("E1") and reason != "E17" else "RC7")

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
        known = self.chance.random() > 0.0
        far = self.chance.random() < (0.6 if group in {"children's home", "supported"} else 0.08)
        miles = round(self.chance.uniform(21, 140) if far else self.chance.uniform(0.3, 14), 1)
        rows = self.world.rows
        return rows.add(
            "placements",
            placement_id=rows.new_id("H"),
            period_of_care_id=period_id,
            child_id=child.child_id,
            start_date=day,
            placement_type=kind,
            provider=provider,
            distance_miles=miles if known else None,
            postcode_district=self.chance.choice(("SO14", "PO1", "BH8", "RG21") if far else ("PO30", "PO33", "PO36")),
        )

    def _arrivals(self, first: date, last: date) -> None:
        """Unaccompanied young people arrive in ones to threes."""
        here = sum(1 for child in self.world.in_care.values() if child.unaccompanied)
        for _ in range(self.unaccompanied[last] - here):
            day = self.world.days.within(first, last)
            age = 15.2 + self.chance.random() * 2.2 if self.chance.random() < 0.9 else 14.2
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

    def _starts(self, first: date, last: date, wanted: int) -> None:
        while wanted > 0:
            day = self.world.days.within(first, last)
            family = self._family(day)
            children = [c for c in family.children if c.care is None and c.born < day and c.age(day) < 17.3]
            if not children:
                continue
            together = len(children) if self.chance.random() < 0.45 else 1
            for child in children[: min(together, wanted)]:
                if child.episode is None:
                    self.front_door.refer([child], day, urgent=True)
                self._enter(child, max(day, child.episode["referral_date"]) if child.episode else day)
                wanted -= 1

    def _family(self, day: date) -> Family:
        """Most children who start were on a plan or in need; a fifth are under one, a quarter sixteen and over."""
        luck = self.chance.random()
        pool = list((self.world.on_plan if luck < 0.35 else self.world.in_need).values())
        if luck < 0.65 and pool:
            return self.chance.choice(pool).family
        youngest = 0 if self.chance.random() < 0.3 else self.chance.choice((4, 9, 13, 15, 16, 16))
        return self.world.people.new_family(day, youngest=youngest)

    def _ends(self, first: date, last: date, surplus: int) -> None:
        ready = [c for c in self.world.in_care.values() if isinstance(c.care, Care) and c.care.entered < first]
        ready.sort(key=lambda child: self._ripeness(child, last), reverse=True)
        for child in ready[: max(0, surplus)]:
            care = child.care
            day = self.world.days.within(first, last)
            self._leave(child, day, self._reason(child, care, last) if isinstance(care, Care) else "E8")

    def _ripeness(self, child: Child, day: date) -> float:
        if child.unaccompanied:
            return 0.0
        care = child.care
        months = (day - care.entered).days / 30.4 if isinstance(care, Care) else 0
        young = 1.1 if child.age(day) < 5 and months > 11 else 0.5
        return (1.0 if months < 7 else young) * self.chance.random()

    def _reason(self, child: Child, care: Care, day: date) -> str:
        if child.age(day) < 6 and (day - care.entered).days > 300:
            return str(weighted(self.chance, (("E11", 25), ("E12", 30), ("E45", 30), ("E4A", 15))))
        return str(weighted(self.chance, (("E4A", 55), ("E4B", 12), ("E45", 20), ("E41", 8), ("E3", 2), ("E8", 3))))
