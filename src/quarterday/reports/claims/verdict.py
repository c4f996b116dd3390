"""What can become of a claim: supported, not supported, or cannot tell."""

from collections.abc import Iterable
from dataclasses import dataclass

from quarterday.benchmarks import CANNOT_TELL
from quarterday.reports.claims.seen import Evidence, Seen

SUPPORTED, NOT_SUPPORTED = "supported", "not supported"
"""The third verdict is CANNOT_TELL, as of a comparison."""

__all__ = ["CANNOT_TELL", "NOT_SUPPORTED", "SUPPORTED", "Verdict", "cannot_tell"]


@dataclass(frozen=True)
class Verdict:
    """What became of a claim.

    `truth` says in words what the evidence says; `prints` what to print without wording of the author's; `mend` what the
    author may write instead; `suppressed` whether it rests on a number that the audience may not see.
    """

    verdict: str
    truth: str
    prints: str
    evidence: tuple[Evidence, ...] = ()
    mend: str = ""
    suppressed: bool = False
    warning: str = ""


def cannot_tell(figures: Iterable[Seen], prints: str) -> Verdict:
    """The verdict where a figure is not known, or not for this audience: says which and why."""
    seen = list(figures)
    unknown = [f"{each.evidence.when}, it {each.why}" for each in seen if not each.known]
    evidence = tuple(each.evidence for each in seen)
    return Verdict(CANNOT_TELL, "; ".join(unknown), prints, evidence, suppressed=any(each.suppressed for each in seen))
