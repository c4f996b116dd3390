"""What a later submission says otherwise about one day: who is in the stock then, and why that differs."""

from collections.abc import Iterable, Mapping

from quarterday.signals.change.explained import ALL, Tally
from quarterday.signals.change.further import further_at, further_of
from quarterday.signals.change.history import History
from quarterday.signals.change.ledger import Ledger
from quarterday.signals.change.parts import BY_NAME, IN, OUT
from quarterday.signals.change.spells import NONE, Span, Spells

_SETTINGS = {IN: "definition_in", OUT: "definition_out"}
_FURTHER = {IN: "further_recorded", OUT: "further_withdrawn"}


def write_corrections(
    ledger: Ledger, earlier: History, later: History, day: int, group: str, *, by_settings: bool = False
) -> None:
    """Write down how the later word on a day differs from the earlier one, in children, families and further records.

    `by_settings`: the records are the same and the settings differ, so that every difference is one of definition.
    """
    was, now = _present(earlier.spells(group), day), _present(later.spells(group), day)
    kinds: dict[str, tuple[str, History]] = {}
    for child in now - was:
        kinds[child] = (_SETTINGS[IN] if by_settings else _why_added(earlier, later, child, day, group), later)
    for child in was - now:
        kinds[child] = (_SETTINGS[OUT] if by_settings else _why_removed(earlier, later, child, day, group), earlier)
    for child, (kind, history) in kinds.items():
        way = BY_NAME[kind].direction
        ledger.add(kind, day, child, Tally(way, way, 0), history)
    _write_families(ledger, (earlier, later), kinds, day, group)
    _write_further(ledger, earlier, later, day, group, by_settings=by_settings)


def _present(spells: Mapping[str, Spells], day: int) -> set[str]:
    return {unit for unit, each in spells.items() if each.covers(day)}


def _why_added(earlier: History, later: History, child: str, day: int, group: str) -> str:
    """Why a child is in the stock as known later and was not as known earlier."""
    if group != ALL and earlier.spells(ALL).get(child, NONE).covers(day):
        return "group_changed_in"
    if earlier.in_population(child).covers(day):
        return "details_changed_in"
    known = _same(earlier, later, child, day)
    if not known:
        return "recorded_late"
    return "end_moved_later" if any(finish <= day for _, finish in known) else "start_moved_earlier"


def _why_removed(earlier: History, later: History, child: str, day: int, group: str) -> str:
    """Why a child was in the stock as known earlier and is not as known later."""
    if group != ALL and later.spells(ALL).get(child, NONE).covers(day):
        return "group_changed_out"
    if later.in_population(child).covers(day):
        return "details_changed_out"
    known = _same(later, earlier, child, day)
    if not known:
        return "withdrawn"
    return "end_recorded_late" if any(finish <= day for _, finish in known) else "start_moved_later"


def _same(searched: History, other: History, child: str, day: int) -> list[Span]:
    """The spells in one submission that are the other's spell of the day: they share its days, or a record's id."""
    span = other.in_population(child).at(day)
    if span is None:
        return []
    spells = searched.in_population(child)
    ids = {stay.record_id for stay in other.stays[child] if span[0] <= stay.begin <= span[1]}
    named = {
        spell
        for stay in searched.stays.get(child, ())
        if stay.record_id in ids
        for spell in spells.touching((stay.begin, stay.finish))
    }
    return sorted(named) or spells.touching(span)


def _write_families(
    ledger: Ledger, histories: tuple[History, History], kinds: Mapping[str, tuple[str, History]], day: int, group: str
) -> None:
    """A family takes the kind of a child of it that came or went alike; else its children stand in another family."""
    earlier, later = histories
    was, now = (_present(each.family_spells(group), day) for each in histories)
    for family, way, history in [*((each, IN, later) for each in now - was), *((each, OUT, earlier) for each in was - now)]:
        children = sorted(_of_family(history, family, day, group))
        alike = [child for child in children if child in kinds and BY_NAME[kinds[child][0]].direction == way]
        name = kinds[alike[0]][0] if alike else ("family_changed_in" if way == IN else "family_changed_out")
        ledger.add(name, day, (alike or children)[0], Tally(0, 0, way), history)


def _of_family(history: History, family: str, day: int, group: str) -> Iterable[str]:
    spells = history.spells(group)
    return (child for child in _present(spells, day) if history.family(child) == family)


def _write_further(ledger: Ledger, earlier: History, later: History, day: int, group: str, *, by_settings: bool) -> None:
    was, now = (further_at(further_of(each, group), day) for each in (earlier, later))
    for child in was.keys() | now.keys():
        step = now.get(child, 0) - was.get(child, 0)
        if step:
            way = IN if step > 0 else OUT
            name = (_SETTINGS if by_settings else _FURTHER)[way]
            ledger.add(name, day, child, Tally(step, 0, 0), later if step > 0 else earlier)
