"""`quarterday compare`: an authority's published figures beside England, its region and its statistical neighbours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quarterday.cli import options
from quarterday.cli.console import err, out
from quarterday.cli.problems import RefusedProblemError, UsageProblemError

if TYPE_CHECKING:
    from quarterday.benchmarks import Benchmarks, Comparison
    from quarterday.benchmarks.counting import CountingPractice
    from quarterday.submissions import Store


def compare(
    codes: Annotated[list[str], typer.Argument(help="Codes of indicators.")],
    year: Annotated[int, typer.Option(help="The calendar year in which the reporting year ends: 2025 for 2024-25.")],
    neighbours: Annotated[str | None, typer.Option(help="Neighbour model: 2021 or 2025. Without: that of the year.")] = None,
    average: Annotated[str, typer.Option(help="The neighbours' average: mean, median or pooled.")] = "mean",
    group: Annotated[str | None, typer.Option(help="One group of a mix, such as neglect. Without: all of them.")] = None,
    own: Annotated[bool, typer.Option("--own", help="Put the authority's own figure from its records beside it.")] = False,
    charts: Annotated[
        Path | None,
        typer.Option(help="Folder for a page with ranked bars and funnel of all authorities, and a file for each chart."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object for one figure, a list for several.")] = False,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """Compare published figures with England, the region and statistical neighbours, with 95 % intervals and a verdict."""
    from quarterday.benchmarks import NOTHING_LOADED, load
    from quarterday.cli.compare_charts import write_charts
    from quarterday.submissions import Store

    _check(neighbours, average, charts)
    benchmarks = load(store)
    if benchmarks is None:
        raise RefusedProblemError(NOTHING_LOADED)
    area = _authority(store, authority)
    asked = [_compared(benchmarks, _spelt(code), area, year, group, neighbours, average) for code in codes]
    found = [each for several in asked for each in several]
    if own:
        found = [_beside_own(Store(store), each, authority) for each in found]
    written = write_charts(benchmarks, found, area, neighbours, charts) if charts else []
    if as_json:
        listed = [each.as_json() for each in found]
        typer.echo(json.dumps(listed[0] if len(listed) == 1 else listed, indent=2, ensure_ascii=False))
        return
    for each in found:
        _print(benchmarks, each, neighbours)
    for path in written:
        out.print(str(path), markup=False)


def _check(neighbours: str | None, average: str, charts: Path | None) -> None:
    from quarterday.benchmarks import METHODS
    from quarterday.benchmarks.areas import MODELS
    from quarterday.cli.compare_charts import check_folder

    if charts:
        check_folder(charts)
    if neighbours not in (None, *MODELS):
        raise UsageProblemError(f"'{neighbours}' is not a neighbour model. Known are: {', '.join(MODELS)}.")
    if average not in METHODS:
        raise UsageProblemError(f"'{average}' is not an average. Known are: {', '.join(METHODS)}.")


def _authority(store: options.StoreOption, asked: str | None) -> str:
    """The authority asked for, or the only one whose records the store holds."""
    if asked:
        return options.authority_code(asked)
    from quarterday.submissions import Store

    try:
        return options.authority_of(options.open_submission(Store(store)), None)
    except RefusedProblemError:
        raise UsageProblemError("The store holds no records. Say whom to compare with --authority CODE.") from None


def _spelt(code: str) -> str:
    """A code as the catalogue spells it, whatever its case."""
    from quarterday.benchmarks.catalogue import subjects

    return next((known for known in subjects() if known.lower() == code.strip().lower()), code)


def _compared(
    benchmarks: Benchmarks, code: str, area: str, year: int, group: str | None, model: str | None, average: str
) -> list[Comparison]:
    from quarterday.benchmarks import (
        ComparisonError,
        UnknownAuthorityError,
        UnknownIndicatorError,
        compare_groups,
    )
    from quarterday.benchmarks import compare as compare_published

    try:
        if group:
            return [compare_published(benchmarks, code, area, year, group=group, model=model, average=average)]
        return compare_groups(benchmarks, code, area, year, model=model, average=average)
    except (UnknownAuthorityError, UnknownIndicatorError) as error:
        raise UsageProblemError(str(error)) from None
    except ComparisonError as error:
        raise RefusedProblemError(str(error)) from None


def _beside_own(house: Store, found: Comparison, authority: str | None) -> Comparison:
    """The comparison with the figure from the authority's records at the day that the published one is for."""

    from quarterday.benchmarks import with_own
    from quarterday.benchmarks.days import day_of
    from quarterday.indicators import asked_at
    from quarterday.sections import BY_CODE
    from quarterday.sections.measuring import measured

    indicator = BY_CODE.get(found.code)
    if indicator is None:
        err.print(f"{found.code} is not computed from records: only the published figure is shown.", markup=False)
        return found
    submission = options.open_submission(house)
    figures, reasons = measured(
        *(submission, house.settings(), options.authority_of(submission, authority)),
        *([indicator], asked_at(day_of(found.code, found.year))),
    )
    for reason in reasons.values():
        err.print(f"{found.code}: {reason}", markup=False)
    mine = next((figure for figure in figures if figure.group == found.group), None)
    return with_own(found, mine.value, mine.numerator, mine.denominator) if mine else found


def _print(benchmarks: Benchmarks, found: Comparison, model: str | None) -> None:
    from quarterday.benchmarks.counting import REFERRAL_CODES, counting_practice
    from quarterday.benchmarks.words import lines

    for line in lines(found):
        out.print(line, markup=False)
    if found.code in REFERRAL_CODES:
        out.print("  Counting practice, which explains much of the difference between referral rates:")
        for practice in counting_practice(benchmarks, found.authority, found.year, model=model):
            out.print(f"    {_practice(practice, found)}", markup=False)
    out.print("")


def _practice(practice: CountingPractice, found: Comparison) -> str:
    from quarterday.benchmarks.words import shown

    values = (practice.own, practice.england, practice.region, practice.neighbours)
    own, england, region, near = (shown(value, practice.decimals, practice.unit) for value in values)
    return f"{practice.label}: {own}; England {england}, {found.region_name} {region}, neighbours (mean) {near}"
