"""Judging claims: supported, not supported, or cannot tell, each with what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quarterday.indicators import HIGHER as HIGHER_IS_BETTER
from quarterday.indicators import LOWER as LOWER_IS_BETTER
from quarterday.indicators.results import rounded
from quarterday.reports.claims import comparing
from quarterday.reports.claims.comparing import CANNOT_TELL, Comparer, Standing
from quarterday.reports.claims.evidence import Register
from quarterday.reports.claims.language import (
    ABOVE,
    BELOW,
    FELL,
    HIGHER_THAN,
    LOWER_THAN,
    MEETS,
    ROSE,
    UNCHANGED,
    At,
    Claim,
    ComparisonClaim,
    DirectionClaim,
    FigureClaim,
    Moment,
    PublishedIn,
    QuoteClaim,
    Subject,
    TargetClaim,
)
from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.published import PublishedFigures
from quarterday.reports.claims.records import RecordFigures
from quarterday.reports.claims.seen import Evidence, Seen, in_words
from quarterday.sections import BY_CODE
from quarterday.submissions.settings import Settings

SUPPORTED, NOT_SUPPORTED = "supported", "not supported"
"""The third verdict is CANNOT_TELL."""


_COUNTED = ("count", "full-time equivalents")


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


@dataclass(frozen=True)
class Judge:
    """What claims are judged by, at the end of the report's period."""

    records: RecordFigures | None
    published: PublishedFigures
    comparer: Comparer
    register: Register
    settings: Settings
    authority: str
    day: date

    def verdict(self, claim: Claim, wording: str) -> Verdict:
        """The verdict on a claim.

        Raises BindingError where it names what does not exist: an indicator, a group, a region that is another's.
        """
        if isinstance(claim, QuoteClaim):
            return _quotation(self, claim, wording)
        if claim.subject.code not in BY_CODE:
            raise BindingError(_unknown_code(claim.subject.code))
        if isinstance(claim, FigureClaim):
            return _figure(self, claim)
        if isinstance(claim, DirectionClaim):
            return _direction(self, claim)
        if isinstance(claim, TargetClaim):
            return _target(self, claim)
        return _comparison(self, claim)

    def seen(self, subject: Subject, moment: Moment) -> Seen:
        """A figure of the records, or a published one."""
        if isinstance(moment, PublishedIn):
            return self.published.figure(subject, moment)
        if self.records is None:
            raise BindingError("there are no records to read it from. Write published YEAR.")
        return self.records.figure(subject, moment)


def _figure(judge: Judge, claim: FigureClaim) -> Verdict:
    seen = judge.seen(claim.subject, claim.moment)
    indicator = BY_CODE[claim.subject.code]
    if seen.exact is None or seen.shown is None:
        return _cannot_tell([seen], prints=seen.evidence.value)
    truth = f"it is {seen.evidence.value}"
    if claim.stated is None:
        return Verdict(SUPPORTED, truth, seen.evidence.value, (seen.evidence,))
    decimals = max(0, -int(claim.stated.as_tuple().exponent))
    if decimals > indicator.decimals:
        raise BindingError(
            f"{indicator.code} is shown to {indicator.decimals} decimals, and {claim.stated} has {decimals}. "
            f"Write {seen.evidence.value}."
        )
    actual = rounded(seen.exact, decimals)
    prints = in_words(actual, indicator.unit)
    if actual == claim.stated:
        return Verdict(SUPPORTED, truth, prints, (seen.evidence,))
    stated = in_words(claim.stated, indicator.unit)
    mend = f"Write = {prints} instead of = {stated}, or leave the number out and the figure is printed."
    return Verdict(NOT_SUPPORTED, f"it is {prints}, not {stated}", prints, (seen.evidence,), mend)


def _direction(judge: Judge, claim: DirectionClaim) -> Verdict:
    first, last = judge.seen(claim.subject, claim.first), judge.seen(claim.subject, claim.last)
    if first.shown is None or last.shown is None:
        return _cannot_tell([first, last], prints=claim.direction)
    actual = ROSE if last.shown > first.shown else FELL if last.shown < first.shown else UNCHANGED
    said = {ROSE: "it rose", FELL: "it fell", UNCHANGED: "it did not change"}[actual]
    truth = f"{said}: {first.evidence.value} ({first.evidence.when}), then {last.evidence.value} ({last.evidence.when})"
    evidence = (first.evidence, last.evidence)
    if actual == claim.direction:
        return Verdict(SUPPORTED, truth, claim.direction, evidence)
    return Verdict(NOT_SUPPORTED, truth, claim.direction, evidence, f"Write {actual} instead of {claim.direction}.")


def _target(judge: Judge, claim: TargetClaim) -> Verdict:
    day = claim.day or judge.day
    indicator = BY_CODE[claim.subject.code]
    target = judge.settings.target(indicator.code, day, judge.authority)
    prints = f"{claim.relation} target"
    if target is None:
        return Verdict(CANNOT_TELL, f"no target for {indicator.code} is in force at {day.isoformat()}", prints)
    seen = judge.seen(claim.subject, At(day))
    if seen.shown is None:
        return _cannot_tell([seen], prints=prints)
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


def _verb(relation: str) -> str:
    return relation if relation == MEETS or relation not in (ABOVE, BELOW) else f"is {relation}"


def _comparison(judge: Judge, claim: ComparisonClaim) -> Verdict:
    kind = judge.published.kind(claim.area)
    if BY_CODE[claim.subject.code].unit in _COUNTED:
        raise BindingError(f"{claim.subject.code} counts, and areas differ in size. Compare a rate or a percentage instead.")
    prints = f"{claim.comparison} {judge.published.name(kind)}"
    years = _years(judge, claim)
    if not years:
        why = "no year has been published for it" if judge.published.benchmarks else comparing_needs()
        return Verdict(CANNOT_TELL, why, prints)
    if len(years) < claim.years.latest:
        return Verdict(
            CANNOT_TELL, f"only {len(years)} of the last {claim.years.latest} years have published figures", prints
        )
    standings = [judge.comparer.standing(claim.subject, kind, year) for year in years]
    verdicts = [_holds(claim.comparison, standing) for standing in standings]
    whole = NOT_SUPPORTED if NOT_SUPPORTED in verdicts else CANNOT_TELL if CANNOT_TELL in verdicts else SUPPORTED
    telling = [s for s, v in zip(standings, verdicts, strict=True) if v == whole]
    truth = "; ".join(f"{standing.verdict}: {standing.why}" for standing in telling)
    evidence = tuple(each for standing in standings for each in standing.evidence)
    mend = _mend(telling[-1]) if whole == NOT_SUPPORTED else ""
    return Verdict(whole, truth, prints, evidence, mend, suppressed=any(standing.suppressed for standing in standings))


def comparing_needs() -> str:
    """Why nothing can be compared."""
    return "no published statistics are loaded; run quarterday benchmarks add FILE"


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


def _mend(standing: Standing) -> str:
    return f"Write {standing.verdict} than, or leave the comparison out."


def _years(judge: Judge, claim: ComparisonClaim) -> list[int]:
    code, years = claim.subject.code, claim.years
    if years.last:
        return list(range(judge.published.year(code, years.first), judge.published.year(code, years.last) + 1))
    if years.first:
        return [judge.published.year(code, years.first)]
    return judge.published.years(code, judge.day)[-(years.latest or 1) :]


def _quotation(judge: Judge, claim: QuoteClaim, wording: str) -> Verdict:
    passage = judge.register.get(claim.evidence)
    prints = f"“{wording}”"
    if passage is None:
        known = ", ".join(sorted(judge.register)) or "nothing yet"
        truth = f"the evidence register has no '{claim.evidence}'; it has: {known}"
        return Verdict(
            NOT_SUPPORTED, truth, prints, mend=f"Add [{claim.evidence}] to evidence.toml with text, source, date and page."
        )
    evidence = (Evidence("", "Quotation", claim.evidence, passage.dated.isoformat(), "[text]", passage.reference),)
    old = (
        f"{passage.reference} is more than twelve months old at {judge.day.isoformat()}."
        if passage.old_at(judge.day)
        else ""
    )
    if passage.has(wording):
        return Verdict(SUPPORTED, f"it stands in {passage.reference}", prints, evidence, warning=old)
    truth = f"these words do not stand in {passage.reference}"
    return Verdict(
        NOT_SUPPORTED, truth, prints, evidence, "Quote it word for word, with … for what you leave out.", warning=old
    )


def _cannot_tell(figures: Iterable[Seen], prints: str) -> Verdict:
    seen = list(figures)
    unknown = [f"{each.evidence.when}, it {each.why}" for each in seen if not each.known]
    evidence = tuple(each.evidence for each in seen)
    return Verdict(CANNOT_TELL, "; ".join(unknown), prints, evidence, suppressed=any(each.suppressed for each in seen))


def _unknown_code(code: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(code, BY_CODE, n=3)
    like = f" Is it {' or '.join(near)}?" if near else ""
    return f"there is no indicator {code}.{like} The command quarterday indicators lists them all."
