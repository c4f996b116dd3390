"""`quarterday signal`: whether a series has really changed."""

import json
from pathlib import Path
from typing import Annotated

import typer

from quarterday.cli.problems import RefusedProblemError, UnreadableProblemError, UsageProblemError
from quarterday.signals import SignalError, TooShortError, chart_values, read_series, xmr
from quarterday.signals.series import SeriesFileError
from quarterday.signals.xmr import RUN_LENGTH


def signal(
    what: Annotated[str, typer.Argument(metavar="FILE.csv|CODE", help="A series in a CSV file, or an indicator's code.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    improvement: Annotated[str | None, typer.Option(help="Which way is better: up, down or neither.")] = None,
    target: Annotated[float | None, typer.Option(help="The target to judge the limits against.")] = None,
    screening: Annotated[bool, typer.Option("--screening/--no-screening", help="Leave wild moving ranges out.")] = True,
    run_length: Annotated[int, typer.Option(help="Points of a trend or shift.")] = RUN_LENGTH,
    baseline: Annotated[int | None, typer.Option(help="Fix the limits by the first N points.")] = None,
    column: Annotated[str | None, typer.Option(help="The value column of a file: its heading or number.")] = None,
) -> None:
    """XmR chart values and signals of a flow; the expected band of a stock."""
    try:
        series = read_series(Path(what), column)
        chart = xmr(
            series.values,
            periods=series.periods,
            improvement=improvement or "neither",
            target=target,
            screening=screening,
            run_length=run_length,
            baseline=baseline,
            feasible=(0, 100) if series.percent else (None, None),
        )
    except SeriesFileError as error:
        raise UnreadableProblemError(str(error)) from None
    except TooShortError as error:
        raise RefusedProblemError(str(error)) from None
    except SignalError as error:
        raise UsageProblemError(str(error)) from None
    if as_json:
        typer.echo(json.dumps(chart_values(chart), indent=2, ensure_ascii=False))
