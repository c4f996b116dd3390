"""How a change is shown: in words and a table, as JSON, and as lists of records."""

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer
from rich.table import Table

from quarterday.cli.console import out
from quarterday.cli.record_lists import Row
from quarterday.signals.change import UNITS, Explained, Part, Split, sentences

_COLUMNS = ("group", "part", "day", "child_id", "family_id", "record_id", "from_date", "to_date", *UNITS)


def write(explained: Explained, unit: str, listed: Sequence[Row] | None, *, as_json: bool) -> None:
    """Say what changed; with `listed`, the records of one part instead of the tables."""
    if as_json:
        told = _told(explained) | ({"list": listed} if listed is not None else {})
        typer.echo(json.dumps(told, default=str, indent=2))
        return
    out.print(f"{explained.code}  {explained.title}", markup=False)
    out.print(sentences(explained, unit), markup=False)
    if listed is not None:
        _print_rows(listed)
    else:
        _print_parts(explained.whole)
        if explained.groups:
            _print_groups(explained, unit)
    for note in explained.notes:
        out.print(f"Note: {note}", markup=False)


def names_of(explained: Explained) -> list[str]:
    """The names of the parts that the whole or a group has."""
    splits = (explained.whole, *explained.groups)
    return list(dict.fromkeys(part.name for split in splits for part in split.parts))


def listed(explained: Explained, names: Sequence[str]) -> list[Row]:
    """The records of some parts, of the whole and of each group; what a record moves stands in its last columns."""
    return [
        {"group": split.group, "part": part.name} | _row(asdict(record))
        for split in (explained.whole, *explained.groups)
        for part in split.parts
        if part.name in names
        for record in part.records
    ]


def write_lists(listed: Sequence[Row], names: Iterable[str], folder: Path) -> None:
    """One CSV for each of `names`, a part; of one without records, its heading."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, _COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(row for row in listed if row["part"] == name)


def _row(record: Row) -> Row:
    effect: Row = record.pop("effect")
    return record | effect


def _told(explained: Explained) -> Row:
    return {
        "code": explained.code,
        "title": explained.title,
        "authority": explained.authority,
        "from": explained.start,
        "to": explained.end,
        "says": sentences(explained),
        **_split(explained.whole),
        "by": explained.by,
        "groups": [_split(split) for split in explained.groups],
        "notes": list(explained.notes),
    }


def _split(split: Split) -> Row:
    return {
        "group": split.group,
        "opening": asdict(split.opening),
        "closing": asdict(split.closing),
        "corrections": asdict(split.corrections),
        "flows": asdict(split.flows),
        "parts": [_part(part) for part in split.parts],
    }


def _part(part: Part) -> Row:
    return {
        "name": part.name,
        "of": part.kind.of,
        "words": part.kind.words,
        "means": part.kind.means,
        **asdict(part.effect),
        "records": len(part.records),
    }


def _print_parts(split: Split) -> None:
    table = Table("Part", "As counted", "Children", "Families", "What it means")
    table.add_row("at the first date", *_amounts(split.opening), "")
    for part in split.parts:
        table.add_row(part.name, *_amounts(part.effect), part.kind.means)
    table.add_row("at the second date", *_amounts(split.closing), "")
    out.print(table)


def _amounts(tally: Any) -> list[str]:
    return [f"{getattr(tally, unit):,}" for unit in UNITS]


def _print_groups(explained: Explained, unit: str) -> None:
    names = [name for name in names_of(explained) if any(getattr(split.part(name), unit) for split in explained.groups)]
    table = Table(explained.by, "First", *names, "Second")
    for split in explained.groups:
        parts = [f"{getattr(split.part(name), unit):,}" for name in names]
        table.add_row(split.group, f"{getattr(split.opening, unit):,}", *parts, f"{getattr(split.closing, unit):,}")
    out.print(table)


def _print_rows(listed: Sequence[Row]) -> None:
    table = Table(*_COLUMNS)
    for row in listed:
        table.add_row(*["" if row[name] is None else str(row[name]) for name in _COLUMNS])
    out.print(table)
