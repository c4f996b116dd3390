"""How closely a reader can bound a hidden number: by propagation where that is exact, else by linear programs."""

import math
from collections.abc import Iterable, Mapping

from quarterday.disclosure.publication import Counted
from quarterday.disclosure.solving import Solver
from quarterday.disclosure.system import Bounds, Component, System

_CLOSE = 1e-6


class Bounding:
    """Answers whether hidden numbers are bounded too closely, keeping what it has found.

    To set a number free never narrows the bounds of another, so what was once wide enough stays so.
    """

    def __init__(self, system: System, width: int, far: float) -> None:
        self._system = system
        self._width = width
        self._far = far
        self._seen: dict[Counted, Bounds] = {}
        self._solvers: dict[int, tuple[Component, Solver]] = {}
        self.programs = 0

    def is_wide(self, counted: Counted, others: Iterable[Counted] = ()) -> bool:
        """Whether a number may still be any of width + 1 whole numbers in a row; `others` are looked at on the way."""
        component = self._system.component(counted)
        if not self._spans(component.bounds[counted]):
            return False
        if component.is_tree or self._spans(self._seen.get(counted)):
            return True
        solver = self._solver(component)
        if counted not in self._seen:
            together = [other for other in others if other in component.bounds] or [counted]
            self._learn(solver, together)
        return self._spans(self._seen.get(counted)) or self._spans(self._exactly(solver, counted))

    def interval(self, counted: Counted) -> Bounds:
        """Whole numbers between which all are possible: all there are in a tree, else enough of them."""
        component = self._system.component(counted)
        if component.is_tree:
            return _whole(component.bounds[counted])
        seen = self._seen.get(counted)
        return _whole(seen if seen and self._spans(seen) else self._exactly(self._solver(component), counted))

    def _solver(self, component: Component) -> Solver:
        known = self._solvers.get(id(component))
        if known is None:
            known = self._solvers[id(component)] = (component, Solver(component, self._far))
        return known[1]

    def _exactly(self, solver: Solver, counted: Counted) -> Bounds:
        self._learn(solver, [counted])
        return self._seen[counted]

    def _learn(self, solver: Solver, wanted: list[Counted]) -> None:
        """Two points of the system: each unknown may be all that lies between its values there."""
        for direction in (-1, 1):
            self.programs += 1
            self._widen(solver.extreme(wanted, direction))

    def _widen(self, point: Mapping[Counted, float]) -> None:
        for counted, value in point.items():
            low, high = self._seen.get(counted, (value, value))
            self._seen[counted] = min(low, value), max(high, value)

    def _spans(self, bounds: Bounds | None) -> bool:
        if bounds is None:
            return False
        low, high = _whole(bounds)
        return high - low >= self._width


def _whole(bounds: Bounds) -> Bounds:
    low, high = bounds
    return (
        low if math.isinf(low) else math.ceil(low - _CLOSE),
        high if math.isinf(high) else math.floor(high + _CLOSE),
    )
