"""Local records of the example: decisions on referrals, early help outcomes, sickness, agency cover, care applications.

They are made last and by a stream of chance of their own, so that no other record moves.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from quarterday.example.days import shifted
from quarterday.example.people import weighted
from quarterday.example.world import World

TO_EARLY_HELP = 0.16
"""Share of contacts without a referral that are passed on to early help."""
DECIDED = 0.94
NOT_COVERED = 0.26
"""Share of vacancies that no agency worker covers."""
DAYS_TO_DECISION = ((0, 52), (1, 37), (2, 6), (3, 3), (6, 2))
DAYS_AWAY = (((1, 5), 82), ((6, 20), 12), ((28, 90), 6))
DAYS_BETWEEN_ABSENCES = 175


class LocalRecords:
    """What an authority keeps that no national return asks for."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rows = world.rows
        self.chance: Random = world.chance_for("local records")

    def make(self) -> None:
        """All of them."""
        self._early_help_outcomes()
        self._decisions()
        self._agency_cover()
        self._sickness()
        self._care_applications()

    def _early_help_outcomes(self) -> None:
        for contact in self.rows.of("contacts"):
            closed = "Y" in (contact["no_further_action"], contact.get("information_and_advice"))
            passed_on = closed and self.chance.random() < TO_EARLY_HELP
            contact["stepped_to_early_help"] = "Y" if passed_on else "N"
            if passed_on:
                contact["no_further_action"] = "N"

    def _decisions(self) -> None:
        for referral in self.rows.of("referrals"):
            day = shifted(referral["referral_date"], weighted(self.chance, DAYS_TO_DECISION))
            if self.chance.random() < DECIDED and day <= self.world.end:
                self.rows.add(
                    "referral_decisions",
                    referral_decision_id=self.rows.new_id("RD"),
                    referral_id=referral["referral_id"],
                    child_id=referral["child_id"],
                    decision_date=day,
                )

    def _agency_cover(self) -> None:
        for post in self.rows.of("establishment"):
            if post["agency_covered"] == "Y" and self.chance.random() < NOT_COVERED:
                post["agency_covered"] = "N"

    def _sickness(self) -> None:
        for employment in self.rows.of("employments"):
            if employment["agency_worker"] == "Y":
                continue
            last = min(employment["end_date"] or self.world.end, self.world.end)
            day = max(employment["start_date"], self.world.start) + self._until_next()
            while day <= last:
                low, high = weighted(self.chance, DAYS_AWAY)
                back = day + timedelta(days=self.chance.randint(low, high) - 1)
                self._absence(employment["professional_id"], day, back if back <= last else employment["end_date"])
                day = back + self._until_next()

    def _until_next(self) -> timedelta:
        return timedelta(days=1 + int(self.chance.expovariate(1 / DAYS_BETWEEN_ABSENCES)))

    def _absence(self, worker: str, day: date, back: date | None) -> None:
        self.rows.add(
            "sickness_absences",
            sickness_absence_id=self.rows.new_id("SA"),
            professional_id=worker,
            start_date=day,
            end_date=back,
        )

    def _care_applications(self) -> None:
        """After pre-proceedings that ended in a decision to issue; else shortly before an interim care order."""
        applied: set[str] = set()
        for case in self.rows.of("pre_proceedings"):
            if case["end_date"] and case["outcome"] == "Decision to Issue Care Proceedings":
                letter = case["end_date"] + timedelta(days=self.chance.randint(2, 9))
                case["letter_of_issue_date"] = self.world.days.known(letter)
                self._application(case["child_id"], letter + timedelta(days=self.chance.randint(1, 12)), applied)
        for status in self.rows.of("legal_statuses"):
            if status["legal_status"] == "C1":
                self._application(status["child_id"], self._before(status), applied)

    def _before(self, status: dict[str, Any]) -> date:
        start: date = status["start_date"]
        return start - timedelta(days=self.chance.randint(1, 20))

    def _application(self, child_id: str, day: date, applied: set[str]) -> None:
        if child_id in applied or day > self.world.end:
            return
        applied.add(child_id)
        self.rows.add(
            "care_applications",
            care_application_id=self.rows.new_id("CA"),
            child_id=child_id,
            application_date=day,
        )
