"""The ledger of a split: each record of each part once, with what it moves in records, children and families."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from quarterday.signals.change.explained import Moved, Part, Tally, total
from quarterday.signals.change.history import History, Stay, day_of
from quarterday.signals.change.parts import BY_NAME, CORRECTION, IN, KINDS, Kind

_Entry = tuple[str, int, str]


class Ledger:
    """Gathers effects by part, day and child, and writes them out as parts with their records.

    `last` is the second day: what ends after it has not ended yet, whatever the records foresee.
    """

    def __init__(self, last: int) -> None:
        self._last = last
        self._effects: dict[_Entry, list[Tally]] = defaultdict(list)
        self._histories: dict[_Entry, History] = {}

    def add(self, kind: str, day: int, child: str, effect: Tally, history: History) -> None:
        """Write down an effect of a child in a part; `history` is the word of the submission that has its record."""
        self._effects[kind, day, child].append(effect)
        self._histories[kind, day, child] = history

    def parts(self, *, corrected: bool) -> tuple[Part, ...]:
        """All parts in their order: those that must be named, and those of which something happened."""
        by_kind: dict[str, list[Moved]] = defaultdict(list)
        for entry in sorted(self._effects):
            by_kind[entry[0]].append(self._moved(entry))
        return tuple(
            Part(kind, tuple(by_kind[kind.name]))
            for kind in KINDS
            if by_kind[kind.name] or (kind.always and (corrected or kind.of != CORRECTION))
        )

    def _moved(self, entry: _Entry) -> Moved:
        name, day, child = entry
        history = self._histories[entry]
        kind = BY_NAME[name]
        stay = _stay_of(history.stays.get(child, ()), day, kind)
        return Moved(
            day=date.fromordinal(day),
            child_id=child,
            family_id=history.family(child),
            record_id=stay.record_id if stay else "",
            from_date=day_of(stay.begin) if stay else None,
            to_date=day_of(stay.finish) if stay and stay.finish <= self._last else None,
            effect=total(self._effects[entry]),
        )


def _stay_of(stays: Sequence[Stay], day: int, kind: Kind) -> Stay | None:
    """The record that shows it: the one that began or ended on the day, else the one that covers it, counted ones first."""
    if kind.of == CORRECTION:
        return _first(stay for stay in stays if stay.begin <= day < stay.finish)
    edge = [stay for stay in stays if (stay.begin if kind.direction == IN else stay.finish) == day]
    covering = [stay for stay in stays if stay.begin <= day < stay.finish]
    return _first(edge) or _first(covering)


def _first(stays: Iterable[Stay]) -> Stay | None:
    return min(stays, key=lambda stay: (not stay.counted, stay.begin, stay.record_id), default=None)
