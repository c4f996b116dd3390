"""Loads of a few records, and what a store's folder looks like as a whole."""

import hashlib
from datetime import date
from pathlib import Path

import pyarrow as pa

from quarterday.records.tables import BY_NAME
from quarterday.submissions import Load, Store, Submission, build
from support.text_tables import rows

AUTHORITY, OTHER = "E06000046", "E06000001"
EXTRACT = date(2021, 9, 30)

PLANS = "child | start_date | end_date\nAna | 2021-01-04 |\nBen | 2020-05-01 | 2021-02-01"
CHILDREN = "child | sex\nAna | F\nBen | M"


def table(name: str, text: str, authority: str = AUTHORITY) -> pa.Table:
    """A record table written as text."""
    return rows(BY_NAME[name], text, authority)


def load_of(authority: str = AUTHORITY, extract_date: date = EXTRACT, **texts: str) -> Load:
    """A load of tables written as text."""
    return Load(
        authority=authority,
        records={name: table(name, text, authority) for name, text in texts.items()},
        extract_date=extract_date,
        loaded_at="2021-10-01T09:00:00+01:00",
        code_version="0.0",
    )


def loaded(store: Store, authority: str = AUTHORITY, extract_date: date = EXTRACT, **texts: str) -> Submission:
    """The submission that a load of tables written as text makes."""
    return build(store, load_of(authority, extract_date, **texts))


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file of a folder with its hash: equal before and after means untouched. Locks are no content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }
