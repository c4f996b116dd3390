"""What can be wrong with claims, as errors that their author can mend."""

from collections.abc import Sequence

_MOST_TOLD = 10


class ClaimsError(Exception):
    """The claims of a commentary cannot be checked as they stand; the message says where and why."""


class BindingError(ClaimsError):
    """One binding cannot be understood. The message has no place yet: who read the file adds it."""


class EvidenceError(ClaimsError):
    """The evidence register cannot be read; the message says why."""


def all_of(problems: Sequence[str]) -> str:
    """Problems as one message, a line each; of very many the first ones."""
    more = [f"And {len(problems) - _MOST_TOLD} more."] if len(problems) > _MOST_TOLD else []
    return "\n".join([*problems[:_MOST_TOLD], *more])
