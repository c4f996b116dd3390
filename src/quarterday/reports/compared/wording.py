"""How an authority stands to each of its neighbours, one by one, and why one has no figure: in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from quarterday.benchmarks.bars import NOT_THERE
from quarterday.benchmarks.values import SUPPRESSED
from quarterday.reports.chart import Spread

WHY_ABSENT = {
    SUPPRESSED: "not published (1 to 5)",
    "x": "not published (not available)",
    "z": "not published (not applicable)",
    "u": "not published (of low reliability)",
    "k": "rounds to zero",
    "low": "rounds to zero",
    NOT_THERE: "no figure of its own in that year",
}
"""What stands in the place of a bar, by the symbol that the statistics have there."""

NOT_PUBLISHED = (
    "Not published (1 to 5): it rests on 1 to 5 children, or is held back so that such a number cannot be worked out."
)


@dataclass(frozen=True)
class Tally:
    """Of how many neighbours the authority is higher or lower, and how many have a figure at all.

    Higher only where its whole 95 % interval lies above the neighbour's whole interval, lower where below (CONVENTIONS §4).
    """

    higher: int
    lower: int
    published: int
    absent: int

    @property
    def untold(self) -> int:
        """Of how many it cannot be told."""
        return self.published - self.higher - self.lower

    @property
    def finding(self) -> str:
        """The finding as a title has it: "surely higher than 7, lower than 1 of 10 neighbours".

        Bars of others stand above or below it too: of those chance does not let it be told.
        """
        whom = f"{self.published} {'published ' if self.absent else ''}neighbour{'' if self.published == 1 else 's'}"
        if not self.published:
            return "no neighbour has a published figure"
        if self.untold == self.published:
            return f"cannot be told from its {whom}"
        for number, word in ((self.higher, "higher"), (self.lower, "lower")):
            if number == self.published:
                return f"{word} than all {whom}"
        return f"{'surely ' if self.untold else ''}{', '.join(self._told)} of {whom}"

    @property
    def clause(self) -> str:
        """The same with what cannot be told, and who has no figure."""
        if not self.published:
            return "none of its statistical neighbours has a published figure"
        gone = f"; {self.absent} {'have' if self.absent > 1 else 'has'} none" if self.absent else ""
        for number, word in ((self.higher, "higher than"), (self.lower, "lower than"), (self.untold, "cannot be told from")):
            if number == self.published:
                return f"{word} all of its {number} statistical neighbours{' with a figure' if gone else ''}{gone}"
        told = [*self._told, *([f"cannot be told from {self.untold}"] if self.untold else [])]
        return f"{', '.join(told)} of its {self.published} statistical neighbours{' with a figure' if gone else ''}{gone}"

    @property
    def _told(self) -> list[str]:
        return [f"{word} than {n}" for word, n in (("higher", self.higher), ("lower", self.lower)) if n]


def tally(own: Spread, neighbours: Sequence[Spread], absent: int) -> Tally:
    """How an interval stands to those of the neighbours; without one, nothing can be told."""
    known = [each for each in neighbours if each and own]
    higher = sum(own[0] > each[1] for each in known if own and each)
    lower = sum(own[1] < each[0] for each in known if own and each)
    return Tally(higher, lower, len(neighbours), absent)
