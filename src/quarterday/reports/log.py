"""What was hidden and why, for the manifest: cells by code of definition, time and group, never their numbers."""

from collections import Counter
from collections.abc import Iterable

from quarterday.disclosure import Suppressed
from quarterday.reports.book import Book


def disclosure_log(book: Book, earlier: Iterable[str] = ()) -> dict[str, object]:
    """The profile, how many numbers were hidden for which reason, and each of them with the interval a reader can find.

    The interval follows from what is published alone, so that the log gives away no more than the report does.
    """
    log = book.protection.log if book.protection else ()
    told = [figure for figure in book.told if figure.indicator.of.about_child and figure.result.status in {"ok", "c"}]
    return {
        "profile": book.profile.name,
        "narrowest_allowed": book.profile.width,
        "earlier_editions": list(earlier),
        "figures_about_children": len(told),
        "figures_hidden": sum(figure.hidden for figure in told),
        "numbers_hidden": dict(sorted(Counter(each.reason for each in log).items())),
        "numbers_given_away_earlier": book.protection.given_away if book.protection else 0,
        "log": [_row(each) for each in log],
    }


def _row(each: Suppressed) -> dict[str, object]:
    counted = each.counted
    return {
        "counts": counted.of,
        "where": counted.where,
        "from": counted.start.isoformat(),
        "to": counted.end.isoformat(),
        "breakdown": counted.breakdown,
        "group": counted.group,
        "reason": each.reason,
        "least": each.low,
        "most": each.high,
        "safe": each.safe,
    }
