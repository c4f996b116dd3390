"""What an earlier report said of the stocks and why it differs: the records that a later extract says otherwise."""

from quarterday.reports.book import Book
from quarterday.reports.change_figures import held_key
from quarterday.reports.change_measuring import Earlier
from quarterday.reports.document import Block, Paragraph
from quarterday.reports.story.change_wording import WORDINGS
from quarterday.reports.table import ColumnSpec, DataTable
from quarterday.reports.words import day_in_words
from quarterday.signals.change import CORRECTION, Explained


def restated(book: Book, earlier: Earlier | None) -> Block | None:
    """The stocks that were restated since the submission before; a sentence where none was; None without an earlier one.

    Where numbers are protected, totals only: and not the earlier one where the difference is small.
    """
    if earlier is None:
        return None
    rows = [_row(book, each) for each in earlier.restated if any(part.count for part in each.parts)]
    day = day_in_words(earlier.day)
    if not rows:
        return Paragraph(
            f"What an earlier report said of {day} still holds: since submission {earlier.submission} nothing of the stocks "
            "at that day has been restated."
        )
    names = ["Stock", "Said then", "Is now", *([] if book.profile.protects else ["Why it differs"])]
    return DataTable(
        "restated",
        "What an earlier report said and why it differs",
        f"At {day}, as known from submission {earlier.submission} and as the records say now. Both are counted by the "
        "definitions of today.",
        tuple(ColumnSpec(name, "text" if name in {"Stock", "Why it differs"} else "number") for name in names),
        tuple(rows),
    )


def _row(book: Book, change: Explained) -> tuple[str, ...]:
    wording = next(each for each in WORDINGS if each.code == change.code)
    now = book.part(held_key(change.code, change.end))
    label = f"{wording.short.capitalize()} ({change.code})"
    if book.profile.protects:
        return label, _then(book, change) if now.known else now.words, now.words
    return label, f"{change.opening.count:,}", now.words, _why(change)


def _then(book: Book, change: Explained) -> str:
    """The earlier number; hidden where it, or by how much it was corrected, is small."""
    profile = book.profile
    small = profile.is_small(change.opening.count) or profile.is_small(change.closing.count - change.opening.count)
    return "[c]" if small else f"{profile.printed(change.opening.count):,}"


def _why(change: Explained) -> str:
    corrections = [part for part in change.parts if part.kind.of == CORRECTION and part.count]
    return "; ".join(f"{part.count:+,} {part.kind.words}" for part in corrections) + "."
