"""Published rows of looked-after children and care leavers."""

from quarterday.benchmarks.measures.measure import COUNT, PERCENT, POPULATION, RATE, Measure, item, rows, scored

_NUMBERS, _MIX, _STABILITY = "looked after", "characteristics", "stability"
_ON_31 = "children looked after on 31 march each year"
_STARTING = "children starting to be looked after each year"
_CEASING = "children ceasing to be looked after each year"
_UNACCOMPANIED = "unaccompanied asylum-seeking children"
_LOCALITY = "distance between home and placement and locality of placement"
_UNTIL_16 = "children looked after continuously for at least 2.5 years on 31 march aged under 16 years"
_SETTLED = "accommodation considered suitable"
_HOMES = "secure homes and children's homes"


def _number(code: str, population: str) -> Measure:
    return Measure(code, _NUMBERS, COUNT, (item("children_count", population),))


def _rate(code: str, population: str) -> Measure:
    column, people = item("children_count", population), (POPULATION,)
    return Measure(code, _NUMBERS, RATE, (column,), people, item("rate_per_10000", population))


def _characteristic(code: str, category: str, groups: dict[str, str]) -> tuple[Measure, ...]:
    return rows(code, _MIX, category, groups, "total", "number", "percentage")


def _stability(code: str, children: str, row: str) -> tuple[Measure, ...]:
    return rows(code, _STABILITY, children, {"all": row}, "total children", "children_count", "children_percent")


def _settled(group: str, age: str) -> Measure:
    column, total = item("care_leaver_count", age, _SETTLED), item("care_leaver_count", age, "suitability total")
    shared = item("care_leaver_percent", age, _SETTLED)
    return Measure("CLV-03", "care leavers", PERCENT, (column,), (total,), shared, group)


LOOKED_AFTER: tuple[Measure, ...] = (
    _number("LAC-01", _ON_31),
    _rate("LAC-02", _ON_31),
    _number("LAC-03", _STARTING),
    _rate("LAC-04", _STARTING),
    _number("LAC-05", _CEASING),
    _rate("LAC-06", _CEASING),
    Measure("LAC-07", _MIX, COUNT, (item("number", _UNACCOMPANIED, "uasc"),)),
    *_characteristic("LAC-08", _UNACCOMPANIED, {"all": "uasc"}),
    *scored(
        _characteristic(
            "LAC-10",
            "placement",
            {
                "foster (all)": "foster placements",
                "secure homes and children's homes": _HOMES,
                "residential school": "residential schools",
                "other residential": "other residential settings",
                "supported or semi-independent": (
                    "independent and semi-independent living arrangements/supported accommodation"
                ),
                "with parents": "placed with parents or other person with parental responsibility",
                "placed for adoption": "placed for adoption",
                "other": "other placements",
            },
        ),
        **{"foster (all)": "high", "with parents": "high"},
    ),
    *_characteristic(
        "LAC-11",
        "place providers",
        {
            "own provision": "own provision (by the la)",
            "another authority": "other la provision",
            "other public body": "other public provision (e.g. by a pct etc)",
            "private": "private provision",
            "voluntary": "voluntary/third sector provision",
            "parent": "parents or other person with parental responsibility",
        },
    ),
    *_characteristic("LAC-11c", "placement", {"all": _HOMES}),
    *_characteristic(
        "LAC-12",
        "legal status",
        {
            "full care order": "full care order",
            "interim care order": "interim care order",
            "placement or freeing order": "placement order granted",
            "section 20": "voluntary agreements under s20 ca 1989",
            "youth justice": "youth justice legal statuses",
            "child protection order": "detained for child protection",
        },
    ),
    *_characteristic(
        "LAC-13",
        "age group",
        {
            "under 1": "under 1 year",
            "1 to 4": "1 to 4 years",
            "5 to 9": "5 to 9 years",
            "10 to 15": "10 to 15 years",
            "16 and over": "16 years and over",
        },
    ),
    *_stability("LAC-14", "cla on 31 march", "with 3 or more placements during the year"),
    *_stability("LAC-15", _UNTIL_16, "living with the same carer for at least 2 years"),
    *_stability("LAC-16", "cla 2 years on 31 march", "with 3 or more placements during the previous 2 years"),
    *_characteristic("LAC-17", "distance between home and placement", {"all": "placed more than 20 miles from home"}),
    *_characteristic("LAC-17b", _LOCALITY, {"all": "4. placed outside the la boundary, more than 20 miles from home"}),
    Measure(
        "LAC-18",
        _MIX,
        PERCENT,
        tuple(
            item("number", _LOCALITY, row)
            for row in (
                "2. placed outside the la boundary, 20 miles or less from home",
                "4. placed outside the la boundary, more than 20 miles from home",
                "6. placed outside the la boundary, distance not known or not recorded",
            )
        ),
        (item("number", _LOCALITY, "total"),),
    ),
    *rows(
        "LAC-24",
        "worker changes",
        "cla on 31 march",
        {"all": "3 or more social workers during the year"},
        "total children",
        "number",
        "percentage",
    ),
    _settled("all", "19 to 21 years"),
    _settled("17 to 18", "17 to 18 years"),
)
