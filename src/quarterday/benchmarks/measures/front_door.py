"""Published columns of referrals, assessments, enquiries and conferences."""

from quarterday.benchmarks.measures.measure import MEDIAN, Measure, count, mix, percent, rate

_R, _S, _M, _A, _E = "referrals", "referral sources", "referral months", "assessments", "enquiries"
_UNTIL_45_DAYS = ("same_day", "1-10_days", "11-20_days", "21-30_days", "31-40_days", "41-45_days")
_MONTHS = (
    *("april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "january", "february", "march"),
)

REFERRALS: tuple[Measure, ...] = (
    count("REF-01", _R, "referral_count"),
    rate("REF-02", _R, "referral_count", "referral_rate"),
    percent("REF-03", _R, ("rereferral_count",), ("referral_count",), "rereferral_percent"),
    percent("REF-04", _R, ("no_further_action_count",), ("referral_count",), "no_further_action_percent"),
    percent("REF-05", _R, ("not_in_need_count",), ("referral_count",), "not_in_need_percent"),
    count("REF-06", _R, "referral_child_count"),
    percent("REF-07", _R, ("rereferral_child_count",), ("referral_child_count",), "rereferral_child_percent"),
    *mix(
        "REF-08",
        _S,
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
    *(count("REF-10", _M, month, group=month.capitalize()) for month in _MONTHS),
)

ASSESSMENTS: tuple[Measure, ...] = (
    count("ASM-01", _A, "assessments_completed"),
    rate("ASM-02", _A, "assessments_completed", "assessments_completed_rate"),
    percent("ASM-03", _A, _UNTIL_45_DAYS, ("assessments_completed",)),
    Measure("ASM-04", _A, MEDIAN, published="median_days"),
    Measure("ASM-04", _A, MEDIAN, published="25th_percentile_days", group="lower quartile"),
    Measure("ASM-04", _A, MEDIAN, published="75th_percentile_days", group="upper quartile"),
    *mix(
        "ASM-05",
        _A,
        "assessments_completed",
        {"46 to 50 days": "46-50_days", "51 to 60 days": "51-60_days", "61 days or more": "61+_days"},
    ),
)

ENQUIRIES: tuple[Measure, ...] = (
    count("S47-01", _E, "section47"),
    rate("S47-02", _E, "section47", "section47_rate"),
    count("S47-03", _E, "section47_child"),
    Measure("S47-04", _E, "%", ("icpc",), ("section47",), above_all=True),
    count("ICP-01", _E, "icpc"),
    rate("ICP-02", _E, "icpc", "icpc_rate"),
    percent("ICP-03", _E, ("duration_0-10_days", "duration_11-15_days"), ("icpc",)),
    Measure("ICP-04", _E, MEDIAN, published="duration_median"),
    Measure("ICP-04", _E, MEDIAN, published="duration_25th_percentile", group="lower quartile"),
    Measure("ICP-04", _E, MEDIAN, published="duration_75th_percentile", group="upper quartile"),
)
