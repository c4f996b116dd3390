"""Children who start and cease to be looked after: rates, reasons, and how long adoption takes (report section 2.5)."""

from quarterday.indicators import HIGHER, LOWER, Percentage, Rate, Ratio
from quarterday.sections.looked_after import facts

# Each child once in a period, as LAC-03 and LAC-05 count: at the first start, and at the last end (R05).
FIRST_START = "previous_start_date is null or previous_start_date < period_start"
LAST_END = "next_end_date is null or next_end_date > period_end"

start_rate = Rate(
    code="LAC-04",
    title="Children starting to be looked after per 10,000",
    of=facts.care_started,
    where=FIRST_START,
    rules=("R05", "R18", "R27", "R28", "R30"),
    definition="Children who started to be looked after in the period, each once, per 10,000 children aged 0 to 17.",
    note="Never annualised: compare a year with DfE's figure.",
)

end_rate = Rate(
    code="LAC-06",
    title="Children ceasing to be looked after per 10,000",
    of=facts.care_ended,
    where=LAST_END,
    rules=("R05", "R18", "R27", "R28", "R30"),
    definition="Children who ceased to be looked after in the period, each once, per 10,000 children aged 0 to 17.",
    note="Never annualised: compare a year with DfE's figure.",
)

unaccompanied_starts = Percentage(
    code="LAC-09",
    title="Unaccompanied share of children starting to be looked after",
    of=facts.care_started,
    among=FIRST_START,
    where="unaccompanied = 'Y'",
    decimals=0,
    rules=("R05", "R18", "R23", "R26"),
    needs=("immigration_statuses",),
    definition="Children with a status as unaccompanied asylum-seeking child on the day they started, of children who "
    "started to be looked after in the period, each once.",
)


def _left(code: str, title: str, reasons: str, says: str, better: str = "neither", note: str = "") -> Percentage:
    """The share of the children who left care in a period that left for some reasons."""
    return Percentage(
        code=code,
        title=title,
        of=facts.care_ended,
        among=LAST_END,
        where=f"end_reason in ({reasons})",
        better=better,
        decimals=0,
        rules=("R05", "R18", "R26"),
        definition=f"Children who {says}, of children who ceased to be looked after in the period, each once by the last "
        "end. Who turns 18 leaves by the birthday, whatever reason is recorded after it.",
        note=note,
    )


adopted = _left("LAC-31", "Leavers adopted", "'E11', 'E12'", "were adopted (E11, E12)", HIGHER)

special_guardianship = _left(
    "LAC-32",
    "Leavers to special guardianship",
    "'E43', 'E44', 'E45', 'E46', 'E47', 'E48'",
    "left to special guardianship (E45 to E48, before 2018-19 E43 and E44)",
    note="The National Framework holds more to be better; LAIT gives no direction, and none is judged here.",
)

child_arrangements = _left(
    "LAC-33",
    "Leavers to a child arrangements order",
    "'E41'",
    "left to a residence or child arrangements order (E41)",
)

home_planned = _left(
    "LAC-34",
    "Leavers returned home as planned",
    "'E4A'",
    "returned to those with parental responsibility as planned (E4A)",
)

home_unplanned = _left(
    "LAC-34u",
    "Leavers returned home unplanned",
    "'E4B'",
    "returned to those with parental responsibility, unplanned (E4B)",
)

days_to_adopters = Ratio(
    code="LAC-36",
    title="Days from entering care to moving in with adopters",
    of=facts.adoptions,
    numerator="days",
    denominator="1",
    unit="mean days",
    better=LOWER,
    decimals=0,
    rules=("R04", "R18", "R26"),
    standard="426 days",
    standard_kind="former adoption scorecard (A10)",
    definition="Mean days between entering care and moving in with the adoptive family, over children adopted in the "
    "period (E11, E12). For a child adopted by the family that fostered it, to the day it came to that family.",
    note="DfE publishes three-year averages, England in months: ask for three years together. Adoptions whose day of "
    "placement with the family is not recorded are left out.",
)

days_to_match = Ratio(
    code="LAC-36m",
    title="Days from the placement order to the match with adopters",
    of=facts.adoption_matches,
    numerator="days",
    denominator="1",
    unit="mean days",
    better=LOWER,
    decimals=0,
    rules=("R04", "R18", "R26"),
    standard="121 days",
    standard_kind="former adoption scorecard (A2)",
    definition="Mean days between the placement order and the match with adopters, over looked-after children matched in "
    "the period.",
    note="Matches without an order before them (parents consented) are left out. Three-year averages are published.",
)

ENTRY_AND_EXIT_INDICATORS = (
    start_rate,
    end_rate,
    unaccompanied_starts,
    adopted,
    special_guardianship,
    child_arrangements,
    home_planned,
    home_unplanned,
    days_to_adopters,
    days_to_match,
)
