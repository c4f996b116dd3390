"""An XmR chart as a value: points with what was found of them, groups with their lines, and the words."""

from dataclasses import dataclass, field

from quarterday.signals.rules import RULES_VERSION, Match
from quarterday.signals.words import ASSURANCE_WORDS, COMMON_CAUSE, VARIATION_WORDS, kind_of


@dataclass(frozen=True)
class Rebase:
    """A re-base on the record: from which point (its place from 0) new limits hold, why, who decided, and when."""

    at: int
    reason: str
    author: str
    recorded: str


@dataclass(frozen=True)
class Limits:
    """The lines of one group of points. `shown_lower` and `shown_upper` are clipped to what is possible, for drawing."""

    first: int
    last: int
    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    shown_lower: float
    shown_upper: float
    points: int
    trial: bool
    rebase: Rebase | None = None


@dataclass(frozen=True)
class Point:
    """One point: its value, its period's name where known, its group, and every rule that it matches."""

    value: float
    period: str | None
    group: int
    matches: tuple[Match, ...]
    improvement: str

    @property
    def signal(self) -> bool:
        """Whether it is a special cause."""
        return bool(self.matches)

    @property
    def rule(self) -> str | None:
        """The rule that names it: the first by precedence."""
        return self.matches[0].rule if self.matches else None

    @property
    def direction(self) -> str | None:
        """The direction of the rule that names it: up or down."""
        return self.matches[0].direction if self.matches else None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Everything it means, the first naming it: more than one where rules disagree on good and bad."""
        found = dict.fromkeys(kind_of(match.direction, self.improvement) for match in self.matches)
        return tuple(found) or (COMMON_CAUSE,)

    @property
    def words(self) -> str:
        """Its variation in words, both meanings where it has two."""
        first, *others = self.kinds
        return VARIATION_WORDS[first] + "".join(f"; also {kind}" for kind in others)


@dataclass(frozen=True)
class XmrChart:
    """An XmR chart. The lines of its last group are its own `mean`, `lower` and `upper`."""

    points: tuple[Point, ...]
    groups: tuple[Limits, ...]
    improvement: str
    target: float | None
    assurance_kind: str | None
    screening: bool
    run_length: int
    baseline: int | None
    notes: tuple[str, ...] = ()
    version: str = field(default=RULES_VERSION)

    @property
    def limits(self) -> Limits:
        """The lines in force: those of the last group."""
        return self.groups[-1]

    @property
    def mean(self) -> float:
        """The mean in force."""
        return self.limits.mean

    @property
    def lower(self) -> float:
        """The computed lower limit in force."""
        return self.limits.lower

    @property
    def upper(self) -> float:
        """The computed upper limit in force."""
        return self.limits.upper

    @property
    def trial(self) -> bool:
        """Whether the limits in force are trial limits: from fewer than 13 points."""
        return self.limits.trial

    @property
    def last(self) -> Point:
        """The point whose type is the chart's variation."""
        return self.points[-1]

    @property
    def variation_kind(self) -> str:
        """improving, concerning, high, low or common cause: the type of the last point alone."""
        return self.last.kinds[0]

    @property
    def variation(self) -> str:
        """The variation in words."""
        return VARIATION_WORDS[self.variation_kind]

    @property
    def variation_in_full(self) -> str:
        """The same, with a second meaning where the last point has one."""
        return self.last.words

    @property
    def assurance(self) -> str | None:
        """The assurance in words; None without a target, or where nobody said which way is better and it matters."""
        return ASSURANCE_WORDS[self.assurance_kind] if self.assurance_kind else None

    @property
    def signals(self) -> tuple[Point, ...]:
        """The points that are special causes."""
        return tuple(point for point in self.points if point.signal)
