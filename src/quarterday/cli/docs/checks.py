"""The data-quality checks: what each finds, and how grave it is."""

from quarterday.checks import ALL, AnyCheck
from quarterday.cli.docs.markdown import page, table
from quarterday.formats.reading import KINDS


def checks() -> str:
    """The page."""
    blocking = sum(each.grade == "blocking" for each in ALL)
    lead = (
        f"{len(ALL)} checks, {blocking} of blocking grade: figures that rest on such rows may be wrong, and the command "
        "ends with exit code 1. A finding never refuses a load. Findings name table and columns and count rows; the rows "
        "themselves stay in the store."
    )
    rows = [_row(each) for each in ALL]
    reading = table(("Code", "Grade", "Says"), [(f"`{code}`", *words) for code, words in KINDS.items()])
    return page(
        "Checks",
        lead,
        "## What is found while reading\n\n" + reading,
        "## What is found in the records\n\n" + table(("Code", "Grade", "Table", "Columns", "Says"), rows),
    )


def _row(each: AnyCheck) -> tuple[str, ...]:
    return (f"`{each.code}`", each.grade, f"`{each.on.name}`", ", ".join(f"`{c}`" for c in each.columns), each.says)
