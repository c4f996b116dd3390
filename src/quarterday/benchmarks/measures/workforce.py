"""Published columns of the social-work workforce, and of the population."""

from quarterday.benchmarks.measures.measure import COUNT, MEAN, PERCENT, Measure

_W = "workforce"

WORKFORCE: tuple[Measure, ...] = (
    Measure("WRK-01", _W, MEAN, ("cases",), ("case_holders_fte",), "caseload_fte"),
    Measure("WRK-05", _W, PERCENT, ("vacancy_fte",), ("vacancy_fte", "inpost_fte"), "vacancy_rate_fte", own_units=100),
    Measure("WRK-06", _W, PERCENT, ("agency_fte",), ("agency_fte", "inpost_fte"), "agency_rate_fte", own_units=100),
    Measure("WRK-07", _W, PERCENT, ("leavers_fte",), ("inpost_fte",), "turnover_rate_fte", above_all=True, own_units=100),
    Measure("WRK-08", _W, COUNT, ("inpost_fte",)),
    # Days lost come in clusters by worker, and agency workers are no sample of posts: chance is not reckoned.
    Measure("WRK-09", _W, PERCENT, published="absence_rate_fte", certain=False),
    Measure("WRK-10", _W, MEAN, published="caseload_fte", certain=False, since_peak=True),
    Measure("WRK-12", _W, PERCENT, published="vacancy_agency_cover_rate_fte", certain=False),
)

PEOPLE: tuple[Measure, ...] = (Measure("population", "population", COUNT, ("population_estimate",)),)
