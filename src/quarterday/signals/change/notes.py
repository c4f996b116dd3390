"""What a reader of a split must know beside it."""

from quarterday.indicators import Computation
from quarterday.indicators.source import needs
from quarterday.signals.change.evidence import Evidence, evidence_of
from quarterday.signals.change.history import History
from quarterday.signals.change.stock import Stock


def notes_on(stock: Stock, history: History, computation: Computation, before: Computation | None) -> tuple[str, ...]:
    """Sentences, most important first; none carries a child's data."""
    return tuple(
        note
        for note in (
            _on_condition(stock),
            _on_transfers(stock, history),
            _on_history(stock, computation),
            _on_settings(computation, before),
        )
        if note
    )


def _on_condition(stock: Stock) -> str:
    if not stock.has_condition:
        return ""
    return (
        "Counted are those that meet a condition; started, returned, ended and the like speak of the population that it "
        "picks from, and who went on in it while the condition came or went is a part of its own."
    )


def _on_transfers(stock: Stock, history: History) -> str:
    evidence = evidence_of(stock.fact)
    if evidence == Evidence():
        return "No record tells transfers from and to another authority here: they are among the started and the ended."
    if history.told.missing:
        return f"Some transfers cannot be told: {', '.join(history.told.missing)} missing from the records."
    return "" if evidence.arrived else "No record tells transfers in here: they are among the started or returned."


def _on_history(stock: Stock, computation: Computation) -> str:
    covered = computation.source.covers_from
    starts = [covered[name] for name in needs(stock.counted) if name in covered]
    if not starts:
        return ""
    return f"Returned means known from records that begin on {max(starts).isoformat()}."


def _on_settings(computation: Computation, before: Computation | None) -> str:
    if before is None or dict(before.source.settings) == dict(computation.source.settings):
        return ""
    return "The settings differ between the two submissions: what that alone changes stands as a part of its own."
