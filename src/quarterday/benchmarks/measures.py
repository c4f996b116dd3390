"""How each indicator is read from the published families: columns, filters, and what it is per."""

from dataclasses import dataclass, field

POPULATION = "population"


@dataclass(frozen=True)
class Measure:
    """An indicator (or a group of its mix) in a published family.

    With `percent`, that column is the value as published. Else the `numerator` columns are added up, and divided by the
    `denominator` columns (per 100), or by the population of the year before per 10,000 (R28), or not at all.
    """

    code: str
    family: str
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    percent: str = ""
    per_population: bool = False
    where: dict[str, str] = field(default_factory=dict, hash=False)
    group: str = "all"


_IN_45 = ("same_day", "1-10_days", "11-20_days", "21-30_days", "31-40_days", "41-45_days")
_ON_31 = "Children looked after on 31 March each year"
_STABLE = "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years"


def _mix(code: str, family: str, denominator: str, groups: dict[str, str]) -> tuple[Measure, ...]:
    return tuple(
        Measure(code, family, numerator=(column,), denominator=(denominator,), group=group)
        for group, column in groups.items()
    )


def _characteristics(code: str, cla_group: str, groups: dict[str, str]) -> tuple[Measure, ...]:
    return tuple(
        Measure(
            code,
            "characteristics",
            percent="percentage",
            where={"cla_group": cla_group, "characteristic": characteristic},
            group=group,
        )
        for group, characteristic in groups.items()
    )


MEASURES: tuple[Measure, ...] = (
    Measure("REF-01", "referrals", numerator=("referral_count",)),
    Measure("REF-02", "referrals", numerator=("referral_count",), per_population=True),
    Measure("REF-03", "referrals", percent="rereferral_percent"),
    Measure("REF-04", "referrals", percent="no_further_action_percent"),
    *_mix(
        "REF-08",
        "referral sources",
        "referrals",
        {
            "individual": "individual",
            "schools": "schools",
            "education services": "education_services",
            "health services": "health_services",
            "housing": "housing",
            "LA services": "la_services",
            "police": "police",
            "other legal agency": "other_legal_agency",
            "other": "other",
            "anonymous": "anonymous",
            "unknown": "unknown",
        },
    ),
    Measure("ASM-01", "assessments", numerator=("assessments_completed",)),
    Measure("ASM-03", "assessments", numerator=_IN_45, denominator=("assessments_completed",)),
    Measure("S47-01", "enquiries", numerator=("section47",)),
    Measure("ICP-01", "enquiries", numerator=("icpc",)),
    Measure("ICP-03", "enquiries", numerator=("duration_0-10_days", "duration_11-15_days"), denominator=("icpc",)),
    Measure("CPP-01", "plan durations", numerator=("cpp_at31",)),
    Measure("CPP-02", "plan durations", numerator=("cpp_at31",), per_population=True),
    Measure("CPP-03", "repeat plans", numerator=("cpp_start",)),
    Measure("CPP-05", "plans", numerator=("cpp_end",)),
    Measure("CPP-09", "plan durations", numerator=("2_years_or_more",)),
    Measure("CPP-10", "plan durations", percent="2_years_or_more_percent"),
    Measure("CPP-12", "repeat plans", percent="cpp_subsequent_percent"),
    *_mix(
        "CPP-14",
        "plan categories",
        "cpp_at31",
        {
            "neglect": "neglect_latest",
            "physical abuse": "physical_latest",
            "sexual abuse": "sexual_latest",
            "emotional abuse": "emotional_latest",
            "multiple": "multiple_latest",
        },
    ),
    Measure("CPP-18", "plan reviews", percent="reviewed_within_timescales_percent"),
    Measure("CIN-01", "episodes", numerator=("at31_episodes",)),
    Measure("CIN-02", "episodes", numerator=("at31_episodes",), per_population=True),
    Measure("CIN-09", "need plans", numerator=("cinplan_at31",)),
    Measure("CIN-11", "need plans", numerator=("cinplan_start",)),
    Measure("CIN-11e", "need plans", numerator=("cinplan_end",)),
    Measure("LAC-01", "looked after", numerator=("children_count",), where={"population_type": _ON_31}),
    Measure("LAC-02", "looked after", percent="rate_per_10000", where={"population_type": _ON_31}),
    Measure(
        "LAC-03",
        "looked after",
        numerator=("children_count",),
        where={"population_type": "Children starting to be looked after each year"},
    ),
    Measure(
        "LAC-05",
        "looked after",
        numerator=("children_count",),
        where={"population_type": "Children ceasing to be looked after each year"},
    ),
    Measure(
        "LAC-07",
        "characteristics",
        numerator=("number",),
        where={"cla_group": "Unaccompanied asylum-seeking children", "characteristic": "UASC"},
    ),
    *_characteristics("LAC-08", "Unaccompanied asylum-seeking children", {"all": "UASC"}),
    *_characteristics(
        "LAC-10",
        "Placement",
        {
            "foster (all)": "Foster placements",
            "secure homes and children's homes": "Secure homes and children's homes",
            "residential school": "Residential schools",
            "other residential": "Other residential settings",
            "supported or semi-independent": "Independent and semi-independent living arrangements/supported accommodation",
            "with parents": "Placed with parents or other person with parental responsibility",
            "placed for adoption": "Placed for adoption",
            "other": "Other placements",
        },
    ),
    *_characteristics(
        "LAC-11",
        "Place providers",
        {
            "own provision": "Own provision (by the LA)",
            "another authority": "Other LA provision",
            "other public body": "Other public provision (e.g. by a PCT etc)",
            "private": "Private provision",
            "voluntary": "Voluntary/third sector provision",
            "parent": "Parents or other person with parental responsibility",
        },
    ),
    *_characteristics("LAC-11c", "Placement", {"all": "Secure homes and children's homes"}),
    *_characteristics(
        "LAC-12",
        "Legal status",
        {
            "full care order": "Full care order",
            "interim care order": "Interim care order",
            "placement or freeing order": "Placement order granted",
            "section 20": "Voluntary agreements under S20 CA 1989",
            "youth justice": "Youth justice legal statuses",
            "child protection order": "Detained for child protection",
        },
    ),
    *_characteristics(
        "LAC-13",
        "Age group",
        {
            "under 1": "Under 1 year",
            "1 to 4": "1 to 4 years",
            "5 to 9": "5 to 9 years",
            "10 to 15": "10 to 15 years",
            "16 and over": "16 years and over",
        },
    ),
    Measure(
        "LAC-14",
        "stability",
        percent="children_percent",
        where={
            "cla_group": "CLA on 31 March",
            "placement_stability": "With 3 or more placements during the year",
        },
    ),
    Measure(
        "LAC-15",
        "stability",
        percent="children_percent",
        where={"cla_group": _STABLE, "placement_stability": "Living with the same carer for at least 2 years"},
    ),
    Measure("WRK-01", "workforce", percent="caseload_fte"),
    Measure("WRK-05", "workforce", percent="vacancy_rate_fte"),
    Measure("WRK-06", "workforce", percent="agency_rate_fte"),
    Measure("WRK-07", "workforce", percent="turnover_rate_fte"),
    Measure("WRK-08", "workforce", percent="inpost_fte"),
    Measure(POPULATION, "population", numerator=("population_estimate",)),
)

CODES = frozenset(measure.code for measure in MEASURES)
"""The indicators that have a published comparator."""
