"""Section 47 enquiries, conferences and protection plans of the example, steered to the published path."""

from datetime import date, timedelta
from typing import Any

from quarterday.example import targets
from quarterday.example.front_door import FrontDoor
from quarterday.example.people import Child, Family, weighted
from quarterday.example.world import World

CATEGORIES = (("NEG", 63), ("EMO", 24), ("PHY", 8), ("SAB", 5))
IN_TIME = {2018: 0.82, 2019: 0.83, 2020: 0.76, 2021: 0.80}
REPEAT = 0.2
"""Share of families coming to conference that have had a plan before."""


class Protection:
    """A month of child protection."""

    def __init__(self, world: World, front_door: FrontDoor) -> None:
        self.world = world
        self.front_door = front_door
        self.chance = world.chance_for("protection")
        self.stock = world.path(targets.PLANS, 3)
        self.ended: list[tuple[date, Child]] = []

    def seed(self, day: date) -> None:
        """Plans already open when the records begin."""
        wanted = self.stock[min(self.stock)]
        while len(self.world.on_plan) < wanted:
            back = day - timedelta(days=int(min(900, self.chance.expovariate(1 / 200))))
            family = self.world.people.new_family(back)
            children = [c for c in family.children if c.age(day) < 16.5][: wanted - len(self.world.on_plan)]
            if children:
                self.front_door.refer(children, back - timedelta(days=40), urgent=True)
                self._plan(children, back, None)

    def month(self, first: date, last: date) -> None:
        """Conferences and new plans, then plans ended until the stock stands where it should."""
        self._birthdays(last)
        year = first.year if first.month >= 4 else first.year - 1
        starts = targets.by_year(targets.PLAN_STARTS_BY_YEAR, year) / 12 * self.world.scale
        wanted = max(0, round(self.chance.gauss(starts, starts**0.5)))
        stock = len(self.world.on_plan)
        wanted = max(wanted, self.stock[last] - stock)
        made = self._conferences(first, last, year, wanted)
        self._end(first, last, stock + made - self.stock[last])
        self._other_enquiries(first, last, year)

    def end(self, child: Child, day: date) -> None:
        """End a child's plan."""
        if child.plan is None:
            return
        row, child.plan = child.plan, None
        row["end_date"] = self.world.days.known(max(day, row["start_date"]))
        self.world.on_plan.pop(child.child_id, None)
        self.ended.append((day, child))

    def _conferences(self, first: date, last: date, year: int, wanted: int) -> int:
        made = 0
        families = self._candidates(last)
        while made < wanted and families:
            family = families.pop()
            day = self.world.days.within(first, last, weekend=0)
            children = [c for c in family.children if self._may_be_planned(c, day)]
            if not children:
                continue
            planned = self.chance.random() < 0.9
            room = wanted - made
            children = children[:room] if planned else children
            enquiry = self._enquiry_before(day, year)
            held = self._conference(children, day, enquiry, planned)
            if planned:
                self._plan(children, day, held)
                made += len(children)
        return made

    def _candidates(self, day: date) -> list[Family]:
        """Families that may come to conference, the likeliest last; about a fifth have had a plan before."""
        families = {c.family.family_id: c.family for c in self.world.in_need.values() if self._may_be_planned(c, day)}
        ordered = sorted(families.values(), key=lambda f: f.troubled * self.chance.random())
        again = [f for f in ordered if any(c.plans_before for c in f.children)]
        fresh = [f for f in ordered if not any(c.plans_before for c in f.children)]
        chosen: list[Family] = []
        while again or fresh:
            pool = again if again and (not fresh or self.chance.random() < REPEAT) else fresh
            chosen.append(pool.pop())
        return chosen[::-1]

    def _may_be_planned(self, child: Child, day: date) -> bool:
        return (
            child.plan is None
            and child.care is None
            and child.episode is not None
            and "closing" not in child.episode
            and child.episode["referral_date"] < day - timedelta(days=12)
            and child.age(day) < 17
        )

    def _enquiry_before(self, day: date, year: int) -> date:
        in_time = self.chance.random() < targets.by_year(IN_TIME, year)
        return self.world.days.after(day, -(self.chance.randint(8, 15) if in_time else self.chance.randint(16, 32)))

    def _conference(self, children: list[Child], day: date, enquiry: date, planned: bool) -> dict[str, str]:
        meeting = self.world.rows.new_id("G")
        held = {}
        for child in children:
            start = max(enquiry, child.episode["referral_date"]) if child.episode else enquiry
            ids = self._enquiry(child, start, day, led_to_conference="Y")
            row = self.world.rows.add(
                "initial_child_protection_conferences",
                conference_id=self.world.rows.new_id("I"),
                meeting_id=meeting,
                section_47_enquiry_id=ids,
                child_id=child.child_id,
                referral_id=child.episode and child.episode["referral_id"],
                transfer_in="Y" if self.chance.random() < 0.03 else "N",
                target_date=self.world.days.after(start, 15),
                conference_date=day,
                led_to_plan="Y" if planned else "N",
            )
            held[child.child_id] = row["conference_id"]
        return held

    def _enquiry(self, child: Child, start: date, end: date, *, led_to_conference: str) -> str:
        row = self.world.rows.add(
            "section_47_enquiries",
            section_47_enquiry_id=self.world.rows.new_id("Q"),
            referral_id=child.episode and child.episode["referral_id"],
            child_id=child.child_id,
            start_date=start,
            end_date=self.world.days.known(end),
            no_further_action="Y" if led_to_conference == "N" and self.chance.random() < 0.4 else "N",
            led_to_conference=led_to_conference,
        )
        return str(row["section_47_enquiry_id"])

    def _other_enquiries(self, first: date, last: date, year: int) -> None:
        """Enquiries that lead to no conference."""
        gap = targets.by_year(targets.SECTION_47_BY_YEAR, year) - targets.by_year(targets.CONFERENCES_BY_YEAR, year)
        wanted = round(gap / 12 * self.world.scale)
        families = list({c.family.family_id: c.family for c in self.world.in_need.values()}.values())
        self.chance.shuffle(families)
        for family in families:
            if wanted <= 0:
                return
            day = self.world.days.within(first, last)
            for child in [c for c in family.children if c.episode and c.episode["referral_date"] <= day][:wanted]:
                self._enquiry(child, day, self.world.days.after(day, self.chance.randint(4, 14)), led_to_conference="N")
                wanted -= 1

    def _plan(self, children: list[Child], day: date, held: dict[str, str] | None) -> None:
        category = weighted(self.chance, CATEGORIES)
        latest = weighted(self.chance, CATEGORIES) if self.chance.random() < 0.08 else category
        for child in children:
            child.plan = self.world.rows.add(
                "child_protection_plans",
                child_protection_plan_id=self.world.rows.new_id("P"),
                referral_id=child.episode and child.episode["referral_id"],
                conference_id=held and held[child.child_id],
                child_id=child.child_id,
                start_date=day,
                other_authority_plan="N",
                initial_category=category,
                latest_category=latest,
            )
            child.plans_before += 1
            self.world.on_plan[child.child_id] = child

    def _end(self, first: date, last: date, surplus: int) -> None:
        """End plans of whole families by how ripe they are; the last family only as far as needed."""
        families: dict[str, list[Child]] = {}
        for child in self.world.on_plan.values():
            if child.plan and child.plan["start_date"] < first:
                families.setdefault(child.family.family_id, []).append(child)
        ripe = sorted(families.values(), key=lambda group: self._ripeness(group, last), reverse=True)
        for group in ripe:
            if surplus <= 0:
                return
            day = self.world.days.within(first, last, weekend=0)
            for child in group[:surplus]:
                self.end(child, max(day, _row_start(child)))
                surplus -= 1

    def _ripeness(self, group: list[Child], day: date) -> float:
        """Plans end at reviews: after three months, then most often after nine, and few stay past two years."""
        if any(child.care is not None for child in group):
            return 10.0
        months = (day - _row_start(group[0])).days / 30.4
        weight = 0.9 if 2.6 < months < 3.7 else 0.25 if months < 8 else 1.2 if months < 13 else 0.55
        weight = 2.5 if months > 27 else weight
        return float(weight * self.chance.random() ** 0.7)

    def _birthdays(self, last: date) -> None:
        for child in [c for c in self.world.on_plan.values() if c.eighteenth <= last]:
            self.end(child, child.eighteenth)


def _row_start(child: Child) -> date:
    row: dict[str, Any] = child.plan or {}
    start: date = row["start_date"]
    return start
