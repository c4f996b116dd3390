"""Reading a published file as it is: BOM, case and order of columns do not matter; symbols stay."""

import csv
import hashlib
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quarterday.benchmarks.families import FAMILIES, Family, family_of, look_up_of
from quarterday.benchmarks.measures import MEASURES, POPULATION, Measure
from quarterday.benchmarks.values import (
    AUTHORITY,
    ENGLAND,
    REGION,
    PublishedFileError,
    PublishedValue,
    UnknownPublishedFileError,
    parsed,
)

Row = dict[str, str]

_LEVELS = {"national": ENGLAND, "regional": REGION, "local authority": AUTHORITY}


@dataclass(frozen=True)
class PublishedFile:
    """A file of published statistics: its family (None for a look-up) and its rows under the family's column names."""

    name: str
    sha256: str
    family: Family | None
    rows: tuple[Row, ...]


def read_published(path: Path) -> PublishedFile:
    """Read one published file.

    Raises PublishedFileError where it cannot be read, UnknownPublishedFileError where its layout is not known.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise PublishedFileError(f"{path} cannot be read as UTF-8 text. Use the CSV file as published.") from None
    rows = csv.reader(io.StringIO(text))
    try:
        heading = [name.strip().lower() for name in next(rows)]
    except (StopIteration, csv.Error):
        raise PublishedFileError(f"{path} is empty. Use the CSV file as published.") from None
    sha256 = hashlib.sha256(data).hexdigest()
    family = family_of(heading)
    if family is None:
        if look_up_of(heading):
            return PublishedFile(path.name, sha256, None, ())
        known = "; ".join(each.title for each in FAMILIES)
        raise UnknownPublishedFileError(f"{path} is of no layout that Quarterday knows. Known are: {known}.")
    names = [family.aliases.get(name, name) for name in heading]
    return PublishedFile(path.name, sha256, family, tuple(dict(zip(names, row, strict=False)) for row in rows if any(row)))


def values_of(files: list[PublishedFile]) -> list[PublishedValue]:
    """Every measure of every file, for every area and year."""
    population = _population(files)
    values: list[PublishedValue] = []
    for file in files:
        if file.family is not None:
            for measure in MEASURES:
                if measure.family == file.family.key:
                    values += _measured(file, measure, population)
    return values


Population = dict[tuple[str, int], float]


def _population(files: list[PublishedFile]) -> Population:
    known: Population = {}
    for file in files:
        if file.family is not None and file.family.key == "population":
            for row in file.rows:
                number, _ = parsed(row.get("population_estimate"))
                for _, area in _areas(row):
                    if number is not None:
                        known[area, int(row["time_period"][:4])] = number
    return known


def _measured(file: PublishedFile, measure: Measure, population: Population) -> Iterator[PublishedValue]:
    for row in file.rows:
        if any(row.get(column) != wanted for column, wanted in measure.where.items()):
            continue
        year = int(row["time_period"][:4])
        for kind, area in _areas(row):
            value, reason = _value(row, measure, population, area, year)
            title = file.family.title if file.family else ""
            yield PublishedValue(measure.code, measure.group, year, kind, area, value, reason, title, file.name)


def _value(row: Row, measure: Measure, population: Population, area: str, year: int) -> tuple[float | None, str]:
    if measure.percent:
        return parsed(row.get(measure.percent))
    numerator, reason = _added(row, measure.numerator)
    if numerator is None:
        return None, reason
    if measure.per_population:
        people = population.get((area, year - 1))
        return (numerator * 10_000 / people, "") if people else (None, "x")
    if not measure.denominator:
        return numerator, ""
    denominator, reason = _added(row, measure.denominator)
    if denominator is None:
        return None, reason
    return (numerator * 100 / denominator, "") if denominator else (None, "z")


def _added(row: Row, columns: tuple[str, ...]) -> tuple[float | None, str]:
    total = 0.0
    for column in columns:
        number, reason = parsed(row.get(column))
        if number is None:
            return None, reason
        total += number
    return total, ""


def _areas(row: Row) -> list[tuple[str, str]]:
    """The kind and code of a row's area; a joint return of two authorities counts for each."""
    kind = _LEVELS.get(row.get("geographic_level", "").strip().lower())
    if kind == ENGLAND:
        return [(ENGLAND, "E92000001")]
    if kind == REGION:
        return [(REGION, row.get("region_code", ""))]
    codes = [code.strip() for code in row.get("new_la_code", "").split("/")]
    return [(AUTHORITY, code) for code in codes if code] if kind else []


def by_area(values: list[PublishedValue]) -> dict[tuple[str, str, str, int], PublishedValue]:
    """Values by code, group, area and year; of two releases of a year the later file name counts (R29)."""
    found: dict[tuple[str, str, str, int], PublishedValue] = {}
    for value in sorted(values, key=lambda each: each.release):
        found[value.code, value.group, value.area, value.year] = value
    return found


def years_of(values: list[PublishedValue]) -> dict[str, list[int]]:
    """The years in which each code has a value for England."""
    years: dict[str, set[int]] = defaultdict(set)
    for value in values:
        if value.area_kind == ENGLAND and value.value is not None and value.code != POPULATION:
            years[value.code].add(value.year)
    return {code: sorted(known) for code, known in years.items()}
