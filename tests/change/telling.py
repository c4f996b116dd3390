"""A change as a test reads it: the parts that happened, each in children and families."""

from dataclasses import dataclass, field
from datetime import date

from quarterday.indicators import Indicator
from quarterday.signals.change import Explained, Split, explain
from support.authority import Authority


@dataclass
class Told:
    """What a change came to, in the words of a test."""

    explained: Explained
    split: Split = field(init=False)

    def __post_init__(self) -> None:
        self.split = self.explained.whole

    def of(self, group: str) -> dict[str, int]:
        """The parts of one group, in children."""
        split = next(each for each in self.explained.groups if each.group == group)
        return {part.name: part.children for part in split.parts if part.records}

    @property
    def children(self) -> dict[str, int]:
        """The parts of which something happened, in children."""
        return {part.name: part.children for part in self.split.parts if part.children}

    @property
    def families(self) -> dict[str, int]:
        """The same in families."""
        return {part.name: part.families for part in self.split.parts if part.families}

    @property
    def count(self) -> dict[str, int]:
        """The same as the figure counts."""
        return {part.name: part.count for part in self.split.parts if part.count}

    @property
    def ends(self) -> tuple[int, int]:
        """The figure at both dates."""
        return self.split.opening.count, self.split.closing.count

    def who(self, name: str) -> list[str]:
        """The children in the list of a part."""
        return [record.child_id for record in self.split.part(name).records]


def change_of(
    authority: Authority,
    indicator: Indicator,
    start: str,
    end: str,
    *,
    before: Authority | None = None,
    by: str = "",
) -> Told:
    """Why a stock differs between two dates, of which an earlier authority's word may give the first."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    with authority.computation() as computation:
        if before is None:
            return Told(explain(computation, indicator, first, last, by=by))
        with before.computation() as known_before:
            return Told(explain(computation, indicator, first, last, before=known_before, by=by))
