"""The portable subset of SQL: an allow-list of what facts and predicates may use (CONTRACTS §4)."""

from typing import Any

_ALLOWED = frozenset(
    [
        "Add",
        "Alias",
        "And",
        "Between",
        "Case",
        "Cast",
        "CTE",
        "Coalesce",
        "Column",
        "Count",
        "CurrentRow",
        "DataType",
        "Distinct",
        "EQ",
        "From",
        "GT",
        "GTE",
        "Group",
        "Identifier",
        "If",
        "In",
        "Is",
        "Join",
        "LT",
        "LTE",
        "Lag",
        "Lead",
        "Literal",
        "Max",
        "Min",
        "Mul",
        "NEQ",
        "Neg",
        "Not",
        "Null",
        "Or",
        "Order",
        "Ordered",
        "Paren",
        "RowNumber",
        "Select",
        "Star",
        "Sub",
        "Subquery",
        "Sum",
        "Table",
        "TableAlias",
        "Tuple",
        "Union",
        "Var",
        "Where",
        "Window",
        "WindowSpec",
        "With",
    ]
)


def refusals(sql: str) -> list[str]:
    """What a statement or predicate uses that is not portable; empty where all of it is.

    Refused are, among others: FILTER, percentiles and medians, interval and date arithmetic, division, functions of one
    engine, and casts other than date literals.
    """
    import sqlglot
    from sqlglot import exp

    text = sql if sql.lstrip().lower().startswith(("select", "with", "--")) else f"select 1 from t where {sql}"
    try:
        tree = sqlglot.parse_one(text, read="duckdb")
    except sqlglot.errors.ParseError:
        return ["it cannot be parsed"]
    found = [type(node).__name__ for node in tree.walk() if type(node).__name__ not in _ALLOWED]
    found += ["a cast that is no date literal" for node in tree.find_all(exp.Cast) if not _is_date_literal(node)]
    return sorted(set(found))


def _is_date_literal(node: Any) -> bool:
    return bool(node.this.is_string and str(node.to).upper() == "DATE")
