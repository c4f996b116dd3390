"""The words for variation and assurance, exactly as CONVENTIONS §3 has them."""

from quarterday.indicators import HIGHER, LOWER
from quarterday.signals.errors import SignalError
from quarterday.signals.rules import UP

IMPROVE_UP = "up"
IMPROVE_DOWN = "down"
NEITHER = "neither"
IMPROVEMENTS = (IMPROVE_UP, IMPROVE_DOWN, NEITHER)

COMMON_CAUSE = "common cause"
IMPROVING = "improving"
CONCERNING = "concerning"
HIGH = "high"
LOW = "low"

VARIATION_WORDS = {
    IMPROVING: "Special cause: improving",
    CONCERNING: "Special cause: concerning",
    HIGH: "Special cause: high (neither good nor bad)",
    LOW: "Special cause: low (neither good nor bad)",
    COMMON_CAUSE: "Common cause: no significant change",
}

PASS = "pass"  # noqa: S105 - passes the target
FAIL = "fail"
HIT_OR_MISS = "hit or miss"

ASSURANCE_WORDS = {
    PASS: "Will consistently pass the target",
    FAIL: "Will consistently fail the target",
    HIT_OR_MISS: "Will hit or miss the target",
}

DIRECTION_WORDS = {
    IMPROVE_UP: "Higher is better",
    IMPROVE_DOWN: "Lower is better",
    NEITHER: "Neither direction is good in itself",
}


def improvement_of(better: str) -> str:
    """The direction of improvement of an indicator that says which way is better."""
    return {HIGHER: IMPROVE_UP, LOWER: IMPROVE_DOWN}.get(better, NEITHER)


def check_improvement(improvement: str) -> None:
    """Raise SignalError unless it is up, down or neither."""
    if improvement not in IMPROVEMENTS:
        raise SignalError(f"'{improvement}' is not a direction of improvement. Allowed are: {', '.join(IMPROVEMENTS)}.")


def kind_of(direction: str, improvement: str) -> str:
    """What a special cause in a direction means: improving or concerning; high or low where neither is good."""
    if improvement == NEITHER:
        return HIGH if direction == UP else LOW
    return IMPROVING if direction == improvement else CONCERNING
