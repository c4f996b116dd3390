"""Local tables of posts, employment, sickness, placements sought and paid for, and help at the edge of care."""

from quarterday.records import codes
from quarterday.records.table import DATE, INTEGER, TEXT, Column, Table

establishment = Table(
    name="establishment",
    meaning="A social work post, and who held it for a time.",
    columns=(
        Column("establishment_id", TEXT, key=True, meaning="Row key: one row a post and holder (or vacancy)."),
        Column("post_id", TEXT, meaning="The post."),
        Column("team_id", TEXT, refers_to="teams.team_id", meaning="Team."),
        Column("full_time_hundredths", INTEGER, meaning="Size of the post in hundredths of full time."),
        Column(
            "professional_id",
            TEXT,
            refers_to="professionals.professional_id",
            meaning="Holder; blank = vacant.",
        ),
        Column("agency_covered", TEXT, codes=codes.YES_NO, meaning="Vacancy covered by an agency worker (Y/N)."),
        Column("start_date", DATE, meaning="First day of this holding or vacancy."),
        Column("end_date", DATE, meaning="Last day; blank = current."),
    ),
    start="start_date",
    end="end_date",
)

employments = Table(
    name="employments",
    meaning="A social worker's time in the service, employed or through an agency.",
    columns=(
        Column("employment_id", TEXT, key=True, meaning="Row key."),
        Column("professional_id", TEXT, refers_to="professionals.professional_id", meaning="Worker."),
        Column("team_id", TEXT, refers_to="teams.team_id", meaning="Team."),
        Column("agency_worker", TEXT, codes=codes.YES_NO, meaning="Through an agency (Y/N)."),
        Column("full_time_hundredths", INTEGER, meaning="Working time in hundredths of full time."),
        Column("start_date", DATE, meaning="First day."),
        Column("end_date", DATE, meaning="Last day; blank = still here."),
    ),
    start="start_date",
    end="end_date",
)

sickness_absences = Table(
    name="sickness_absences",
    meaning="A time in which a worker was away sick.",
    columns=(
        Column("sickness_absence_id", TEXT, key=True, meaning="Row key."),
        Column("professional_id", TEXT, refers_to="professionals.professional_id", meaning="Worker."),
        Column("start_date", DATE, meaning="First day away."),
        Column("end_date", DATE, meaning="Last day away; blank = still away."),
    ),
    start="start_date",
    end="end_date",
)

interventions = Table(
    name="interventions",
    meaning="Help given to a child and family at the edge of care, or a like intervention.",
    columns=(
        Column("intervention_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column("family_id", TEXT, meaning="Family, where known."),
        Column("intervention", TEXT, meaning="Name of the service, such as RAFT."),
        Column("edge_of_care", TEXT, codes=codes.YES_NO, meaning="Meant to keep the child out of care (Y/N)."),
        Column("start_date", DATE, meaning="First day."),
        Column("end_date", DATE, meaning="Last day; blank = continuing."),
    ),
    start="start_date",
    end="end_date",
)

placement_searches = Table(
    name="placement_searches",
    meaning="A search for a placement.",
    columns=(
        Column("placement_search_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column("search_date", DATE, meaning="Date the search began."),
        Column("needed_date", DATE, meaning="Date the placement was needed by."),
        Column("offer_date", DATE, meaning="Date of the first offer; blank = none."),
        Column("placement_type", TEXT, codes=codes.PLACEMENT_TYPE, meaning="Type sought."),
    ),
    start="search_date",
)

placement_costs = Table(
    name="placement_costs",
    meaning="The weekly price of a placement, with its dates.",
    columns=(
        Column("placement_cost_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column("placement_id", TEXT, refers_to="placements.placement_id", meaning="Placement."),
        Column("weekly_price_pence", INTEGER, meaning="Price a week in pence."),
        Column("start_date", DATE, meaning="First day at this price."),
        Column("end_date", DATE, meaning="Last day; blank = current."),
    ),
    start="start_date",
    end="end_date",
)

populations = Table(
    name="populations",
    meaning="Children aged 0 to 17 in the authority at a mid-year, with the release it comes from.",
    columns=(
        Column("mid_year", INTEGER, key=True, meaning="Year of the mid-year estimate."),
        Column("release", TEXT, key=True, meaning="Release of the estimate."),
        Column("children", INTEGER, meaning="Children aged 0 to 17."),
    ),
)

earlier_values = Table(
    name="earlier_values",
    meaning="A value of an indicator from before the records begin, with its source; drawn as such, never simulated.",
    columns=(
        Column("indicator", TEXT, key=True, meaning="Code of the indicator."),
        Column("value_date", DATE, key=True, meaning="Date the value is for."),
        Column("value_hundredths", INTEGER, meaning="The value in hundredths of its unit."),
        Column("source", TEXT, meaning="Where the value was published."),
    ),
    start="value_date",
)

TABLES = (
    establishment,
    employments,
    sickness_absences,
    interventions,
    placement_searches,
    placement_costs,
    populations,
    earlier_values,
)
