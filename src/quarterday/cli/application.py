"""All commands, in the order of a working day."""

import typer

from quarterday import version
from quarterday.cli import (
    benchmarks,
    change,
    check,
    children,
    claims,
    compare,
    demo,
    doctor,
    example,
    indicators,
    load,
    measure,
    report,
    settings,
    signal,
    submissions,
    worklists,
)

application = typer.Typer(
    name="quarterday",
    help="See how well an authority's children's services protect and care for children.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

application.command()(demo.demo)
application.command()(example.example)
application.command()(check.check)
application.command()(load.load)
application.add_typer(submissions.application, name="submissions")
application.command()(indicators.indicators)
application.command()(measure.measure)
application.command()(children.children)
application.command()(change.change)
application.command()(worklists.worklists)
application.add_typer(settings.application, name="settings")
application.command()(compare.compare)
application.add_typer(benchmarks.application, name="benchmarks")
application.command()(claims.claims)
application.command()(signal.signal)
application.command()(report.report)
application.command()(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Quarterday {version()}")
        raise typer.Exit


@application.callback()
def _front(
    _version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Show the version."),
) -> None:
    pass
