"""Judging claims: each kind by its own rule."""

from difflib import get_close_matches

from quarterday.reports.claims.judge import Judge
from quarterday.reports.claims.judging_figures import judge_direction, judge_figure
from quarterday.reports.claims.judging_quotations import judge_quotation
from quarterday.reports.claims.judging_standings import judge_comparison, judge_target
from quarterday.reports.claims.language import Binding, DirectionClaim, FigureClaim, QuoteClaim, TargetClaim
from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.verdict import Verdict
from quarterday.reports.claims.wording import held_to_its_claim
from quarterday.sections import BY_CODE


def judged(judge: Judge, binding: Binding) -> Verdict:
    """The verdict on a binding: its claim, and the author's words for it.

    Raises BindingError where it names what does not exist: an indicator, a group, a region that is another's.
    """
    return held_to_its_claim(binding, _claim(judge, binding))


def _claim(judge: Judge, binding: Binding) -> Verdict:
    claim = binding.claim
    if isinstance(claim, QuoteClaim):
        return judge_quotation(judge, claim, binding.wording)
    if claim.subject.code not in BY_CODE:
        raise BindingError(_unknown_code(claim.subject.code))
    if isinstance(claim, FigureClaim):
        return judge_figure(judge, claim)
    if isinstance(claim, DirectionClaim):
        return judge_direction(judge, claim)
    return judge_target(judge, claim) if isinstance(claim, TargetClaim) else judge_comparison(judge, claim)


def _unknown_code(code: str) -> str:
    near = get_close_matches(code, BY_CODE, n=3)
    like = f" Is it {' or '.join(near)}?" if near else ""
    return f"there is no indicator {code}.{like} The command quarterday indicators lists them all."
