"""The oracle of quality assurance: one function an indicator, written from rule R34 and the catalogue."""

from collections.abc import Iterable
from datetime import date, timedelta

from oracle.counted import Counted, Row, known, settings_on, team_names, within, yes
from oracle.dates import plus_months
from oracle.holding import Holding, is_open

TOLERANCE = timedelta(days=5)


def _in(day: date | None, start: date, end: date) -> bool:
    return day is not None and start <= day <= end


def _audit(holding: Holding, row: Row, day: date, numerator: int, denominator: int = 1) -> Counted:
    groups = {
        "team": team_names(holding).get(row["team_id"], "not known"),
        "audit_type": known(row["audit_type"]),
        "domain": known(row["domain"]),
        "grade": known(row["grade"]),
    }
    return Counted(None, day, numerator, denominator, groups)


def qa_01(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Audits due in the period; completed by the due date."""
    for row in holding.rows("audits"):
        due = row["due_date"]
        if _in(due, start, end):
            yield _audit(holding, row, due, yes(row["completed_date"] and row["completed_date"] <= due))


def _graded(holding: Holding, start: date, end: date) -> Iterable[Row]:
    return [row for row in holding.rows("audits") if row["grade"] and _in(row["completed_date"], start, end)]


def qa_02(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Audits completed and graded in the period."""
    for row in _graded(holding, start, end):
        yield _audit(holding, row, row["completed_date"], 1)


def qa_03(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of them, those graded good or outstanding."""
    for row in _graded(holding, start, end):
        yield _audit(holding, row, row["completed_date"], yes(row["grade"] in {"good", "outstanding"}))


def qa_04(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of them, of those moderated, those on which both agree."""
    for row in _graded(holding, start, end):
        if row["moderated_grade"]:
            yield _audit(holding, row, row["completed_date"], yes(row["moderated_grade"] == row["grade"]))


def _team(holding: Holding, row: Row) -> dict[str, str]:
    return {"team": team_names(holding).get(row["team_id"], "not known")}


def qa_05(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Actions open at the end of the day; past their due date."""
    for row in holding.rows("actions"):
        if is_open(row["raised_date"], row["completed_date"], end):
            overdue = row["due_date"] is not None and row["due_date"] < end
            yield Counted(None, end, yes(overdue), 1, _team(holding, row))


def qa_06(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Actions due in the period; completed by then."""
    for row in holding.rows("actions"):
        due = row["due_date"]
        if row["raised_date"] and _in(due, start, end):
            in_time = row["completed_date"] is not None and row["completed_date"] <= due
            yield Counted(None, due, yes(in_time), 1, _team(holding, row))


def qa_07(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Days from raising to completion of the actions completed in the period."""
    for row in holding.rows("actions"):
        done = row["completed_date"]
        if row["raised_date"] and _in(done, start, end):
            yield Counted(None, done, groups=_team(holding, row), value=(done - row["raised_date"]).days)


def qa_08(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Reviews held in the period; their record on file."""
    for row in holding.rows("review_records"):
        if _in(row["review_date"], start, end):
            groups = {"review_type": known(row["review_type"])}
            yield Counted(row["child_id"], row["review_date"], yes(row["record_present"] == "Y"), 1, groups)


def qa_09(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Visits whose recording a manager reviewed in the period; judged adequate."""
    for row in holding.rows("visit_reviews"):
        if _in(row["reviewed_date"], start, end):
            yield Counted(row["child_id"], row["reviewed_date"], yes(row["adequate"] == "Y"), 1, _team(holding, row))


def held_on_schedule(row: Row, day: date) -> Counted:
    """An event of oversight: held no later than five days after its day."""
    held = row["held_date"] is not None and row["held_date"] <= day + TOLERANCE
    return Counted(None, day, yes(held), 1, {"event_type": known(row["event_type"]), "level": known(row["level"])})


def qa_10(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Events of oversight scheduled in the period."""
    for row in holding.rows("oversight_events"):
        if _in(row["scheduled_date"], start, end):
            yield held_on_schedule(row, row["scheduled_date"])


def qa_11(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Workers here at the end of the day; the last supervision (or start) no longer ago than the interval."""
    for row in holding.rows("employments"):
        if not is_open(row["start_date"], row["end_date"], end):
            continue
        sessions = [
            each["supervision_date"]
            for each in holding.rows("supervisions")
            if each["professional_id"] == row["professional_id"] is not None
            and each["supervision_date"]
            and row["start_date"] <= each["supervision_date"] <= end
        ]
        last = max([row["start_date"], *sessions])
        interval = settings_on(settings, "supervision interval", last)[""]
        yield Counted(None, end, yes(within(last, end, interval)), 1, _team(holding, row))


def qa_12(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Judgements in force: until their recorded end, or the next judgement of the same domain."""
    rows = [row for row in holding.rows("inspection_judgements") if row["judgement_date"]]
    for row in rows:
        later = [each["judgement_date"] for each in rows if each["domain"] == row["domain"] and _order(each) > _order(row)]
        ends = [day for day in (row["end_date"], *later) if day is not None]
        if is_open(row["judgement_date"], min(ends) if ends else None, end):
            yield Counted(None, end, 1, 1, {"domain": known(row["domain"]), "judgement": known(row["judgement"])})


def _order(judgement: Row) -> tuple[date, str]:
    return judgement["judgement_date"], judgement["inspection_judgement_id"]


def qa_13(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Themes raised in the period; raised already within the twelve months before."""
    rows = [row for row in holding.rows("audit_themes") if row["raised_date"] and row["theme"]]  # no theme: no record
    for row in rows:
        day = row["raised_date"]
        if _in(day, start, end):
            before = [
                each for each in rows if each["theme"] == row["theme"] and plus_months(day, -12) <= each["raised_date"] < day
            ]
            yield Counted(None, day, yes(before), 1, {"theme": known(row["theme"])})
