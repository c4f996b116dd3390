"""Local wordings of codes, and the codes they stand for."""

import re

ETHNICITY_ALIASES = {
    "A1": "WBRI",
    "A2": "WIRI",
    "A3": "WOTH",
    "A4": "WIRT",
    "A5": "WROM",
    "B1": "MWBC",
    "B2": "MWBA",
    "B3": "MWAS",
    "B4": "MOTH",
    "C1": "AIND",
    "C2": "APKN",
    "C3": "ABAN",
    "C4": "AOTH",
    "D1": "BCRB",
    "D2": "BAFR",
    "D3": "BOTH",
    "E1": "CHNE",
    "E2": "OOTH",
    "E3": "REFU",
    "E4": "NOBT",
}

CATEGORY_WORDS = {
    "neglect": "NEG",
    "physical abuse": "PHY",
    "physical": "PHY",
    "sexual abuse": "SAB",
    "sexual": "SAB",
    "emotional abuse": "EMO",
    "emotional": "EMO",
    "multiple": "MUL",
    "multiple/not recommended": "MUL",
}

LEGAL_STATUS_WORDS = (
    ("interim care", "C1"),
    ("care order", "C2"),
    ("placement order", "E1"),
    ("freeing", "D1"),
    ("section 20", "V2"),
    ("s20", "V2"),
    ("sec. 20", "V2"),
    ("police protection", "L1"),
    ("emergency protection", "L2"),
)

HEALTH_CHECK_WORDS = {
    "Dental Check": ("dental", "dentist", "teeth"),
    "Health Assessment": ("health assessment", "medical"),
}

_CODE_FIRST = re.compile(r"^([A-Z]\d{1,2}|[A-Z]{2,4}\d?|\d[A-F]?)\s*[:\-–]\s")


def ethnicity(text: str) -> str:
    """The census code of an ethnic group; older local codes are translated."""
    return ETHNICITY_ALIASES.get(text.upper(), text.upper())


def category_of_abuse(text: str) -> str:
    """The code of a category of abuse from words or code."""
    return CATEGORY_WORDS.get(text.lower(), text.upper() if len(text) == 3 else text)


def legal_status(text: str) -> str:
    """The code of a legal status, from a code, a code with its label, or known words."""
    code = text.split(":", 1)[0].split(" ", 1)[0].strip().upper()
    if re.fullmatch(r"[CDELVJ]\d", code):
        return code
    lowered = text.lower()
    return next((known for words, known in LEGAL_STATUS_WORDS if words in lowered), text)


def health_check_type(text: str) -> str:
    """The kind of a health check from the words in use for it; the text itself where it is of another kind."""
    lowered = text.lower()
    return next((kind for kind, words in HEALTH_CHECK_WORDS.items() if any(word in lowered for word in words)), text)


def code_first(text: str) -> str:
    """The code before a label, as in "K2 - Children's home"; the text itself where there is none."""
    found = _CODE_FIRST.match(text)
    return found[1] if found else text


def postcode_district(text: str) -> str:
    """The outward half of a postcode: all that is kept of it."""
    packed = re.sub(r"[^A-Z0-9]", "", text.upper())
    return packed[:-3] if len(packed) >= 5 else packed


SPELLINGS = {
    "ethnicity": ethnicity,
    "category_of_abuse": category_of_abuse,
    "health_check_type": health_check_type,
    "legal_status": legal_status,
    "placement_type": code_first,
    "placement_provider": code_first,
    "reason_episode_ceased": code_first,
    "reason_new_episode": code_first,
    "primary_need": code_first,
    "referral_source": code_first,
    "cin_closure_reason": code_first,
}
"""Code list → how its local wordings become codes."""
