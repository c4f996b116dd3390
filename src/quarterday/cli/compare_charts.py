"""The charts of `quarterday compare --charts`: a page and a file for each chart, in a folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quarterday.benchmarks import Benchmarks, Comparison, Funnel, NoComparisonError, funnel, ranked_bars
from quarterday.benchmarks.measures import COUNT, DIFFERENCE
from quarterday.cli.problems import UsageProblemError

if TYPE_CHECKING:
    from quarterday.reports.compared import Shown

NO_BARS = (
    "No ranked bars: a number grows with the authority, so the order of all authorities would only say how large they are. "
    "Compare a share or a rate."
)
NO_COUNTS = (
    "No funnel: it needs a share or a rate whose counts are published, because the limits depend on how many it is of. The "
    "files loaded hold none for this figure."
)


def check_folder(folder: Path) -> None:
    """Refuse a folder that is a file, or that would lie in one, before anything is computed."""
    standing = next(path for path in (folder, *folder.parents) if path.exists())
    if not standing.is_dir():
        raise UsageProblemError(f"{standing} is a file, and charts go into a folder. Give --charts a folder, new or old.")


def write_charts(
    benchmarks: Benchmarks, found: Sequence[Comparison], authority: str, model: str | None, to: Path
) -> list[Path]:
    """Write the page and the charts of comparisons of one authority; returns the files, the page first."""
    from quarterday.reports.compared import write_comparison

    return write_comparison([_shown(benchmarks, each, authority, model) for each in found], to)


def _shown(benchmarks: Benchmarks, found: Comparison, authority: str, model: str | None) -> "Shown":
    from quarterday.reports.compared import Shown

    ranked = ranked_bars(benchmarks, found.code, authority, found.year, group=found.group, model=model)
    drawn = _funnel(benchmarks, found, authority, model)
    if ranked.kind in (COUNT, DIFFERENCE):
        return Shown(found, None, None, NO_BARS, NO_COUNTS)
    return Shown(found, ranked, drawn, no_funnel=NO_COUNTS)


def _funnel(benchmarks: Benchmarks, found: Comparison, authority: str, model: str | None) -> Funnel | None:
    try:
        return funnel(benchmarks, found.code, authority, found.year, group=found.group, model=model)
    except NoComparisonError:
        return None
