"""How an indicator is read from a published family: which columns, and what it is per."""

from dataclasses import dataclass, replace

ALL = "all"

COUNT = "count"
PERCENT = "%"
RATE = "per 10,000"
MEAN = "mean"
MEDIAN = "median"
DIFFERENCE = "difference"

SCALES = {PERCENT: 100.0, RATE: 10_000.0, MEAN: 1.0}
"""What numerator by denominator is multiplied with."""

POPULATION = "population"
"""The denominator that is not a column: children aged 0 to 17 at the middle of the year before (R28)."""


@dataclass(frozen=True)
class Measure:
    """An indicator (or a group of its mix) in a published family.

    `published` is the column that holds the figure as published. Where the release has no such column, the figure is the
    sum of the `numerator` columns by the sum of the `denominator` columns, times the scale of the kind (R28: a rate per
    10,000 by the population of the year before). Both are also what the interval is made of. In families whose rows are
    categories, a column is written with its row in brackets, in small letters: `number [placement; other placements]`.
    """

    code: str
    family: str
    kind: str
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    published: str = ""
    group: str = ALL
    certain: bool = True
    """Whether chance can be reckoned: False where the counted units come in clusters, such as days of sickness."""
    above_all: bool = False
    """Whether the figure may exceed 100 %, so that it is a rate of events (Poisson) and no share (Wilson)."""
    own_units: int = 1
    """How many of what the authority's own records count make one of what is published: 100 hundredths of full time."""
    since_peak: bool = False
    """Whether it is the difference from the highest year so far (WRK-10)."""
    lait_polarity: str = ""
    """The national tool's direction for this group, where the groups of a mix differ: `low` or `high`."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the figure needs, whatever the release."""
        people = self.denominator if POPULATION not in self.denominator else ()
        return (*self.numerator, *people, *((self.published,) if self.published else ()))


def count(code: str, family: str, *columns: str, group: str = ALL) -> Measure:
    """A number of children, plans or events."""
    return Measure(code, family, COUNT, columns, group=group)


def percent(code: str, family: str, of: tuple[str, ...], among: tuple[str, ...], published: str = "") -> Measure:
    """A share, by its counts, and the published percentage where there is one."""
    return Measure(code, family, PERCENT, of, among, published)


def rate(code: str, family: str, column: str, published: str = "") -> Measure:
    """A rate per 10,000 children."""
    return Measure(code, family, RATE, (column,), (POPULATION,), published)


def mix(code: str, family: str, among: str, groups: dict[str, str], published: str = "") -> tuple[Measure, ...]:
    """The groups of a mix as shares of one total. `published` is what a percentage column adds to the count's name."""
    return tuple(
        Measure(code, family, PERCENT, (column,), (among,), f"{column}{published}" if published else "", group)
        for group, column in groups.items()
    )


def rows(
    code: str, family: str, category: str, groups: dict[str, str], total: str, counted: str, shared: str
) -> tuple[Measure, ...]:
    """The groups of a mix that are rows of a category, as shares of the category's total row."""
    return tuple(
        Measure(
            code,
            family,
            PERCENT,
            (item(counted, category, row),),
            (item(counted, category, total),),
            item(shared, category, row),
            group,
        )
        for group, row in groups.items()
    )


def item(column: str, *row: str) -> str:
    """A column of a category row: `number [placement; other placements]`."""
    return f"{column} [{'; '.join(row)}]".lower()


def scored(measures: tuple[Measure, ...], **polarity: str) -> tuple[Measure, ...]:
    """The same measures, with the national tool's direction of some groups (spaces of a group's name as underscores)."""
    named = {group.replace("_", " "): direction for group, direction in polarity.items()}
    return tuple(replace(each, lait_polarity=named.get(each.group, "")) for each in measures)
