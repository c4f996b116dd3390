"""How the change of each stock is put into words: the sentence, and what the parts are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CASES = "Cases"

PARTS: Mapping[str, str] = {
    "started": "started for the first time",
    "returned": "returned",
    "transferred_in": "moved in from another authority",
    "reached": "came to be counted while continuing",
    "further_opened": "of children counted already",
    "ended": "ended",
    "aged_out": "reached the 18th birthday",
    "transferred_out": "moved to another authority",
    "left": "ceased to be counted while continuing",
    "further_closed": "of children still counted",
}
"""What follows a number, by the permanent name of the part."""


@dataclass(frozen=True)
class Wording:
    """The words for one stock: its section and code, what follows the number in a sentence, what is counted, and how its
    parts are called where not as usual. `more` is what a reader must know beside it."""

    section: str
    code: str
    short: str
    said: str
    counted: str = "Children"
    more: str = ""
    called: Mapping[str, str] = field(default_factory=dict)

    def part(self, name: str) -> str:
        """What a part is called; of several told together, their names joined by +."""
        words = [self.called.get(each) or PARTS[each] for each in name.split("+")]
        return " or ".join(words) if len(words) < 3 else f"{words[0]}, or in another way"


WORDINGS = (
    Wording(
        "2.3",
        "CPP-01",
        "children on a protection plan",
        "children were subject to a child protection plan",
        called={
            "started": "started on a plan for the first time",
            "returned": "came back on a plan",
            "ended": "came off their plan",
        },
    ),
    Wording(
        "2.4",
        "CIN-01",
        "open episodes of need",
        "episodes of need were open",
        counted="Episodes",
        more="This counts every child with an open episode, those on protection plans and looked after included.",
        called={
            "started": "of children who had none before",
            "returned": "of children who came back",
            "transferred_in": "of children who moved in from another authority",
            "further_opened": "second episodes of a child",
            "further_closed": "second episodes of a child that were closed",
            "ended": "were closed",
            "aged_out": "ended on the 18th birthday",
            "transferred_out": "were closed as the child moved to another authority",
        },
    ),
    Wording(
        "2.5",
        "LAC-01",
        "children looked after",
        "children were looked after",
        called={
            "started": "came into care for the first time",
            "returned": "came back into care",
            "ended": "left care",
            "aged_out": "turned 18",
            "transferred_out": "were taken over by another authority",
        },
    ),
    Wording(
        "2.6",
        "WRK-13",
        "cases held in the named teams",
        "cases were held in the assessment and safeguarding teams",
        counted=CASES,
        called={
            "started": "of children new to the service",
            "returned": "of children who came back",
            "reached": "taken over from other teams",
            "further_opened": "second cases of a child",
            "ended": "closed",
            "aged_out": "ended on the 18th birthday",
            "transferred_out": "closed as the child moved to another authority",
            "left": "passed on to other teams",
            "further_closed": "second cases of a child that were closed",
        },
    ),
)
