"""The entries of a settings file, kind by kind."""

from collections.abc import Iterator
from typing import Any

from quarterday.submissions.settings.model import SettingsError
from quarterday.submissions.settings.places import Places


def rows_of(content: dict[str, Any], kind: str, allowed: set[str], places: Places) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of a kind, each with its place in words.

    Raises SettingsError where they are not written as entries, or one has a key that is not allowed.
    """
    rows = content.get(kind, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SettingsError(f"{places.at(kind, 1)}: begin each one with [[{kind}]], in two pairs of brackets.")
    for place, row in enumerate(rows, start=1):
        at = places.at(kind, place)
        unknown = set(row) - allowed
        if unknown:
            raise SettingsError(f"{at}: '{min(unknown)}' is not known. Allowed are: {', '.join(sorted(allowed))}.")
        yield at, row
