"""The settings: every name with its meaning, and what is shipped."""

from quarterday.cli.docs.markdown import page, table
from quarterday.submissions.settings import Setting, parse_settings
from quarterday.submissions.settings.model import NAMES


def settings() -> str:
    """The page."""
    shipped = parse_settings("").settings
    lead = (
        "Standards that are local choices live in `settings.toml` in the store, each with dates from which and to which it "
        "holds. What the file does not say is as shipped. `quarterday settings` shows all that is in force, and "
        "`quarterday settings check` what an extract uses and the settings do not map."
    )
    names = table(("Name", "Means"), sorted((f"`{name}`", meaning) for name, meaning in NAMES.items()))
    rows = [(f"`{each.name}`", each.subject, _value(each), each.source) for each in shipped]
    return page(
        "Settings", lead, "## Names\n\n" + names, "## As shipped\n\n" + table(("Name", "Subject", "Value", "Source"), rows)
    )


def _value(each: Setting) -> str:
    return each.text if each.number is None else f"{each.number} {each.text}".strip()
