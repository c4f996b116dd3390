"""Workers of the example: teams, posts, and who holds which child when."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from quarterday.example.days import Days
from quarterday.example.teams import ASSESSMENT_AND_SAFEGUARDING, TEAMS, numbered, team_of
from quarterday.example.world import World

CALIBRATED_ON = date(2021, 9, 30)
CASES_A_WORKER = 21.0
CASES_A_WORKER_ALL = 18.8
CASE_HOLDING = (ASSESSMENT_AND_SAFEGUARDING, "disability", "looked after")
HARD_TO_RECRUIT_SINCE = date(2021, 10, 1)
COVERS_A_VACANCY = 0.46
"""Share of agency workers who stand in for a post that nobody holds."""
REALLOCATED = {"looked after": 0.09}
"""Share of a team's children who change worker in a month though theirs stays, where it is not the usual 0.012."""
GIVEN = ("Alex", "Sam", "Jo", "Chris", "Pat", "Robin", "Kim", "Lee", "Ashley", "Jamie", "Morgan", "Taylor")


@dataclass(eq=False)
class Worker:
    """A worker, and the cases held now."""

    row: dict[str, Any]
    team_id: str
    team_type: str
    start: date
    end: date | None
    social_worker: bool
    appetite: float
    cases: int = 0
    held: dict[str, dict[str, Any]] = field(default_factory=dict)


class Workers:
    """Allocates every open child to a worker, month by month, and calibrates working time at one date."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rows = world.rows
        self.chance = world.chance_for("workers")
        self.here: list[Worker] = []
        self.leaving = 0.0
        self.days = Days(self.chance, world.end)
        self.all: list[Worker] = []
        self.holder: dict[str, tuple[Worker, dict[str, Any]]] = {}
        for (team_id, (name, kind)), (_, _, posts) in zip(numbered().items(), TEAMS, strict=True):
            self.rows.add("teams", team_id=team_id, name=name)
            for _ in range(max(1, round(posts * world.scale)) if posts else 0):
                self._hire(team_id, kind, world.start - timedelta(days=self.chance.randint(30, 2500)))

    def month(self, first: date, last: date) -> None:
        """Leavers' cases move on one day; closed children are let go; new ones are allocated."""
        for worker in self._leavers(first):
            self._leave(worker, self.days.within(first, last, weekend=0))
        wanted = {child.child_id: self._team_for(child) for child in self._open_children()}
        for child_id in [c for c in self.holder if c not in wanted]:
            self._release(child_id, self.days.within(first, last), "TSPROC")
        for child_id, team_id in wanted.items():
            held = self.holder.get(child_id)
            if held and held[0].team_id == team_id:
                if self.chance.random() < REALLOCATED.get(held[0].team_type, 0.012):
                    self._move(child_id, team_id, self.days.within(first, last), "MANAGE")
                continue
            day = self.days.within(first, last)
            if held:
                self._move(child_id, team_id, day, "TSPROC")
            else:
                self._take(child_id, team_id, day)

    def calibrate(self) -> None:
        """Set working time so that cases per worker stand where they were published on one day."""
        day = CALIBRATED_ON
        load: dict[str, int] = {}
        for row in self.rows.of("involvements"):
            if row["start_date"] <= day and (row.get("end_date") is None or row["end_date"] > day):
                load[row["professional_id"]] = load.get(row["professional_id"], 0) + 1
        holders = [w for w in self.all if w.social_worker and load.get(w.row["professional_id"])]
        mine = [w for w in holders if w.team_type == ASSESSMENT_AND_SAFEGUARDING]
        others = [w for w in holders if w not in mine]
        cases = sum(load[w.row["professional_id"]] for w in holders)
        safeguarding = sum(load[w.row["professional_id"]] for w in mine)
        wanted = round(safeguarding * 100 / CASES_A_WORKER)
        _spread(mine, wanted)
        _spread(others, round(cases * 100 / CASES_A_WORKER_ALL) - wanted)

    def finish(self) -> None:
        """Employment and establishment of every social worker."""
        for worker in self.all:
            if worker.social_worker:
                self._employment(worker)

    def _hire(self, team_id: str, kind: str, day: date) -> Worker:
        social_worker = kind != "family support"
        number = self.rows.new_id("PR")
        new = self.chance.random() < 0.12 and social_worker
        title = "Newly qualified social worker" if new else "Social worker" if social_worker else "Family support worker"
        row = self.rows.add(
            "professionals",
            professional_id=number,
            staff_id=f"S{number}",
            name=f"{self.chance.choice(GIVEN)} Example-{number[-4:]}",
            registration_number=f"SW{number[-6:]}" if social_worker else None,
            agency_worker="Y" if social_worker and self._from_an_agency(kind, day) else "N",
            job_title=title,
            full_time_hundredths=self.chance.choice((100, 100, 100, 80, 60)),
        )
        appetite = 0.65 if new else self.chance.gauss(1, 0.36)
        worker = Worker(row, team_id, kind, day, None, social_worker, max(0.35, appetite))
        self.here.append(worker)
        self.all.append(worker)
        return worker

    def _from_an_agency(self, kind: str, day: date) -> bool:
        """Agency workers mostly hold cases; since the autumn of 2021 they fill most posts that fall vacant."""
        usual = 0.32 if kind in CASE_HOLDING else 0.11
        return self.world.decks.happens("agency worker", 0.6 if day >= HARD_TO_RECRUIT_SINCE else usual)

    def _leavers(self, first: date) -> list[Worker]:
        """Who leaves in a month; what is over of a share is carried to the next."""
        social_workers = [worker for worker in self.here if worker.social_worker]
        self.leaving += len(social_workers) * self._leaving(first)
        number, self.leaving = divmod(self.leaving, 1)
        return self.chance.sample(social_workers, int(number))

    def _leaving(self, first: date) -> float:
        if first >= HARD_TO_RECRUIT_SINCE:
            return 0.035
        return 0.011 if first >= date(2021, 4, 1) else 0.0105

    def _leave(self, worker: Worker, day: date) -> None:
        worker.end = day
        self.here.remove(worker)
        self._hire(worker.team_id, worker.team_type, day)
        for child_id in list(worker.held):
            self._move(child_id, worker.team_id, day, "LEFTRL")

    def _open_children(self) -> list[Any]:
        world = self.world
        together = {**world.in_need, **world.in_care}
        return list(together.values())

    def _team_for(self, child: Any) -> str:
        area = child.family.area
        if child.care is not None:
            return team_of("looked after", area)
        suited = child.family.troubled * 7 % 1
        if child.plan is not None or suited > 0.28:
            return team_of(ASSESSMENT_AND_SAFEGUARDING, area)
        return team_of("disability" if suited < 0.06 else "family support", area)

    def _take(self, child_id: str, team_id: str, day: date) -> None:
        members = [w for w in self.here if w.team_id == team_id]
        team = [w for w in members if w.start <= day] or members
        if not team:
            return
        worker = min(team, key=lambda w: w.cases / w.appetite + self.chance.random() * 3)
        start = max(day, worker.start)
        row = self.rows.add(
            "involvements",
            involvement_id=self.rows.new_id("O"),
            professional_id=worker.row["professional_id"],
            role="CW",
            team_id=worker.team_id,
            child_id=child_id,
            start_date=start,
        )
        worker.cases += 1
        worker.held[child_id] = row
        self.holder[child_id] = (worker, row)

    def _release(self, child_id: str, day: date, reason: str) -> None:
        worker, row = self.holder.pop(child_id)
        row["end_date"] = max(day, row["start_date"])
        row["change_reason"] = reason
        worker.cases -= 1
        worker.held.pop(child_id, None)

    def _move(self, child_id: str, team_id: str, day: date, reason: str) -> None:
        self._release(child_id, day, reason)
        self._take(child_id, team_id, day)

    def _employment(self, worker: Worker) -> None:
        shared = {
            "professional_id": worker.row["professional_id"],
            "team_id": worker.team_id,
            "full_time_hundredths": worker.row["full_time_hundredths"],
            "start_date": worker.start,
            "end_date": worker.end,
        }
        agency = worker.row["agency_worker"] == "Y"
        self.rows.add(
            "employments", employment_id=self.rows.new_id("EM"), agency_worker=worker.row["agency_worker"], **shared
        )
        post = self.rows.new_id("POST")
        covers = agency and self.world.decks.happens("covers a vacancy", COVERS_A_VACANCY)
        holder = None if covers else shared["professional_id"]
        self.rows.add(
            "establishment",
            establishment_id=self.rows.new_id("ES"),
            post_id=post,
            agency_covered="Y" if holder is None else "N",
            **{**shared, "professional_id": holder},
        )


def _spread(workers: list[Worker], hundredths: int) -> None:
    """Give workers full-time, four-fifths or three-fifths time so that it adds up; one has the odd remainder."""
    if not workers:
        return
    full = [100] * len(workers)
    while sum(full) > hundredths and min(full) > 60:
        place = full.index(max(full))
        full[place] -= 20
    left = hundredths - sum(full)
    place = 0
    while left and place < len(full):
        taken = max(10 - full[place], min(100 - full[place], left))
        full[place] += taken
        left -= taken
        place += 1
    for worker, time in zip(workers, full, strict=True):
        worker.row["full_time_hundredths"] = time
