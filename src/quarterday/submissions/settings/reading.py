"""Reading settings.toml: the authority's own settings over the shipped ones."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import pyarrow as pa

from quarterday.submissions.settings.model import ALWAYS, NAMES, Setting, Settings, SettingsError, Target
from quarterday.submissions.settings.occasions import read_events, read_rebases
from quarterday.submissions.settings.places import KINDS, Places
from quarterday.submissions.settings.rows import rows_of
from quarterday.submissions.settings.values import date_of, number_of, text_of, value_of

_SETTING_KEYS = {"name", "subject", "value", "from", "to", "authority", "source"}
_TARGET_KEYS = {"indicator", "target", "tolerance", "priority", "from", "to", "authority"}

_SETTINGS_SCHEMA = pa.schema(
    [
        ("authority", pa.string()),
        ("name", pa.string()),
        ("subject", pa.string()),
        ("text", pa.string()),
        ("number", pa.int64()),
        ("from_date", pa.date32()),
        ("to_date", pa.date32()),
    ]
)


def default_settings() -> Settings:
    """The settings shipped with Quarterday, each with its source."""
    text = files(__package__ or "").joinpath("defaults.toml").read_text(encoding="utf-8")
    return Settings(tuple(_settings(tomllib.loads(text), Places(text, "the shipped settings"))))


def parse_settings(text: str, where: str = "settings.toml") -> Settings:
    """Settings from the text of a settings file, over the shipped ones.

    A name and subject that the file sets replaces the shipped value for all dates.
    Raises SettingsError where the text cannot be understood; the message names the line.
    """
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{where} is not valid TOML: {error}. Mend that line.") from None
    unknown = set(content) - set(KINDS)
    if unknown:
        allowed = ", ".join(f"[[{kind}]]" for kind in KINDS)
        raise SettingsError(f"{where} has [[{min(unknown)}]]. Allowed are {allowed}.")
    places = Places(text, where)
    own = tuple(_settings(content, places))
    replaced = {(setting.name, setting.subject) for setting in own if not setting.authority}
    kept = tuple(s for s in default_settings().settings if (s.name, s.subject) not in replaced)
    events, rebases = read_events(content, places), read_rebases(content, places)
    return Settings((*own, *kept), tuple(_targets(content, places)), events, rebases)


def read_settings(path: Path) -> Settings:
    """Settings of a file; the shipped ones where it does not exist.

    Raises SettingsError where the file cannot be understood.
    """
    if not path.exists():
        return default_settings()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{path} cannot be read as UTF-8 text. Save it as UTF-8.") from None
    return parse_settings(text, str(path))


def settings_tables(settings: Settings, authorities: Iterable[str]) -> dict[str, pa.Table]:
    """The settings as the table `settings`, one row a setting and authority, for facts to join by date."""
    rows = [
        {key: value for key, value in asdict(setting).items() if key != "source"} | {"authority": authority}
        for authority in authorities
        for setting in settings.of(authority)
    ]
    return {"settings": pa.Table.from_pylist(rows, schema=_SETTINGS_SCHEMA)}


def _settings(content: dict[str, Any], places: Places) -> list[Setting]:
    read = [(at, _setting(row, at)) for at, row in rows_of(content, "setting", _SETTING_KEYS, places)]
    _check_together([(at, (s.authority, s.name, s.subject), s.from_date, s.to_date) for at, s in read])
    return [setting for _, setting in read]


def _setting(row: dict[str, Any], at: str) -> Setting:
    name = row.get("name")
    if name not in NAMES:
        raise SettingsError(f"{at}: '{name}' is not a setting. Allowed are: {', '.join(sorted(NAMES))}.")
    number, text = value_of(name, row.get("value"), at)
    return Setting(
        name=name,
        subject=text_of(row, "subject", at),
        text=text,
        number=number,
        from_date=date_of(row, "from", at) or ALWAYS,
        to_date=date_of(row, "to", at),
        authority=text_of(row, "authority", at),
        source=text_of(row, "source", at),
    )


def _targets(content: dict[str, Any], places: Places) -> list[Target]:
    read = [(at, _target(row, at)) for at, row in rows_of(content, "target", _TARGET_KEYS, places)]
    _check_together([(at, (t.authority, t.indicator), t.from_date, t.to_date) for at, t in read])
    return [target for _, target in read]


def _target(row: dict[str, Any], at: str) -> Target:
    if not isinstance(row.get("indicator"), str) or "target" not in row:
        raise SettingsError(f'{at}: write indicator = "ASM-03" and target = 95 (a number).')
    return Target(
        indicator=row["indicator"],
        target=number_of(row, "target", at),
        tolerance=number_of(row, "tolerance", at),
        priority=text_of(row, "priority", at),
        from_date=date_of(row, "from", at) or ALWAYS,
        to_date=date_of(row, "to", at),
        authority=text_of(row, "authority", at),
    )


Dated = tuple[str, tuple[str, ...], date, date | None]
"""Where it stands, what it is about, and its dates."""


def _check_together(dated: Sequence[Dated]) -> None:
    """Refuse dates in the wrong order, and two values of the same thing for one day: they would count twice."""
    for at, _, start, end in dated:
        if end is not None and end <= start:
            raise SettingsError(f"{at}: 'to' is the first day on which it no longer holds; it lies after 'from'.")
    for (first, about, start, end), (second, other, later, last) in combinations(dated, 2):
        if about == other and start < (last or date.max) and later < (end or date.max):
            raise SettingsError(f"{second} overlaps {first}: give the earlier one a 'to', or keep one of them.")
