"""Judging quotations."""

from quarterday.reports.claims.judge import Judge
from quarterday.reports.claims.language import QuoteClaim
from quarterday.reports.claims.seen import Evidence
from quarterday.reports.claims.verdict import NOT_SUPPORTED, SUPPORTED, Verdict


def judge_quotation(judge: Judge, claim: QuoteClaim, wording: str) -> Verdict:
    """Word for word against the evidence register; older than twelve months at the report's day, a warning."""
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
