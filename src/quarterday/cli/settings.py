"""`quarterday settings`: what is in force, events and re-bases too; `check`: what an extract uses and they do not map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from rich.table import Table

from quarterday.cli import options
from quarterday.cli.console import out
from quarterday.cli.problems import UsageProblemError

if TYPE_CHECKING:
    from quarterday.submissions import Store
    from quarterday.submissions.settings import Settings
    from quarterday.submissions.settings.coverage import Unmapped

application = typer.Typer(help="Thresholds, intervals, team types and targets; `check`.", invoke_without_command=True)


@application.callback()
def show(context: typer.Context, store: options.StoreOption = options.DEFAULT_STORE) -> None:
    """Show every setting, target, event and re-base in force, and where it comes from."""
    from quarterday.submissions import Store

    house = Store(store)
    context.obj = house
    if context.invoked_subcommand:
        return
    settings = in_force(house)
    for table in (_settings(settings), _targets(settings), _events(settings), _rebases(settings)):
        out.print(table)
    out.print(f"Your own settings go in {house.settings_path}.")


@application.command()
def check(context: typer.Context, authority: options.AuthorityOption = None, store: options.StoreAgainOption = None) -> None:
    """List the teams, roles and codes of the current submission that no setting maps, and settings that nothing uses."""
    from quarterday.sections import BY_CODE
    from quarterday.submissions import Store
    from quarterday.submissions.settings.coverage import unmapped, unused

    house: Store = Store(store) if store else context.obj
    submission = options.open_submission(house)
    code = options.authority_of(submission, authority)
    records, settings = submission.records([code]), in_force(house)
    found = [*unmapped(records, settings), *unused(records, settings, BY_CODE)]
    if not found:
        out.print("Everything that the extract uses is mapped, and everything that is set is used.")
        return
    out.print(_table(found))
    out.print(f"Add what matters to {house.settings_path}; nothing here stops a load or a figure.")


def in_force(house: Store) -> Settings:
    """The settings of a store.

    Raises UsageProblemError where the file cannot be understood.
    """
    from quarterday.submissions.settings import SettingsError

    try:
        return house.settings()
    except SettingsError as error:
        raise UsageProblemError(str(error)) from None


def _settings(settings: Settings) -> Table:
    table = Table("Setting", "Subject", "Value", "From", "To", "Source", title="Settings")
    for each in settings.settings:
        value = each.text if each.number is None else f"{each.number} {each.text}".strip()
        until = each.to_date.isoformat() if each.to_date else ""
        table.add_row(each.name, each.subject, value, each.from_date.isoformat(), until, each.source)
    return table


def _targets(settings: Settings) -> Table:
    table = Table("Indicator", "Target", "Tolerance", "Priority", "From", title="Targets")
    for each in settings.targets:
        figures = (f"{each.target:g}", f"{each.tolerance:g}")
        table.add_row(each.indicator, *figures, each.priority, each.from_date.isoformat())
    return table


def _events(settings: Settings) -> Table:
    table = Table("Date", "Event", "Owner", "Drawn on", "Authority", title="Events, drawn on charts")
    for each in settings.events:
        drawn = ", ".join(each.indicators) or "every chart"
        table.add_row(each.day.isoformat(), each.text, each.owner, drawn, each.authority or "all")
    return table


def _rebases(settings: Settings) -> Table:
    table = Table(
        "Indicator", "New limits from", "Reason", "Author", "Recorded", "Authority", title="Re-bases of charts' limits"
    )
    for each in settings.rebases:
        on_record = (each.reason, each.author, each.recorded.isoformat())
        table.add_row(each.indicator, each.from_date.isoformat(), *on_record, each.authority or "all")
    return table


def _table(found: list[Unmapped]) -> Table:
    table = Table("What", "Value", "Rows", "What happens now", "Setting to add")
    for each in found:
        table.add_row(each.what, each.value, f"{each.rows:,}", each.consequence, each.setting)
    return table
