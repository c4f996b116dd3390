"""The parts into which a change splits: their permanent names, in the order in which they are read, and their words."""

from dataclasses import dataclass

FLOW = "flow"
CORRECTION = "correction"

IN = 1
OUT = -1


@dataclass(frozen=True)
class Kind:
    """One kind of part: which way it moves the stock (`IN` or `OUT`), and what it means in the service.

    `words` follow a number: "12 returned". `always` keeps the part where nothing of it happened.
    """

    name: str
    direction: int
    words: str
    means: str
    of: str = FLOW
    always: bool = False


KINDS: tuple[Kind, ...] = (
    Kind("recorded_late", IN, "recorded late", "The later submission has it; the earlier one did not.", CORRECTION),
    Kind("start_moved_earlier", IN, "with an earlier start", "The start was moved to the first date or before.", CORRECTION),
    Kind("end_moved_later", IN, "with the end withdrawn or moved later", "It was ended, and is open again.", CORRECTION),
    Kind("details_changed_in", IN, "counted after a change of details", "It now meets what is counted.", CORRECTION),
    Kind("group_changed_in", IN, "recorded in this group instead", "It stood in another group.", CORRECTION),
    Kind("family_changed_in", IN, "recorded as another family", "The children stood in another family.", CORRECTION),
    Kind("further_recorded", IN, "further records recorded late", "A second record of a child counted before.", CORRECTION),
    Kind("definition_in", IN, "counted by changed settings", "The settings changed, not the records.", CORRECTION),
    Kind("withdrawn", OUT, "withdrawn", "The earlier submission had it; the later one does not.", CORRECTION),
    Kind("start_moved_later", OUT, "with a later start", "The start was moved to after the first date.", CORRECTION),
    Kind("end_recorded_late", OUT, "with an end recorded late", "It had ended by the first date.", CORRECTION),
    Kind(
        "details_changed_out",
        OUT,
        "left out after a change of details",
        "It no longer meets what is counted.",
        CORRECTION,
    ),
    Kind("group_changed_out", OUT, "recorded in another group instead", "It stands in another group.", CORRECTION),
    Kind("family_changed_out", OUT, "no longer recorded so", "The children stand in another family.", CORRECTION),
    Kind("further_withdrawn", OUT, "further records withdrawn", "A second record of a child still counted.", CORRECTION),
    Kind("definition_out", OUT, "left out by changed settings", "The settings changed, not the records.", CORRECTION),
    Kind("started", IN, "started", "Never in it before, as far as the records reach.", always=True),
    Kind("returned", IN, "returned", "Had been in it earlier and came back.", always=True),
    Kind("transferred_in", IN, "transferred in from another authority", "Came from another authority.", always=True),
    Kind("reached", IN, "came within the condition while continuing", "Went on, and reached the threshold."),
    Kind("moved_in", IN, "moved in from another group", "Was in it the day before, in another group."),
    Kind("further_opened", IN, "further records opened", "A second record of a child already counted."),
    Kind("ended", OUT, "ended", "Ended, for any reason that has no part of its own.", always=True),
    Kind("aged_out", OUT, "turned 18", "Ended on the 18th birthday, the effective end.", always=True),
    Kind("transferred_out", OUT, "transferred out to another authority", "Taken over by another authority.", always=True),
    Kind("left", OUT, "fell outside the condition while continuing", "Went on, and left the threshold."),
    Kind("moved_out", OUT, "moved out to another group", "Is still in it, in another group."),
    Kind("further_closed", OUT, "further records closed", "One of several records of a child still counted."),
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
