"""What adds up in a published row: parts and their total, exactly or at most (R42, and what the files themselves show)."""

from dataclasses import dataclass

from quarterday.benchmarks.measures.measure import item

_OPEN_BANDS = (
    "3_months_or_less",
    "more_than_3_months_6_months",
    "more_than_6_months_less_than_1_year",
    "1_year_less_than_2_years",
)
_CATEGORIES = ("neglect", "physical", "sexual", "emotional", "multiple")
_NEEDS = (
    *("n1_abuse_or_neglect", "n2_childs_disability_or_illness", "n3_parents_disability_or_illness"),
    *("n4_family_in_acute_stress", "n5_family_dysfunction", "n6_socially_unacceptable_behaviour", "n7_low_income"),
    *("n8_absent_parenting", "n9_cases_other_than_cin", "n0_not_stated"),
)
_SOURCES = (
    *("individual", "schools", "education_services", "health_services", "housing", "la_services", "police"),
    *("other_legal_agency", "other", "anonymous", "unknown"),
)
_MONTHS = (
    *("april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "january", "february", "march"),
)
_DURATIONS = (
    *("same_day", "1-10_days", "11-20_days", "21-30_days", "31-40_days", "41-45_days"),
    *("46-50_days", "51-60_days", "61+_days"),
)
_TO_CONFERENCE = ("duration_0-10_days", "duration_11-15_days", "duration_16-20_days", "duration_21+_days")


@dataclass(frozen=True)
class Relation:
    """In every authority's row of a family the parts add up to the total: exactly, or at most where some are not known."""

    family: str
    total: str
    parts: tuple[str, ...]
    exact: bool = True


def _rows(family: str, column: str, category: str, total: str, parts: tuple[str, ...]) -> Relation:
    return Relation(family, item(column, category, total), tuple(item(column, category, part) for part in parts))


def _settled(age: str) -> Relation:
    parts = ("accommodation considered suitable", "accommodation considered unsuitable", "no information")
    return _rows("care leavers", "care_leaver_count", age, "suitability total", parts)


def _characteristics(category: str, *parts: str) -> Relation:
    return _rows("characteristics", "number", category, "total", parts)


RELATIONS = (
    Relation("plan durations", "cpp_at31", (*_OPEN_BANDS, "2_years_or_more")),
    Relation("plans ended", "cpp_end", (*_OPEN_BANDS, "2_years_or_more")),
    Relation("open durations", "at31_episodes", (*_OPEN_BANDS, "2years+")),
    Relation("plan categories", "cpp_at31", tuple(f"{name}_latest" for name in _CATEGORIES)),
    Relation("referral months", "referrals", _MONTHS),
    Relation("primary need", "at31_episodes", _NEEDS, exact=False),
    Relation("assessments", "assessments_completed", _DURATIONS, exact=False),
    Relation("enquiries", "icpc", _TO_CONFERENCE, exact=False),
    Relation("referral sources", "referrals", _SOURCES, exact=False),
    Relation("referrals", "referral_count", ("rereferral_count",), exact=False),
    Relation("referrals", "referral_count", ("no_further_action_count", "not_in_need_count"), exact=False),
    Relation("referrals", "referral_child_count", ("rereferral_child_count",), exact=False),
    Relation("repeat plans", "cpp_start", ("cpp_subsequent",), exact=False),
    Relation("plan reviews", "cpp_at31_3months", ("reviewed_within_timescales",), exact=False),
    _characteristics("age group", "under 1 year", "1 to 4 years", "5 to 9 years", "10 to 15 years", "16 years and over"),
    _characteristics(
        "distance between home and placement",
        "placed 20 miles or less from home",
        "placed more than 20 miles from home",
        "distance not known or not recorded",
    ),
    _characteristics(
        "distance between home and placement and locality of placement",
        "1. placed inside the la boundary, 20 miles or less from home",
        "2. placed outside the la boundary, 20 miles or less from home",
        "3. placed inside the la boundary, more than 20 miles from home",
        "4. placed outside the la boundary, more than 20 miles from home",
        "5. placed inside the la boundary, distance not known or not recorded",
        "6. placed outside the la boundary, distance not known or not recorded",
    ),
    _characteristics(
        "legal status",
        "full care order",
        "interim care order",
        "placement order granted",
        "voluntary agreements under s20 ca 1989",
        "youth justice legal statuses",
        "detained for child protection",
    ),
    _characteristics(
        "place providers",
        "own provision (by the la)",
        "other la provision",
        "other public provision (e.g. by a pct etc)",
        "private provision",
        "voluntary/third sector provision",
        "parents or other person with parental responsibility",
        "placement provider not reported",
    ),
    _characteristics(
        "placement",
        "foster placements",
        "secure homes and children's homes",
        "residential schools",
        "other residential settings",
        "independent and semi-independent living arrangements/supported accommodation",
        "placed with parents or other person with parental responsibility",
        "placed for adoption",
        "other placements",
    ),
    _characteristics("unaccompanied asylum-seeking children", "uasc", "non-uasc"),
    _settled("17 to 18 years"),
    _settled("19 to 21 years"),
)


def relations_of(family: str, items: tuple[str, ...]) -> list[Relation]:
    """The relations of a family in which any of the items takes part."""
    wanted = set(items)
    return [each for each in RELATIONS if each.family == family and wanted & {each.total, *each.parts}]
