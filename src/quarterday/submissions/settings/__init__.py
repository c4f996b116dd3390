"""Local choices of an authority (standards, team types, roles, targets), dated, as values and as tables."""

from quarterday.submissions.settings.model import Event, RecordedRebase, Setting, Settings, SettingsError, Target
from quarterday.submissions.settings.reading import default_settings, parse_settings, read_settings, settings_tables

__all__ = [
    "Event",
    "RecordedRebase",
    "Setting",
    "Settings",
    "SettingsError",
    "Target",
    "default_settings",
    "parse_settings",
    "read_settings",
    "settings_tables",
]
