"""What changed and why: the paragraph that opens a section, the table beside it, and the slide."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quarterday.indicators.results import NO_DENOMINATOR
from quarterday.reports.book import Book
from quarterday.reports.change_groups import CAME_IN, WENT_OUT
from quarterday.reports.change_measuring import since
from quarterday.reports.document import Slide
from quarterday.reports.figure import Figure
from quarterday.reports.story.change_shown import CLOSING, OPENING, Shown, shown
from quarterday.reports.story.change_wording import CASES, WORDINGS, Wording
from quarterday.reports.table import Cell, ColumnSpec, DataTable
from quarterday.reports.words import day_in_words
from quarterday.sections import BY_CODE
from quarterday.submissions.settings import Settings

_BEGINNINGS = {CAME_IN: "Came in", WENT_OUT: "Went out"}


class Changes:
    """The changes of a report, as its audience may see them."""

    def __init__(self, book: Book, settings: Settings, authority: str) -> None:
        self._book = book
        self._since = {each.section: since(book, settings, each.code, authority) for each in WORDINGS}

    def replaces(self, section: str) -> str:
        """The code of the stock that the opening says all about; empty where there is none."""
        return next((wording.code for wording, _ in self._of(section) if wording.counted != CASES), "")

    def opening(self, section: str) -> str:
        """The change in words; empty where the section has none."""
        return " ".join(_whole(wording, found) for wording, found in self._of(section))

    def table(self, section: str) -> DataTable | None:
        """The change in numbers; None where the section has none."""
        return next((_table(wording, found) for wording, found in self._of(section) if _is_seen(found)), None)

    def slide(self, section: str) -> Slide | None:
        """The finding, with the table."""
        return next((_slide(wording, found) for wording, found in self._of(section) if _is_seen(found)), None)

    def _of(self, section: str) -> Iterable[tuple[Wording, list[Shown]]]:
        for wording in WORDINGS:
            if wording.section == section:
                found = [shown(self._book, wording.code, each) for each in self._since[section]]
                known = [each for each in found if each]
                if known and self._book.at(wording.code).result.status != NO_DENOMINATOR:
                    yield wording, known


def _is_seen(found: Sequence[Shown]) -> bool:
    return not all(each.is_dark for each in found)


def _whole(wording: Wording, found: Sequence[Shown]) -> str:
    told = [_told(wording, each, _movements(wording, each)) for each in found if not each.is_dark]
    if not told:
        dark = f"The number of {wording.short} at {day_in_words(found[0].end)}, and why it changed"
        told = [f"{dark}, is not shown, to protect children where numbers are small."]
    return " ".join([*told, wording.more]).strip()


def _told(wording: Wording, change: Shown, movements: str) -> str:
    """The change since a year before leads; one since an event looks back."""
    opening, closing = change.lines[OPENING], change.lines[CLOSING]
    if change.event:
        month = f"the beginning of the month of an event on record ({change.event.text}, {day_in_words(change.event.day)})"
        return f"At {day_in_words(change.start)}, {month}, there were {opening.words}; since then {movements}."
    return (
        f"{closing.words} {wording.said} at {day_in_words(change.end)}, {_against(opening, closing)} a year before: "
        f"{movements}."
    )


def _against(opening: Figure, closing: Figure) -> str:
    if opening.value is None or closing.value is None:
        return f"against {opening.words}"
    if opening.words == closing.words:
        return "the same as"
    return f"{'up' if closing.value > opening.value else 'down'} from {opening.words}"


def _movements(wording: Wording, change: Shown) -> str:
    came, went = (f"{change.lines[way].words} {way}{_parts(wording, change, way)}" for way in (CAME_IN, WENT_OUT))
    return f"{came} and {went}"


def _parts(wording: Wording, change: Shown, way: str) -> str:
    parts = change.parts(way)
    if len(parts) == 1 and change.lines[way].known:
        return f" (all of them {wording.part(next(iter(parts)))})"
    listed = ", ".join(f"{figure.words} {wording.part(name)}" for name, figure in parts.items())
    return f" ({listed})" if listed else ""


def _table(wording: Wording, found: Sequence[Shown]) -> DataTable:
    days = [day_in_words(each.start) for each in found]
    columns = [ColumnSpec("What happened", "text")]
    columns += [ColumnSpec(f"{wording.counted} since {day}", "number") for day in days]
    in_families = [each for each in found if each.families]
    columns += [ColumnSpec(f"Families since {day}", "number") for day in days[: len(in_families)]]
    rows = tuple(
        (
            _label(wording, line, found),
            *(_cell(each.lines.get(line)) for each in found),
            *(float(each.families.get(line, 0)) for each in in_families),
        )
        for line in _lines(found)
    )
    title = f"What changed and why: {wording.short}"
    return DataTable(f"{wording.section} changed", title, _description(wording, found[0]), tuple(columns), rows)


def _lines(found: Sequence[Shown]) -> list[str]:
    """Every line that one of the changes has: what came in before what went out, parts before their sum."""
    lines = [OPENING]
    for way in (CAME_IN, WENT_OUT):
        lines += dict.fromkeys(name for each in found for name, of in each.ways.items() if of == way)
        lines.append(way)
    return [*lines, CLOSING]


def _label(wording: Wording, line: str, found: Sequence[Shown]) -> str:
    if line == OPENING:
        return "At the first day"
    if line == CLOSING:
        return f"At {day_in_words(found[0].end)}"
    if line in _BEGINNINGS:
        return f"{_BEGINNINGS[line]}, altogether"
    way = next(each.ways[line] for each in found if line in each.ways)
    return f"{_BEGINNINGS[way]}: {wording.part(line).removeprefix('of ').removeprefix('were ')}"


def _cell(figure: Figure | None) -> Cell:
    if figure is None:
        return 0.0
    return figure.shown_value if figure.known else figure.words


def _description(wording: Wording, change: Shown) -> str:
    return (
        f"{BY_CODE[wording.code].title if wording.counted != CASES else wording.short.capitalize()} ({wording.code}), at the "
        "end of each day. The first day + what came in - what went out = the last day, before anything is rounded. Whoever "
        f"came or went twice is there twice. {' '.join(change.notes)}"
    )


def _slide(wording: Wording, found: Sequence[Shown]) -> Slide:
    sentence = " ".join(_told(wording, each, _in_brief(each)) for each in found if not each.is_dark)
    whole = _table(wording, [replace(each, families={}) for each in found])
    made = replace(whole, rows=tuple(row for row in whole.rows if not _is_nought_of_a_part(row)))
    notes = f"{wording.section}. {made.description} Source: the authority's records."
    return Slide(_heading(wording, found[0]), sentence, made, notes)


def _is_nought_of_a_part(row: Sequence[Cell]) -> bool:
    return ": " in str(row[0]) and all(cell == 0 for cell in row[1:])


def _in_brief(change: Shown) -> str:
    return f"{change.lines[CAME_IN].words} {CAME_IN} and {change.lines[WENT_OUT].words} {WENT_OUT}"


def _heading(wording: Wording, change: Shown) -> str:
    opening, closing = change.lines[OPENING], change.lines[CLOSING]
    if opening.value is None or closing.value is None or opening.words == closing.words:
        return f"What changed and why: {wording.short}"
    way = "rose" if closing.value > opening.value else "fell"
    return f"Why {wording.short} {way} from {opening.words} to {closing.words}"
