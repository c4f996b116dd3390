"""Events and re-bases of a settings file: what happened, and where a chart's limits were set anew on the record."""

from typing import Any

from quarterday.submissions.settings.model import Event, RecordedRebase, SettingsError
from quarterday.submissions.settings.places import Places
from quarterday.submissions.settings.rows import rows_of
from quarterday.submissions.settings.values import text_of, texts_of, wanted_date, wanted_text

EVENT_KEYS = {
    "date": "the day on which it happened; needed",
    "text": "what happened, as it stands on charts; needed",
    "owner": "who answers for its being registered; needed",
    "indicators": "codes of the indicators whose charts it touches; every chart without",
    "authority": "the authority it is of; all of the store without",
}
"""Keys of an event, each with its meaning."""
REBASE_KEYS = {
    "indicator": "code of the indicator whose limits are set anew; needed",
    "from": "the date from which its chart has new limits; needed",
    "reason": "why; needed",
    "author": "who decided it; needed",
    "recorded": "the date on which the decision was recorded; needed",
    "authority": "the authority it is of; all of the store without",
}
"""Keys of a re-base, each with its meaning."""


def read_events(content: dict[str, Any], places: Places) -> tuple[Event, ...]:
    """The events, in the order of time.

    Raises SettingsError where one lacks its date, text or owner.
    """
    events = [
        Event(
            day=wanted_date(row, "date", at),
            text=wanted_text(row, "text", at),
            owner=wanted_text(row, "owner", at),
            indicators=texts_of(row, "indicators", at),
            authority=text_of(row, "authority", at),
        )
        for at, row in rows_of(content, "event", set(EVENT_KEYS), places)
    ]
    return tuple(sorted(events, key=lambda event: event.day))


def read_rebases(content: dict[str, Any], places: Places) -> tuple[RecordedRebase, ...]:
    """The re-bases, in the order of time.

    Raises SettingsError where one lacks its reason, author or a date, or stands twice: limits are never set anew without.
    """
    read: dict[tuple[object, ...], RecordedRebase] = {}
    for at, row in rows_of(content, "rebase", set(REBASE_KEYS), places):
        rebase = RecordedRebase(
            indicator=wanted_text(row, "indicator", at),
            from_date=wanted_date(row, "from", at),
            reason=wanted_text(row, "reason", at),
            author=wanted_text(row, "author", at),
            recorded=wanted_date(row, "recorded", at),
            authority=text_of(row, "authority", at),
        )
        key = (rebase.indicator, rebase.from_date, rebase.authority)
        if key in read:
            raise SettingsError(f"{at}: {rebase.indicator} has a re-base from that date already. Keep one of them.")
        read[key] = rebase
    return tuple(sorted(read.values(), key=lambda rebase: rebase.from_date))
