"""Section 47 enquiries, conferences and protection plans of the example, steered to the published path."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from quarterday.example import targets
from quarterday.example.front_door import FrontDoor
from quarterday.example.pace import Pace
from quarterday.example.people import Child, Family, weighted
from quarterday.example.world import World
from quarterday.records.working_days import is_working_day

CATEGORIES = (("NEG", 63), ("EMO", 25), ("PHY", 7), ("SAB", 5))
IN_TIME = {2018: 0.82, 2019: 0.84, 2020: 0.74, 2021: 0.77}
"""Enquiries meant to come to conference in 15 working days; those begun with a fresh referral add to them."""
REPEAT = {2018: 0.24, 2019: 0.23, 2020: 0.31, 2021: 0.34}
"""Share of families coming to conference that have had a plan before."""
BEFORE_THE_RECORDS = 0.65
"""Share of those whose earlier plan was long ago or elsewhere, so that only its number is known."""
EXPECTING, JOINING = 0.12, 0.06
"""Families coming to conference that expect a child; conferences for a child expected by a family on plans."""
LENGTHS = (((45, 88), 22), ((95, 165), 8), ((185, 290), 50), ((450, 520), 15), ((740, 860), 5))
"""Days that a plan is to last at least, in the bands that DfE publishes; as the number of plans rises they last longer."""
FIRST_REVIEW = timedelta(days=92)
PLANNED = {2018: 0.93, 2019: 0.95, 2020: 0.86, 2021: 0.87}
"""Share of conferences that make a plan."""
CONSIDERED = 0.85
"""Share of a family's other children who are considered together with the first."""
STEPPED_DOWN_LATELY = 1.6
"""How much likelier a family comes back to conference in the months after its plan ended."""


class Protection:
    """A month of child protection."""

    def __init__(self, world: World, front_door: FrontDoor) -> None:
        self.world = world
        self.front_door = front_door
        self.chance = world.chance_for("protection")
        self.stock = world.path(targets.PLANS, 3)
        self.ended: list[tuple[date, Child]] = []
        self.pace = Pace(targets.PLAN_STARTS_BY_YEAR, world.scale, self.chance)
        self.due: dict[str, date] = {}
        """When each child's plan is meant to end."""

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
        year = targets.reporting_year(first)
        stock = len(self.world.on_plan)
        wanted = max(self.pace.wanted(last), self.stock[last] - stock)
        made = self._conferences(first, last, year, wanted)
        self.pace.made += made
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
        families = self._candidates(last, year)
        while made < wanted and (family := next(families, None)):
            day = self.world.days.within(first, last, weekend=0)
            joined = self._family_on_plan() if self.world.decks.happens("sibling joins", JOINING) else None
            children = [self._expected(joined, first, day)] if joined else self._considered(family, first, day)
            if not children:
                continue
            planned = self.world.decks.happens("plan made", targets.by_year(PLANNED, year))
            room = wanted - made
            children = children[:room] if planned else children
            enquiry = self._enquiry_before(day, year)
            held = self._conference(children, day, enquiry, planned)
            if planned:
                self._plan(children, day, held)
                made += len(children)
        return made

    def _considered(self, family: Family, first: date, day: date) -> list[Child]:
        """Children whom a conference considers; of a young family now and then one not yet born."""
        able = [c for c in family.children if self._may_be_planned(c, day)]
        children = [c for c in able if c is able[0] or self.chance.random() < CONSIDERED]
        expecting = children and min(c.age(day) for c in family.children) < 9
        if expecting and self.world.decks.happens("expecting", EXPECTING):
            return [self._expected(family, first, day), *children]
        return children

    def _expected(self, family: Family, first: date, day: date) -> Child:
        """A child not yet born, referred before the conference."""
        child = self.world.people.expect_child(family, day)
        self.front_door.refer([child], max(first, day - timedelta(days=28)), urgent=True)
        return child

    def _family_on_plan(self) -> Family | None:
        young = [c.family for c in self.world.on_plan.values() if c.age(self.world.start) < 8 and len(c.family.children) < 5]
        return self.chance.choice(young) if young else None

    def _candidates(self, day: date, year: int) -> Iterator[Family]:
        """Families that may come to conference, the likeliest first; some have had a plan before."""
        families = {c.family.family_id: c.family for c in self.world.in_need.values() if self._may_be_planned(c, day)}
        ordered = sorted(families.values(), key=lambda f: self._worry(f, day) * self.chance.random())
        again = [f for f in ordered if any(c.plans_before for c in f.children)]
        fresh = [f for f in ordered if not any(c.plans_before for c in f.children)]
        share = targets.by_year(REPEAT, year)
        kinds = (("here", share * (1 - BEFORE_THE_RECORDS)), ("elsewhere", share * BEFORE_THE_RECORDS), ("first", 1 - share))
        while again or fresh:
            kind = self.world.decks.deal("plan before", kinds)
            family = (again if again and (not fresh or kind == "here") else fresh).pop()
            family.plan_elsewhere = kind == "elsewhere"
            yield family

    def _worry(self, family: Family, day: date) -> float:
        """The younger the children the greater the worry; and where a plan has ended lately."""
        youngest = min(child.age(day) for child in family.children)
        lately = any((day - child.stepped_down).days < 120 for child in family.children)
        young = 1.2 if youngest < 1 else 1.0 if youngest < 5 else 0.85 if youngest < 10 else 0.75
        return family.troubled * young * (STEPPED_DOWN_LATELY if lately else 1.0)

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
        in_time = self.world.decks.happens("conference in time", targets.by_year(IN_TIME, year))
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
        category = self.world.decks.deal("category", CATEGORIES)
        latest = weighted(self.chance, CATEGORIES) if self.chance.random() < 0.08 else category
        due = day + timedelta(days=self.chance.randint(*self.world.decks.deal("length of plan", LENGTHS)))
        for child in children:
            elsewhere = child.family.plan_elsewhere and child.age(day) > 3
            child.plans_before += elsewhere and not child.plans_before
            self.due[child.child_id] = due
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
                previous_plans=child.plans_before,
            )
            child.plans_before += 1
            self.world.on_plan[child.child_id] = child

    def _end(self, first: date, last: date, surplus: int) -> None:
        """End plans of whole families, longest overdue first; the last family only as far as needed."""
        families: dict[str, list[Child]] = {}
        for child in self.world.on_plan.values():
            if child.plan and child.plan["start_date"] < first:
                families.setdefault(child.family.family_id, []).append(child)
        ripe = sorted(families.values(), key=lambda group: self._turn(group, last))
        for group in ripe:
            if surplus <= 0:
                return
            day = min(max(self._due(group), first), last)
            day = day if is_working_day(day) else self.world.days.within(first, last, weekend=0)
            for child in group[:surplus]:
                self.end(child, max(day, _row_start(child)))
                surplus -= 1

    def _due(self, group: list[Child]) -> date:
        """When a family's plans are meant to end; at once where a child has come into care."""
        if any(child.care is not None for child in group):
            return date.min
        return self.due[group[0].child_id]

    def _turn(self, group: list[Child], day: date) -> tuple[bool, date]:
        """Plans meant to end by the first review do; those that run on wait for each other."""
        due = self._due(group)
        return due > min(day, _row_start(group[0]) + FIRST_REVIEW), due

    def _birthdays(self, last: date) -> None:
        for child in [c for c in self.world.on_plan.values() if c.eighteenth <= last]:
            self.end(child, child.eighteenth)


def _row_start(child: Child) -> date:
    row: dict[str, Any] = child.plan or {}
    start: date = row["start_date"]
    return start
