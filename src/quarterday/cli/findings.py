"""Findings on the terminal, as JSON and as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from quarterday.cli.console import out

if TYPE_CHECKING:
    from quarterday.submissions import FindingEntry

COLUMNS = ("code", "grade", "table", "columns", "says", "wrong", "of", "where")


def print_table(findings: Sequence[FindingEntry]) -> None:
    """A table of findings, blocking ones first; nothing where there are none."""
    if not findings:
        out.print("No findings.")
        return
    placed = any(finding.where for finding in findings)
    table = Table("Code", "Grade", "Table", "Columns", "Finding", "Rows", "Of", title="What was found")
    if placed:
        table.add_column("Where")
    for finding in in_order(findings):
        of = f"{finding.of:,}" if finding.of else ""
        cells = [finding.code, finding.grade, finding.table, finding.columns, finding.says, f"{finding.wrong:,}", of]
        table.add_row(*cells, *([finding.where] if placed else []))
    out.print(table)


def as_json(findings: Sequence[FindingEntry]) -> str:
    """The findings as a JSON list."""
    return json.dumps([asdict(finding) for finding in in_order(findings)], indent=2)


def write_csv(findings: Sequence[FindingEntry], path: Path) -> None:
    """The findings as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(asdict(finding) for finding in in_order(findings))


def in_order(findings: Sequence[FindingEntry]) -> list[FindingEntry]:
    """Blocking first, then by table and code."""
    return sorted(findings, key=lambda f: (f.grade != "blocking", f.table, f.code))
