"""Published columns of child protection plans."""

from quarterday.benchmarks.measures.measure import Measure, count, mix, percent, rate

_PLANS, _REPEAT, _KINDS, _OPEN = "plans", "repeat plans", "plan categories", "plan durations"
_REVIEWS, _ENDED = "plan reviews", "plans ended"
_BANDS = {
    "3 months or less": "3_months_or_less",
    "over 3 to 6 months": "more_than_3_months_6_months",
    "over 6 months to 1 year": "more_than_6_months_less_than_1_year",
    "1 to 2 years": "1_year_less_than_2_years",
    "2 years or more": "2_years_or_more",
}

PROTECTION: tuple[Measure, ...] = (
    count("CPP-01", _OPEN, "cpp_at31"),
    count("CPP-01", _PLANS, "cpp_at31"),
    rate("CPP-02", _OPEN, "cpp_at31"),
    rate("CPP-02", _PLANS, "cpp_at31", "cpp_at31_rate"),
    count("CPP-03", _REPEAT, "cpp_start"),
    count("CPP-03", _PLANS, "cpp_start"),
    rate("CPP-04", _REPEAT, "cpp_start"),
    rate("CPP-04", _PLANS, "cpp_start", "cpp_start_rate"),
    count("CPP-05", _PLANS, "cpp_end"),
    rate("CPP-06", _PLANS, "cpp_end", "cpp_end_rate"),
    count("CPP-07", _PLANS, "cpp_child_anypoint"),
    count("CPP-09", _OPEN, "2_years_or_more"),
    percent("CPP-10", _OPEN, ("2_years_or_more",), ("cpp_at31",), "2_years_or_more_percent"),
    percent("CPP-11", _ENDED, ("2_years_or_more",), ("cpp_end",), "2_years_or_more_percent"),
    percent("CPP-12", _REPEAT, ("cpp_subsequent",), ("cpp_start",), "cpp_subsequent_percent"),
    *mix(
        "CPP-14",
        _KINDS,
        "cpp_at31",
        {
            "neglect": "neglect_latest",
            "physical abuse": "physical_latest",
            "sexual abuse": "sexual_latest",
            "emotional abuse": "emotional_latest",
            "multiple": "multiple_latest",
        },
    ),
    percent(
        "CPP-18",
        _REVIEWS,
        ("reviewed_within_timescales",),
        ("cpp_at31_3months",),
        "reviewed_within_timescales_percent",
    ),
    percent("CPP-19", _ENDED, ("3_months_or_less",), ("cpp_end",), "3_months_or_less_percent"),
    *mix("CPP-20", _OPEN, "cpp_at31", {f"open {band}": column for band, column in _BANDS.items()}, "_percent"),
    *mix("CPP-20", _ENDED, "cpp_end", {f"ended {band}": column for band, column in _BANDS.items()}, "_percent"),
    Measure("CPP-25", _PLANS, "difference", ("cpp_start",), ("cpp_end",)),
)
