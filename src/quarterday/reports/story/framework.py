"""The quality framework of the brief, drawn as its cycle of activities with what the records say of each."""

from quarterday.reports.book import Book
from quarterday.reports.document import Ring

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


def ring(book: Book) -> Ring:
    """The cycle of activities."""
    activities = tuple((name, said.format(now=book.at(code).words)) for name, code, said in ACTIVITIES)
    listed = "; ".join(f"{name}: {said}" for name, said in activities)
    return Ring(
        title="The quality framework as a cycle of activities, over the twelve months",
        centre="Quality Matters",
        activities=activities,
        alt=f"A ring of {len(activities)} activities around the framework's name. {listed}.",
    )
