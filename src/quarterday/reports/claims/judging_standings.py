"""Judging comparisons with others and with targets."""

from quarterday.benchmarks import NOTHING_LOADED
from quarterday.indicators import HIGHER as HIGHER_IS_BETTER
from quarterday.indicators import LOWER as LOWER_IS_BETTER
from quarterday.indicators.results import rounded
from quarterday.reports.claims import comparing
from quarterday.reports.claims.comparing import Standing
from quarterday.reports.claims.judge import Judge
from quarterday.reports.claims.language import (
    ABOVE,
    BELOW,
    HIGHER_THAN,
    LOWER_THAN,
    MEETS,
    At,
    ComparisonClaim,
    TargetClaim,
)
from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.seen import Evidence
from quarterday.reports.claims.verdict import CANNOT_TELL, NOT_SUPPORTED, SUPPORTED, Verdict, cannot_tell
from quarterday.sections import BY_CODE

_COUNTED = ("count", "full-time equivalents")


def judge_target(judge: Judge, claim: TargetClaim) -> Verdict:
    """Against the target in force on the day, by the figure as it is shown; tolerances are not targets."""
    day = claim.day or judge.day
    indicator = BY_CODE[claim.subject.code]
    target = judge.settings.target(indicator.code, day, judge.authority)
    prints = f"{claim.relation} target"
    if target is None:
        return Verdict(CANNOT_TELL, f"no target for {indicator.code} is in force at {day.isoformat()}", prints)
    seen = judge.seen(claim.subject, At(day))
    if seen.shown is None:
        return cannot_tell([seen], prints=prints)
    aim = rounded(target.target, max(indicator.decimals, 2))
    standing = {ABOVE: seen.shown > aim, BELOW: seen.shown < aim}
    if claim.relation not in standing:
        if indicator.better not in (HIGHER_IS_BETTER, LOWER_IS_BETTER):
            raise BindingError(
                f"neither high nor low is good in itself for {indicator.code}. Write above target or below target."
            )
        met = seen.shown >= aim if indicator.better == HIGHER_IS_BETTER else seen.shown <= aim
        standing[claim.relation] = met == (claim.relation == MEETS)
    truth = f"it is {seen.evidence.value} and the target is {target.target:g}"
    evidence = (
        seen.evidence,
        Evidence(indicator.code, "Target", judge.authority, day.isoformat(), f"{target.target:g}", "settings"),
    )
    if standing[claim.relation]:
        return Verdict(SUPPORTED, truth, prints, evidence)
    return Verdict(NOT_SUPPORTED, truth, prints, evidence, f"Do not say that it {_verb(claim.relation)} target.")


def judge_comparison(judge: Judge, claim: ComparisonClaim) -> Verdict:
    """Against an area, in every year that is claimed: one year that says otherwise makes it false."""
    kind = judge.published.kind(claim.area)
    if BY_CODE[claim.subject.code].unit in _COUNTED:
        raise BindingError(f"{claim.subject.code} counts, and areas differ in size. Compare a rate or a percentage instead.")
    prints = f"{claim.comparison} {judge.published.name(kind)}"
    years = judge.published.claimed_years(claim.subject.code, claim.years, judge.day)
    if not years:
        why = "no year has been published for it" if judge.published.benchmarks else NOTHING_LOADED
        return Verdict(CANNOT_TELL, why.removesuffix("."), prints)
    if len(years) < claim.years.latest:
        return Verdict(
            CANNOT_TELL, f"only {len(years)} of the last {claim.years.latest} years have published figures", prints
        )
    standings = [judge.comparer.standing(claim.subject, kind, year) for year in years]
    verdicts = [_holds(claim.comparison, standing) for standing in standings]
    whole = NOT_SUPPORTED if NOT_SUPPORTED in verdicts else CANNOT_TELL if CANNOT_TELL in verdicts else SUPPORTED
    telling = [s for s, v in zip(standings, verdicts, strict=True) if v == whole]
    truth = "; ".join(_told(standing) for standing in telling)
    evidence = tuple(each for standing in standings for each in standing.evidence)
    mend = _mend(telling[-1]) if whole == NOT_SUPPORTED else ""
    return Verdict(whole, truth, prints, evidence, mend, suppressed=any(standing.suppressed for standing in standings))


def _holds(comparison: str, standing: Standing) -> str:
    """Whether a standing bears a comparison out. What cannot be told apart, though both are known, is similar."""
    claimed = {HIGHER_THAN: comparing.HIGHER, LOWER_THAN: comparing.LOWER}.get(comparison)
    if claimed is None:
        if standing.verdict != CANNOT_TELL:
            return NOT_SUPPORTED
        return SUPPORTED if standing.known else CANNOT_TELL
    if standing.verdict == CANNOT_TELL:
        return CANNOT_TELL
    return SUPPORTED if standing.verdict == claimed else NOT_SUPPORTED


def _told(standing: Standing) -> str:
    return standing.why if standing.verdict == CANNOT_TELL else f"{standing.verdict}: {standing.why}"


def _mend(standing: Standing) -> str:
    return f"Write {standing.verdict} than, or leave the comparison out."


def _verb(relation: str) -> str:
    return relation if relation == MEETS or relation not in (ABOVE, BELOW) else f"is {relation}"
