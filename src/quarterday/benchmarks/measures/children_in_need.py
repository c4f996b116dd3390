"""Published columns of children in need and their plans."""

from quarterday.benchmarks.measures.measure import Measure, count, mix, percent, rate

_EPISODES, _NEED, _OPEN, _PLANS = "episodes", "primary need", "open durations", "need plans"

IN_NEED: tuple[Measure, ...] = (
    count("CIN-01", _EPISODES, "at31_episodes"),
    rate("CIN-02", _EPISODES, "at31_episodes", "at31_episodes_rate"),
    count("CIN-03", _EPISODES, "started_episodes"),
    count("CIN-04", _EPISODES, "ended_episodes"),
    count("CIN-05", _EPISODES, "anypoint_child"),
    percent("CIN-06", _OPEN, ("2years+",), ("at31_episodes",), "2years+_percent"),
    *mix(
        "CIN-07",
        _NEED,
        "at31_episodes",
        {
            "abuse or neglect": "n1_abuse_or_neglect",
            "child's disability or illness": "n2_childs_disability_or_illness",
            "parent's disability or illness": "n3_parents_disability_or_illness",
            "family in acute stress": "n4_family_in_acute_stress",
            "family dysfunction": "n5_family_dysfunction",
            "socially unacceptable behaviour": "n6_socially_unacceptable_behaviour",
            "low income": "n7_low_income",
            "absent parenting": "n8_absent_parenting",
            "cases other than children in need": "n9_cases_other_than_cin",
            "not stated": "n0_not_stated",
        },
    ),
    count("CIN-09", _PLANS, "cinplan_at31"),
    rate("CIN-10", _PLANS, "cinplan_at31", "cinplan_at31_rate"),
    count("CIN-11", _PLANS, "cinplan_start"),
    count("CIN-11e", _PLANS, "cinplan_end"),
)
