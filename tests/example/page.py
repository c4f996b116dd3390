"""docs/example.md: what the example is, the figures that hold exactly, and what is still out of its range."""

from collections.abc import Iterable
from pathlib import Path

from example.measure import ESTIMATE, HEADLINE, PUBLISHED, Measure

PAGE = Path(__file__).parents[2] / "docs" / "example.md"
INTRODUCTION = """# The example authority

`quarterday demo` makes a made-up authority of 24,000 children, from April 2015 to March 2022: families on their journeys from contact to plan, care
and leaving care, their workers, what managers did about quality, and the errors of real data. No record is of a real child. It is a
simulation, month by month, steered towards what DfE publishes for one island authority and towards what people of the sector expect; the same
arguments make the same records.

It is measured against {count} targets: {headline} headline figures that must hold exactly, {published} published figures and {estimates}
estimates of the sector's rules of thumb, each with a range. {inside} lie in their range. Written by
`python tests/example/distance.py --write`; a test fails when a headline figure moves, or another drifts further out than is known.

"""
WARNING = """
## Still out of their range

Do not draw conclusions about real services from these, nor from anything else made up.

"""


def page(measures: Iterable[Measure]) -> str:
    """The whole page."""
    listed = list(measures)
    kinds = [measure.kind for measure in listed]
    text = INTRODUCTION.format(
        count=len(listed),
        headline=kinds.count(HEADLINE),
        published=kinds.count(PUBLISHED),
        estimates=kinds.count(ESTIMATE),
        inside=sum(measure.distance == 0 for measure in listed),
    )
    headlines = [(m.area, m.name, f"{m.value:g}") for m in listed if m.kind == HEADLINE]
    outside = [(m.area, m.name, f"{m.value:.1f}", _range(m)) for m in listed if m.distance > 0]
    text += "## Headline figures\n\n" + _table(("Area", "Figure", "Value"), headlines)
    return text + WARNING + _table(("Area", "Measure", "Value", "Wanted"), outside)


def _range(measure: Measure) -> str:
    return f"{measure.low:.1f} to {measure.high:.1f}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
