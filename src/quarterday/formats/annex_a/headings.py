"""Which list a sheet is: told by its headings, never by its name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quarterday.formats.annex_a.lists import LISTS
from quarterday.formats.annex_a.part import AnnexList

ROWS_LOOKED_AT = 10
ENOUGH = 0.6
"""Share of a list's headings that a sheet must have."""

ALIASES = {"age": "age of child (years)"}


@dataclass(frozen=True)
class Recognised:
    """A sheet that is a list: the row of its headings (from 0), and where each known heading stands."""

    annex_list: AnnexList
    row: int
    places: dict[str, int]

    @property
    def missing(self) -> list[str]:
        """Headings that the list has and the sheet has not."""
        return [heading for heading in self.annex_list.headings if heading not in self.places]


def recognise(rows: Sequence[Sequence[Any]]) -> Recognised | None:
    """The list that the sheet's headings fit best; None where they fit none."""
    best: Recognised | None = None
    share = ENOUGH
    for number, row in enumerate(rows[:ROWS_LOOKED_AT]):
        cells = {normal(str(cell)): place for place, cell in reversed(list(enumerate(row))) if str(cell).strip()}
        for annex_list in LISTS:
            places = {heading: cells[normal(heading)] for heading in annex_list.headings if normal(heading) in cells}
            known = len(places) / len(annex_list.headings)
            if annex_list.identifier in places and known >= share and (best is None or known > share):
                best, share = Recognised(annex_list, number, places), known
    return best


def normal(heading: str) -> str:
    """A heading in lower case without punctuation and needless space."""
    lowered = " ".join(heading.lower().split())
    return re.sub(r"[^a-z0-9]", "", ALIASES.get(lowered, lowered))
