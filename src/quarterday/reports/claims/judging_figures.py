"""Judging figures and directions."""

from decimal import Decimal

from quarterday.indicators.results import rounded
from quarterday.reports.claims.judge import Judge
from quarterday.reports.claims.language import ABOVE, EQUAL, FELL, ROSE, UNCHANGED, DirectionClaim, FigureClaim
from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.seen import Seen, in_words
from quarterday.reports.claims.verdict import NOT_SUPPORTED, SUPPORTED, Verdict, cannot_tell
from quarterday.sections import BY_CODE


def judge_figure(judge: Judge, claim: FigureClaim) -> Verdict:
    """A figure without a stated number is what it is; with one, both must agree to the decimals that are stated."""
    seen = judge.seen(claim.subject, claim.moment)
    indicator = BY_CODE[claim.subject.code]
    if seen.exact is None or seen.shown is None:
        return cannot_tell([seen], prints=seen.evidence.value)
    truth = f"it is {seen.evidence.value}"
    if claim.stated is None:
        return Verdict(SUPPORTED, truth, seen.evidence.value, (seen.evidence,))
    decimals = max(0, -int(claim.stated.as_tuple().exponent))
    if decimals > indicator.decimals:
        raise BindingError(
            f"{indicator.code} is shown to {indicator.decimals} decimals, and {claim.stated} has {decimals}. Write no more."
        )
    if claim.relation == EQUAL:
        return _equal(seen, rounded(seen.exact, decimals), claim.stated, indicator.unit)
    holds = seen.shown > claim.stated if claim.relation == ABOVE else seen.shown < claim.stated
    if holds:
        return Verdict(SUPPORTED, truth, seen.evidence.value, (seen.evidence,))
    said = f"{truth}, not {claim.relation} {in_words(claim.stated, indicator.unit)}"
    return Verdict(NOT_SUPPORTED, said, seen.evidence.value, (seen.evidence,), f"Do not say that it is {claim.relation}.")


def _equal(seen: Seen, actual: Decimal, claimed: Decimal, unit: str) -> Verdict:
    """Both to the decimals that are stated."""
    prints, stated = in_words(actual, unit), in_words(claimed, unit)
    if actual == claimed:
        return Verdict(SUPPORTED, f"it is {seen.evidence.value}", prints, (seen.evidence,))
    mend = f"Write = {prints} instead of = {stated}, or leave the number out and the figure is printed."
    return Verdict(NOT_SUPPORTED, f"it is {prints}, not {stated}", prints, (seen.evidence,), mend)


def judge_direction(judge: Judge, claim: DirectionClaim) -> Verdict:
    """Rose, fell or unchanged, by the two figures as they are shown: a change that no reader can see is none."""
    first, last = judge.seen(claim.subject, claim.first), judge.seen(claim.subject, claim.last)
    if first.shown is None or last.shown is None:
        return cannot_tell([first, last], prints=claim.direction)
    actual = ROSE if last.shown > first.shown else FELL if last.shown < first.shown else UNCHANGED
    said = {ROSE: "it rose", FELL: "it fell", UNCHANGED: "it did not change"}[actual]
    truth = f"{said}: {first.evidence.value} ({first.evidence.when}), then {last.evidence.value} ({last.evidence.when})"
    evidence = (first.evidence, last.evidence)
    if actual == claim.direction:
        return Verdict(SUPPORTED, truth, claim.direction, evidence)
    return Verdict(NOT_SUPPORTED, truth, claim.direction, evidence, f"Write {actual} instead of {claim.direction}.")
