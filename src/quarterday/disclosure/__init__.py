"""Disclosure control: profiles, primary and secondary suppression over a whole publication, and the log of it."""

from quarterday.disclosure.counting import quantities_of, statement_of
from quarterday.disclosure.families import Family, Part, family_of, windows_of
from quarterday.disclosure.profiles import DFE_CIN, MANAGEMENT, OPENSAFELY, PROFILES, ROUND5, Profile
from quarterday.disclosure.protect import Protected, Suppressed, protect
from quarterday.disclosure.publication import ALL, Counted, Publication, Relation, Statement, StatementKey
from quarterday.disclosure.structure import StockFlow, Sum, relations_of
from quarterday.disclosure.system import ContradictionError

__all__ = [
    "ALL",
    "DFE_CIN",
    "MANAGEMENT",
    "OPENSAFELY",
    "PROFILES",
    "ROUND5",
    "ContradictionError",
    "Counted",
    "Family",
    "Part",
    "Profile",
    "Protected",
    "Publication",
    "Relation",
    "Statement",
    "StatementKey",
    "StockFlow",
    "Sum",
    "Suppressed",
    "family_of",
    "protect",
    "quantities_of",
    "relations_of",
    "statement_of",
    "windows_of",
]
