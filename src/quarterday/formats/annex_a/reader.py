"""Reading an Annex A workbook: lists become records; whatever cannot be read is a finding with sheet, row and column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from quarterday.formats.annex_a.gathering import Gathered
from quarterday.formats.annex_a.headings import Recognised, recognise
from quarterday.formats.annex_a.lists import COVERS_MONTHS, LATEST_ONLY
from quarterday.formats.annex_a.workbook import ENDINGS, sheets
from quarterday.formats.containers import Content
from quarterday.formats.reading import Reading, ReadingFinding, SourceFile

FORMAT = "Annex A"


def is_annex_a(contents: Iterable[Content]) -> bool:
    """Whether any file is a workbook with a list of Annex A.

    Raises DamagedSourceError for a file that claims to be a workbook and is none.
    """
    return any(recognise(rows) for content in contents if content.ending in ENDINGS for _, rows in sheets(content))


def read_annex_a(contents: Sequence[Content], authority: str) -> Reading:
    """Every list of every workbook as records of one authority."""
    work = _Work(Gathered(authority))
    for content in contents:
        if content.ending in ENDINGS:
            _workbook(content, work)
    records = work.gathered.tables()
    return Reading(
        FORMAT,
        records,
        (*work.findings, *work.gathered.findings),
        tuple(work.files),
        latest_only=LATEST_ONLY & set(records),
        covers_months={name: months for name, months in COVERS_MONTHS.items() if name in records},
    )


@dataclass
class _Work:
    gathered: Gathered
    findings: list[ReadingFinding] = field(default_factory=list)
    files: list[SourceFile] = field(default_factory=list)


def _workbook(content: Content, work: _Work) -> None:
    known = False
    for name, rows in sheets(content):
        found = recognise(rows)
        if found is None:
            if any(str(cell).strip() for row in rows for cell in row):
                work.findings.append(ReadingFinding("QD-READ-13", "", file=content.name, sheet=name))
            continue
        known = True
        _sheet(content, name, rows, found, work)
    if known:
        work.files.append(content.as_source_file())


def _sheet(content: Content, name: str, rows: Sequence[Sequence[Any]], found: Recognised, work: _Work) -> None:
    if not found.annex_list.parts:
        work.findings.append(ReadingFinding("QD-READ-14", "", file=content.name, sheet=name))
        return
    work.findings += [
        ReadingFinding("QD-READ-07", "", heading, content.name, sheet=name, row=found.row + 1) for heading in found.missing
    ]
    for number, row in enumerate(rows[found.row + 1 :], start=found.row + 2):
        if any(str(cell).strip() for cell in row):
            work.gathered.take(found, row, (content.name, name, number))
