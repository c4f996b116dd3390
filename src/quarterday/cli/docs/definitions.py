"""The definitions: every indicator with what it counts, its rules and what it needs."""

from quarterday.cli.docs.markdown import page, table
from quarterday.indicators import Indicator
from quarterday.indicators.source import needs
from quarterday.sections import INDICATORS, SECTIONS, Section
from quarterday.sections.elsewhere import ELSEWHERE, Elsewhere


def definitions() -> str:
    """The page."""
    lead = (
        f"{len(INDICATORS)} indicators, in the order of the report. `quarterday indicators CODE` prints one with its SQL; "
        "rules R01 to R43 are those of the indicator catalogue. Percentages and rates keep their counts beside them."
    )
    return page("Indicators", lead, *[_section(each) for each in SECTIONS], _elsewhere())


def _section(section: Section) -> str:
    return f"## {section.number} {section.title}\n\n" + "\n\n".join(_indicator(each) for each in section.indicators)


def _elsewhere() -> str:
    lead = "These have a code in the catalogue, and their figures come from records that other services hold."
    return f"## Not computable from these records\n\n{lead}\n\n" + "\n\n".join(_other(each) for each in ELSEWHERE)


def _other(each: Elsewhere) -> str:
    rows = [
        ("Unit", each.unit),
        ("Good is", each.better),
        ("Rules", " ".join(each.rules)),
        ("Needs", each.held_by),
        ("Published", each.published),
    ]
    return f"### {each.code} {each.title}\n\n{each.definition}\n\n" + table(("", ""), rows)


def _indicator(each: Indicator) -> str:
    counted = "events in a period" if each.is_flow else "what is open at a date"
    facts = [
        ("Counts", f"{counted}; unit: {each.unit}"),
        ("Good is", each.better),
        ("Standard", f"{each.standard} ({each.standard_kind})" if each.standard else ""),
        ("Rules", " ".join(each.rules)),
        ("Needs", ", ".join(f"`{name}`" for name in needs(each)) or "any record"),
        ("History", f"{each.history_months} months before the period" if each.history_months else ""),
        ("Note", each.note),
    ]
    rows = [pair for pair in facts if pair[1]]
    return f"### {each.code} {each.title}\n\n{each.definition}\n\n" + table(("", ""), rows)
