"""The quality framework of the brief, drawn as its cycle of activities with what the records say of each."""

from quarterday.indicators.results import NO_DENOMINATOR, NOT_COMPUTABLE, SUPPRESSED
from quarterday.reports.book import Book
from quarterday.reports.document import Ring
from quarterday.reports.figure import Figure

ACTIVITIES = (
    ("Front-door decisions reviewed", "FD-09", "{now} agreed"),
    ("Multi-agency audits", "FD-08", "{now} threshold agreed"),
    ("Case audits", "QA-01", "{now} done on time"),
    ("Moderation", "QA-04", "{now} agree"),
    ("Legal planning at 18 months", "CPP-22", "{now} held by then"),
    ("Repeat plans analysed", "CPP-23", "{now} not foreseeable"),
    ("Visit recording reviewed", "QA-09", "{now} adequate"),
    ("Review records checked", "QA-08", "{now} on file"),
    ("Caseload scrutiny", "WRK-11", "{now} on schedule"),
    ("Actions followed up", "QA-06", "{now} on time"),
)

WITHOUT = {NOT_COMPUTABLE: "not known", NO_DENOMINATOR: "none to judge", SUPPRESSED: "not shown"}
"""What stands in a box whose figure has no value, by its status."""


def ring(book: Book) -> Ring:
    """The cycle of activities."""
    activities = tuple((name, _said(book.at(code), said)) for name, code, said in ACTIVITIES)
    listed = "; ".join(f"{name}: {said}" for name, said in activities)
    return Ring(
        title="The quality framework as a cycle of activities, over the twelve months",
        centre="Quality Matters",
        activities=activities,
        alt=f"A ring of {len(activities)} activities around the framework's name. {listed}.",
    )


def _said(figure: Figure, said: str) -> str:
    return said.format(now=figure.words) if figure.known else WITHOUT[figure.result.status]
