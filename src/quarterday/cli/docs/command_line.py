"""The command line: every command with its arguments and options."""

from typing import Any

from typer.main import get_command

from quarterday.cli import exit_codes
from quarterday.cli.application import application
from quarterday.cli.docs.markdown import page, table

_CODES = (
    (exit_codes.DONE, "done"),
    (exit_codes.BLOCKING_FINDINGS, "done, but the data has findings of blocking grade"),
    (exit_codes.WRONG_USAGE, "wrong usage"),
    (exit_codes.UNREADABLE, "an input is unreadable or not recognised; nothing was changed"),
    (exit_codes.REFUSED, "not computable, or refused; the message says why"),
    (exit_codes.FAILED, "Quarterday itself failed; the message says where"),
    (exit_codes.INTERRUPTED, "stopped by whoever ran it (Ctrl-C)"),
)


def command_line() -> str:
    """The page."""
    root = get_command(application)
    codes = table(("Exit code", "Means"), [(str(number), words) for number, words in _CODES])
    return page("Command line", "Every command has `--help`.", codes, *_commands(root, "quarterday"))


def _commands(group: Any, path: str) -> list[str]:
    parts = []
    for name, command in group.commands.items():
        whole = f"{path} {name}"
        parts.append(_command(command, whole))
        if getattr(command, "commands", None):
            parts += _commands(command, whole)
    return parts


def _command(command: Any, path: str) -> str:
    rows = [_parameter(each) for each in command.params if each.name != "help"]
    said = (command.help or "").strip()
    return f"## {path}\n\n{said}\n\n" + (table(("Option", "Meaning", "Usual"), rows) if rows else "")


def _parameter(each: Any) -> tuple[str, str, str]:
    names = ", ".join(f"`{name}`" for name in each.opts) if each.param_type_name == "option" else f"`{each.name.upper()}`"
    usual = each.default
    shown = "" if usual is None or callable(usual) or usual is False or usual == "" else str(usual)
    needed = "needed" if each.required else shown
    return names, str(getattr(each, "help", None) or ""), needed
