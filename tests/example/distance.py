"""Prints how far the example stands from every target.

python tests/example/distance.py [seed]; with --write it rewrites the known distances and docs/example.md.
"""

import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from example import (
    known,
    measure_assurance,
    measure_care,
    measure_front_door,
    measure_need,
    measure_protection,
    measure_workers,
)
from example.held import Held
from example.measure import Measure, report
from example.page import PAGE, page
from quarterday.example import SETTINGS, make_example


def team_types() -> dict[str, str]:
    """Team name to team type, as the example's settings say."""
    settings = tomllib.loads(SETTINGS)["setting"]
    return {row["subject"]: row["value"] for row in settings if row["name"] == "team type"}


def all_measures(held: Held) -> Iterable[Measure]:
    """Every measure of every area."""
    yield from measure_front_door.measures(held)
    yield from measure_protection.measures(held)
    yield from measure_need.measures(held)
    yield from measure_care.measures(held)
    yield from measure_workers.measures(held, team_types())
    yield from measure_assurance.measures(held)


def main(words: list[str]) -> None:
    """Make the example of a seed, measure it and say how long both took."""
    seeds = [int(word) for word in words if word.isdecimal()]
    begun = perf_counter()
    tables = make_example(seed=seeds[0] if seeds else 1)
    made = perf_counter() - begun
    listed = list(all_measures(Held(tables)))
    print(report(listed))
    off = sum(m.distance > 0 for m in listed)
    taken = perf_counter() - begun - made
    print(f"{len(listed)} measures, {off} outside their range; made in {made:.1f} s, measured in {taken:.1f} s")
    if "--write" in words:
        known.write(listed)
        PAGE.write_text(page(listed), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
