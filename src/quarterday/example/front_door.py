"""Contacts, referrals and assessments of the example."""

from collections import Counter
from datetime import date
from typing import Any

from quarterday.example import targets
from quarterday.example.people import Child, Family, weighted
from quarterday.example.teams import LATENESS, area_team
from quarterday.example.world import World

SOURCES_2020 = (("2A", 26), ("6", 24), ("3F", 8), ("3A", 3), ("3B", 2), ("5B", 5), ("5C", 4), ("1A", 5), ("1B", 2))
SOURCES_2021 = (("2A", 32), ("6", 22), ("3F", 10), ("3A", 3), ("3B", 2), ("5B", 3), ("5C", 3), ("1A", 5), ("1B", 2))
OTHER_SOURCES = (("4", 3), ("7", 4), ("8", 7), ("9", 3), ("2B", 3), ("1C", 1), ("1D", 1), ("10", 2))
FACTORS = (
    *(("3B", 40), ("4B", 35), ("16A", 22), ("17A", 25), ("2B", 17), ("1B", 17), ("4A", 20), ("18C", 12), ("14A", 8)),
    *(("15A", 7), ("5A", 9), ("10A", 4), ("11A", 4), ("19C", 4), ("13A", 2), ("24A", 4)),
)
NEEDS = (("N1", 66), ("N2", 6), ("N5", 17), ("N4", 5), ("N3", 2), ("N6", 1), ("N8", 2), ("N0", 1))
REPEAT = {2018: 0.40, 2019: 0.395, 2020: 0.43, 2021: 0.45}
"""Share of families referred that were closed within the year."""
MONTHS_DIFFER = 0.09
"""How far the months of a year lie from their season, as a share, where none is published."""


class FrontDoor:
    """A month of the front door."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.chance = world.chance_for("front door")
        self.closed: list[tuple[date, Family]] = []
        self.made: Counter[tuple[int, int]] = Counter()
        self.unlike = {month: self.chance.gauss(1, MONTHS_DIFFER) for month in world.months}

    def month(self, first: date, last: date) -> None:
        """Contacts and referrals of a month, steered by the published number; urgent ones are made already."""
        world = self.world
        month = (first.year, first.month)
        wanted = self._referrals_wanted(first, last)
        while self.made[month] < wanted:
            day = world.days.at_the_door(first, last)
            there = [child for child in self._family(day).children if self._may_be_referred(child, day)]
            if there:
                self.refer(there[: wanted - self.made[month]], day)
        self._other_contacts(first, last, self.made[month])
        self._further_assessments(first, last)

    def _referrals_wanted(self, first: date, last: date) -> int:
        """The month's published number, or its season's with noise that leaves the year's number as it is."""
        usual = targets.referrals_in_month(first)
        year = targets.reporting_year(first)
        if year not in {2020, 2021}:
            months = [day for day in self.world.months if targets.reporting_year(day) == year]
            usual *= self.unlike[last] * len(months) / sum(self.unlike[day] for day in months)
        return round(usual * self.world.scale)

    def _may_be_referred(self, child: Child, day: date) -> bool:
        return child.episode is None and child.care is None and child.age(day) < 17.5 and child.last_closed < day

    def refer(self, children: list[Child], day: date, *, urgent: bool = False) -> None:
        """Refer siblings together; most are assessed, some need nothing further."""
        world, year = self.world, targets.reporting_year(day)
        self.made[day.year, day.month] += len(children)
        source = self._source("referral's source", year)
        no_further_action = not urgent and world.decks.happens(
            "no further action", targets.by_year(targets.NO_FURTHER_ACTION, year)
        )
        not_in_need = not urgent and world.decks.happens("not in need", targets.by_year(targets.NOT_IN_NEED, year))
        took = world.days.assessment(day, LATENESS[children[0].family.area])
        for child in children:
            self._contact(child, day, source, became_new_referral="Y")
            row = world.rows.add(
                "referrals",
                referral_id=world.rows.new_id("R"),
                child_id=child.child_id,
                referral_date=day,
                primary_need=weighted(self.chance, NEEDS),
                source=source,
                no_further_action="Y" if no_further_action else "N",
                led_to_assessment="N" if no_further_action else "Y",
                outcome_no_further_action="Y" if no_further_action else "N",
            )
            if no_further_action:
                closing = world.days.after(day, self.chance.randint(0, 3))
                row["close_date"] = world.days.known(closing)
                child.last_closed = closing
                continue
            done = self._assess(child, row, day, took, not_in_need)
            child.episode = row
            if not_in_need and done:
                row["closing"] = world.days.after(done, self.chance.randint(0, 4))
            world.in_need[child.child_id] = child
        if no_further_action:
            self._remember(day, children[0].family)

    def close(self, child: Child, day: date, reason: str) -> None:
        """Close a child's episode."""
        if child.episode is None:
            return
        row, child.episode = child.episode, None
        if day <= self.world.end:
            row["close_date"], row["close_reason"] = max(day, row["referral_date"]), reason
        child.last_closed = day
        self.world.in_need.pop(child.child_id, None)
        self._remember(day, child.family)

    def _remember(self, day: date, family: Family) -> None:
        """Families closed lately may be referred again; each is remembered once for its children together."""
        if (day, family) not in self.closed[-6:]:
            self.closed.append((day, family))

    def _assess(self, child: Child, referral: dict[str, Any], day: date, took: int, not_in_need: bool) -> date | None:
        world = self.world
        start = world.days.after(day, self.chance.choice((0, 0, 1, 1, 2)))
        done = world.days.known(world.days.after(start, took))
        row = world.rows.add(
            "assessments",
            assessment_id=world.rows.new_id("S"),
            child_id=child.child_id,
            referral_id=referral["referral_id"],
            team_id=area_team(child.family.area),
            start_date=world.days.known(start) or day,
            child_seen="Y" if self.chance.random() < 0.96 else "N",
            authorised_date=done,
            no_further_action=None if done is None else ("Y" if not_in_need else "N"),
        )
        if done and self.chance.random() < 0.93:
            codes = {weighted(self.chance, FACTORS) for _ in range(self.chance.randint(1, 4))}
            for code in ["21"] if not_in_need else sorted(codes):
                world.rows.add("assessment_factors", assessment_id=row["assessment_id"], factor=code)
        return done

    def _further_assessments(self, first: date, last: date) -> None:
        """Assessments of children already open: a change of circumstances, a move towards ending."""
        world = self.world
        ready = [c for c in world.in_need.values() if c.episode and (first - c.episode["referral_date"]).days > 100]
        for child in self.chance.sample(ready, min(len(ready), round(90 * world.scale))):
            if child.episode:
                day = world.days.within(first, last)
                took = world.days.assessment(day, LATENESS[child.family.area])
                self._assess(child, child.episode, day, took, False)

    def _family(self, day: date) -> Family:
        if self.chance.random() < targets.by_year(REPEAT, targets.reporting_year(day)) and self.closed:
            recent = [family for when, family in self.closed[-900:] if 20 < (day - when).days < 330]
            if recent:
                return self.chance.choice(recent)
        known = self.world.people.families
        if known and self.chance.random() < 0.2:
            return self.chance.choice(known)
        return self.world.people.new_family(day)

    def _other_contacts(self, first: date, last: date, referrals: int) -> None:
        world = self.world
        year = targets.reporting_year(first)
        lively = targets.SEASON[(first.month - 4) % 12] * (0.75 if (first.year, first.month) == (2020, 4) else 1)
        wanted = round(targets.by_year(targets.CONTACTS_A_MONTH, year) * lively * world.scale) - referrals
        made = 0
        while made < wanted:
            day = world.days.at_the_door(first, last, weekend=0.12)
            known = self.chance.random() < 0.45 and world.people.families
            family = self.chance.choice(world.people.families) if known else world.people.new_family(day)
            source = self._source("contact's source", year)
            for child in family.children[: max(1, wanted - made)]:
                if child.age(day) >= 18:
                    continue
                made += 1
                if child.episode is not None:
                    self._contact(child, day, source, joined_existing_referral="Y")
                elif self.chance.random() < 0.3:
                    self._contact(child, day, source, information_and_advice="Y")
                else:
                    self._contact(child, day, source, no_further_action="Y")

    def _contact(self, child: Child, day: date, source: str, **outcome: str) -> None:
        flags = {"became_new_referral": "N", "joined_existing_referral": "N", "no_further_action": "N", **outcome}
        rows = self.world.rows
        contact = rows.new_id("K")
        rows.add("contacts", contact_id=contact, child_id=child.child_id, contact_date=day, source=source, **flags)

    def _source(self, purpose: str, year: int) -> str:
        return str(self.world.decks.deal(purpose, (*(SOURCES_2021 if year >= 2021 else SOURCES_2020), *OTHER_SOURCES)))
