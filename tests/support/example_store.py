"""A store that holds the extract of a made-up authority, for tests of reports."""

from datetime import date
from pathlib import Path

from quarterday.example import SETTINGS, make_example
from quarterday.submissions import Load, Store, Submission, build

AUTHORITY = "X99000921"


def example_store(folder: Path, children: int) -> tuple[Store, Load, Submission]:
    """The store, the load that its first submission was built from, and that submission; the records have no errors."""
    store = Store(folder)
    store.folder.mkdir(parents=True)
    store.settings_path.write_text(SETTINGS, encoding="utf-8")
    load = Load(
        authority=AUTHORITY,
        records=make_example(
            children=children, start=date(2017, 4, 1), end=date(2022, 3, 31), seed=3, errors=0.0, authority=AUTHORITY
        ),
        extract_date=date(2022, 3, 31),
        loaded_at="2022-04-01T09:00:00+01:00",
        code_version="test",
        made_up=True,
    )
    return store, load, build(store, load, lambda *_: [])
