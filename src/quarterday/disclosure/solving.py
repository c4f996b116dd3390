"""Least and greatest values of unknowns by linear programming (HiGHS, through scipy)."""

from collections.abc import Iterable, Mapping

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from quarterday.disclosure.publication import Counted
from quarterday.disclosure.system import Component, ContradictionError

_INFINITE = float("inf")
_OPTIMAL, _INFEASIBLE, _UNBOUNDED = 0, 2, 3


class Solver:
    """The linear program of one component."""

    def __init__(self, component: Component, far: float) -> None:
        """`far` stands for "as large as you like": beyond every number that matters."""
        self._place = {counted: n for n, counted in enumerate(component.unknowns)}
        self._unknowns = component.unknowns
        self._bounds = [
            (max(low, -far), min(high, far)) for low, high in (component.bounds[each] for each in component.unknowns)
        ]
        equal = [row for row in component.rows if row.low == row.high and row.terms]
        above = [
            (row, 1.0, row.high) for row in component.rows if row.low != row.high and row.high < _INFINITE and row.terms
        ]
        below = [
            (row, -1.0, -row.low) for row in component.rows if row.low != row.high and row.low > -_INFINITE and row.terms
        ]
        self._equal = self._matrix([(row.terms, 1.0) for row in equal]), [row.high for row in equal]
        self._most = (
            self._matrix([(row.terms, sign) for row, sign, _ in (*above, *below)]),
            [limit for _, _, limit in (*above, *below)],
        )

    def extreme(self, wanted: Iterable[Counted], direction: int) -> Mapping[Counted, float]:
        """A point of the system where the sum of some unknowns is greatest (direction 1) or least (-1).

        Raises ContradictionError where the system has no point at all.
        """
        cost = np.zeros(len(self._unknowns))
        for counted in wanted:
            cost[self._place[counted]] = -direction
        found = linprog(
            cost,
            A_ub=self._most[0],
            b_ub=self._most[1] or None,
            A_eq=self._equal[0],
            b_eq=self._equal[1] or None,
            bounds=self._bounds,
            method="highs",
        )
        if found.status != _OPTIMAL:
            raise ContradictionError(f"No numbers fit everything published ({found.message.strip()}).")
        return dict(zip(self._unknowns, found.x, strict=True))

    def _matrix(self, rows: list[tuple[dict[Counted, int], float]]) -> csr_matrix | None:
        if not rows:
            return None
        entries = [
            (sign * factor, at, self._place[counted])
            for at, (terms, sign) in enumerate(rows)
            for counted, factor in terms.items()
        ]
        values, across, down = zip(*entries, strict=True)
        return csr_matrix((values, (across, down)), shape=(len(rows), len(self._unknowns)))
