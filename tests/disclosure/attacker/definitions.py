"""What a reader knows of the measures from their definitions: what is counted, of what, and what adds up to what.

Written by hand from the definitions printed at the end of the paper; nothing here comes from the code that protects.
"""

STOCKS = frozenset(
    [
        "CASES",
        "ASM-07",
        "CPP-01",
        "CPP-02",
        "CPP-08",
        "CPP-09",
        "CPP-10",
        "CPP-14",
        "CPP-15",
        "CPP-18",
        "CPP-22o",
        "CPP-22d",
        "LGL-01",
        "CIN-01",
        "CIN-02",
        "CIN-09",
        "CIN-14",
        "CIN-15",
        "LAC-01",
        "LAC-02",
        "LAC-07",
        "LAC-08",
        "LAC-10",
        "LAC-11a",
        "LAC-11b",
        "LAC-11c",
        "LAC-14",
        "LAC-15",
        "LAC-19",
        "LAC-21",
        "CIN-20",
        "QA-05",
        "QA-11",
        "WRK-01",
        "WRK-02",
        "WRK-13",
        "WRK-03",
        "WRK-03m",
        "WRK-04",
        "WRK-05",
        "WRK-06",
        "WRK-08",
        "WRK-10",
        "WRK-10n",
    ]
)
"""Measures at a day; the others count over a time."""

WORKFORCE = frozenset({"WRK-01", "WRK-05", "WRK-06", "WRK-07"})
"""Compared at 30 September; the others at 31 March or over the year to it."""

NOT_OF_CHILDREN = ("WRK-", "QA-01", "QA-02", "QA-03", "QA-04", "QA-05", "QA-06", "QA-07", "QA-10", "QA-11", "QA-13")

COUNTS = {
    "FD-01": "contacts", "EH-01": "early help started", "REF-01": "referrals", "ASM-01": "assessments completed",
    "CPP-01": "plans open", "CPP-03": "plans started", "CPP-05": "plans ended", "CPP-09": "plans of two years",
    "S47-01": "enquiries", "ICP-01": "conferences", "LGL-01": "pre-proceedings", "CIN-01": "episodes of need",
    "CIN-09": "need plans", "CIN-11": "need plans started", "CIN-11e": "need plans ended", "CIN-13r": "re-escalated",
    "LAC-01": "looked after", "LAC-03": "starting care", "LAC-05": "leaving care", "LAC-07": "unaccompanied",
    "CIN-20": "without social worker",
}  # fmt: skip

RATES = {
    "FD-02": "contacts",
    "REF-02": "referrals",
    "CPP-02": "plans open",
    "CIN-02": "episodes of need",
    "LAC-02": "looked after",
}

SHARES = {
    "FD-03": ("became referral", "contacts"),
    "REF-03": ("re-referrals", "referrals"),
    "REF-04": ("referrals without action", "referrals"),
    "REF-08": ("referrals", "referrals"),
    "ASM-03": ("assessments in time", "assessments completed"),
    "ASM-05": ("late assessments", "late assessments"),
    "ASM-06": ("late by two days", "late assessments"),
    "CPP-08": ("plans of 18 months", "plans open"),
    "CPP-10": ("plans of two years", "plans open"),
    "CPP-12": ("repeat plans", "plans started"),
    "CPP-13": ("repeat plans in two years", "plans started"),
    "CPP-14": ("plans open", "plans open"),
    "CPP-15": ("plans visited", "plans open"),
    "CPP-22o": ("plans with meeting", "plans of 18 months"),
    "CPP-22d": ("plans of 18 months", "plans of 18 months"),
    "CPP-23": ("not foreseeable", "repeat plans analysed"),
    "CPP-24": ("repeat plans analysed", "repeat plans analysed"),
    "ICP-03": ("conferences in time", "conferences"),
    "CIN-14": ("need plans visited", "need plans"),
    "CIN-16": ("records in time", "need reviews"),
    "CIN-17": ("chaired by managers", "need reviews"),
    "LAC-08": ("unaccompanied", "looked after"),
    "LAC-10": ("looked after", "looked after"),
    "LAC-11a": ("in-house fostering", "looked after"),
    "LAC-11b": ("external fostering", "looked after"),
    "LAC-11c": ("children's homes", "looked after"),
    "LAC-14": ("three placements", "looked after"),
    "LAC-21": ("looked after visited", "looked after"),
    "EDG-01": ("not looked after since", "edge of care"),
    "EDG-01n": ("not looked after now", "edge of care"),
}
"""Numerator and denominator; a mix has its total's name, its groups share it."""

SUBSETS = (
    ("plans of two years", "plans of 18 months"),
    ("repeat plans in two years", "repeat plans"),
    ("late by two days", "late assessments"),
)
SUMS = ((("assessments in time", "late assessments"), "assessments completed"),)
STOCK_FLOW = (
    ("plans open", "plans started", "plans ended"),
    ("looked after", "care began", "care ended"),
    ("episodes of need", "episodes begun", "episodes over"),
    ("cases held", "cases taken", "cases given up"),
)
ONCE_A_CHILD = frozenset({"starting care", "leaving care"})
"""Distinct children: not added up over time."""


NO_MORE_THAN = (("starting care", "care began"), ("leaving care", "care ended"))
"""Distinct children are no more than the periods of care that began or ended."""

CHANGES = {
    "CPP-01": ("CPP-01", "plans started", "plans ended"),
    "LAC-01": ("LAC-01", "care began", "care ended"),
    "CIN-01": ("CIN-01", "episodes begun", "episodes over"),
    "WRK-13": ("CASES", "cases taken", "cases given up"),
}
"""Of each stock whose change is told: its code here, and what comes in and goes out."""

PARTS_OF = {
    "plans started": (
        "started on a plan for the first time",
        "came back on a plan",
        "moved in from another authority",
    ),
    "plans ended": ("came off their plan", "reached the 18th birthday", "moved to another authority"),
    "care began": ("came into care for the first time", "came back into care"),
    "care ended": ("left care", "turned 18", "were taken over by another authority"),
    "episodes begun": (
        "of children who had none before",
        "of children who came back",
        "of children who moved in from another authority",
        "second episodes of a child",
    ),
    "episodes over": (
        "were closed",
        "ended on the 18th birthday",
        "were closed as the child moved to another authority",
        "second episodes of a child that were closed",
    ),
    "cases taken": (
        "of children new to the service",
        "of children who came back",
        "taken over from other teams",
        "second cases of a child",
    ),
    "cases given up": (
        "closed",
        "ended on the 18th birthday",
        "closed as the child moved to another authority",
        "passed on to other teams",
        "second cases of a child that were closed",
    ),
}
"""What makes up what came in or went out: each happening is one of these."""

REPEATS = ("plans started: came back on a plan", "repeat plans", "plans started: moved in from another authority")
"""Who came back has a repeat plan; a repeat plan is of one who came back or moved in."""


def is_count(code: str) -> bool:
    """Whether a code here is of a plain number: of a measure, or of a part of a change."""
    return code in COUNTS or code == "CASES" or code.partition(":")[0] in PARTS_OF


def singles(code: str) -> list[str]:
    """The single parts that a part of a change brings together; none for anything else."""
    way, _, label = code.partition(": ")
    if not label or way not in PARTS_OF:
        return []
    return [f"{way}: {each}" for each in label.split(" + ")]


def parts_of(code: str) -> tuple[str, str]:
    """The names of numerator and denominator of a measure; the latter empty for a count or a rate."""
    if code in COUNTS:
        return COUNTS[code], ""
    if is_count(code):
        return "cases held" if code == "CASES" else code, ""
    if code in RATES:
        return RATES[code], ""
    return SHARES.get(code, (f"{code} numerator", f"{code} denominator"))
