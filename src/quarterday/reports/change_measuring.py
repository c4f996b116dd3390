"""Explaining the changes that a report tells: since a year before, and since the months of registered events."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from quarterday.disclosure import StatementKey
from quarterday.indicators import Asked, Computation, source_of
from quarterday.records.periods import quarter_of, snapshot
from quarterday.reports.book import Book
from quarterday.reports.change_figures import Key, changes_in
from quarterday.reports.change_groups import every_part, groups_told, without_small
from quarterday.sections import BY_CODE
from quarterday.signals import events_on
from quarterday.signals.change import ChangeError, Explained, explain, stock_of
from quarterday.submissions import Store, Submission
from quarterday.submissions.settings import Event, Settings

STOCKS = ("CPP-01", "CIN-01", "LAC-01", "WRK-13")
"""The stocks whose change is told."""

EVENTS = 2
"""How many registered events a report looks back to at most: the latest."""


@dataclass(frozen=True)
class Since:
    """A first day to tell a change from; with the event whose month it begins, where it is one's."""

    day: date
    event: Event | None = None


@dataclass(frozen=True)
class Earlier:
    """What an earlier submission says of stocks at a day that a report may have told, and what became of it since."""

    submission: int
    day: date
    restated: tuple[Explained, ...]


def since(book: Book, settings: Settings, code: str, authority: str) -> list[Since]:
    """The first days from which the change of a stock is told: a year before, and the months of the latest events."""
    events = [each for each in events_on(settings, code, authority, book.months) if each.day <= book.end]
    by_day = {book.year_ago: Since(book.year_ago)}
    for event in events[-EVENTS:]:
        by_day.setdefault(event.day.replace(day=1), Since(event.day.replace(day=1), event))
    return [each for each in by_day.values() if each.day < book.end]


def explain_changes(
    book: Book, computation: Computation, settings: Settings, authority: str, published: Iterable[StatementKey] = ()
) -> None:
    """Take into a book why its stocks changed, and the changes that earlier editions told.

    Where the records do not hold what that needs, nothing is taken in.
    """
    for code in STOCKS:
        days = [each.day for each in since(book, settings, code, authority)]
        found = [each for day in days if (each := _explained(computation, (code, day, book.end)))]
        groups = without_small(found, book.profile.is_small) if book.profile.protects else every_part(found)
        for explained in found:
            book.explain(explained, groups)
    _foresee(book, computation)
    _explain_again(book, computation, list(published))


def _foresee(book: Book, computation: Computation) -> None:
    """Take in the stocks from which later editions will tell a change, as far as their days are over."""
    days = Asked((), tuple(snapshot(day) for day in book.days_foreseen))
    for result in computation.measure([stock_of(BY_CODE[code]).counted for code in STOCKS], days):
        book.expect(result)


def _explain_again(book: Book, computation: Computation, published: list[StatementKey]) -> None:
    """Take in the changes that earlier editions told, as they told them."""
    for change in changes_in(published):
        explained = _explained(computation, change) if change not in book.changes else None
        if explained:
            book.explain(explained, groups_told(published, *change))


def _explained(computation: Computation, change: Key) -> Explained | None:
    code, start, end = change
    try:
        return explain(computation, BY_CODE[code], start, end)
    except ChangeError:
        return None  # not told: the section says what of the stock is known


def earlier_word(
    store: Store, submission: Submission, settings: Settings, authority: str, computation: Computation, end: date
) -> Earlier | None:
    """What the submission before this one says of the stocks at the last quarter's end it reaches, beside this one's word.

    None where there is no earlier submission of the authority with other records.
    """
    before = _before(store, submission, authority)
    if before is None:
        return None
    day = _last_quarter_end(min(before.extract_date(authority), end))
    found = []
    with Computation(source_of(before, settings, authority)) as known_before:
        for code in STOCKS:
            try:
                found.append(explain(computation, BY_CODE[code], day, day, before=known_before))
            except ChangeError:
                continue
    return Earlier(before.number, day, tuple(found)) if found else None


def _before(store: Store, submission: Submission, authority: str) -> Submission | None:
    """The latest earlier submission of the authority whose records are not the same files."""
    for number in sorted((each for each in store.numbers() if each < submission.number), reverse=True):
        earlier = store.get(number)
        if authority in earlier.manifest.extract_dates and _files(earlier, authority) != _files(submission, authority):
            return earlier
    return None


def _files(submission: Submission, authority: str) -> set[tuple[str, str]]:
    return {(each.table, each.sha256) for each in submission.manifest.tables if each.authority == authority}


def _last_quarter_end(day: date) -> date:
    quarter = quarter_of(day)
    return day if day == quarter.end else quarter.start - timedelta(days=1)
