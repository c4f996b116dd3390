"""Protecting a publication: what is small is hidden, then whatever would give it away, until nothing does."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from quarterday.disclosure.bounding import Bounding
from quarterday.disclosure.primary import COMPLEMENT, GROUP, PRIMARY, hidden_at_first
from quarterday.disclosure.profiles import Profile
from quarterday.disclosure.publication import ALL, Counted, Publication, Relation, Statement, StatementKey
from quarterday.disclosure.system import Bounds, System

SECONDARY = "secondary"
EARLIER = "hidden in an earlier edition"
BESIDE = "beside a hidden number"
_FAR = 10.0


@dataclass(frozen=True)
class Suppressed:
    """One hidden quantity, as the log has it: what and why, and whole numbers between which a reader cannot rule any out.

    An end that nothing bounds is None. Whether a hidden number may be nought is never said: an interval from 1 is
    given as from 0. `safe` is False where an earlier edition already gives it away, so that nothing can be done.
    """

    counted: Counted
    reason: str
    low: int | None
    high: int | None
    safe: bool = True


@dataclass(frozen=True)
class Protected:
    """What may be shown: the statements that must be hidden, and the log of quantities."""

    hidden: frozenset[StatementKey]
    log: tuple[Suppressed, ...]
    programs: int = 0
    """How many linear programs it took."""

    @property
    def given_away(self) -> int:
        """How many hidden numbers an earlier edition gives away, which cannot be taken back."""
        return sum(not each.safe for each in self.log)

    def shows(self, key: StatementKey) -> bool:
        """Whether a statement may be shown."""
        return key not in self.hidden


def protect(publication: Publication, profile: Profile) -> Protected:
    """Hide what the profile wants hidden, and as little else as keeps it so.

    Raises ContradictionError where relations and numbers do not fit one another.
    """
    if not profile.protects:
        return Protected(frozenset(), ())
    return _Protection(publication, profile).protected()


class _Protection:
    def __init__(self, publication: Publication, profile: Profile) -> None:
        self._publication = publication
        self._profile = profile
        self._out = {each for statement, shown in publication.already.items() if shown for each in statement.quantities}
        first = hidden_at_first(publication, profile)
        self._reasons: dict[Counted, str] = dict(first.quantities)
        self._alone = first.statements
        for statement, shown in publication.already.items():
            for counted in () if shown else statement.quantities:
                if counted not in self._out:
                    self._reasons.setdefault(counted, EARLIER)
        self._rank = _ranks(publication.statements)
        self._published = {each for statement in publication.statements for each in statement.quantities}
        self._published |= {each for statement in publication.already for each in statement.quantities}
        self._statements_of = _by_quantity((*publication.statements, *publication.foreseen))
        self._shown_by = self._statements_of | _by_quantity(publication.statements)
        for counted in list(self._reasons):
            self._reasons |= dict.fromkeys(self._darkened_by(counted), BESIDE)
        self._may_be_zero = _may_be_zero(publication, profile)
        self._system = System(publication.relations, {each: self._bounds(each) for each in self._all()})
        self._far = _FAR * (max([*publication.counts.values(), 1]) + profile.width)
        self._bounding = Bounding(self._system, profile.width, self._far)
        self._before = self._of_earlier_editions() if self._out else None
        self._given_away: set[Counted] = set()

    def protected(self) -> Protected:
        """The outcome."""
        if self._profile.secondary:
            self._hide_more()
        hidden = [each.key for each in self._publication.statements if self._is_hidden(each)]
        return Protected(frozenset(hidden), tuple(self._log()), self._bounding.programs)

    def _all(self) -> Iterable[Counted]:
        return dict.fromkeys([*self._publication.counts, *self._published])

    def _is_hidden(self, statement: Statement) -> bool:
        return statement.key in self._alone or any(each in self._reasons for each in statement.quantities)

    def _bounds(self, counted: Counted) -> Bounds:
        """What a reader knows of a quantity at first: what is printed, or that it is no less than nought (or one)."""
        count = self._publication.counts[counted]
        if self._is_known(counted):
            return self._profile.could_be(count)
        return self._unknown(counted)

    def _unknown(self, counted: Counted) -> Bounds:
        if self._publication.counts[counted] < 0 or " less " in counted.of:
            return float("-inf"), float("inf")
        shown_if_zero = self._reasons.get(counted, BESIDE) != BESIDE and counted not in self._may_be_zero
        return (1.0 if shown_if_zero and self._publication.counts[counted] else 0.0), float("inf")

    def _is_known(self, counted: Counted) -> bool:
        if counted in self._out:
            return True
        unlisted = counted.breakdown != ALL and self._publication.counts[counted] == 0 and counted not in self._published
        return (counted in self._published or unlisted) and counted not in self._reasons

    def _of_earlier_editions(self) -> Bounding:
        """What a reader can find from earlier editions alone."""
        bounds = {each: self._bounds(each) if self._is_known_before(each) else self._unknown(each) for each in self._all()}
        return Bounding(System(self._publication.relations, bounds), self._profile.width, self._far)

    def _is_known_before(self, counted: Counted) -> bool:
        return counted in self._out or (counted not in self._published and self._is_known(counted))

    def _hide_more(self) -> None:
        waiting = list(self._reasons)
        while waiting:
            counted = waiting.pop()
            while counted not in self._out and not self._bounding.is_wide(counted, waiting):
                more = self._next_to(counted)
                if more is None:
                    self._given_away.add(counted)
                    break
                waiting += self._hide(more)

    def _hide(self, counted: Counted) -> list[Counted]:
        """Hide one quantity more; returns it with those that are then shown by no figure."""
        self._reasons[counted] = SECONDARY
        darkened = self._darkened_by(counted)
        self._reasons |= dict.fromkeys(darkened, BESIDE)
        for each in (counted, *darkened):
            self._system.free(each, self._unknown(each))
        return [counted, *darkened]

    def _darkened_by(self, counted: Counted) -> list[Counted]:
        """Quantities that stood beside a hidden one and that no other figure shows."""
        beside = dict.fromkeys(each for of in self._statements_of.get(counted, ()) for each in of.quantities)
        return [
            each
            for each in beside
            if each not in self._reasons
            and each not in self._out
            and all(self._is_hidden(statement) for statement in self._shown_by[each])
        ]

    def _next_to(self, counted: Counted) -> Counted | None:
        """The next quantity to hide: the smallest that is not nought in a relation with it, totals last.

        Where none is left beside it, one of the relations that hang together with it; at the very last one that is nought.
        """
        beside = self._system.rows_of(counted)
        unknowns = self._system.component(counted).unknowns
        around = [row for each in unknowns for row in self._system.rows_of(each)]
        found = (self._smallest(rows, noughts=noughts) for noughts in (False, True) for rows in (beside, around))
        return next((each for each in found if each), None)

    def _smallest(self, relations: Iterable[Relation], *, noughts: bool) -> Counted | None:
        found: dict[Counted, bool] = {}
        for relation in relations:
            for _, other in relation.terms:
                if self._could_be_hidden(other) and (self._publication.counts[other] == 0) == noughts:
                    found[other] = found.get(other, False) or other in relation.totals
        in_order = sorted(found, key=lambda each: (found[each], *self._order(each)))
        return next((each for each in in_order if not self._is_out_with(each)), None)

    def _is_out_with(self, counted: Counted) -> bool:
        """Whether earlier editions give away a quantity, or one that only figures of it show: to hide it helps nobody."""
        if self._before is None:
            return False
        self._reasons[counted] = SECONDARY
        darkened = self._darkened_by(counted)
        del self._reasons[counted]
        return not all(self._before.is_wide(each, self._published) for each in (counted, *darkened))

    def _could_be_hidden(self, counted: Counted) -> bool:
        return counted in self._published and counted not in self._reasons and counted not in self._out

    def _order(self, counted: Counted) -> tuple[object, ...]:
        return abs(self._publication.counts[counted]), -self._rank.get(counted, 0), counted.end, counted.start, counted

    def _log(self) -> Iterable[Suppressed]:
        for counted, reason in sorted(self._reasons.items()):
            if counted not in self._published:
                continue
            low, high = self._interval(counted)
            given_away = counted in self._given_away or counted in self._out
            least = 0.0 if 0 <= low <= 1 else low
            yield Suppressed(counted, reason, self._end(least), self._end(high), safe=not given_away)

    def _interval(self, counted: Counted) -> Bounds:
        return self._system.bounds[counted] if counted in self._out else self._bounding.interval(counted)

    def _end(self, end: float) -> int | None:
        return int(end) if abs(end) < self._far / 2 else None


def _by_quantity(statements: Iterable[Statement]) -> dict[Counted, list[Statement]]:
    """The statements that show each quantity."""
    found: dict[Counted, list[Statement]] = defaultdict(list)
    for statement in statements:
        for counted in statement.quantities:
            found[counted].append(statement)
    return found


def _ranks(statements: Iterable[Statement]) -> dict[Counted, int]:
    """The most important place that a quantity stands in."""
    ranks: dict[Counted, int] = {}
    for statement in statements:
        for counted in statement.quantities:
            ranks[counted] = min(ranks.get(counted, statement.rank), statement.rank)
    return ranks


def _may_be_zero(publication: Publication, profile: Profile) -> set[Counted]:
    """Numerators that are hidden even where they are nought: of sensitive percentages of a small group."""
    return {
        each.numerator
        for each in (*publication.statements, *publication.foreseen)
        if each.sensitive
        and each.numerator
        and each.denominator
        and publication.counts[each.denominator] < profile.small_group
    }


__all__ = ["BESIDE", "COMPLEMENT", "EARLIER", "GROUP", "PRIMARY", "SECONDARY", "Protected", "Suppressed", "protect"]
