"""Submissions: immutable numbered loads, read back at any number; settings and targets beside them."""

from quarterday.submissions.building import Load, build, restore
from quarterday.submissions.manifest import FindingEntry, Manifest, SourceEntry, TableEntry
from quarterday.submissions.store import NoSubmissionError, Store, StoreBusyError, StoreError
from quarterday.submissions.submission import Submission

__all__ = [
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
