"""Comparing: one authority's published figure beside England, its region and its statistical neighbours, with chance."""

from dataclasses import dataclass

from quarterday.benchmarks.areas import EXAMPLE, MODELLED_ON, MODELS, Area, area_of, model_of
from quarterday.benchmarks.averages import Range, can_bound, neighbours_of, possible_of
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.catalogue import Subject, subject_of
from quarterday.benchmarks.chance import interval, method_of
from quarterday.benchmarks.comparison import MEAN_METHOD, Comparison, Neighbours, Verdicts
from quarterday.benchmarks.families import BY_KEY
from quarterday.benchmarks.figures import Figure, Reader
from quarterday.benchmarks.measures import ALL
from quarterday.benchmarks.notes import notes_of
from quarterday.benchmarks.problems import NoComparisonError, UnknownAuthorityError, UnknownIndicatorError
from quarterday.benchmarks.ranking import RANKED, band, published_by_authority, rank
from quarterday.benchmarks.sheets import AreaRow
from quarterday.benchmarks.values import SUPPRESSED
from quarterday.benchmarks.verdicts import verdict


@dataclass(frozen=True)
class _Asked:
    """What is compared: an indicator's group of one authority and year, read from one release."""

    subject: Subject
    reader: Reader
    area: Area
    row: AreaRow | None
    figure: Figure
    model: str
    average: str


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
    subject, area = _subject(code), _area(authority)
    if benchmarks.kept:
        return _kept(benchmarks, subject, area, year, group, model, average)
    reader = benchmarks.reader(code, year, group)
    if reader is None:
        raise NoComparisonError(_why_none(benchmarks, subject, year, group))
    row, figure = reader.authority(area.gss, area.dfe)
    if row is None:
        raise NoComparisonError(
            f"{area.name} ({area.gss}) has no row in {reader.sheet.release} for {year}. It has figures of its own from "
            f"{area.first_year} to {area.last_year}."
        )
    asked = _Asked(subject, reader, area, row, figure, _model(area, year, model), average)
    return _compared(benchmarks, asked)


def compare_groups(
    benchmarks: Benchmarks,
    code: str,
    authority: str,
    year: int,
    *,
    model: str | None = None,
    average: str = MEAN_METHOD,
) -> list[Comparison]:
    """The comparison of every group of an indicator's mix; of one that is no mix, the one comparison."""
    _subject(code)
    groups = benchmarks.groups(code)
    return [
        compare(benchmarks, code, authority, year, group=group, model=model, average=average) for group in groups
    ]


def _compared(benchmarks: Benchmarks, asked: _Asked) -> Comparison:
    subject, reader, area, figure = asked.subject, asked.reader, asked.area, asked.figure
    narrow, wide = _intervals(asked)
    england = reader.figure(reader.sheet.england).value
    region = reader.figure(reader.sheet.area(area.region)).value
    near = neighbours_of(reader, area.neighbours(asked.model), asked.average, asked.model)
    place, of, quarter = _placed(asked)
    return Comparison(
        code=subject.code,
        group=reader.measure.group,
        title=subject.title,
        unit=subject.unit,
        decimals=subject.decimals,
        better=subject.better,
        year=reader.sheet.year,
        authority=area.gss,
        authority_name=area.name,
        region_name=area.region_name,
        value=figure.value,
        reason=figure.reason,
        numerator=figure.numerator,
        denominator=figure.denominator,
        low=_low(narrow),
        high=_high(narrow),
        low_any=_low(wide),
        high_any=_high(wide),
        interval=method_of(reader.measure),
        england=england,
        region=region,
        neighbours=near,
        rank=place,
        ranked_of=of,
        band=quarter,
        rank_polarity=_polarity(asked),
        verdicts=verdicts(wide, england, region, near, subject.decimals),
        source=BY_KEY[reader.sheet.family].title,
        release=reader.sheet.release,
        population_release=benchmarks.people_release(reader),
        notes=notes_of(reader, area, asked.row, figure, near, benchmarks.releases(subject.code, reader.sheet.year, reader.measure.group)),
    )


def verdicts(own: Range | None, england: float | None, region: float | None, near: Neighbours, decimals: int) -> Verdicts:
    """How an authority's interval stands to each comparator, each rounded as published."""
    return Verdicts(
        england=verdict(own, _point(england), decimals),
        region=verdict(own, _point(region), decimals),
        neighbours=verdict(own, _range(near.low_any, near.high_any), decimals),
    )


def _intervals(asked: _Asked) -> tuple[Range | None, Range | None]:
    """The 95 % interval in both readings of a suppressed cell; of a published figure both are the same."""
    measure, figure = asked.reader.measure, asked.figure
    if figure.value is not None:
        found = interval(measure, figure.numerator, figure.denominator)
        return found, found
    if figure.reason != SUPPRESSED or asked.row is None or not can_bound(asked.reader):
        return None, None
    narrow = possible_of(asked.reader, asked.row, figure, primary=True)
    wide = possible_of(asked.reader, asked.row, figure, primary=False)
    return _with_chance(asked, narrow), _with_chance(asked, wide)


def _with_chance(asked: _Asked, possible: Range | None) -> Range | None:
    """From the lower end of the interval of the least that a figure can be to the upper end of that of the greatest."""
    people = asked.figure.denominator
    if possible is None or not people:
        return None
    scale = _scale(asked)
    ends = [interval(asked.reader.measure, value / scale * people, people) for value in possible]
    return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None


def _scale(asked: _Asked) -> float:
    from quarterday.benchmarks.measures import SCALES

    return SCALES[asked.reader.measure.kind]


def _placed(asked: _Asked) -> tuple[int | None, int | None, str | None]:
    """Rank, how many were ranked, and quarter of the authorities."""
    polarity = _polarity(asked)
    if not polarity or asked.reader.measure.kind not in RANKED:
        return None, None, None
    values = list(published_by_authority(asked.reader).values())
    if asked.figure.value is None:
        return None, len(values), None
    return (
        rank(asked.figure.value, values, polarity, asked.subject.decimals),
        len(values),
        band(asked.figure.value, values, polarity),
    )


def _polarity(asked: _Asked) -> str:
    return asked.reader.measure.lait_polarity or asked.subject.rank_polarity


def _model(area: Area, year: int, model: str | None) -> str:
    """The neighbour model asked for; else that of the year, or the next where the authority is younger than the model."""
    if model:
        return model
    usual = model_of(year)
    return usual if area.neighbours(usual) else MODELS[-1]


def _subject(code: str) -> Subject:
    subject = subject_of(code)
    if subject is None:
        raise UnknownIndicatorError(f"No published figure is known for '{code}'. quarterday benchmarks list --codes shows those.")
    if not subject.is_mapped:
        raise NoComparisonError(f"{code} ({subject.title}) cannot be compared: {subject.not_at_hand}.")
    return subject


def _area(authority: str) -> Area:
    area = area_of(authority)
    if area is None:
        raise UnknownAuthorityError(f"No authority of England has the code {authority}.")
    return area


def _why_none(benchmarks: Benchmarks, subject: Subject, year: int, group: str) -> str:
    groups = benchmarks.groups(subject.code)
    if group not in groups:
        return f"{subject.code} has no group '{group}'. It has: {', '.join(groups)}."
    years = benchmarks.years(subject.code, group)
    if not years:
        return f"No published statistics of {subject.code} ({subject.title}) are loaded. Run quarterday benchmarks add FILE."
    held = f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0])
    return f"{subject.code} has no published statistics for {year}. Those loaded have {held}."


def _kept(
    benchmarks: Benchmarks, subject: Subject, area: Area, year: int, group: str, model: str | None, average: str
) -> Comparison:
    authority = MODELLED_ON if area.gss == EXAMPLE else area.gss
    found = benchmarks.kept.get((subject.code, group, year, authority))
    if found is None or average != found.neighbours.method or model not in (None, found.neighbours.model):
        raise NoComparisonError(
            "The small table that ships with Quarterday holds a few headlines with the mean of the neighbours of their time. "
            "Run quarterday benchmarks add FILE for everything else."
        )
    return found


def _point(value: float | None) -> Range | None:
    return None if value is None else (value, value)


def _range(low: float | None, high: float | None) -> Range | None:
    return None if low is None or high is None else (low, high)


def _low(found: Range | None) -> float | None:
    return found[0] if found else None


def _high(found: Range | None) -> float | None:
    return found[1] if found else None
