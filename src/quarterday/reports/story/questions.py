"""What a councillor would ask of the finished paper, each with its answer or an honest "not known"."""

from quarterday.indicators import HIGHER, NEITHER
from quarterday.reports.book import Book, Figure
from quarterday.reports.story.plans import SECTIONS
from quarterday.reports.table import ColumnSpec, DataTable


def directions(book: Book) -> tuple[str, str]:
    """The measures that stand better and worse than a year before, in words."""
    better: list[str] = []
    worse: list[str] = []
    for code in dict.fromkeys(code for plan in SECTIONS for code, _ in plan.sentences):
        now, before = book.at(code), book.at(code, book.year_ago)
        moved = _moved(now, before)
        if moved:
            (better if moved > 0 else worse).append(f"{now.indicator.title.lower()} ({now.words} from {before.words})")
    return "; ".join(better) or "none", "; ".join(worse) or "none"


def table(book: Book, *, has_comparators: bool) -> DataTable:
    """Ten questions and where each finds its answer."""
    at = book.at
    against = (
        "England, the region and statistical neighbours, on the charts over the years in sections 2.1 to 2.6."
        if has_comparators
        else "Not known from these records: no published statistics are loaded."
    )
    rows = (
        ("Is it getting better?", "See what stands better and worse at the head of this section."),
        ("Against whom?", against),
        (
            "How sure are we?",
            "Every figure is counted from records, not sampled. Whether a change is more than chance is not known from this "
            "report: intervals and signals come with a later version.",
        ),
        (
            "Why did the number on a plan change?",
            f"In the twelve months {at('CPP-03').words} plans started and {at('CPP-05').words} ended.",
        ),
        ("Who is left out?", "Each definition says whom it counts and leaves out; they stand at the end of the paper."),
        (
            "What is late, and by how much?",
            f"{at('ASM-06').words} of late assessments were one or two days over; {at('ASM-07').words} of open ones are late; "
            f"{at('CPP-15').words} of children on a plan were visited in time.",
        ),
        (
            "Which children reach 18 months on a plan, and what was decided?",
            f"{at('CPP-08').words} of plans; decisions: {_decisions(book)}. The children are listed for managers, not here.",
        ),
        (
            "Are review records there now?",
            f"{at('QA-08').words} of review records are on file, from {at('QA-08', book.year_ago).words} a year before; for "
            f"child in need reviews in time, {at('CIN-16').words} from {at('CIN-16', book.year_ago).words}.",
        ),
        (
            "How was practice checked?",
            f"{_count(at('QA-01'))} audits were due, {at('QA-01').words} done on time; {at('QA-03').words} were good or better; "
            f"moderators agreed with {at('QA-04').words}.",
        ),
        (
            "What was done since last time?",
            f"{at('QA-06').words} of actions due were completed on time; {at('QA-05').words} of open actions are overdue.",
        ),
    )
    columns = (ColumnSpec("Question", "text"), ColumnSpec("Answer", "text"))
    return DataTable("questions", "Questions members may ask", "", columns, rows)


def _moved(now: Figure, before: Figure) -> int:
    if now.indicator.better == NEITHER or now.value is None or before.value is None or now.words == before.words:
        return 0
    rose = now.value > before.value
    return 1 if rose == (now.indicator.better == HIGHER) else -1


def _decisions(book: Book) -> str:
    groups = book.groups("CPP-22d")
    said = "; ".join(f"{name}: {_numerator(figure)}" for name, figure in groups.items())
    return said or "no plan is that old"


def _numerator(figure: Figure) -> str:
    return "[c]" if figure.result.numerator is None else str(figure.result.numerator)


def _count(figure: Figure) -> str:
    return "[c]" if figure.result.denominator is None else f"{figure.result.denominator:,}"
