"""The author's own words for a claim: the numbers and the direction in them must be the claim's."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from quarterday.indicators.results import rounded
from quarterday.reports.claims.language import (
    FELL,
    HIDDEN,
    HIGHER_THAN,
    LOWER_THAN,
    ROSE,
    Binding,
    Claim,
    ComparisonClaim,
    DirectionClaim,
    FigureClaim,
    QuoteClaim,
)
from quarterday.reports.claims.pointers import number_words_in, numbers_in
from quarterday.reports.claims.seen import Evidence
from quarterday.reports.claims.verdict import CANNOT_TELL, NOT_SUPPORTED, SUPPORTED, Verdict

_UP = re.compile(r"(?i)\b(?:higher|above|more|rose|ris(?:e|en|es|ing)|increas\w*|grew|grown|growing|larger|exceed\w*)\b")
_EVERY_YEAR = re.compile(r"(?i)\b(?:consistent(?:ly)?|always|every year|each year|throughout|continues? to|remains?)\b")
_DOWN = re.compile(r"(?i)\b(?:lower|below|fewer|less|f[ae]ll(?:en|ing|s)?|decreas\w*|reduc\w*|declin\w*|smaller)\b")


def held_to_its_claim(binding: Binding, verdict: Verdict) -> Verdict:
    """The verdict, or "not supported" where the words to print say another number or the opposite direction."""
    if not binding.wording or isinstance(binding.claim, QuoteClaim):
        return verdict
    if verdict.suppressed:
        return verdict
    strange = _strange_number(binding.wording, verdict.evidence)
    if strange:
        truth = f"{verdict.truth}; the words to print say {strange}"
        return replace(verdict, verdict=NOT_SUPPORTED, truth=truth, mend="Mend the number in the words to print.")
    if _opposite(binding.claim, binding.wording):
        truth = f"{verdict.truth}; the words to print say the opposite of the claim"
        return replace(verdict, verdict=NOT_SUPPORTED, truth=truth, mend="Mend the words to print, or the claim.")
    if verdict.verdict == SUPPORTED and _too_long_a_time(binding):
        truth = f"{verdict.truth}; the words to print say more than one year"
        return replace(verdict, verdict=CANNOT_TELL, truth=truth, mend="Write in each of the last 5 years, or leave it out.")
    return verdict


def _too_long_a_time(binding: Binding) -> bool:
    """Whether the words say "consistently" of a comparison in one year."""
    claim = binding.claim
    return isinstance(claim, ComparisonClaim) and not claim.years.several and bool(_EVERY_YEAR.search(binding.wording))


def printed(binding: Binding, verdict: Verdict) -> str:
    """What stands in the report for a claim; never a number that the audience may not see."""
    if isinstance(binding.claim, QuoteClaim):
        return verdict.prints
    if verdict.suppressed and (isinstance(binding.claim, FigureClaim) or has_number(binding.wording)):
        return HIDDEN
    return binding.wording or verdict.prints


def shown_binding(binding: Binding, verdict: Verdict) -> str:
    """The binding as it may be written down beside the report."""
    return binding.redacted(wording=has_number(binding.wording)) if verdict.suppressed else str(binding)


def has_number(words: str) -> bool:
    """Whether words hold a number, in digits or written out."""
    return bool(numbers_in(words)) or number_words_in(words)


def _strange_number(wording: str, evidence: Iterable[Evidence]) -> str:
    """The first number of the wording that no figure of the evidence rounds to; empty where all do."""
    known = [number for each in evidence if (number := _number(each.value.partition(" ")[0])) is not None]
    for _, said in numbers_in(wording):
        number = _number(said.lstrip("£"))
        decimals = len(said.rstrip("% ").partition(".")[2])
        if number is not None and number not in [rounded(float(each), decimals) for each in known]:
            return said
    return ""


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").replace("%", "").strip())
    except InvalidOperation:
        return None


def _opposite(claim: Claim, wording: str) -> bool:
    said = claim.direction if isinstance(claim, DirectionClaim) else ""
    said = claim.comparison if isinstance(claim, ComparisonClaim) else said
    up, down = bool(_UP.search(wording)), bool(_DOWN.search(wording))
    return (said in (ROSE, HIGHER_THAN) and down and not up) or (said in (FELL, LOWER_THAN) and up and not down)
