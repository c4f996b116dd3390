"""Worklists as workbooks: what is due soon and what is overdue, one workbook a team and one of everything."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from quarterday.indicators import Computation
from quarterday.indicators.dimensions import NOT_KNOWN
from quarterday.records.periods import snapshot
from quarterday.reports.appendix import write_tables
from quarterday.reports.table import Cell, ColumnSpec, DataTable
from quarterday.reports.words import day_in_words
from quarterday.sections import SECTIONS
from quarterday.sections.worklist import Worklist

DUE_SOON, OVERDUE, NO_DAY, AS_IT_STANDS = "due soon", "overdue", "no due date", "open"
_ORDER = (DUE_SOON, OVERDUE, NO_DAY, AS_IT_STANDS)
_MARKING = "Official-sensitive: this workbook names children by their record id. Do not forward it."
_MADE_UP = "Made-up records of an example authority."
_STANDINGS = (
    f"{DUE_SOON.capitalize()}: the due date is today or within the days that each list names.",
    f"{OVERDUE.capitalize()}: the due date has passed.",
    "Team and worker: those who hold the child on the date; where nobody does, those whom the record names.",
)


@dataclass(frozen=True)
class Item:
    """One matter of a worklist: whose it is, how it stands at the date, and what is shown of it."""

    team: str
    worker: str
    subject: str
    standing: str
    due: date | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Worked:
    """A worklist with its items at a date, due soon first, then overdue."""

    worklist: Worklist
    items: tuple[Item, ...]

    def of_team(self, team: str) -> "Worked":
        """The part of one team."""
        return Worked(self.worklist, tuple(item for item in self.items if item.team == team))


def write_worklists(
    worked: Sequence[Worked],
    day: date,
    to: Path,
    *,
    missing: Sequence[str] = (),
    made_up: bool = False,
    on_progress: Callable[[str], None] = lambda _: None,
) -> list[Path]:
    """Write `worklists.xlsx` and one workbook a team into a folder; returns the files.

    `missing` says which worklists could not be made, and why; it goes among the notes.
    """
    notes = [_MARKING, *([_MADE_UP] if made_up else []), *_STANDINGS, *missing]
    files = [_write("All teams", worked, day, notes, to / "worklists.xlsx")]
    for team, name in _file_names(item.team for each in worked for item in each.items).items():
        on_progress(team)
        own = [each.of_team(team) for each in worked]
        title = "No team known" if team == NOT_KNOWN else team
        files.append(_write(title, [each for each in own if each.items], day, notes, to / name))
    return files


def work_through(
    computation: Computation, day: date, on_progress: Callable[[str], None] = lambda _: None
) -> tuple[list[Worked], list[str]]:
    """Every worklist at a date in the order of the report, and why any could not be made."""
    worked: list[Worked] = []
    missing: list[str] = []
    for worklist in (each for section in SECTIONS for each in section.worklists):
        on_progress(worklist.title)
        reason = computation.why_not(worklist.as_count, snapshot(day))
        if reason:
            missing.append(f"{worklist.title}: {reason}")
        else:
            worked.append(Worked(worklist, tuple(_items(computation, worklist, day))))
    return worked, missing


def _items(computation: Computation, worklist: Worklist, day: date) -> list[Item]:
    table = computation.rows(worklist.as_count, [snapshot(day)], ("team", "worker"))
    items = [_item(worklist, row, day) for row in table.to_pylist()]
    within = day + timedelta(days=worklist.within_days)
    soon = [item for item in items if item.due is None or item.due <= within]
    return sorted(soon, key=lambda each: (_ORDER.index(each.standing), each.due or date.max, each.worker, each.subject))


def _item(worklist: Worklist, row: dict[str, object], day: date) -> Item:
    due = row[worklist.due] if worklist.due else None
    due = due if isinstance(due, date) else None
    return Item(
        team=_first_known(row, "by_team", "team_name"),
        worker=_first_known(row, "by_worker", "professional_id", "owner_id", "worker_id"),
        subject=str(row.get("child_id") or row["record_id"]),
        standing=_standing(worklist, due, day),
        due=due,
        cells=(*(_cell(row[name]) for name, _ in worklist.columns), *_days_left(worklist, due, day)),
    )


def _first_known(row: dict[str, object], *names: str) -> str:
    """Who holds the child; where nobody does, who the record itself names."""
    known = (str(row[name]) for name in names if row.get(name) not in {None, NOT_KNOWN})
    return next(known, NOT_KNOWN)


def _days_left(worklist: Worklist, due: date | None, day: date) -> tuple[Cell, ...]:
    if not worklist.due:
        return ()
    return ((due - day).days if due else "none recorded",)


def _standing(worklist: Worklist, due: date | None, day: date) -> str:
    if not worklist.due:
        return AS_IT_STANDS
    if due is None:
        return NO_DAY
    return OVERDUE if due < day else DUE_SOON


def _cell(value: object) -> Cell:
    if value is None:
        return "none recorded"
    return value if isinstance(value, str | int | float | date) else str(value)


def _write(title: str, worked: Sequence[Worked], day: date, notes: Sequence[str], path: Path) -> Path:
    tables = [_summary(worked, day), _by_worker(worked, day), *[_table(each, day) for each in worked]]
    return write_tables(f"{title}: what is due and overdue on {day_in_words(day)}", tables, notes, path)


def _summary(worked: Sequence[Worked], day: date) -> DataTable:
    rows: list[tuple[Cell, ...]] = []
    for each in worked:
        counts = Counter(item.standing for item in each.items)
        rows.append((each.worklist.title, *(float(counts[standing]) for standing in _ORDER)))
    return DataTable(
        "Summary",
        f"How many are due soon and overdue on {day_in_words(day)}",
        "One row a list. Open: the list has no due date, and shows what stands.",
        (ColumnSpec("List", "text"), *(ColumnSpec(standing.capitalize(), "number") for standing in _ORDER)),
        tuple(rows),
    )


def _by_worker(worked: Sequence[Worked], day: date) -> DataTable:
    counts = Counter((item.team, item.worker, item.standing) for each in worked for item in each.items)
    workers = sorted({(team, worker) for team, worker, _ in counts})
    return DataTable(
        "By worker",
        f"How many each worker has due soon and overdue on {day_in_words(day)}",
        "One row a worker, over every list.",
        (
            ColumnSpec("Team", "text"),
            ColumnSpec("Worker", "text"),
            *(ColumnSpec(standing.capitalize(), "number") for standing in _ORDER),
        ),
        tuple((*pair, *(float(counts[(*pair, standing)]) for standing in _ORDER)) for pair in workers),
    )


def _table(worked: Worked, day: date) -> DataTable:
    worklist = worked.worklist
    columns = [
        ColumnSpec("Team", "text"),
        ColumnSpec("Worker", "text"),
        ColumnSpec("Child" if worklist.of.about_child else "Record", "text"),
        ColumnSpec("Standing", "text"),
        *(ColumnSpec(heading, _kind(worked, place)) for place, (_, heading) in enumerate(worklist.columns)),
    ]
    if worklist.due:
        columns.append(ColumnSpec("Days left (minus: overdue by)", "number"))
    rows = [(item.team, item.worker, item.subject, item.standing, *item.cells) for item in worked.items]
    return DataTable(
        worklist.key.replace("_", " ").capitalize(),
        f"{worklist.title}, {day_in_words(day)}",
        f"{worklist.says} Due soon: within {worklist.within_days} days." if worklist.due else worklist.says,
        tuple(columns),
        tuple(rows),
    )


def _kind(worked: Worked, place: int) -> str:
    kinds = {type(item.cells[place]) for item in worked.items}
    return "number" if kinds <= {int, float} else "text"


def _file_names(teams: Iterable[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for team in sorted(set(teams)):
        plain = re.sub(r"[^a-z0-9]+", "-", team.lower()).strip("-") or "team"
        name = f"team-{plain}.xlsx"
        names[team] = name if name not in names.values() else f"team-{plain}-{len(names)}.xlsx"
    return names
