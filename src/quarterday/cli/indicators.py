"""`quarterday indicators`: the catalogue, and one definition with its SQL."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from quarterday.cli import options
from quarterday.cli.console import out
from quarterday.cli.problems import RefusedProblemError, UsageProblemError

if TYPE_CHECKING:
    from quarterday.indicators import Indicator
    from quarterday.sections.elsewhere import Elsewhere

DIALECTS = ("duckdb", "postgres", "spark", "tsql")


def indicators(
    code: Annotated[str | None, typer.Argument(help="Code of an indicator, such as CPP-08.")] = None,
    dialect: Annotated[str, typer.Option(help="SQL of: duckdb, postgres, spark or tsql.")] = "duckdb",
    _store: options.StoreUnusedOption = None,
) -> None:
    """List the catalogue; with a CODE, print its definition, rules, inputs and SQL."""
    if dialect not in DIALECTS:
        raise UsageProblemError(f"'{dialect}' is not a dialect. Allowed are: {', '.join(DIALECTS)}.")
    from quarterday.sections import SECTIONS
    from quarterday.sections.elsewhere import BY_CODE as ELSEWHERE

    if code and code.upper() in ELSEWHERE:
        _describe(ELSEWHERE[code.upper()])
        return
    if code:
        _one(named(code), dialect)
        return
    table = Table("Code", "Title", "Unit", "Counts", "Good is")
    for section in SECTIONS:
        table.add_section()
        for indicator in section.indicators:
            kind = "events in a period" if indicator.is_flow else "open at a date"
            table.add_row(indicator.code, indicator.title, indicator.unit, kind, indicator.better)
    table.add_section()
    for other in ELSEWHERE.values():
        table.add_row(other.code, other.title, other.unit, "not computable from these records", other.better)
    out.print(table)


def named(code: str) -> Indicator:
    """The indicator of a code, in any case.

    Raises UsageProblemError, naming the nearest codes, and RefusedProblemError where the indicator is one that no record
    of the service can give.
    """
    from quarterday.sections import BY_CODE
    from quarterday.sections.elsewhere import BY_CODE as ELSEWHERE

    if code.upper() in ELSEWHERE:
        raise RefusedProblemError(f"{code.upper()}: {ELSEWHERE[code.upper()].reason}")
    for known, indicator in BY_CODE.items():
        if known.lower() == code.lower():
            return indicator
    family = [known for known in BY_CODE if known.split("-")[0].lower() == code.split("-")[0].lower()]
    near = family or sorted({known.split("-")[0] for known in BY_CODE})
    raise UsageProblemError(
        f"'{code}' is not an indicator. {'Of that family there are' if family else 'The families are'}: "
        f"{', '.join(near)}. `quarterday indicators` lists them all."
    )


def _describe(other: Elsewhere) -> None:
    out.print(f"[bold]{other.code}[/bold]  {other.title}")
    lines = {
        "Definition": other.definition,
        "Unit": other.unit,
        "Good is": other.better,
        "Rules": " ".join(other.rules),
        "Status": f"x, {other.reason}",
    }
    for name, text in lines.items():
        out.print(f"{name}: {text}", markup=False)


def _one(indicator: Indicator, dialect: str) -> None:
    from quarterday.indicators.compiler import counting_query
    from quarterday.indicators.fact import in_building_order
    from quarterday.indicators.source import needs

    out.print(Text.assemble((indicator.code, "bold"), "  ", indicator.title))
    lines = {
        "Definition": indicator.definition,
        "Unit": indicator.unit,
        "Counts": "events in a period" if indicator.is_flow else "what is open at a date",
        "Good is": indicator.better,
        "Standard": f"{indicator.standard} ({indicator.standard_kind})" if indicator.standard else "",
        "Rules": " ".join(indicator.rules),
        "Needs": ", ".join(needs(indicator)),
        "History": f"{indicator.history_months} months before the period" if indicator.history_months else "",
        "Note": indicator.note,
    }
    for name, text in lines.items():
        if text:
            out.print(f"{name}: {text}")
    out.print()
    if dialect != "duckdb":
        out.print(f"-- {dialect}: translated, not run")
    for fact in in_building_order([indicator.of]):
        out.print(f"-- {fact.name}\n{_in_dialect(fact.sql, dialect)}\n")
    query = counting_query(indicator.of, [indicator], [])
    out.print(f"-- {indicator.code}\n{_in_dialect(query, dialect)}")


def _in_dialect(sql: str, dialect: str) -> str:
    if dialect == "duckdb":
        return sql.strip()
    import sqlglot

    logging.getLogger("sqlglot").setLevel(logging.ERROR)  # what a dialect lacks is said once: translated, not run
    return str(sqlglot.transpile(sql, read="duckdb", write=dialect, pretty=True)[0])
