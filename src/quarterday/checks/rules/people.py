"""Checks of children and what is known of them."""

from quarterday.checks.language import QUERY, Check, RowsCheck
from quarterday.records.tables.people import children, linked_identifiers

CHECKS = (
    Check("QD-PE-01", children, "ethnicity is null", ("ethnicity",), "The ethnicity is missing."),
    Check(
        "QD-PE-02",
        children,
        "date_of_birth is null and expected_date_of_birth is null",
        ("date_of_birth", "expected_date_of_birth"),
        "There is neither a date of birth nor an expected one, so the age is not known.",
    ),
    Check(
        "QD-PE-03",
        children,
        "date_of_birth is not null and death_date < date_of_birth",
        ("date_of_birth", "death_date"),
        "The date of death lies before the birth.",
    ),
    RowsCheck(
        "QD-PE-04",
        children,
        "select c.* from (select a.*, count(*) over (partition by a.authority, a.date_of_birth, a.sex, a.ethnicity, "
        "f.family_id) as alike from children a join family_members f on f.authority = a.authority and "
        "f.child_id = a.child_id where a.date_of_birth is not null) c where c.alike > 1",
        ("date_of_birth", "sex", "ethnicity"),
        "Another child of the family has the same birth date, sex and ethnicity: the same child twice, or twins.",
        QUERY,
        ("family_members",),
    ),
    RowsCheck(
        "QD-PE-05",
        linked_identifiers,
        "select l.* from (select a.*, min(child_id) over (partition by authority, identifier_type, identifier_value) "
        "as first_child, max(child_id) over (partition by authority, identifier_type, identifier_value) as last_child "
        "from linked_identifiers a where identifier_value is not null) l where l.first_child <> l.last_child",
        ("identifier_type", "identifier_value"),
        "Two children share this identifier; they are not merged.",
    ),
)
