"""What a reader of a comparison must know: joint returns, releases, symbols, and what cannot be told and why."""

from quarterday.benchmarks.areas import Area
from quarterday.benchmarks.chance import method_of
from quarterday.benchmarks.comparison import AVERAGES, PRIMARY, Neighbours
from quarterday.benchmarks.figures import Figure, Reader
from quarterday.benchmarks.measures import COUNT, DIFFERENCE, POPULATION
from quarterday.benchmarks.sheets import AreaRow
from quarterday.benchmarks.values import REASONS

_PRIMARY = (
    "the interval counts them in, each cell as 1 to 5 (primary), and the wider one lets a cell be of any size that the "
    "published totals leave (secondary)."
)
_CONTRADICTED = (
    "the interval counts them in at any size that the published totals leave, because the totals contradict that each is 1 "
    "to 5: some are there to protect others (secondary)."
)
_UNBOUNDED = "what they can be does not follow from what is published, so nothing can be told."


def notes_of(
    reader: Reader, area: Area, row: AreaRow | None, figure: Figure, near: Neighbours, releases: list[str]
) -> tuple[str, ...]:
    """The notes of a comparison, in the order in which they matter."""
    found = (
        _symbol(reader, figure),
        _joint(row),
        _code_of_then(area, row),
        _unreckoned(reader, figure),
        _neighbours(near),
        _releases(releases),
    )
    return tuple(note for note in found if note)


def _symbol(reader: Reader, figure: Figure) -> str:
    if figure.value is not None:
        return ""
    if POPULATION in reader.measure.denominator and figure.numerator is not None and figure.denominator is None:
        return "The rate needs the population of the year before: add the mid-year estimates (ONS)."
    return f"The authority's figure is {REASONS[figure.reason]} ({figure.reason})."


def _joint(row: AreaRow | None) -> str:
    joint = row is not None and len(row.areas) > 1
    return "The figure is of a joint return of two authorities and counts for each." if joint else ""


def _code_of_then(area: Area, row: AreaRow | None) -> str:
    if row is None or area.gss in row.areas:
        return ""
    return f"{area.name} had the code {row.areas[0]} in that year."


def _unreckoned(reader: Reader, figure: Figure) -> str:
    if reader.measure.kind in (COUNT, DIFFERENCE):
        return "A number grows with the authority: it has no interval or rank, and nothing is told from it. Compare a rate."
    if not method_of(reader.measure):
        return "Its chance cannot be reckoned from what is published, so nothing can be told of differences."
    if figure.value is not None and (figure.numerator is None or not figure.denominator):
        return "The counts behind the figure are not published: it has no interval, and nothing can be told of differences."
    return ""


def _neighbours(near: Neighbours) -> str:
    if not near.of:
        return f"The {near.model} model has no neighbours for this authority."
    if not near.suppressed:
        return ""
    told = _PRIMARY if near.assumption == PRIMARY else _CONTRADICTED
    if near.low is None:
        told = _UNBOUNDED
    hidden = "1 of the neighbours is" if near.suppressed == 1 else f"{near.suppressed} of the neighbours are"
    return f"{hidden} suppressed. The {AVERAGES[near.method]} of the {near.with_value} published leaves them out; {told}"


def _releases(releases: list[str]) -> str:
    if len(releases) < 2:
        return ""
    others = ", ".join(releases[:-1])
    return f"The year is in {len(releases)} releases; every area is from the latest, {releases[-1]}, not from {others}."
