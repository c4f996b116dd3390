"""What the rooms of the example share: rows, chance, days, people, and who is open to the service."""

from datetime import date
from random import Random

from quarterday.example import targets
from quarterday.example.days import Days
from quarterday.example.deck import Decks
from quarterday.example.people import Child, People
from quarterday.example.rows import Rows


class World:
    """The example authority while it is being made up. The same seed gives the same world."""

    def __init__(self, *, children: int, start: date, end: date, seed: int) -> None:
        self.seed = seed
        self.start = start
        self.end = end
        self.scale = children / targets.CHILDREN
        self.rows = Rows()
        self.days = Days(self.chance_for("days"), end)
        self.decks = Decks(seed)
        self.people = People(self.rows, self.chance_for("people"))
        self.months = targets.month_ends(start, end)
        self.in_need: dict[str, Child] = {}
        """Children with an open episode."""
        self.on_plan: dict[str, Child] = {}
        """Children on a protection plan."""
        self.in_care: dict[str, Child] = {}
        """Looked-after children."""

    def chance_for(self, purpose: str) -> Random:
        """A stream of chance of its own for each purpose, so that one room does not disturb another."""
        return Random(f"{self.seed} {purpose}")

    def path(self, anchors: targets.Anchors, wobble: float) -> dict[date, int]:
        """A stock's path over the months."""
        return targets.path(anchors, self.months, self.scale, self.chance_for(repr(anchors[0])), wobble)
