"""What the definitions say of one another beyond what the language of indicators shows: which figures add up to which.

Every line holds by definition, or nearly so; where the records show a difference, only that much is left open.
"""

from dataclasses import dataclass

NUMERATOR = "numerator"
DENOMINATOR = "denominator"


@dataclass(frozen=True)
class Term:
    """A number of children in a declared sum: `times` the numerator or denominator of an indicator, or of its group."""

    times: int
    code: str
    part: str = NUMERATOR
    group: str = "all"


@dataclass(frozen=True)
class Declared:
    """A sum that is nought, or no more than nought, at the same time of each of its terms."""

    terms: tuple[Term, ...]
    at_most: bool = False


def _same(code: str, part: str, other: str, other_part: str = NUMERATOR) -> Declared:
    return Declared((Term(1, code, part), Term(-1, other, other_part)))


def _among(code: str, part: str, other: str, other_part: str = NUMERATOR) -> Declared:
    return Declared((Term(1, code, part), Term(-1, other, other_part)), at_most=True)


SUMS = (
    _same("CPP-15", DENOMINATOR, "CPP-01"),  # every open plan has one current visit gap
    _same("LAC-21", DENOMINATOR, "LAC-01"),
    _same("CIN-14", DENOMINATOR, "CIN-09"),
    _same("CPP-22o", DENOMINATOR, "CPP-08"),  # where a meeting is wanted by 18 months
    _same("LAC-10", NUMERATOR, "LAC-01"),
    _among("CPP-09", NUMERATOR, "CPP-08"),  # two years are more than 18 months
    _among("CPP-13", NUMERATOR, "CPP-12"),
    _among("CPP-18", DENOMINATOR, "CPP-01"),
    _among("LAC-15", DENOMINATOR, "LAC-01"),
    _among("LAC-19", DENOMINATOR, "LAC-01"),
    Declared((Term(1, "ASM-03"), Term(1, "ASM-06", DENOMINATOR), Term(-1, "ASM-03", DENOMINATOR))),  # in time or late
    Declared((Term(1, "CPP-03"), Term(-1, "CPP-05"), Term(-1, "CPP-25"))),
    Declared(
        (
            Term(1, "LAC-11a"),
            Term(1, "LAC-11b"),
            Term(-1, "LAC-10", group="foster: relative or friend"),
            Term(-1, "LAC-10", group="foster: other carer"),
        ),
        at_most=True,
    ),
    Declared((Term(1, "LAC-11c"), Term(-1, "LAC-10", group="children's home"))),
)

STOCKS_AND_FLOWS = (
    ("CPP-01", "CPP-03", "CPP-05", True),  # the promise of CPP-25
    ("LAC-01", "LAC-03", "LAC-05", False),  # a child may start twice
    ("CIN-01", "CIN-03", "CIN-04", False),
    ("CIN-09", "CIN-11", "CIN-11e", False),
)
"""Stock, what starts and what ends, and whether they balance exactly between any two days."""

SENSITIVE_BREAKDOWNS = frozenset(
    {"ethnicity", "disability", "unaccompanied", "category", "initial_category", "need", "factor"}
)
SENSITIVE_CODES = (
    "ASM-10", "CIN-07", "CIN-08", "CPP-14", "CPP-23", "CPP-24", "LAC-07", "LAC-08", "LAC-10", "LAC-12", "LAC-13", "LAC-28",
    "LAC-29", "LAC-30", "LAC-31", "LAC-32", "LAC-33", "LAC-34", "CLV-03", "CLV-04", "EDG-01", "MIS-01", "OUT-01", "OUT-02",
)  # fmt: skip
"""Codes (with all their variants) of what children are, need or come to: ethnicity, disability, need, outcome (R25)."""


def is_sensitive(code: str, breakdown: str) -> bool:
    """Whether a figure says something of the children themselves, so that the complement rule applies."""
    return breakdown in SENSITIVE_BREAKDOWNS or code.rstrip("abcdefghijklmnopqrstuvwxyz") in SENSITIVE_CODES
