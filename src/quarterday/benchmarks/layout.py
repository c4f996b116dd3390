"""Whether a file's columns are those of its family, and what to say where they are not."""

from collections.abc import Iterable
from pathlib import Path

from quarterday.benchmarks.families import IDENTITY, NEEDED, Family, layouts, nearest
from quarterday.benchmarks.measures import MEASURES
from quarterday.benchmarks.values import PublishedFileError


def check_layout(path: Path, family: Family, names: list[str]) -> tuple[str, ...]:
    """The columns of the family that the file lacks, where that is no fault.

    A dropped rate or percentage is made from its counts, and columns that a release dropped are only noted. A wanted
    column that is missing while another is there that nobody knows has probably been renamed.

    Raises PublishedFileError for that, for a column that is there twice, and for one without which no row can be placed.
    """
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise PublishedFileError(f"{path} has the column {_list(twice)} twice. Use the CSV file as published.")
    needed = [name for name in (*NEEDED, *family.rows) if name not in names]
    if needed:
        raise PublishedFileError(
            f"{path} is '{family.title}' but has no column {_list(needed)}. Its columns: {_list(names)}."
        )
    lacks = sorted(_wanted(family) - set(names))
    strange = sorted(set(names) - layouts()[family.key] - set(IDENTITY) - set(family.aliases.values()))
    if lacks and strange and not family.changing:
        raise PublishedFileError(
            f"{path} is '{family.title}' but has no column {_list(lacks)}; it has {_list(strange)}, which Quarterday does "
            "not know. If a column was renamed, map its new name (benchmarks/families.py, aliases), then add the file."
        )
    return tuple(lacks)


def unknown_layout(path: Path, heading: list[str], families: Iterable[Family]) -> str:
    """What to say of a file that is of no family."""
    family, lacks = nearest(heading)
    known = "; ".join(each.title for each in families)
    close = f" The nearest is '{family.title}', of which it lacks the columns {_list(lacks)}." if len(lacks) < 6 else ""
    return f"{path} is of no layout that Quarterday knows.{close} Known are: {known}."


def _wanted(family: Family) -> set[str]:
    """The counts that indicators are made of, and published columns that no count can replace."""
    wanted = set()
    for measure in MEASURES:
        if measure.family == family.key:
            wanted |= {column.split(" [")[0] for column in measure.columns if column != measure.published}
            if measure.published and not measure.numerator:
                wanted.add(measure.published)
    return wanted


def _list(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
