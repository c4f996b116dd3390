"""Figures of a submission, from the cache beside it or computed and kept there (CONTRACTS §2)."""

import hashlib
import json
import os
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from quarterday.indicators import Asked, Computation, Indicator, Result, results_table, source_of
from quarterday.indicators.kept_facts import code_in_use
from quarterday.submissions import Submission
from quarterday.submissions.settings import Settings

Measured = tuple[list[Result], dict[str, str]]
"""Figures, and why an indicator could not be computed, by its code."""


def measured(
    submission: Submission,
    settings: Settings,
    authority: str,
    indicators: Sequence[Indicator],
    asked: Asked,
    by: Sequence[str] = (),
    on_progress: Callable[[str], None] = lambda _: None,
) -> Measured:
    """The figures asked for. Equal requests over equal definitions, settings and records are read from the cache."""
    path = submission.cache_folder / f"{_identity(submission, settings, authority, indicators, asked, by)}.parquet"
    kept = _read(path)
    if kept:
        return kept
    with Computation(source_of(submission, settings, authority), on_progress=on_progress) as computation:
        figures = computation.measure(indicators, asked, by)
        reasons = dict(computation.reasons)
    _keep(path, figures, reasons)
    return figures, reasons


def _identity(
    submission: Submission,
    settings: Settings,
    authority: str,
    indicators: Sequence[Indicator],
    asked: Asked,
    by: Sequence[str],
) -> str:
    parts = [
        code_in_use(),
        repr(submission.manifest.tables),  # a store that was emptied numbers its submissions from 1 again
        repr(submission.manifest.extract_dates),
        authority,
        repr(astuple(asked)),
        repr(list(by)),
        repr(settings),
        *[repr(indicator) for indicator in indicators],
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _read(path: Path) -> Measured | None:
    if not path.is_file():
        return None
    try:
        table = pq.read_table(path, partitioning=None)
        reasons = json.loads((table.schema.metadata or {}).get(b"reasons", b"{}"))
        return [Result(**row) for row in table.to_pylist()], reasons
    except (OSError, pa.ArrowException, ValueError, TypeError):
        return None  # a damaged cache is made anew


def _keep(path: Path, figures: list[Result], reasons: dict[str, str]) -> None:
    table = results_table(figures).replace_schema_metadata({"reasons": json.dumps(reasons)})
    aside = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    with suppress(OSError):  # whoever may only read the store still gets the figures
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(table, aside)
        os.replace(aside, path)
