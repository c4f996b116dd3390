"""Reading settings.toml: the authority's own settings over the shipped ones."""

import tomllib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow as pa

from quarterday.submissions.settings.model import ALWAYS, NAMES, UNITS, Setting, Settings, SettingsError, Target

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
    return Settings(tuple(_settings(tomllib.loads(text), "the shipped settings")))


def parse_settings(text: str, where: str = "settings.toml") -> Settings:
    """Settings from the text of a settings file, over the shipped ones.

    A name and subject that the file sets replaces the shipped value for all dates.
    Raises SettingsError where the text cannot be understood.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{where} is not valid TOML: {error}. Mend that line.") from None
    unknown = set(content) - {"setting", "target"}
    if unknown:
        raise SettingsError(f"{where} has [[{min(unknown)}]]. Allowed are [[setting]] and [[target]].")
    own = tuple(_settings(content, where))
    replaced = {(setting.name, setting.subject) for setting in own}
    kept = tuple(s for s in default_settings().settings if (s.name, s.subject) not in replaced)
    return Settings((*own, *kept), tuple(_targets(content, where)))


def read_settings(path: Path) -> Settings:
    """Settings of a file; the shipped ones where it does not exist.

    Raises SettingsError where the file cannot be understood.
    """
    if not path.exists():
        return default_settings()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{path} cannot be read as UTF-8 text. Save it as UTF-8.") from None
    return parse_settings(text, str(path))


def settings_tables(settings: Settings, authorities: Iterable[str]) -> dict[str, pa.Table]:
    """The settings as the table `settings`, one row a setting and authority, for facts to join by date."""
    rows = [
        {key: value for key, value in asdict(setting).items() if key != "source"} | {"authority": authority}
        for authority in authorities
        for setting in settings.settings
        if setting.authority in {"", authority}
    ]
    return {"settings": pa.Table.from_pylist(rows, schema=_SETTINGS_SCHEMA)}


def _settings(content: dict[str, Any], where: str) -> Iterable[Setting]:
    for place, row in enumerate(content.get("setting", []), start=1):
        at = f"{where}, setting {place}"
        _check_keys(row, _SETTING_KEYS, at)
        name = row.get("name")
        if name not in NAMES:
            raise SettingsError(f"{at}: '{name}' is not a setting. Allowed are: {', '.join(sorted(NAMES))}.")
        number, text = _value(row.get("value"), at)
        yield Setting(
            name=name,
            subject=str(row.get("subject", "")),
            text=text,
            number=number,
            from_date=_date(row, "from", at) or ALWAYS,
            to_date=_date(row, "to", at),
            authority=str(row.get("authority", "")),
            source=str(row.get("source", "")),
        )


def _targets(content: dict[str, Any], where: str) -> Iterable[Target]:
    for place, row in enumerate(content.get("target", []), start=1):
        at = f"{where}, target {place}"
        _check_keys(row, _TARGET_KEYS, at)
        if not isinstance(row.get("indicator"), str) or not isinstance(row.get("target"), int | float):
            raise SettingsError(f'{at}: write indicator = "ASM-03" and target = 95 (a number).')
        yield Target(
            indicator=row["indicator"],
            target=float(row["target"]),
            tolerance=float(row.get("tolerance", 0)),
            priority=str(row.get("priority", "")),
            from_date=_date(row, "from", at) or ALWAYS,
            to_date=_date(row, "to", at),
            authority=str(row.get("authority", "")),
        )


def _check_keys(row: dict[str, Any], allowed: set[str], at: str) -> None:
    unknown = set(row) - allowed
    if unknown:
        raise SettingsError(f"{at}: '{min(unknown)}' is not known. Allowed are: {', '.join(sorted(allowed))}.")


def _value(value: Any, at: str) -> tuple[int | None, str]:
    if isinstance(value, int):
        return value, ""
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f'{at}: it has no value. Write a number, words, or a time such as "20 working days".')
    first, _, rest = value.strip().partition(" ")
    if first.isdigit() and rest in UNITS:
        return int(first), rest
    if first.isdigit():
        raise SettingsError(f"{at}: '{value}' has no known unit. Allowed are: {', '.join(UNITS)}.")
    return None, value.strip()


def _date(row: dict[str, Any], key: str, at: str) -> date | None:
    value = row.get(key)
    if value is None or (isinstance(value, date) and not hasattr(value, "hour")):
        return value
    raise SettingsError(f"{at}: '{key}' is not a date. Write it as 2021-04-01, without quotation marks.")
