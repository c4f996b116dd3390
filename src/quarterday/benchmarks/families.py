"""The published files that Quarterday reads: each family is told by its columns, whatever its file is called."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

IDENTITY = (
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name"),
    *("old_la_code", "new_la_code", "la_name", "category"),
)
"""Columns that say where and when a row is for."""

NEEDED = ("time_period", "geographic_level", "region_code", "new_la_code")
"""Those of them without which no row can be placed."""


@dataclass(frozen=True)
class Family:
    """A family of published files. `needs` are columns that only it has; `aliases` are older or newer names of them.

    `rows` names the columns whose text makes a row's category, where a family's categories are rows and not columns.
    `changing` says that its columns change from year to year, so that one that is missing is no fault.
    """

    key: str
    title: str
    needs: tuple[str, ...]
    aliases: dict[str, str] = field(default_factory=dict, hash=False)
    month_day: tuple[int, int] = (3, 31)
    """The day of the year that a year's values are for, or that the year ends on."""
    rows: tuple[str, ...] = ()
    changing: bool = False


_REFERRAL_NAMES = {
    "referrals": "referral_count",
    "referrals_rate": "referral_rate",
    "re_referrals": "rereferral_count",
    "re_referrals_percent": "rereferral_percent",
    "no_further_action": "no_further_action_count",
    "not_in_need": "not_in_need_count",
    "referrals_child": "referral_child_count",
    "re_referrals_child": "rereferral_child_count",
    "re_referrals_child_percent": "rereferral_child_percent",
}

FAMILIES = (
    Family("referrals", "Children in need: referrals (DfE)", ("referral_count", "rereferral_count"), _REFERRAL_NAMES),
    Family("referral sources", "Children in need: source of referral (DfE)", ("schools", "police", "anonymous")),
    Family("referral months", "Children in need: referrals by month (DfE)", ("referrals", "april", "march")),
    Family("assessments", "Children in need: assessments (DfE)", ("assessments_completed", "same_day", "41-45_days")),
    Family("enquiries", "Children in need: section 47 enquiries and conferences (DfE)", ("section47", "icpc")),
    Family("plans", "Children in need: child protection plans (DfE)", ("cpp_start", "cpp_end", "cpp_anypoint")),
    Family("repeat plans", "Children in need: second or subsequent plans (DfE)", ("cpp_start", "cpp_subsequent")),
    Family("plan categories", "Children in need: category of abuse (DfE)", ("cpp_at31", "neglect_latest")),
    Family("plan durations", "Children in need: plans by length of time (DfE)", ("cpp_at31", "2_years_or_more")),
    Family("plan reviews", "Children in need: plans reviewed in timescales (DfE)", ("reviewed_within_timescales",)),
    Family("plans ended", "Children in need: plans ending by duration (DfE)", ("cpp_end", "2_years_or_more")),
    Family("plans ended early", "Children in need: still in need after a plan (DfE)", ("cpp_end_first_6months",)),
    Family("episodes", "Children in need: episodes (DfE)", ("anypoint_episodes", "at31_episodes")),
    Family("primary need", "Children in need: primary need (DfE)", ("n1_abuse_or_neglect",)),
    Family("open durations", "Children in need: duration of open episodes (DfE)", ("at31_episodes", "2years+")),
    Family("need plans", "Children in need: child in need plans (DfE)", ("cinplan_at31",)),
    Family(
        "factors",
        "Children in need: factors at assessment (DfE)",
        ("episodes_with_assessment_factor",),
        changing=True,
    ),
    Family(
        "looked after",
        "Children looked after: numbers and rates (DfE)",
        ("population_type", "rate_per_10000"),
        rows=("population_type",),
    ),
    Family(
        "characteristics",
        "Children looked after at 31 March (DfE)",
        ("cla_group", "characteristic", "percentage"),
        rows=("cla_group", "characteristic"),
    ),
    Family(
        "stability",
        "Children looked after: placement stability (DfE)",
        ("placement_stability",),
        rows=("cla_group", "placement_stability"),
    ),
    Family(
        "worker changes",
        "Children looked after: changes of social worker (DfE)",
        ("sw_stability",),
        rows=("cla_group", "sw_stability"),
    ),
    Family(
        "care leavers",
        "Care leavers: accommodation (DfE)",
        ("care_leaver_age", "breakdown"),
        rows=("care_leaver_age", "breakdown"),
    ),
    Family("workforce", "Children's social work workforce (DfE)", ("caseload_fte", "vacancy_rate_fte"), {}, (9, 30)),
    Family(
        "population",
        "Mid-year population estimates (ONS)",
        ("age_group", "population_estimate"),
        month_day=(6, 30),
    ),
)

BY_KEY = {family.key: family for family in FAMILIES}

LOOK_UPS = {
    "neighbours 2021": ("la num", "goreg", "sn1"),
    "neighbours 2025": ("old_la_code", "sn_1", "sn_1p"),
    "areas": ("ltla23cd", "utla23cd"),
    "region names": ("la_name", "region_name_correct"),
}
"""Look-up files: neighbours are shipped with Quarterday, so these are accepted and left aside."""


def family_of(columns: list[str]) -> Family | None:
    """The family of a file with these columns (lower case); the one with the most telling columns wins."""
    fitting = [family for family in FAMILIES if set(family.needs) <= set(named_as(family, columns))]
    return max(fitting, key=lambda family: len(family.needs), default=None)


def named_as(family: Family, columns: Iterable[str]) -> list[str]:
    """The columns under the family's own names, in the order given."""
    return [family.aliases.get(column, column) for column in columns]


def look_up_of(columns: list[str]) -> str | None:
    """The name of a look-up file with these columns; None for any other."""
    return next((name for name, needs in LOOK_UPS.items() if set(needs) <= set(columns)), None)


def nearest(columns: Iterable[str]) -> tuple[Family, list[str]]:
    """The family whose layout shares the most columns with a file, and the layout's columns that the file lacks."""
    given = set(columns)
    known = layouts()
    family = max(FAMILIES, key=lambda each: len(known[each.key] & given) / len(known[each.key]))
    return family, sorted(known[family.key] - set(named_as(family, given)))


@lru_cache(maxsize=1)
def layouts() -> dict[str, set[str]]:
    """The columns of each family beside the identity columns, as its latest known releases have them."""
    text = files("quarterday.benchmarks").joinpath("layouts.csv").read_text(encoding="utf-8")
    known: dict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(text.splitlines()):
        known[row["family"]].add(row["column"])
    return dict(known)
