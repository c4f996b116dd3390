"""Section 47 enquiries and the conferences after them, by the rules (R01, R05, R09, R13, R36)."""

from datetime import date

from oracle.child_protection import all_of, conferences, enquiries
from oracle.dates import working_days
from oracle.holding import Hit, Holding, Row, within

CONFERENCES = "initial_child_protection_conferences"


def children(holding: Holding, start: date, end: date) -> list[Hit]:
    """Each child once, at its first enquiry."""
    firsts: dict[str, date] = {}
    for hit in enquiries(holding, start, end):
        if hit.child is not None:
            firsts[hit.child] = min(hit.moment, firsts.get(hit.child, hit.moment))
    return [Hit(child, day) for child, day in firsts.items()]


def ratio(holding: Holding, start: date, end: date) -> list[Hit]:
    """Conferences above the line, enquiries below it."""
    above = [Hit(hit.child, hit.moment, parts=(1, 0)) for hit in conferences()(holding, start, end)]
    return above + [Hit(hit.child, hit.moment, parts=(0, 1)) for hit in enquiries(holding, start, end)]


def enquiry_of(holding: Holding, conference: Row) -> Row | None:
    """The linked enquiry; else the child's latest not after the conference (R13)."""
    if not hasattr(holding, "known_enquiries"):
        holding.known_enquiries = {row["section_47_enquiry_id"]: row for row in holding.rows("section_47_enquiries")}
    linked = holding.known_enquiries.get(conference["section_47_enquiry_id"])
    if linked and linked["start_date"] is not None:
        return linked
    before = [
        row
        for row in holding.of_child("section_47_enquiries", conference["child_id"])
        if row["start_date"] is not None and row["start_date"] <= conference["conference_date"]
    ]
    return max(before, key=lambda row: (row["start_date"], row["section_47_enquiry_id"]), default=None)


def followed(holding: Holding, start: date, end: date) -> list[Hit]:
    led = [enquiry_of(holding, row) for row in holding.rows(CONFERENCES) if row["conference_date"] is not None]
    ids = {row["section_47_enquiry_id"] for row in led if row}
    return [
        Hit(row["child_id"], row["start_date"], row["section_47_enquiry_id"] in ids)
        for row in holding.rows("section_47_enquiries")
        if within(row["start_date"], start, end)
    ]


def ended(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(row["child_id"], row["end_date"], row["no_further_action"] == "Y")
        for row in holding.rows("section_47_enquiries")
        if row["start_date"] is not None and within(row["end_date"], start, end)
    ]


def took(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(row["child_id"], row["end_date"], value=float(working_days(row["start_date"], row["end_date"])))
        for row in holding.rows("section_47_enquiries")
        if row["start_date"] is not None
        and within(row["end_date"], start, end)
        and working_days(row["start_date"], row["end_date"]) >= 0
    ]


def held(holding: Holding, start: date, end: date) -> list[Row]:
    return [row for row in holding.rows(CONFERENCES) if within(row["conference_date"], start, end)]


def until_conference(holding: Holding, start: date, end: date) -> list[Hit]:
    hits = []
    for row in held(holding, start, end):
        enquiry = enquiry_of(holding, row)
        days = working_days(enquiry["start_date"], row["conference_date"]) if enquiry else -1
        if days >= 0:
            hits.append(Hit(row["child_id"], row["conference_date"], value=float(days)))
    return hits


def planned(holding: Holding, start: date, end: date) -> list[Hit]:
    return [Hit(row["child_id"], row["conference_date"], row["led_to_plan"] == "Y") for row in held(holding, start, end)]


def moving_in(holding: Holding, start: date, end: date) -> list[Hit]:
    """Held by the target: no working day after the target up to the conference (R01)."""
    return [
        Hit(
            row["child_id"],
            row["conference_date"],
            row["target_date"] is not None and working_days(row["target_date"], row["conference_date"]) <= 0,
        )
        for row in held(holding, start, end)
        if row["transfer_in"] == "Y"
    ]


ORACLE = {
    "S47-02": enquiries,
    "S47-03": children,
    "S47-04": ratio,
    "S47-04c": followed,
    "S47-05": ended,
    "S47-06": took,
    "S47-06q1": took,
    "S47-06q3": took,
    "ICP-02": all_of(conferences()),
    "ICP-04": until_conference,
    "ICP-04q1": until_conference,
    "ICP-04q3": until_conference,
    "ICP-05": planned,
    "ICP-06": moving_in,
}
