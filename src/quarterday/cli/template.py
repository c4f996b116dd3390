"""`quarterday template`: the paper's Word template, for a council to make its own."""

from pathlib import Path
from typing import Annotated

import typer

from quarterday.cli import options
from quarterday.cli.console import out
from quarterday.cli.problems import UsageProblemError


def template(
    to: Annotated[Path, typer.Argument(metavar="FILE", help="The new file, such as our-paper.docx.")],
    _store: options.StoreUnusedOption = None,
) -> None:
    """Write the paper's Word template, to be edited and given to `quarterday report --template`."""
    if to.exists():
        raise UsageProblemError(f"{to} is there already. Name a new file: nothing is overwritten.")
    if to.suffix.lower() != ".docx":
        raise UsageProblemError(f"{to} does not end in .docx. Name a Word file, such as our-paper.docx.")
    from quarterday.reports.files import whole_file
    from quarterday.reports.paper.template import make_template

    with whole_file(to) as aside:
        make_template().save(str(aside))
    out.print(f"Written to {to}. Edit it in Word and write: quarterday report PERIOD --to DIR --template {to}")
