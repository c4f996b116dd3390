"""DfE's bands of how long a plan or an episode of need has lasted, which several sections use (R02)."""

DURATION_BANDS = (
    "3 months or less",
    "more than 3 months to 6 months",
    "more than 6 months to less than 1 year",
    "1 year to less than 2 years",
    "2 years or more",
)
"""The bands in their order."""


def duration_band(two_years: str) -> str:
    """SQL of the band at a moment, over a fact that has the days on which 3, 6 and 12 months are reached.

    `two_years` is its column of the day from which it counts as two years: for a plan 729 days (CPP-10), else 24 months.
    """
    three, six, twelve, two, longer = DURATION_BANDS
    return f"""case
    when moment <= reaches_3_months then '{three}'
    when moment <= reaches_6_months then '{six}'
    when moment < reaches_12_months then '{twelve}'
    when moment < {two_years} then '{two}'
    else '{longer}'
end"""
