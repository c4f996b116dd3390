"""Published columns of the factors found at the end of an assessment (ASM-10)."""

from quarterday.benchmarks.measures.measure import Measure, mix

_FACTORS = (
    *(f"{what}_{who}" for what in ("alcohol_misuse", "drug_misuse") for who in ("child", "parent", "person")),
    *(f"domestic_abuse_{who}" for who in ("child", "parent", "person")),
    *(f"mental_health_{who}" for who in ("child", "parent", "person")),
    *(f"{what}_disability_{who}" for what in ("learning", "physical") for who in ("child", "parent", "person")),
    *("young_carer", "privately_fostered", "unaccompanied_asylum_seeker", "going_missing", "child_sexual_exploitation"),
    *("trafficking", "gangs", "socially_unacceptable_behaviour", "self_harm", "neglect", "emotional_abuse"),
    *("physical_abuse_unknown", "physical_abuse_child_on_child", "physical_abuse_adult_on_child"),
    *("sexual_abuse_unknown", "sexual_abuse_child_on_child", "sexual_abuse_adult_on_child"),
    *("female_genital_mutilation", "faith_linked_abuse", "child_criminal_exploitation", "other"),
)

FACTORS: tuple[Measure, ...] = mix(
    "ASM-10", "factors", "episodes_with_assessment_factor", {name.replace("_", " "): name for name in _FACTORS}
)
