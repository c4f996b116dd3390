"""The declared sums among published figures: at the times of the figures, and in every piece of these times."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from quarterday.disclosure import Counted, Family, Part, Statement, StatementKey, Sum, family_of, windows_of
from quarterday.disclosure.publication import FLOW
from quarterday.reports.adding_up import DENOMINATOR, SUMS, Declared, Term


def sums_of(published: Mapping[StatementKey, Statement]) -> list[Sum]:
    """The declared sums, at every time at which all of their terms are published."""
    times = sorted({key[1:3] for key in published})
    known = {(*key[:3], key[4]): each for key, each in published.items()}
    made = [_sum(declared, known, kind, end) for declared in SUMS for kind, end in times]
    return [each for each in made if each]


def parts_of(sums: Iterable[Sum], counts: Mapping[Counted, int]) -> Iterator[Part]:
    """What a sum over a time says of each piece of it: late assessments of a month are all of it less those in time.

    Only where the records keep to the sum at every time at which one of its terms is published: what holds over the
    whole then holds in each piece, as no piece can make good for another.
    """
    alike: dict[tuple[tuple[int, Family], ...], list[Sum]] = defaultdict(list)
    for each in sums:
        alike[tuple((times, family_of(counted)) for times, counted in each.terms)].append(each)
    windows = windows_of(counts)
    for terms, found in alike.items():
        whole = [family for times, family in terms if times < 0]
        adds_up = len(whole) == 1 and all(family.kind == FLOW and abs(times) == 1 for times, family in terms)
        if adds_up and all(_holds(each, counts) for each in found) and _at_every_time(found, windows):
            yield Part(tuple(family for times, family in terms if times > 0), whole[0], complete=not found[0].at_most)


def _holds(each: Sum, counts: Mapping[Counted, int]) -> bool:
    found = sum(times * counts[counted] for times, counted in each.terms)
    return found == 0 or (each.at_most and found < 0)


def _at_every_time(found: Iterable[Sum], windows: Mapping[Family, set[tuple[date, date]]]) -> bool:
    """Whether one of the terms is never published at another time than the sums are."""
    terms = [each.terms for each in found]
    times = {(counted.start, counted.end) for _, counted in (term[0] for term in terms)}
    return any(windows[family_of(counted)] <= times for _, counted in terms[0])


def _sum(declared: Declared, known: Mapping[tuple[str, str, date, str], Statement], kind: str, end: date) -> Sum | None:
    terms = [(term.times, _quantity(term, known.get((term.code, kind, end, term.group)))) for term in declared.terms]
    if any(counted is None for _, counted in terms):
        return None
    return Sum(tuple((times, counted) for times, counted in terms if counted), declared.at_most)


def _quantity(term: Term, statement: Statement | None) -> Counted | None:
    if statement is None:
        return None
    return statement.denominator if term.part == DENOMINATOR else statement.numerator
