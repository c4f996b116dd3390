"""What a councillor would ask of the finished paper, each with its answer or an honest "not known"."""

from quarterday.indicators import HIGHER, NEITHER
from quarterday.reports.book import Book
from quarterday.reports.figure import Figure
from quarterday.reports.story.plans import SECTIONS
from quarterday.reports.story.signal_table import Signals
from quarterday.reports.table import ColumnSpec, DataTable


def directions(signals: Signals) -> DataTable:
    """The measures with a good direction that moved in the year, those that are worse first, each with its signal."""
    book = signals.book
    rows = []
    for code in dict.fromkeys(code for plan in SECTIONS for code, _ in plan.sentences):
        now, before = book.at(code), book.at(code, book.year_ago)
        moved = _moved(now, before)
        if moved:
            is_it = "better" if moved > 0 else "worse"
            rows.append((is_it, now.indicator.title, before.words, now.words, signals.words(code)))
    names = ("It is", "Measure", "A year before", "Now", "More than chance? The latest month")
    columns = tuple(ColumnSpec(name, "text") for name in names)
    return DataTable(
        "directions",
        "What is better and what is worse than a year before",
        "At the end of the quarter, or over the twelve months to it. Measures without a good direction are left out. The "
        "last column judges the measure's latest month by all its months: with a common cause, better or worse may be chance.",
        columns,
        tuple(sorted(rows, key=lambda row: str(row[0]), reverse=True)),
    )


def table(signals: Signals, *, against: str, why: str = "") -> DataTable:
    """Ten questions and where each finds its answer; `why` explains the number on a plan."""
    book, at = signals.book, signals.book.at
    rows = (
        ("Is it getting better?", _tally(signals)),
        ("Against whom?", against),
        (
            "How sure are we?",
            "Figures are counted from all records; only what audits find is of a sample. Whether a change is more than chance is judged by the months "
            f"before: {signals.caution} {signals.not_judged} are not judged. The table of special causes in section 2 says which.",
        ),
        (
            "Why did the number on a plan change?",
            f"{why or _plans(book)} Why more or fewer children came to need a plan is not known from these records; the "
            "service's commentary is the place for it.",
        ),
        (
            "Who is left out?",
            "Plans of other authorities (of protection plans); short breaks (of looked-after children); children who went back "
            f"on a plan or into care (of support after step-down: {_numerator(at('CIN-13r'))} in the twelve months, counted "
            "apart). Each definition at the end of the paper says more.",
        ),
        (
            "What is late, and by how much?",
            f"{_of(at('ASM-03'))} assessments were completed within 45 working days. Of those that took longer, "
            f"{at('ASM-06').words} were one or two days over and {_share(book, 'ASM-05', '16 days or more over')} 16 days or more; "
            f"{_numerator(at('ASM-07'))} open ones are past it. {_of(at('CPP-15'))} children on a plan had been visited within "
            f"the interval, and {_of(at('LAC-21'))} looked-after children.",
        ),
        (
            "Which children reach 18 months on a plan, and what was decided?",
            f"{_numerator(at('CPP-08'))} of {_count(at('CPP-08'))} plans; decisions of their legal planning meetings: "
            f"{_decisions(book)}. The children themselves are listed for managers (quarterday worklists), never here.",
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


def _plans(book: Book) -> str:
    at = book.at
    return (
        f"In the twelve months {at('CPP-03').words} plans started and {at('CPP-05').words} ended: {at('CPP-01').words} "
        f"now, {at('CPP-01', book.year_ago).words} a year before."
    )


def _tally(signals: Signals) -> str:
    moved = [row[0] for row in directions(signals).rows]
    return (
        f"Of the {len(moved)} measures with a good direction that moved in the year, {moved.count('better')} are better and "
        f"{moved.count('worse')} worse: the table above names them."
    )


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
    numerator = figure.result.numerator
    return f"[{figure.result.status}]" if numerator is None else f"{numerator:,}"


def _of(figure: Figure) -> str:
    """So many of so many."""
    return f"{_numerator(figure)} of {_count(figure)}"


def _share(book: Book, code: str, group: str) -> str:
    figure = book.groups(code).get(group)
    return figure.words if figure else "none"


def _count(figure: Figure) -> str:
    denominator = figure.result.denominator
    return f"[{figure.result.status}]" if denominator is None else f"{denominator:,}"
