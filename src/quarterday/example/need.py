"""Children in need of the example: plans, step-downs, and episodes closed until the stock stands where it should."""

from datetime import date, timedelta

from quarterday.example import targets
from quarterday.example.front_door import FrontDoor
from quarterday.example.people import Child, drawn_by, weighted
from quarterday.example.protection import Protection
from quarterday.example.teams import area_team
from quarterday.example.world import World

STEP_DOWN = (((0, 8), 80), ((12, 25), 6), (None, 14))
"""Working days to the plan after a protection plan, or none."""
ENDED_EARLY = {2019: 0.17, 2020: 0.18, 2021: 0.47}
"""Share of step-down plans that end within three months; more as the front door grew busier."""
CLOSE_REASONS = (("RC7", 90), ("RC5", 4), ("RC3", 3), ("RC4", 2), ("RC6", 1))


class Need:
    """A month of children in need."""

    def __init__(self, world: World, front_door: FrontDoor, protection: Protection) -> None:
        self.world = world
        self.front_door = front_door
        self.protection = protection
        self.chance = world.chance_for("need")
        self.stock = world.path(targets.IN_NEED, 8)
        self.seen = 0

    def seed(self, day: date) -> None:
        """Episodes already open when the records begin."""
        while len(self.world.in_need) < self.stock[min(self.stock)] * 0.9:
            back = day - timedelta(days=int(min(1800, self.chance.expovariate(1 / 380))))
            family = self.world.people.new_family(back)
            children = [child for child in family.children if child.age(day) < 17]
            if children:
                self.front_door.refer(children, back, urgent=True)
                for child in children:
                    self._start(child, back + timedelta(days=30))

    def month(self, first: date, last: date) -> None:
        """New plans, step-downs, then closures."""
        self._close_decided(last)
        self._step_down()
        for child in list(self.world.in_need.values()):
            if self._wants_plan(child, last):
                self._start(child, self.world.days.within(first, last))
        self._close_surplus(first, last)

    def stop(self, child: Child, day: date) -> None:
        """End a child's plan, where there is one."""
        if child.need_plan is not None:
            row, child.need_plan = child.need_plan, None
            row["end_date"] = self.world.days.known(max(day, row["start_date"]))

    def _start(self, child: Child, day: date) -> None:
        if child.need_plan is None and child.plan is None and child.care is None and child.episode and day <= self.world.end:
            child.need_plan = self.world.rows.add(
                "child_in_need_plans",
                child_in_need_plan_id=self.world.rows.new_id("N"),
                referral_id=child.episode["referral_id"],
                child_id=child.child_id,
                team_id=area_team(child.family.area),
                start_date=max(day, child.episode["referral_date"]),
            )

    def _wants_plan(self, child: Child, last: date) -> bool:
        if child.plan is not None or child.care is not None:
            self.stop(child, max(self._since(child), last.replace(day=1)))
            return False
        if child.need_plan is not None or child.episode is None or "closing" in child.episode:
            return False
        days = (last - child.episode["referral_date"]).days
        return 40 < days < 75 and self.chance.random() < 0.7

    def _since(self, child: Child) -> date:
        row = child.plan or (child.need_plan or None)
        return row["start_date"] if row else self.world.start

    def _step_down(self) -> None:
        """Support after a protection plan, decided for siblings together."""
        ended, self.protection.ended = self.protection.ended, []
        together: dict[tuple[date, str], list[Child]] = {}
        for day, child in ended:
            child.stepped_down = day
            if child.episode is not None and child.care is None and child.age(day) < 18:
                together.setdefault((day, child.family.family_id), []).append(child)
        for (day, _), children in together.items():
            self._support(children, day)

    def _support(self, children: list[Child], day: date) -> None:
        """Most have a plan within ten working days, some late, some are closed at once, some end early."""
        delay = self.world.decks.deal("step-down", STEP_DOWN, 20)
        early = self.world.decks.happens("ended early", targets.by_year(ENDED_EARLY, targets.reporting_year(day)), 20)
        closing = day + timedelta(days=self.chance.randint(35, 85) if delay else self.chance.randint(0, 12))
        begun = self.world.days.after(day, self.chance.randint(*(delay or (0, 0))))
        for child in children:
            if delay:
                self._start(child, begun)
            if child.episode and (early or not delay):
                child.episode["closing"], child.episode["closing_reason"] = closing, "RC7"

    def _close_decided(self, last: date) -> None:
        for child in [c for c in self.world.in_need.values() if c.episode and c.episode.get("closing")]:
            if child.episode and child.episode["closing"] <= last and child.plan is None and child.care is None:
                reason = child.episode.get("closing_reason", "RC8")
                self.stop(child, child.episode["closing"])
                self.front_door.close(child, child.episode["closing"], reason)
        for child in [c for c in self.world.in_need.values() if c.eighteenth <= last and c.care is None]:
            if self.chance.random() < 0.8:
                self.stop(child, child.eighteenth)
                self.front_door.close(child, child.eighteenth, "RC6" if self.chance.random() < 0.3 else "RC7")

    def _close_surplus(self, first: date, last: date) -> None:
        surplus = len(self.world.in_need) - self.stock[last]
        families: dict[str, list[Child]] = {}
        for child in self.world.in_need.values():
            if self._may_close(child, last):
                families.setdefault(child.family.family_id, []).append(child)
        ordered = sorted(families.values(), key=lambda group: self._ripeness(group[0], last), reverse=True)
        for group in ordered:
            if surplus <= 0:
                return
            day = self.world.days.within(first, last)
            reason = str(weighted(self.chance, CLOSE_REASONS))
            for child in group:
                self.stop(child, day)
                self.front_door.close(child, max(day, child.episode["referral_date"]) if child.episode else day, reason)
                surplus -= 1

    def _may_close(self, child: Child, last: date) -> bool:
        if child.plan is not None or child.care is not None or child.episode is None or "closing" in child.episode:
            return False
        since: date = max(child.stepped_down, child.episode["referral_date"])
        return (last - since).days > (100 if child.plans_before else 45)

    def _ripeness(self, child: Child, day: date) -> float:
        months = (day - child.episode["referral_date"]).days / 30.4 if child.episode else 0
        slow = 0.04 if child.family.troubled > 0.54 else 1.0
        weight = 1.0 if months < 8 else 0.6 if months < 20 else 0.08
        return drawn_by(self.chance, weight * slow)
