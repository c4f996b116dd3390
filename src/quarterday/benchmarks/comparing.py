"""Comparing: one authority's published figure beside England, its region and its statistical neighbours, with chance."""

from dataclasses import dataclass
from typing import Any

from quarterday.benchmarks.areas import Area
from quarterday.benchmarks.averages import neighbours_of
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.catalogue import Subject, subject_of
from quarterday.benchmarks.chance import interval, method_of
from quarterday.benchmarks.comparison import MEAN_METHOD, Comparison, Own
from quarterday.benchmarks.families import BY_KEY
from quarterday.benchmarks.figures import Figure, Reader
from quarterday.benchmarks.measures import ALL, COUNT, MEASURES, SCALES
from quarterday.benchmarks.notes import notes_of
from quarterday.benchmarks.problems import NoComparisonError, UnknownIndicatorError
from quarterday.benchmarks.sheets import AreaRow
from quarterday.benchmarks.standing import intervals, placed, verdicts
from quarterday.benchmarks.standpoint import known_area, model_for


@dataclass(frozen=True)
class _Asked:
    """What is compared: an indicator's group of one authority and year, read from one release."""

    subject: Subject
    reader: Reader
    area: Area
    row: AreaRow
    figure: Figure

    @property
    def polarity(self) -> str:
        """By which direction authorities are ranked."""
        return self.reader.measure.lait_polarity or self.subject.rank_polarity


def compare(
    benchmarks: Benchmarks,
    code: str,
    authority: str,
    year: int,
    *,
    group: str = ALL,
    model: str | None = None,
    average: str = MEAN_METHOD,
) -> Comparison:
    """The published figure of an authority (GSS code) for a year beside its comparators.

    `group` is a group of the indicator's mix (`benchmarks.groups(code)`). `model` is 2021 or 2025: the one in use when the
    year's figures came out where it is None. `average` is mean, median or pooled.

    Raises UnknownIndicatorError, UnknownAuthorityError, and NoComparisonError where there are no such statistics.
    """
    subject, area = _subject(code), known_area(authority)
    if benchmarks.kept:
        return _kept(benchmarks, (code, group, year, area.gss), model, average)
    reader = benchmarks.reader(code, year, group)
    if reader is None:
        raise NoComparisonError(_why_none(benchmarks, subject, year, group))
    return _compared(benchmarks, _asked(subject, reader, area), model_for(area, year, model), average)


def compare_groups(
    benchmarks: Benchmarks,
    code: str,
    authority: str,
    year: int,
    *,
    model: str | None = None,
    average: str = MEAN_METHOD,
) -> list[Comparison]:
    """The comparison of an indicator; of a mix, that has no figure for all, of every group that the year has."""
    _subject(code)
    groups = [ALL] if ALL in benchmarks.groups(code) else benchmarks.groups(code)
    held = [group for group in groups if benchmarks.kept or benchmarks.reader(code, year, group)] or groups[:1]
    return [compare(benchmarks, code, authority, year, group=group, model=model, average=average) for group in held]


def with_own(found: Comparison, value: float | None, numerator: float | None, denominator: float | None) -> Comparison:
    """The comparison with the authority's own figure from its records beside it, with interval and verdicts.

    The units of the numerator are the measure's (full-time posts, where the records count hundredths of them); those of the
    denominator follow from value and numerator.
    """
    measure = next(each for each in MEASURES if (each.code, each.group) == (found.code, found.group))
    counted = None if numerator is None else numerator / measure.own_units
    units = None if denominator is None else denominator / measure.own_units
    if measure.kind in SCALES and value and counted:
        units = SCALES[measure.kind] * counted / value
    near = found.neighbours
    own = interval(measure, counted, units) if value is not None and measure.kind != COUNT else None
    told = verdicts(own, found.england, found.region, near, found.decimals)
    return found.with_own(Own(value, own[0] if own else None, own[1] if own else None, told))


def _asked(subject: Subject, reader: Reader, area: Area) -> _Asked:
    row, figure = reader.authority(area.gss, area.dfe)
    if row is None:
        raise NoComparisonError(
            f"{area.name} ({area.gss}) has no row in {reader.sheet.release} for {reader.sheet.year}. It has figures of its "
            f"own from {area.first_year} to {area.last_year}."
        )
    return _Asked(subject, reader, area, row, figure)


def _compared(benchmarks: Benchmarks, asked: _Asked, model: str, average: str) -> Comparison:
    subject, reader, figure = asked.subject, asked.reader, asked.figure
    narrow, wide = intervals(reader, asked.row, figure)
    england, region = reader.figure(reader.sheet.england).value, reader.region(asked.area.region).value
    near = neighbours_of(reader, asked.area.neighbours(model), average, model)
    place, of, quarter = placed(reader, figure, asked.polarity, subject.decimals)
    releases = benchmarks.releases(subject.code, reader.sheet.year, reader.measure.group)
    return Comparison(
        **_what(asked),
        low=narrow[0] if narrow else None,
        high=narrow[1] if narrow else None,
        low_any=wide[0] if wide else None,
        high_any=wide[1] if wide else None,
        interval=method_of(reader.measure),
        england=england,
        region=region,
        neighbours=near,
        rank=place,
        ranked_of=of,
        band=quarter,
        verdicts=verdicts(None if reader.measure.kind == COUNT else wide, england, region, near, subject.decimals),
        population_release=benchmarks.people_release(reader),
        notes=notes_of(reader, asked.area, asked.row, figure, near, releases),
    )


def _what(asked: _Asked) -> dict[str, Any]:
    """What is compared: the indicator, the year, the authority and its figure, and where they come from."""
    subject, sheet, area, figure = asked.subject, asked.reader.sheet, asked.area, asked.figure
    return {
        "code": subject.code,
        "group": asked.reader.measure.group,
        "title": subject.title,
        "unit": subject.unit,
        "decimals": subject.decimals,
        "better": subject.better,
        "rank_polarity": asked.polarity,
        "year": sheet.year,
        "authority": area.gss,
        "authority_name": area.name,
        "region_name": area.region_name,
        "value": figure.value,
        "reason": figure.reason,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "source": BY_KEY[sheet.family].title,
        "release": sheet.release,
    }


def _subject(code: str) -> Subject:
    subject = subject_of(code)
    if subject is None:
        raise UnknownIndicatorError(
            f"No published figure is known for '{code}'. quarterday benchmarks codes lists those that have one."
        )
    if not subject.is_mapped:
        raise NoComparisonError(f"{code} ({subject.title}) cannot be compared: {subject.not_at_hand}.")
    return subject


def _why_none(benchmarks: Benchmarks, subject: Subject, year: int, group: str) -> str:
    groups = benchmarks.groups(subject.code)
    if group not in groups:
        return f"{subject.code} has no group '{group}'. It has: {', '.join(groups)}."
    years = benchmarks.years(subject.code, group)
    if not years:
        return f"No published statistics of {subject.code} ({subject.title}) are loaded. Run quarterday benchmarks add FILE."
    held = f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0])
    return f"{subject.code} has no published statistics for {year}. Those loaded have {held}."


def _kept(benchmarks: Benchmarks, asked: tuple[str, str, int, str], model: str | None, average: str) -> Comparison:
    found = benchmarks.kept.get(asked)
    if found is None or average != found.neighbours.method or model not in (None, found.neighbours.model):
        raise NoComparisonError(
            "The small table that ships with Quarterday holds a few headlines with the mean of the neighbours of then. "
            "Run quarterday benchmarks add FILE for everything else."
        )
    return found
