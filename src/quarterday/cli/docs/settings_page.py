"""The settings: every name with its meaning, and what is shipped."""

from collections.abc import Mapping

from quarterday.cli.docs.markdown import page, table
from quarterday.submissions.settings import Setting, parse_settings
from quarterday.submissions.settings.model import NAMES
from quarterday.submissions.settings.occasions import EVENT_KEYS, REBASE_KEYS


def settings() -> str:
    """The page."""
    shipped = parse_settings("").settings
    lead = (
        "Standards that are local choices live in `settings.toml` in the store, each with dates from which and to which it "
        "holds. What the file does not say is as shipped. `quarterday settings` shows all that is in force, the targets, "
        "events and re-bases too, and `quarterday settings check` what an extract uses and the settings do not map."
    )
    names = table(("Name", "Means"), sorted((f"`{name}`", meaning) for name, meaning in NAMES.items()))
    rows = [(f"`{each.name}`", each.subject, _value(each), each.source) for each in shipped]
    return page(
        "Settings",
        lead,
        f"## How they are written\n\n{_WRITTEN}",
        "## Names\n\n" + names,
        "## As shipped\n\n" + table(("Name", "Subject", "Value", "Source"), rows),
        f"## Events\n\n{_EVENTS}\n\n{_keys(EVENT_KEYS)}",
        f"## Re-bases\n\n{_REBASES}\n\n{_keys(REBASE_KEYS)}",
    )


_WRITTEN = """```toml
[[setting]]
name = "visit interval"           # one of the names below
subject = "child protection"      # what it is about, where the name says so
value = "15 working days"         # also days, weeks, months; a number of cases; or words
from = 2021-04-01                 # first day, and `to` the first day on which it no longer holds; both may be left out
source = "Procedures manual, 4.2"

[[setting]]
name = "team type"
subject = "Assessment Team North"
value = "assessment and safeguarding"

[[target]]
indicator = "ASM-03"              # a code of `quarterday indicators`
target = 95
tolerance = 2                     # so near counts as met
priority = "Assessments are timely"
```

Each may have `authority = "E06000046"`, where a store holds several. What cannot be understood is said with its line, by
every command; what is set and used by nothing (a team that is not in the extract, a target of no indicator) by
`settings check`."""
_EVENTS = (
    "What happened and may show in the figures (a lockdown, a new service) stands in `settings.toml` once, each under "
    "`[[event]]`, and is drawn on charts; the change of a stock is told from the months of the latest. None is shipped. "
    "How they are written and judged: [signals](signals.md)."
)
_REBASES = (
    "A decision that a chart's limits begin anew from a date stands there on the record, each under `[[rebase]]`: no limits "
    "are ever set anew without. None is shipped."
)


def _keys(keys: Mapping[str, str]) -> str:
    return table(("Key", "Means"), [(f"`{key}`", meaning) for key, meaning in keys.items()])


def _value(each: Setting) -> str:
    return each.text if each.number is None else f"{each.number} {each.text}".strip()
