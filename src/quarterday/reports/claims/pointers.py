"""Pointing out what a reader could check and no binding does: numbers and comparison words. Pointers are not errors."""

import re
from dataclasses import dataclass

from quarterday.reports.claims.places import covered, sentence_at, sentences_of
from quarterday.reports.commentary import Words

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_TIME = re.compile(
    rf"""\b(?:
        \d{{4}}-\d{{2}}-\d{{2}} | \d{{1,2}}/\d{{1,2}}/\d{{2,4}}                     # 2021-09-30, 30/09/2021
        | {_ORDINAL}\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?                          # 30 September 2021
        | {_MONTH}\s+{_ORDINAL}(?:,?\s+\d{{4}})?\b                                  # September 30, 2021
        | (?:19|20)\d{{2}}(?:\s?[-/–]\s?(?:(?:19|20)?\d{{2}}))?(?:[-\s]Q[1-4])?\b   # 2021, 2021-22, 2021-22-Q2
        | Q[1-4]\b | quarters?\s+(?:[1-4]|one|two|three|four)\b                      # Q2, quarter two
        | (?:sections?|paragraphs?|parts?|tables?|figures?|charts?|pages?|appendix|schedule|article|s)\.?\s?
          \d[\d.]*[A-Za-z]?(?:\s?\(\d+\))*                                           # section 2.3, section 47
        | covid[-\s]?19
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])[-£]?\d[\d,]*(?:\.\d+)?(?:\s?%|\b)")
_COUNTED = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|half|thirds?|fifths?|tenths?"
)
_WORDS = (
    "higher|highest|lower|lowest|better|best|worse|worst|above|below|more|most|fewer|fewest|less|least|larger|largest|"
    "smaller|smallest|majority|minority|average|twice|double[ds]?|doubling|trebled|halved|halving|increas(?:e|es|ed|ing)|"
    "increasingly|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tions?)|rise[sn]?|rising|rose|f[ae]ll(?:s|en|ing)?|grew|grown|"
    "growth|growing|improv(?:e|es|ed|ing|ements?)|declin(?:e|es|ed|ing)|outperform(?:s|ed|ing)?|exceed(?:s|ed|ing)?|"
    "consistently|unchanged"
)
_SAID = re.compile(rf"\b(?:(?P<number>{_COUNTED})|(?P<word>{_WORDS}))\b", re.IGNORECASE)
_IDIOM = re.compile(
    r"\b(?:best (?:practice|interests?|start)|at (?:least|most)|more or less|no more than|(?:see|set out|shown|listed|table|"
    r"chart|figure)s? (?:above|below)|third part(?:y|ies)|half[- ]terms?)\b",
    re.IGNORECASE,
)

NUMBER, COMPARISON = "number", "comparison word"


@dataclass(frozen=True)
class Pointer:
    """A number or comparison word that no claim binds, with its place and the stretch of its sentence."""

    section: str
    line: int
    kind: str
    said: str
    sentence: tuple[int, int]


def pointers_in(words: Words, stretches: list[tuple[int, int]]) -> list[Pointer]:
    """The unbound numbers and comparison words of a section, in order; `stretches` are its bindings.

    Dates, years, quarters, and numbers of sections, tables and acts are left out.
    """
    bare = covered(words.text, stretches)
    sentences = sentences_of(bare)
    found = [(start, NUMBER, said) for start, said in numbers_in(bare)]
    found += [
        (m.start(), NUMBER if m["number"] else COMPARISON, m[0])
        for m in _SAID.finditer(_without(_IDIOM, _without(_TIME, bare)))
    ]
    return [_pointer(words, sentences, each) for each in sorted(found)]


def numbers_in(text: str) -> list[tuple[int, str]]:
    """The numbers written in digits, each with its place; dates, years and numbers of sections are none."""
    bare = _without(_IDIOM, _without(_TIME, text))
    return [(match.start(), match[0].strip()) for match in _NUMBER.finditer(bare)]


def number_words_in(text: str) -> bool:
    """Whether a text says a number in words."""
    return any(match["number"] for match in _SAID.finditer(_without(_IDIOM, text)))


def _without(pattern: re.Pattern[str], text: str) -> str:
    """The text with what fits left blank; places stay what they are."""
    return pattern.sub(lambda match: " " * len(match[0]), text)


def _pointer(words: Words, sentences: list[tuple[int, int]], found: tuple[int, str, str]) -> Pointer:
    start, kind, said = found
    return Pointer(words.section, words.line_of(start), kind, said, sentence_at(sentences, start))
