"""Reading one binding: a small parser by hand, so that every error can say what was allowed."""

import re
from dataclasses import replace
from decimal import Decimal

from quarterday.reports.claims.cursor import Cursor
from quarterday.reports.claims.language import (
    ABOVE,
    BELOW,
    EQUAL,
    FELL,
    HIGHER_THAN,
    LOWER_THAN,
    MEETS,
    MISSES,
    ROSE,
    SIMILAR_TO,
    UNCHANGED,
    Binding,
    Claim,
    ComparisonClaim,
    DirectionClaim,
    FigureClaim,
    PublishedIn,
    QuoteClaim,
    Subject,
    TargetClaim,
)
from quarterday.reports.claims.moments import MOMENT_WORDS, area, bare_moment, day, moment_after, years
from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.tokens import tokens

LONGEST = 2_000
"""Characters of a binding, quotations included."""

SHAPES = (
    "a figure (CPP-01 at 2021-09-30), a figure with a number (CPP-01 at 2021-09-30 = 180), a direction (CPP-01 rose from "
    "2020-03-01 to 2021-09-30), a comparison (REF-02 higher than statistical neighbours), a target (ASM-03 meets target) or "
    'a quotation (quote ofsted-2021-07 | "words")'
)

_MORE = "lower than, similar to or meets target"
_COMPARISONS = {"higher": HIGHER_THAN, "lower": LOWER_THAN, "similar": SIMILAR_TO, ABOVE: HIGHER_THAN, BELOW: LOWER_THAN}
_DIRECTIONS = (ROSE, FELL, UNCHANGED)
_AIMS = (MEETS, MISSES)
KEYWORDS = frozenset({*_COMPARISONS, *_DIRECTIONS, *MOMENT_WORDS, *_AIMS})
"""Words that end the name of a group; a group with one of them in its name stands between quotation marks."""

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,3}-[0-9]{2}[a-z]*")
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.[0-9]{1,6})?")


def parse_binding(text: str) -> Binding:
    """The binding written between double braces (given without them).

    Raises BindingError, saying which word could not be understood and what was allowed there.
    """
    if len(text) > LONGEST:
        raise BindingError(f"it is longer than {LONGEST:,} characters. Close it with }}}} where the claim ends.")
    cursor = Cursor(tokens(text))
    if cursor.at_end:
        raise BindingError(f"it is empty. Write {SHAPES}.")
    claim = _claim(cursor)
    wording = _wording(cursor)
    if isinstance(claim, QuoteClaim) and not wording:
        raise BindingError('a quotation needs its words. Add | "the words" after the name of the evidence.')
    return Binding(claim, wording)


def _claim(cursor: Cursor) -> Claim:
    if cursor.takes("quote"):
        return QuoteClaim(cursor.word("the name of the evidence, such as ofsted-2021-07,"))
    subject = _subject(cursor)
    word = cursor.word(f"after {subject}: at, in, published, rose, fell, unchanged, higher than, {_MORE}").lower()
    if word in _DIRECTIONS:
        return _direction(cursor, subject, word)
    if word in MOMENT_WORDS:
        return _figure(cursor, FigureClaim(subject, moment_after(cursor, word)))
    return _standing(cursor, subject, word)


def _subject(cursor: Cursor) -> Subject:
    code = cursor.word("an indicator's code, such as CPP-01,")
    if not _CODE.fullmatch(code):
        raise BindingError(f"'{code}' is no indicator's code. Write {SHAPES}.")
    if not cursor.takes("by"):
        return Subject(code, cursor.words_until(KEYWORDS))
    breakdown = cursor.word("a breakdown, such as team,")
    if not cursor.takes_sign("="):
        raise BindingError(f"after 'by {breakdown}' stands = and a group, such as by team = North Team.")
    group = cursor.words_until(KEYWORDS)
    if not group:
        raise BindingError(f"after 'by {breakdown} =' stands the name of a group.")
    return Subject(code, group, breakdown)


def _direction(cursor: Cursor, subject: Subject, direction: str) -> DirectionClaim:
    shape = f"{direction} from DATE to DATE"
    cursor.expect("from", shape)
    first = bare_moment(cursor)
    cursor.expect("to", shape)
    last = bare_moment(cursor)
    if isinstance(first, PublishedIn) != isinstance(last, PublishedIn):
        raise BindingError(
            "a published figure and one from the records are counted differently. Write both moments as published YEAR, "
            "or neither."
        )
    return DirectionClaim(subject, direction, first, last)


def _figure(cursor: Cursor, bare: FigureClaim) -> FigureClaim:
    """The figure with what is said of it: = a number, or above or below one."""
    relation = next((word for word in (ABOVE, BELOW) if cursor.takes(word)), EQUAL)
    if relation == EQUAL and not cursor.takes_sign("="):
        return bare
    text = cursor.word("a number such as 180")
    cursor.takes("%")
    number = text.removesuffix("%")
    if not _NUMBER.fullmatch(number):
        raise BindingError(f"'{text}' is not a number. Write it in digits, such as 180, 1,281.1 or 49 %.")
    return replace(bare, stated=Decimal(number.replace(",", "")), relation=relation)


def _standing(cursor: Cursor, subject: Subject, word: str) -> ComparisonClaim | TargetClaim:
    if word in _AIMS or (word in (ABOVE, BELOW) and cursor.sees("target", "its")):
        cursor.takes("its")
        cursor.expect("target", f"{word} target")
        return TargetClaim(subject, word, day(cursor.word("a date such as 2021-09-30")) if cursor.takes("at") else None)
    if word not in _COMPARISONS:
        raise BindingError(f"'{word}' cannot stand after {subject}. Write {SHAPES}.")
    comparison = _COMPARISONS[word]
    if word not in (ABOVE, BELOW):
        cursor.expect(comparison.split()[1], comparison)
    return ComparisonClaim(subject, comparison, area(cursor, ("in",)), years(cursor))


def _wording(cursor: Cursor) -> str:
    if cursor.at_end:
        return ""
    if not cursor.takes_sign("|"):
        raise BindingError(f"'{cursor.here}' is one word too many. After the claim may stand only | and words to print.")
    words = cursor.quotation()
    if words is None or not cursor.at_end:
        raise BindingError('after | the words to print stand between quotation marks, such as | "consistently higher".')
    if not words.strip():
        raise BindingError("the words to print are empty. Write them, or leave out the | before them.")
    return words
