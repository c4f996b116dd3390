"""Local tables that care needs and the Standard Safeguarding Dataset lacks: where the authority lies, return interviews."""

from quarterday.records.table import DATE, TEXT, Column, Table

own_postcode_districts = Table(
    name="own_postcode_districts",
    meaning="An outward half of a postcode that lies in the authority, wholly or for the most part.",
    columns=(Column("district", TEXT, key=True, meaning="Outward half of the postcode, such as PO30."),),
)

return_interviews = Table(
    name="return_interviews",
    meaning="An interview held with a child who returned from being missing; the dataset has no date of it.",
    columns=(
        Column("return_interview_id", TEXT, key=True, meaning="Row key."),
        Column("child_id", TEXT, refers_to="children.child_id", meaning="Child."),
        Column(
            "missing_episode_id",
            TEXT,
            refers_to="missing_episodes.missing_episode_id",
            meaning="The time missing that it is about.",
        ),
        Column("interview_date", DATE, meaning="Date held."),
    ),
    start="interview_date",
)

TABLES = (own_postcode_districts, return_interviews)
