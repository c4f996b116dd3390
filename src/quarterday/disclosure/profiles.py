"""Profiles: what an audience may see of numbers of children, as values (CONVENTIONS §5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

PUBLIC = "public"
MANAGEMENT_ONLY = "management"


@dataclass(frozen=True, kw_only=True)
class Profile:
    """How figures about children are protected before they leave.

    Counts from 1 to `largest_hidden` are hidden (0: nothing is); zero is shown. Others print to the `nearest` number.
    `width`: from everything published together, no hidden count may be bounded to fewer than width + 1 whole numbers in
    a row; `secondary` hides further cells until that holds. `complement`: a sensitive percentage (ethnicity, disability,
    need, outcome) is hidden too where all but a few share what it says, and where all or none of fewer than
    `small_group` children do. `least_behind_average`: an average, a median or an extreme over fewer children is hidden.
    Numbers of staff, posts, audits and actions are no children's and stay as they are.
    """

    name: str
    audience: str
    largest_hidden: int
    nearest: int = 1
    width: int = 5
    secondary: bool = True
    complement: bool = True
    small_group: int = 10
    least_behind_average: int = 6
    marking: str = "Public"
    note: str = ""

    @property
    def protects(self) -> bool:
        """Whether anything is hidden or rounded."""
        return self.largest_hidden > 0

    def is_small(self, count: int) -> bool:
        """Whether a number of children is one that must be hidden for itself."""
        return 1 <= abs(count) <= self.largest_hidden

    def printed(self, count: int) -> int:
        """A count as it is printed, where it is."""
        if self.nearest == 1:
            return count
        return (count + self.nearest // 2) // self.nearest * self.nearest

    def could_be(self, count: int) -> tuple[int, int]:
        """The least and greatest number that a reader may take a printed count for."""
        if self.nearest == 1 or count == 0:
            return count, count
        printed, half = self.printed(count), self.nearest // 2
        return max(printed - half, self.largest_hidden + 1), printed + half


DFE_CIN = Profile(
    name="DFE_CIN",
    audience=PUBLIC,
    largest_hidden=5,
    note="Numbers of children from 1 to 5, and further numbers from which such a one could be worked out, are shown as [c]; "
    "zero is shown; other numbers are not rounded (the Department for Education's own rule for authorities).",
)
ROUND5 = Profile(
    name="ROUND5",
    audience=PUBLIC,
    largest_hidden=5,
    nearest=5,
    note="Numbers of children from 1 to 5 are shown as [c]; the others are rounded to the nearest 5, so that 6 and 7 print "
    "as 5; percentages and rates are made from the rounded numbers, and parts may not add up to their total.",
)
OPENSAFELY = Profile(
    name="OPENSAFELY",
    audience=PUBLIC,
    largest_hidden=7,
    nearest=5,
    note="Numbers of children from 1 to 7 are shown as [c]; the others are rounded to the nearest 5; percentages and rates "
    "are made from the rounded numbers, and parts may not add up to their total.",
)
MANAGEMENT = Profile(
    name="MANAGEMENT",
    audience=MANAGEMENT_ONLY,
    largest_hidden=0,
    secondary=False,
    complement=False,
    small_group=0,
    least_behind_average=0,
    marking="Official-sensitive: do not forward",
)

PROFILES: Mapping[str, Profile] = MappingProxyType({each.name: each for each in (DFE_CIN, ROUND5, OPENSAFELY, MANAGEMENT)})
"""Every profile by its name."""
