"""What the catalogue says of each indicator that has, or might have, a published figure.

It ships as a table because this room lies below the sections, and because some of these indicators are published only.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from quarterday.benchmarks.measures import CODES
from quarterday.benchmarks.ranking import HIGH, LOW

NEITHER = "neither"
_OURS = {"lower": LOW, "higher": HIGH}


@dataclass(frozen=True)
class Subject:
    """An indicator as readers know it.

    `better` is which direction is good: lower, higher or neither. `national_tool` is the direction by which the national
    tool ranks: low, high, none where it shows the measure without one, empty where it does not show it.
    """

    code: str
    title: str
    unit: str
    decimals: int
    better: str
    national_tool: str
    not_at_hand: str

    @property
    def is_mapped(self) -> bool:
        """Whether published columns are known for it."""
        return self.code in CODES

    @property
    def rank_polarity(self) -> str:
        """By which direction authorities are ranked: the national tool's; ours where it does not show the measure."""
        return self.national_tool if self.national_tool in (LOW, HIGH) else _OURS.get(self.better, "")


def subject_of(code: str) -> Subject | None:
    """The indicator with a code; None where the catalogue names no published figure of it."""
    return subjects().get(code)


@lru_cache(maxsize=1)
def subjects() -> dict[str, Subject]:
    """Every indicator for which the catalogue names a published figure."""
    text = files("quarterday.benchmarks").joinpath("catalogue.csv").read_text(encoding="utf-8")
    return {
        row["code"]: Subject(**{**row, "decimals": int(row["decimals"])})  # type: ignore[arg-type]
        for row in csv.DictReader(text.splitlines())
    }
