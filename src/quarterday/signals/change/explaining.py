"""Change explained: the difference of a stock between two days, split exactly into what happened and what was corrected."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from quarterday.indicators import Asked, Computation, Indicator
from quarterday.records import periods
from quarterday.signals.change.corrections import write_corrections
from quarterday.signals.change.errors import DatesError, InexactError, NotComputableError
from quarterday.signals.change.explained import ALL, Explained, Split, Tally
from quarterday.signals.change.further import further_at, further_of
from quarterday.signals.change.happenings import Happenings, happenings_in_group, happenings_of
from quarterday.signals.change.history import History, history_of
from quarterday.signals.change.ledger import Ledger
from quarterday.signals.change.notes import notes_on
from quarterday.signals.change.parts import BY_NAME
from quarterday.signals.change.stock import Stock, stock_of


def explain(
    computation: Computation,
    indicator: Indicator,
    start: date,
    end: date,
    *,
    before: Computation | None = None,
    by: str = "",
) -> Explained:
    """The change of a stock from the end of `start` to the end of `end`, as `computation`'s records say it.

    With `before`, the figure at `start` is that of an earlier submission's records, and what the later ones say otherwise
    about that day is told apart as corrections. `by` divides by one breakdown too. Opening + parts = closing holds in
    records, children and families, for the whole and for each group; it is checked against the figures themselves.

    Raises NotAStockError, DatesError, UnknownBreakdownError, NotComputableError; and InexactError should the parts not
    add up.
    """
    stock = stock_of(indicator)
    stock.check_breakdown(by)
    _check(computation, indicator, start, end, before)
    later = history_of(computation, stock, range(start.toordinal(), end.toordinal() + 1), by)
    words = _earlier_words(computation, before, stock, start, by)
    histories = [*words, later]
    groups = sorted({name for each in histories for name in each.members} - {ALL}) if by else []
    whole = happenings_of(later, start.toordinal(), end.toordinal())
    explained = Explained(
        code=indicator.code,
        title=indicator.title,
        authority=computation.source.authorities[0],
        start=start,
        end=end,
        whole=_split(histories, whole, ALL, start, end),
        by=by,
        groups=tuple(_split(histories, whole, group, start, end) for group in groups),
        notes=notes_on(stock, later, computation, before),
    )
    _compare(explained, computation, before or computation, stock)
    return explained


def _check(computation: Computation, indicator: Indicator, start: date, end: date, before: Computation | None) -> None:
    if start > end or (start == end and before is None):
        raise DatesError(f"{start.isoformat()} is not before {end.isoformat()}. Give the earlier date first.")
    if any(len(each.source.authorities) != 1 for each in (computation, before or computation)):
        raise NotComputableError("A change is explained for one authority at a time. Name one.")
    asked = [(computation, start, ""), (computation, end, "")]
    asked += [(before, start, " as known before")] if before else []
    for each, day, known in asked:
        reason = each.refusal(indicator, periods.snapshot(day))
        if reason:
            raise NotComputableError(f"{indicator.code} at {day.isoformat()}{known}: {reason}")


def _earlier_words(
    computation: Computation, before: Computation | None, stock: Stock, start: date, by: str
) -> list[History]:
    """What the earlier submission says of the first day: by its own settings, then by the later ones where they differ."""
    if before is None:
        return []
    day = range(start.toordinal(), start.toordinal() + 1)
    words = [history_of(before, stock, day, by)]
    if dict(before.source.settings) != dict(computation.source.settings):
        with Computation(before.source.under(computation.source.settings)) as resettled:
            words.append(history_of(resettled, stock, day, by))
    return words


def _split(histories: Sequence[History], whole: Happenings, group: str, start: date, end: date) -> Split:
    """The split of a group. Of three words on the first day, the second has the records of the first, and later settings."""
    first, last = start.toordinal(), end.toordinal()
    ledger = Ledger(last)
    for place, (earlier, later) in enumerate(pairwise(histories)):
        by_settings = len(histories) == 3 and place == 0
        write_corrections(ledger, earlier, later, first, group, by_settings=by_settings)
    later = histories[-1]
    happenings = whole if group == ALL else happenings_in_group(later, whole, group, first, last)
    _write_happenings(ledger, later, happenings)
    _write_further(ledger, later, group, first, last)
    return Split(
        group, _tally(histories[0], group, first), _tally(later, group, last), ledger.parts(corrected=len(histories) > 1)
    )


def _write_happenings(ledger: Ledger, history: History, happenings: Happenings) -> None:
    for (child, day, _), kind in happenings.children.items():
        way = BY_NAME[kind].direction
        ledger.add(kind, day, child, Tally(way, way, 0), history)
    for happening, kind in happenings.families.items():
        way = BY_NAME[kind].direction
        ledger.add(kind, happening[1], happenings.shown_by[happening], Tally(0, 0, way), history)


def _write_further(ledger: Ledger, history: History, group: str, first: int, last: int) -> None:
    for child, steps in further_of(history, group).items():
        for day, step in steps.items():
            if first < day <= last:
                kind = "further_opened" if step > 0 else "further_closed"
                ledger.add(kind, day, child, Tally(step, 0, 0), history)


def _tally(history: History, group: str, day: int) -> Tally:
    children = sum(each.covers(day) for each in history.spells(group).values())
    families = sum(each.covers(day) for each in history.family_spells(group).values())
    return Tally(children + sum(further_at(further_of(history, group), day).values()), children, families)


def _compare(explained: Explained, computation: Computation, before: Computation, stock: Stock) -> None:
    """The figures and lists of the compiled definition, beside those that were split."""
    for source, day, place in ((before, explained.start, "opening"), (computation, explained.end, "closing")):
        split = {each.group: getattr(each, place) for each in (explained.whole, *explained.groups)}
        asked = Asked((), (periods.snapshot(day),))
        for result in source.measure([stock.indicator], asked, [explained.by] if explained.by else []):
            if split.pop(result.group, Tally()).count != (result.numerator or 0):
                raise InexactError(f"{explained.code} at {day.isoformat()}: the figure and what was split differ.")
        if any(tally.count for tally in split.values()):
            raise InexactError(f"{explained.code} at {day.isoformat()}: a group was split that the figure does not know.")
