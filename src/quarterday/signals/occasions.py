"""Events and re-bases of the settings that belong to one chart."""

from collections.abc import Sequence

from quarterday.records.periods import Period
from quarterday.signals.chart import Rebase
from quarterday.submissions.settings import Event, Settings


def events_on(settings: Settings, code: str, authority: str = "", months: Sequence[Period] = ()) -> tuple[Event, ...]:
    """The registered events that touch an indicator's chart, in the order of time.

    Those that name it, or name none; of the authority or of all; with `months`, those within them.
    """
    return tuple(
        event
        for event in settings.events
        if (not event.indicators or code in event.indicators)
        and event.authority in {"", authority}
        and (not months or months[0].start <= event.day <= months[-1].end)
    )


def rebases_on(settings: Settings, code: str, authority: str, months: Sequence[Period]) -> tuple[Rebase, ...]:
    """The recorded re-bases of an indicator, each at the first month that begins on or after its date.

    Of several that meet in one month the latest recorded holds. Those before the second month or after the last are not
    on this chart.
    """
    found: dict[int, Rebase] = {}
    recorded = [each for each in settings.rebases if each.indicator == code and each.authority in {"", authority}]
    for each in sorted(recorded, key=lambda rebase: rebase.recorded):
        at = next((place for place, month in enumerate(months) if month.start >= each.from_date), 0)
        if at > 0:
            found[at] = Rebase(at, each.reason, each.author, each.recorded.isoformat())
    return tuple(found[at] for at in sorted(found))
