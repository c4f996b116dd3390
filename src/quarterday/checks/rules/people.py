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
        "select c.* from children c join (select distinct a.authority, a.child_id from children a "
        "join family_members f on f.authority = a.authority and f.child_id = a.child_id "
        "join family_members g on g.authority = f.authority and g.family_id = f.family_id and g.child_id <> f.child_id "
        "join children b on b.authority = g.authority and b.child_id = g.child_id "
        "and b.date_of_birth = a.date_of_birth and coalesce(b.sex, '') = coalesce(a.sex, '') "
        "and coalesce(b.ethnicity, '') = coalesce(a.ethnicity, '')) d on d.authority = c.authority "
        "and d.child_id = c.child_id",
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
