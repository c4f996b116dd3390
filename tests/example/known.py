"""How far each measure is known to lie outside its range: the example may come nearer, never drift further out."""

import csv
import math
from collections.abc import Iterable
from pathlib import Path

from example.measure import HEADLINE, Measure

FILE = Path(__file__).with_name("known_distances.csv")


def key(measure: Measure) -> str:
    """Area and name: what a measure is known by."""
    return f"{measure.area}: {measure.name}"


def allowed() -> dict[str, float]:
    """The distance allowed of each measure outside its range; a measure not named must lie within."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["measure"]: float(row["distance"]) for row in csv.DictReader(file)}


def write(measures: Iterable[Measure]) -> None:
    """Write down the distances as they stand, rounded up to a thousandth. A headline figure has none to write."""
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("measure", "distance"))
        for measure in measures:
            if measure.distance > 0 and measure.kind != HEADLINE:
                writer.writerow((key(measure), math.ceil(measure.distance * 1000) / 1000))


def drifted(measures: Iterable[Measure], known: dict[str, float]) -> list[str]:
    """A line for each measure that lies further out than is known."""
    return [
        f"{key(m)} is {m.value:.2f}, wanted {m.low:g} to {m.high:g}: {m.distance:.3f} out, {known.get(key(m), 0.0):.3f} known"
        for m in measures
        if m.distance > known.get(key(m), 0.0)
    ]
