"""Primary suppression: what is hidden for itself, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from quarterday.disclosure.profiles import Profile
from quarterday.disclosure.publication import Counted, Publication, Statement, StatementKey

PRIMARY = "primary"
COMPLEMENT = "complement"
GROUP = "group"


@dataclass(frozen=True)
class Hidden:
    """Quantities hidden, each with the reason, and statements hidden for what is behind them."""

    quantities: dict[Counted, str]
    statements: frozenset[StatementKey]


def hidden_at_first(publication: Publication, profile: Profile) -> Hidden:
    """What a profile hides before anything is worked out from anything else."""
    counts = publication.counts
    every = [*publication.statements, *publication.already, *publication.foreseen]
    quantities = {each: PRIMARY for statement in every for each in statement.quantities if profile.is_small(counts[each])}
    for statement in every:
        reason = _said_of_all(statement, counts, profile)
        if reason and statement.numerator:
            quantities.setdefault(statement.numerator, reason)
    alone = {each.key for each in every if each.behind is not None and 0 < each.behind < profile.least_behind_average}
    return Hidden(quantities, frozenset(alone))


def _said_of_all(statement: Statement, counts: Mapping[Counted, int], profile: Profile) -> str:
    """Why a sensitive percentage gives children away though its count is not small; empty where it does not."""
    above, below = statement.numerator, statement.denominator
    if not (profile.complement and statement.sensitive and above and below and above != below):
        return ""
    part, whole = counts[above], counts[below]
    if profile.is_small(whole - part):
        return COMPLEMENT
    return GROUP if part in {0, whole} and 0 < whole < profile.small_group else ""
