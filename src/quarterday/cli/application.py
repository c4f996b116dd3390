"""All commands, in the order of a working day. A command's module is imported when it is chosen, so that help is quick.

A command `name` is `quarterday.cli.name`, and in it the function of that name, or the `application` of its subcommands.
Such a module imports at its top only what its arguments need; what it works with, it imports when it works.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from quarterday import version

COMMANDS = {
    "demo": "Make an example authority, load it and write its report.",
    "example": "Write the extract of a made-up authority.",
    "check": "Report what is wrong or doubtful in extracts.",
    "load": "Read, check and promote extracts as a submission.",
    "submissions": "List submissions; `show N`, `restore N`.",
    "indicators": "List the catalogue; of a CODE, its definition and SQL.",
    "measure": "Compute indicators.",
    "children": "List the records behind a figure.",
    "change": "Split the change of a stock into what made it.",
    "worklists": "Write what is due soon and overdue, by team.",
    "settings": "Thresholds, intervals, team types, targets; `check`.",
    "compare": "Compare with England, the region and neighbours.",
    "benchmarks": "Published statistics: `add FILE...`, `list`, `codes`.",
    "claims": "Check the claims of a commentary.",
    "signal": "Say whether a figure has really changed.",
    "report": "Write the quarter's paper, slides, appendix and page.",
    "template": "Write the paper's Word template, for a council to edit.",
    "doctor": "Check that everything is in place.",
}
"""Each command with what `quarterday --help` says of it."""

_MANNERS: dict[str, Any] = {"add_completion": False, "pretty_exceptions_enable": False, "rich_markup_mode": None}


class _WhenChosen(Mapping[str, Any]):
    """The commands by name; each is imported when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        return _imported(name)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Commands(TyperGroup):
    """The command line's group, which lists its commands without importing them."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.commands = _WhenChosen()  # type: ignore[assignment] # nothing is added to it

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


application = typer.Typer(
    name="quarterday",
    help="See how well an authority's children's services protect and care for children.",
    cls=_Commands,
    no_args_is_help=True,
    **_MANNERS,
)


def _imported(name: str) -> Any:
    """A command by its name, made by Typer from its function or its own application."""
    module = import_module(f"quarterday.cli.{name}")
    alone = typer.Typer(**_MANNERS)
    alone.callback()(_front)
    if hasattr(module, "application"):
        alone.add_typer(module.application, name=name)
    else:
        alone.command(name)(getattr(module, name))
    return get_command(alone).commands[name]  # type: ignore[attr-defined] # with a callback it is a group


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Quarterday {version()}")
        raise typer.Exit


@application.callback()
def _front(
    _version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Show the version."),
) -> None:
    pass
