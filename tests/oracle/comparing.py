"""Figures of the software beside those of the oracle: every cell, numerator, denominator, value and status."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from oracle.holding import Hit, Holding
from quarterday.indicators import Asked, Computation, Count, Indicator, Median, Mix, Percentage, Rate, Ratio, Result

Oracle = Callable[[Holding, date, date], list[Hit]]
Cell = tuple[str, str]
Expected = tuple[int | None, int | None, float | None, str]
PLACES = 9
CHILD = ("age_band", "sex", "ethnicity", "disability", "team")


def differences(
    computation: Computation,
    holding: Holding,
    oracles: Mapping[str, Oracle],
    indicators: Sequence[Indicator],
    asked: Asked,
    by: Sequence[str],
) -> Iterator[str]:
    """What differs, in words; nothing where all is equal."""
    figures: dict[tuple[str, date, str], dict[Cell, Result]] = defaultdict(dict)
    for result in computation.measure(indicators, asked, by):
        figures[result.code, result.period_start, result.period_kind][result.breakdown, result.group] = result
    for indicator in indicators:
        for period in asked.flows if indicator.is_flow else asked.stocks:
            got = figures[indicator.code, period.start, period.kind]
            if got["all", "all"].status == "x" and computation.source.why_not(indicator, period):
                continue
            hits = oracles[indicator.code](holding, period.start, period.end)
            wanted = expected(holding, indicator, hits, by, computation.population.of(holding_code(got), period.end))
            for cell in {*got, *wanted}:
                said = _said(got.get(cell))
                if said != wanted.get(cell):
                    yield f"{indicator.code} {period.name} {cell}: says {said}, oracle {wanted.get(cell)}"


def holding_code(got: Mapping[Cell, Result]) -> str:
    return next(iter(got.values())).authority


def expected(
    holding: Holding, indicator: Indicator, hits: list[Hit], by: Sequence[str], population: int | None
) -> dict[Cell, Expected]:
    """Every cell that should be there."""
    if isinstance(indicator, Mix):
        return _mix(holding, indicator, hits, by)
    cells: dict[Cell, list[Hit]] = {("all", "all"): hits}
    for name in by:
        for hit in hits:
            group = _group(holding, indicator, name, hit)
            if group is not None:
                cells.setdefault((name, group), []).append(hit)
    found = {cell: _figure(indicator, inside, population if cell[0] == "all" else None) for cell, inside in cells.items()}
    return {
        cell: figure
        for cell, figure in found.items()
        if cell[0] == "all" or isinstance(indicator, Median) or any(figure[:2])
    }


def _group(holding: Holding, indicator: Indicator, name: str, hit: Hit) -> str | None:
    if name in indicator.of.dimensions:
        return hit.groups[name]
    return holding.group(name, hit.child, hit.moment) if name in CHILD and indicator.of.about_child else None


def _figure(indicator: Indicator, hits: list[Hit], population: int | None) -> Expected:
    counted = sum(hit.counts for hit in hits)
    if isinstance(indicator, Percentage):
        return (counted, len(hits), _rounded(100 * counted / len(hits)), "ok") if hits else (counted, 0, None, "z")
    if isinstance(indicator, Rate):
        return (
            (counted, population, _rounded(counted * 10_000 / population), "ok")
            if population
            else (counted, None, None, "x")
        )
    if isinstance(indicator, Median):
        found = percentile(sorted(hit.value for hit in hits), indicator.percent)
        return (None, None, None, "z") if found is None else (None, None, _rounded(found / indicator.per), "ok")
    if isinstance(indicator, Ratio):
        above, below = (sum(hit.parts[n] for hit in hits) for n in (0, 1))
        return (above, below, _rounded(above * indicator.scale / below), "ok") if below else (above, 0, None, "z")
    assert isinstance(indicator, Count)
    return (counted, None, float(counted), "ok")


def percentile(ordered: list[float], percent: int) -> float | None:
    """The value that so many in a hundred stay at or below: between two values, in proportion to the way from one to the other."""
    if not ordered:
        return None
    place = Fraction(percent * (len(ordered) - 1), 100)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return float(ordered[low] + (ordered[high] - ordered[low]) * float(place - low))


def _mix(holding: Holding, indicator: Mix, hits: list[Hit], by: Sequence[str]) -> dict[Cell, Expected]:
    records = {hit.groups["record"] for hit in hits if "record" in hit.groups}
    whole = len(records) if records else len(hits)
    found: dict[Cell, Expected] = {("all", "all"): (whole, whole, 100.0, "ok") if whole else (0, 0, None, "z")}
    counts = Counter(hit.groups[indicator.by] for hit in hits)
    for group, count in counts.items():
        found[indicator.by, group] = (count, whole, _rounded(100 * count / whole), "ok")
    for name in by:
        if name != indicator.by:
            inside: dict[str, set[object]] = defaultdict(set)
            for place, hit in enumerate(hits):
                group = _group(holding, indicator, name, hit)
                if group is not None:
                    inside[group].add(hit.groups.get("record", place))
            for group, members in inside.items():
                found[name, group] = _of_the_mix(indicator, hits, holding, name, group, len(members))
    return found


def _of_the_mix(indicator: Mix, hits: list[Hit], holding: Holding, name: str, group: str, members: int) -> Expected:
    rows = sum(_group(holding, indicator, name, hit) == group for hit in hits)
    return (rows, members, _rounded(100 * rows / members), "ok")


def _said(result: Result | None) -> Expected | None:
    if result is None:
        return None
    return result.numerator, result.denominator, None if result.value is None else _rounded(result.value), result.status


def _rounded(value: float) -> float:
    return round(value, PLACES)
