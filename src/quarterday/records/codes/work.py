"""Codes of workers and pre-proceedings.

Values beside labels; source: `reference/formats/code_lists.csv`.
"""

from quarterday.records.code_list import Code, CodeList

SW_CHANGE_REASON = CodeList(
    "sw_change_reason",
    (
        Code("MANAGE", "Managing caseloads", since="2023-24"),
        Code("FCONTA", "First contact or re-referral", since="2023-24"),
        Code("LEFTRL", "Previous worker left", since="2023-24"),
        Code("ORGRST", "Restructure", since="2023-24"),
        Code("TSPROC", "Normal case transfer", since="2023-24"),
        Code("ABSENC", "Absence cover or return", since="2023-24"),
        Code("CHCHAN", "Child asked", since="2023-24"),
        Code("PCCHAN", "Parent or carer asked", since="2023-24"),
        Code("SWDIED", "Worker died", since="2023-24"),
        Code("OTHERS", "Other", since="2023-24"),
    ),
)
PLO_OUTCOME = CodeList(
    "plo_outcome",
    (
        Code("Decision to Issue Care Proceedings", "Decision to Issue Care Proceedings"),
        Code("Decision to step down", "Decision to step down"),
    ),
)
PLO_LEGAL_GATEWAY_OUTCOME = CodeList(
    "plo_legal_gateway_outcome",
    (
        Code("A", "Continue current plan"),
        Code("B", "Start pre-proceedings"),
        Code("C", "Issue care proceedings"),
        Code("D", "Unknown"),
    ),
)
