"""Suppression over a publication: what is hidden for itself, what must be hidden with it, and how far it can be bounded."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from disclosure.tables import DAY, flow, months, publication, says, stock, table
from quarterday.disclosure import (
    DFE_CIN,
    MANAGEMENT,
    ROUND5,
    ContradictionError,
    Part,
    Protected,
    StockFlow,
    family_of,
    protect,
)
from quarterday.disclosure.publication import SPAN, Counted, Publication, Relation
from quarterday.disclosure.structure import relations_of

OFF = replace(DFE_CIN, secondary=False)


def hidden(protected: Protected) -> set[Counted]:
    return {each.counted for each in protected.log}


def reason(protected: Protected, counted: Counted) -> str:
    return next((each.reason for each in protected.log if each.counted == counted), "shown")


def test_one_to_five_children_are_hidden_and_none_or_six_are_shown() -> None:
    counts = {stock(name): count for name, count in (("none", 0), ("one", 1), ("five", 5), ("six", 6))}

    protected = protect(publication(counts), DFE_CIN)

    assert hidden(protected) == {stock("one"), stock("five")}


def test_a_single_hidden_group_takes_the_smallest_other_with_it() -> None:
    """3 of 40 could be worked out from the other groups and the total; 8 is the smallest of the others, 40 comes last."""
    groups = {stock("plans", breakdown="category", group=name): n for name, n in (("a", 3), ("b", 8), ("c", 29), ("d", 0))}
    whole = stock("plans")
    parts = [Part(tuple(family_of(each) for each in groups), family_of(whole), complete=True)]

    protected = protect(publication({**groups, whole: 40}, parts), DFE_CIN)

    assert {each.group for each in hidden(protected)} == {"a", "b"}
    assert reason(protected, stock("plans", breakdown="category", group="b")) == "secondary"


def test_two_hidden_groups_whose_sum_is_small_are_not_enough() -> None:
    """2 + 3: their sum of 5 would leave each within 1 to 4; a third is hidden."""
    groups = {stock("plans", breakdown="category", group=name): n for name, n in (("a", 2), ("b", 3), ("c", 9), ("d", 30))}
    parts = [Part(tuple(family_of(each) for each in groups), family_of(stock("plans")), complete=True)]

    protected = protect(publication({**groups, stock("plans"): 44}, parts), DFE_CIN)

    assert {each.group for each in hidden(protected)} == {"a", "b", "c"}


def test_a_hidden_month_takes_another_of_its_year_with_it() -> None:
    counts = months("referrals", [9, 12, 3, 11, 10, 14, 9, 13, 10, 12, 15, 11])
    year = flow("referrals", date(2020, 10, 1), date(2021, 9, 30))

    protected = protect(publication({**counts, year: sum(counts.values())}), DFE_CIN)

    assert [each.start for each in sorted(hidden(protected))] == [date(2020, 10, 1), date(2020, 12, 1)]


def test_years_that_overlap_give_a_month_away_and_so_are_looked_at_together() -> None:
    """Twelve months to June and to July, with the months between known but one, leave July less the July before."""
    counts = months("referrals", [8] * 12 + [3])
    early = flow("referrals", date(2020, 10, 1), date(2021, 9, 30))
    late = flow("referrals", date(2020, 11, 1), date(2021, 10, 31))
    shown = {early: 96, late: 91, min(counts): 8}

    protected = protect(publication({**shown, max(counts): 3}), DFE_CIN)

    assert max(counts) in hidden(protected)
    assert len(hidden(protected)) > 1


def test_closing_is_opening_and_started_less_ended_so_a_hidden_end_hides_more() -> None:
    opening, closing = stock("plans", day=date(2021, 8, 31)), stock("plans")
    started, ended = (flow(name, date(2021, 9, 1), DAY) for name in ("started", "ended"))
    counts = {opening: 40, closing: 47, started: 10, ended: 3}
    balance = StockFlow(family_of(closing), family_of(started), family_of(ended), exact=True)
    shown = Publication(tuple(says(each) for each in counts), counts, relations_of(counts, [], [balance]))

    protected = protect(shown, DFE_CIN)

    assert hidden(protected) == {ended, started}
    assert hidden(protect(shown, OFF)) == {ended}


def test_a_percentage_hides_with_its_numerator_and_a_count_of_the_same_children_too() -> None:
    plans, long = stock("plans"), stock("plans", "two years")
    percentage, count, total = says(long, plans), says(long), says(plans)

    protected = protect(publication({plans: 60, long: 4}, statements=[percentage, count, total]), DFE_CIN)

    assert protected.hidden == {percentage.key, count.key}


def test_a_denominator_that_only_hidden_figures_show_is_protected_with_them() -> None:
    some, late = stock("open assessments"), stock("open assessments", "late")

    protected = protect(publication({some: 292, late: 2}, statements=[says(late, some)]), DFE_CIN)

    assert reason(protected, some) == "beside a hidden number"


@pytest.mark.parametrize(
    ("part", "whole", "sensitive", "why"),
    [
        (18, 20, True, "complement"),  # two have no disability
        (18, 20, False, "shown"),  # two visits late: the service's, not the children's
        (9, 9, True, "group"),  # all of a small group
        (0, 9, True, "group"),  # and none of it
        (0, 10, True, "shown"),
        (20, 20, True, "shown"),
    ],
)
def test_what_is_said_of_all_but_a_few_children_gives_them_away(part: int, whole: int, sensitive: bool, why: str) -> None:
    of, some = stock("children"), stock("children", "disabled")

    protected = protect(publication({of: whole, some: part}, statements=[says(some, of, sensitive=sensitive)]), DFE_CIN)

    assert reason(protected, some) == why


@pytest.mark.parametrize(("children", "shown"), [(0, True), (1, False), (5, False), (6, True)])
def test_a_median_over_fewer_than_six_children_is_hidden(children: int, shown: bool) -> None:
    median = replace(says(stock("days")), numerator=None, behind=children)

    assert protect(Publication((median,), {}), DFE_CIN).shows(median.key) is shown


def test_the_management_sees_everything() -> None:
    assert protect(publication({stock("plans"): 2}), MANAGEMENT).hidden == frozenset()


def test_rounding_protects_what_it_leaves_open_so_nothing_more_is_hidden() -> None:
    """3 + 12 + 29 = 44 printed as [c], 10, 30 and 45: each to within two leaves the hidden one from 0 to 10."""
    groups = {stock("plans", breakdown="category", group=name): n for name, n in (("a", 3), ("b", 12), ("c", 29))}
    parts = [Part(tuple(family_of(each) for each in groups), family_of(stock("plans")), complete=True)]
    counts = {**groups, stock("plans"): 44}

    assert len(protect(publication(counts, parts), ROUND5).log) == 1
    assert len(protect(publication(counts, parts), DFE_CIN).log) == 2


def test_a_nought_is_hidden_only_where_nothing_else_keeps_its_neighbours_open() -> None:
    """Without a plan of 18 months there is none to hold a meeting on: '[z]' would say so of the hidden percentage."""
    plans, long = stock("plans"), stock("plans", "18 months")
    meetings, wanted = stock("wanted", "held"), stock("wanted")
    counts = {plans: 3, long: 0, meetings: 0, wanted: 0}
    same = Relation(((1, long), (-1, wanted)))
    shares = [says(long, plans), says(meetings, wanted)]

    protected = protect(Publication(tuple(shares), counts, (same,)), DFE_CIN)

    assert protected.hidden == {share.key for share in shares}


def test_what_an_earlier_edition_hid_stays_hidden_and_what_it_showed_is_known() -> None:
    groups = {stock("plans", breakdown="category", group=name): n for name, n in (("a", 3), ("b", 8), ("c", 29))}
    whole = stock("plans")
    parts = [Part(tuple(family_of(each) for each in groups), family_of(whole), complete=True)]
    first, second, third = (says(each) for each in groups)

    sticky = protect(publication({**groups, whole: 40}, parts, already={first: False, second: True, third: False}), DFE_CIN)
    known = protect(
        publication({**groups, whole: 40}, parts, already={second: True, third: True, says(whole): True}), DFE_CIN
    )

    assert {each.group for each in hidden(sticky)} == {"a", "c"}
    assert [(each.counted.group, each.safe) for each in known.log if not each.safe] == [("a", False)]


def test_what_a_later_edition_must_hide_is_left_open_by_this_one() -> None:
    """Twelve months in time and altogether are shown; of which two late are told only by the next edition."""
    every, timely, late = (flow("assessments", date(2020, 10, 1), DAY, where) for where in ("1 = 1", "in time", "late"))
    counts = {every: 30, timely: 28, late: 2}
    parts = [Part((family_of(timely), family_of(late)), family_of(every), complete=True)]
    now, later = [says(timely, every)], says(late)
    short_sighted = Publication((*now,), counts, relations_of(counts, parts))

    foreseeing = protect(replace(short_sighted, foreseen=(later,)), DFE_CIN)

    assert protect(short_sighted, DFE_CIN).hidden == frozenset()
    assert foreseeing.hidden == {now[0].key}
    assert late not in hidden(foreseeing)  # not printed here, so it is no hidden number of this edition


def test_what_a_later_edition_may_show_hides_nothing_now() -> None:
    counts = {stock("plans"): 40, stock("visited"): 31}

    protected = protect(
        Publication((says(stock("plans")),), counts, relations_of(counts, []), foreseen=(says(stock("visited")),)), DFE_CIN
    )

    assert protected.log == ()


def test_what_an_earlier_edition_lets_work_out_is_not_hidden_in_vain() -> None:
    """Of a, 8 and 29 the earlier edition gave 8 away as 20 less 12: to keep the 3 open, 29 is hidden and not 8."""
    groups = {stock("plans", breakdown="category", group=name): n for name, n in (("a", 3), ("b", 8), ("c", 29))}
    whole, more, rest = stock("plans"), stock("b and rest"), stock("rest")
    parts = [Part(tuple(family_of(each) for each in groups), family_of(whole), complete=True)]
    _, given, _ = groups
    counts = {**groups, whole: 40, more: 20, rest: 12}
    relations = (*relations_of(counts, parts), Relation(((1, given), (1, rest), (-1, more))))
    shown = tuple(says(each) for each in (*groups, whole))

    protected = protect(Publication(shown, counts, relations, {says(more): True, says(rest): True}), DFE_CIN)

    assert {each.counted.group for each in protected.log} == {"a", "c"}
    assert all(each.safe for each in protected.log)


def test_children_of_a_quarter_are_no_more_than_what_happened_in_its_pieces() -> None:
    """Care that began since March is known to June and to September: two since then, so one child at least and two at most."""
    children = flow("starting care", date(2021, 7, 1), DAY)._replace(kind=SPAN)
    began = [flow("care began", date(2020, 3, 2), end) for end in (date(2021, 6, 30), DAY)]
    counts = {children: 2, began[0]: 60, began[1]: 62}
    parts = [Part((family_of(children),), family_of(began[0]))]
    shown = Publication(tuple(says(each) for each in counts), counts, relations_of(counts, parts))

    assert len(hidden(protect(shown, DFE_CIN))) == 2
    assert hidden(protect(shown, OFF)) == {children}


def test_relations_that_the_numbers_contradict_are_refused() -> None:
    """A tangle of unknown pieces that no numbers fit: better no report than one on a false footing."""
    a, b, c, d = (stock(name) for name in "abcd")
    counts = {a: 2, b: 3, c: 4, d: 10}
    rows = (
        Relation(((1, a), (1, b), (1, c), (-1, d))),
        Relation(((1, a), (-1, b), (1, c)), low=40, high=41),
        Relation(((1, a), (1, b), (-1, c)), low=40, high=41),
    )
    with pytest.raises(ContradictionError, match="everything published"):
        protect(Publication(tuple(says(each) for each in counts), counts, rows), DFE_CIN)


@settings(max_examples=60)
@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(st.lists(st.integers(0, 14), min_size=width, max_size=width), min_size=2, max_size=4)
    )
)
def test_no_cell_of_any_table_with_totals_can_be_bounded_closely(cells: list[list[int]]) -> None:
    """Whatever the table: an independent linear program over what is shown bounds no hidden number to fewer than six."""
    counts, parts = table(cells)

    protected = protect(publication(counts, parts), DFE_CIN)

    unknown = sorted(hidden(protected))
    assert all(each.high is None or each.high - (each.low or 0) >= 5 for each in protected.log)
    assert {each for each in counts if 1 <= counts[each] <= 5} <= set(unknown)
    for each, low, high in independent_bounds(cells, counts, unknown):
        assert low <= counts[each] <= high
        assert high - low >= 5, f"{each} lies between {low} and {high}"


def independent_bounds(
    cells: list[list[int]], counts: dict[Counted, int], unknown: list[Counted]
) -> list[tuple[Counted, float, float]]:
    """Bounds from the table's layout: every line of it adds up to its total."""
    wide, tall = len(cells[0]), len(cells)
    order = list(counts)
    lines = [[r * (wide + 1) + c for c in range(wide + 1)] for r in range(tall)]
    column = tall * (wide + 1)
    lines += [[*(r * (wide + 1) + c for r in range(tall)), column + c] for c in range(wide)]
    lines += [[*(r * (wide + 1) + wide for r in range(tall)), column + wide], list(range(column, column + wide + 1))]
    equal = np.zeros((len(lines), len(order)))
    for n, line in enumerate(lines):
        equal[n, line[:-1]], equal[n, line[-1]] = 1, -1
    bounds = [(0, None) if each in unknown else (counts[each], counts[each]) for each in order]
    found = []
    for each in unknown:
        ends = []
        for sign in (1, -1):
            cost = np.zeros(len(order))
            cost[order.index(each)] = sign
            answer = linprog(cost, A_eq=equal, b_eq=np.zeros(len(lines)), bounds=bounds, method="highs")
            ends.append(sign * answer.fun if answer.status == 0 else float("inf"))
        found.append((each, round(ends[0], 6), round(ends[1], 6)))
    return found
