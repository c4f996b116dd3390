"""Codes of our own for the assurance tables that the Standard Safeguarding Dataset lacks (rule R34)."""

from quarterday.records.code_list import Code, CodeList

AUDIT_GRADE = CodeList(
    "audit_grade",
    (
        Code("outstanding", "Outstanding"),
        Code("good", "Good"),
        Code("requires improvement", "Requires improvement to be good"),
        Code("inadequate", "Inadequate"),
    ),
)

LEGAL_PLANNING_OUTCOME = CodeList(
    "legal_planning_outcome",
    (
        Code("continue plan", "Continue the child protection plan"),
        Code("start pre-proceedings", "Start pre-proceedings"),
        Code("issue proceedings", "Issue care proceedings"),
        Code("end plan", "End the child protection plan"),
    ),
)

REPEAT_PLAN_REASON = CodeList(
    "repeat_plan_reason",
    (
        Code("new event", "A new event"),
        Code("new partner", "A new partner"),
        Code("change of circumstances", "Another change of circumstances"),
        Code("earlier risk returned", "The earlier risk returned"),
        Code("plan ended too early", "The earlier plan ended too early"),
    ),
)

REVIEW_TYPE = CodeList(
    "review_type",
    (
        Code("child in need", "Child in need review"),
        Code("child protection", "Child protection review"),
        Code("looked after", "Looked-after review"),
    ),
)
