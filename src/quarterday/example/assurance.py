"""Assurance work of the example: audits, meetings, scrutiny, reviews of records, actions."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from quarterday.example.days import shifted
from quarterday.example.people import weighted
from quarterday.example.world import World
from quarterday.records.months import add_months

GRADES = ("outstanding", "good", "requires improvement", "inadequate")
THEMES = ("chronology", "voice of the child", "management oversight", "smart plans", "father or partner", "timeliness")
DOMAINS = ("assessment", "planning", "visits", "management oversight", "voice of the child")
REASONS = (
    ("new event", 30),
    ("new partner", 22),
    ("change of circumstances", 18),
    ("earlier risk returned", 22),
    ("plan ended too early", 8),
)


class Assurance:
    """Everything that the framework of quality work leaves behind in records."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rows = world.rows
        self.days = world.days
        self.chance: Random = world.chance_for("assurance")
        self.teams = [row["team_id"] for row in world.rows.of("teams")]

    def make(self) -> None:
        """All assurance rows."""
        self._plans()
        self._review_records()
        self._oversight()
        for first, last in self._spans():
            self._audits(first, last)
            self._samples(first, last)
        self._inspection()

    def _spans(self) -> Iterator[tuple[date, date]]:
        for last in self.world.months:
            yield last.replace(day=1), last

    def _plans(self) -> None:
        """Legal planning meetings for long plans, and reviewing officers' analysis of repeat plans."""
        seen: dict[str, int] = {}
        for plan in sorted(self.rows.of("child_protection_plans"), key=lambda row: row["start_date"]):
            self._legal_planning(plan)
            seen[plan["child_id"]] = seen.get(plan["child_id"], 0) + 1
            if seen[plan["child_id"]] > 1 and self.chance.random() < 0.92:
                self._repeat_plan(plan)

    def _legal_planning(self, plan: dict[str, Any]) -> None:
        gate = add_months(plan["start_date"], 18)
        if (plan.get("end_date") or date.max) <= gate or gate > self.world.end + timedelta(days=60):
            return
        in_time = self.chance.random() < 0.8
        shift = -self.chance.randint(3, 60) if in_time else self.chance.randint(5, 80)
        held = self.days.known(gate + timedelta(days=shift))
        if held and (in_time or self.chance.random() < 0.7):
            outcome = weighted(
                self.chance,
                (("continue plan", 45), ("start pre-proceedings", 30), ("issue proceedings", 10), ("end plan", 15)),
            )
            self.rows.add(
                "legal_planning_meetings",
                legal_planning_meeting_id=self.rows.new_id("LM"),
                child_id=plan["child_id"],
                child_protection_plan_id=plan["child_protection_plan_id"],
                meeting_date=held,
                outcome=outcome,
            )
            if outcome == "start pre-proceedings":
                self._pre_proceedings(plan["child_id"], held)

    def _pre_proceedings(self, child_id: str, held: date) -> None:
        ended = held + timedelta(weeks=self.chance.randint(9, 26))
        self.rows.add(
            "pre_proceedings",
            pre_proceedings_id=self.rows.new_id("PP"),
            child_id=child_id,
            decision_date=held,
            initial_meeting_date=self.days.known(held + timedelta(days=18)),
            end_date=self.days.known(ended),
            outcome="Decision to step down" if self.chance.random() < 0.6 else "Decision to Issue Care Proceedings",
            legal_gateway_outcome="B",
        )

    def _repeat_plan(self, plan: dict[str, Any]) -> None:
        done = self.days.known(plan["start_date"] + timedelta(days=self.chance.randint(10, 60)))
        if done is None:
            return
        reason = weighted(self.chance, REASONS)
        unforeseen = 0.70 if reason in {"new event", "new partner", "change of circumstances"} else 0.25
        self.rows.add(
            "repeat_plan_reviews",
            repeat_plan_review_id=self.rows.new_id("RP"),
            child_id=plan["child_id"],
            child_protection_plan_id=plan["child_protection_plan_id"],
            completed_date=done,
            foreseeable="N" if self.world.decks.happens("unforeseen", unforeseen) else "Y",
            main_reason=reason,
        )

    def _review_records(self) -> None:
        """Whether the record of each review is on file: better by team, and better after July 2021."""
        kinds = (
            ("child in need", "child_in_need_reviews", "child_in_need_review_id", 0.72),
            ("child protection", "child_protection_reviews", "child_protection_review_id", 0.93),
            ("looked after", "looked_after_reviews", "looked_after_review_id", 0.95),
        )
        for kind, table, key, usual in kinds:
            for review in self.rows.of(table):
                day = review["review_date"]
                improved = 0.14 if kind == "child in need" and day >= date(2021, 8, 1) else 0.0
                present = review["record_date"] is not None if "record_date" in review else None
                if present is None:
                    present = self.chance.random() < usual + improved
                self.rows.add(
                    "review_records",
                    review_record_id=f"RR{review[key]}",
                    child_id=review["child_id"],
                    review_type=kind,
                    review_id=review[key],
                    review_date=day,
                    record_present="Y" if present else "N",
                )

    def _oversight(self) -> None:
        """Weekly scrutiny by senior managers, fortnightly by the Director, monthly and quarterly meetings."""
        calendar = (
            ("caseload scrutiny", "senior manager", 7, 0.93),
            ("caseload scrutiny", "Director", 14, 0.9),
            ("performance action group", "senior manager", 28, 0.94),
            ("scrutiny committee", "members", 91, 0.97),
        )
        start = max(self.world.start, date(2018, 1, 1))
        for kind, level, every, kept in calendar:
            day = start + timedelta(days=(2 - start.weekday()) % 7)
            while day <= self.world.end:
                held = self.chance.random() < kept
                self.rows.add(
                    "oversight_events",
                    oversight_event_id=self.rows.new_id("OV"),
                    event_type=kind,
                    level=level,
                    scheduled_date=day,
                    held_date=self.days.known(day + timedelta(days=self.chance.choice((0, 0, 0, 1)))) if held else None,
                    decision="Caseloads above threshold looked at one by one" if held else None,
                )
                day += timedelta(days=every)

    def _audits(self, first: date, last: date) -> None:
        """Fifteen audits a month: graded by colleagues, some moderated, who are a little harsher."""
        begun = [plan for plan in self.world.rows.of("child_in_need_plans") if plan["start_date"] <= first]
        if first < date(2017, 4, 1) or not begun:
            return
        for place in range(max(2, round(15 * self.world.scale))):
            due = self.days.within(first, last, weekend=0)
            front_door = place % 5 == 0
            done = None if self.chance.random() < 0.06 else due + timedelta(days=self.chance.choice((-6, -3, -1, 0, 0, 4)))
            grade = self.chance.choices(GRADES, (6, 47, 39, 8))[0]
            row = self.rows.add(
                "audits",
                audit_id=self.rows.new_id("AU"),
                child_id=self.chance.choice(begun)["child_id"],
                audit_type="front door multi-agency" if front_door else "case file",
                domain=self.chance.choice(DOMAINS),
                due_date=due,
                completed_date=done and self.days.known(done),
                auditor_agency=self.chance.choice(("police", "health", "children's services"))
                if front_door
                else "children's services",
                team_id=self.chance.choice(self.teams),
                source=self.chance.choice(("2A", "6", "3F")) if front_door else None,
                grade=None if front_door or done is None else grade,
                moderated_grade=None,
                threshold_agreed=("Y" if self.chance.random() < 0.93 else "N") if front_door and done else None,
            )
            if row["completed_date"] and row["grade"]:
                self._moderate(row)
                self._learn(row)

    def _moderate(self, row: dict[str, Any]) -> None:
        if self.chance.random() < 0.3:
            place = GRADES.index(row["grade"])
            step = 0 if self.chance.random() < 0.74 else (1 if self.chance.random() < 0.8 else -1)
            row["moderated_grade"] = GRADES[min(3, max(0, place + step))]

    def _learn(self, row: dict[str, Any]) -> None:
        done = row["completed_date"]
        if self.chance.random() < 0.6:
            self.rows.add(
                "audit_themes",
                audit_theme_id=self.rows.new_id("TH"),
                audit_id=row["audit_id"],
                theme=self.chance.choice(THEMES),
                raised_date=done,
            )
        if row["grade"] in {"requires improvement", "inadequate"}:
            due = shifted(done, 20)
            took = self.chance.randint(4, 19) if self.chance.random() < 0.68 else self.chance.randint(21, 55)
            self.rows.add(
                "actions",
                action_id=self.rows.new_id("AC"),
                source="audit",
                source_id=row["audit_id"],
                child_id=row["child_id"],
                team_id=row["team_id"],
                raised_date=done,
                due_date=due,
                completed_date=self.days.known(shifted(done, took)) if self.chance.random() < 0.97 else None,
            )

    def _samples(self, first: date, last: date) -> None:
        """Managers' reviews of visit recording and of front-door decisions."""
        visits = self.rows.of("child_protection_visits")
        contacts = self.rows.of("contacts")
        if first < date(2018, 4, 1):
            return
        for _ in range(max(1, round(20 * self.world.scale))):
            day = self.days.within(first, last, weekend=0)
            visit = self.chance.choice(visits) if visits else None  # a small authority may have had none yet
            contact = self.chance.choice(contacts) if contacts else None
            if visit:
                self._visit_review(visit["child_id"], day)
            if contact:
                self._decision_review(contact["child_id"], day)

    def _visit_review(self, child_id: str, day: date) -> None:
        self.rows.add(
            "visit_reviews",
            visit_review_id=self.rows.new_id("VR"),
            child_id=child_id,
            visit_date=day - timedelta(days=self.chance.randint(2, 12)),
            reviewed_date=day,
            adequate="Y" if self.chance.random() < 0.84 else "N",
            team_id=self.chance.choice(self.teams),
        )

    def _decision_review(self, child_id: str, day: date) -> None:
        self.rows.add(
            "decision_reviews",
            decision_review_id=self.rows.new_id("DR"),
            child_id=child_id,
            reviewed_date=day,
            agreed="Y" if self.chance.random() < 0.95 else "N",
            team_id=self.teams[0],
        )

    def _inspection(self) -> None:
        """A full inspection in November 2018, in the inspectorate's judgement areas; made up."""
        areas = (
            "The impact of leaders on social work practice with children and families",
            "The experiences and progress of children who need help and protection",
            "The experiences and progress of children in care and care leavers",
            "Overall effectiveness",
        )
        for area in areas:
            self.rows.add(
                "inspection_judgements",
                inspection_judgement_id=self.rows.new_id("IJ"),
                domain=area,
                judgement="Good",
                judgement_date=date(2018, 11, 16),
            )
