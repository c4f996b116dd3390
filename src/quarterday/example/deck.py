"""Chance without long streaks: choices dealt like cards, so that their shares come true."""

from random import Random
from typing import Any

Choices = tuple[tuple[Any, float], ...]


class Deck:
    """Deals choices in an order of chance; in every pack each has its share, to the nearest card."""

    def __init__(self, chance: Random, choices: Choices, size: int) -> None:
        self.chance = chance
        self.choices = choices
        self.size = size
        self.cards: list[Any] = []

    def deal(self) -> Any:
        """The next choice."""
        if not self.cards:
            self.cards = self._pack()
            self.chance.shuffle(self.cards)
        return self.cards.pop()

    def _pack(self) -> list[Any]:
        """Evenly spaced marks along the weights laid end to end: what is longer holds more of them."""
        step = sum(weight for _, weight in self.choices) / self.size
        mark, reach, cards = step * self.chance.random(), 0.0, list[Any]()
        for value, weight in self.choices:
            reach += weight
            while mark < reach and len(cards) < self.size:
                cards.append(value)
                mark += step
        return cards or [self.choices[-1][0]]


class Decks:
    """A deck for each purpose and choices, kept from one question to the next."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.decks: dict[tuple[str, Choices], Deck] = {}

    def deal(self, purpose: str, choices: Choices, size: int = 40) -> Any:
        """One of some choices, by weight."""
        if (purpose, choices) not in self.decks:
            self.decks[purpose, choices] = Deck(Random(f"{self.seed} {purpose} {choices}"), choices, size)
        return self.decks[purpose, choices].deal()

    def happens(self, purpose: str, share: float, size: int = 40) -> bool:
        """Whether something happens that happens in such a share of cases, from 0 to 1."""
        return bool(self.deal(purpose, ((True, share), (False, 1 - share)), size))
