"""Submissions: immutable numbered loads, read back at any number; settings and targets beside them."""

from quarterday.submissions.building import Load, build, restore
from quarterday.submissions.errors import (
    DamagedLogError,
    DamagedSubmissionError,
    NoSubmissionError,
    StoreBusyError,
    StoreError,
)
from quarterday.submissions.manifest import FindingEntry, Manifest, SourceEntry, TableEntry
from quarterday.submissions.store import Store
from quarterday.submissions.submission import Submission

__all__ = [
    "DamagedLogError",
    "DamagedSubmissionError",
    "FindingEntry",
    "Load",
    "Manifest",
    "NoSubmissionError",
    "SourceEntry",
    "Store",
    "StoreBusyError",
    "StoreError",
    "Submission",
    "TableEntry",
    "build",
    "restore",
]
