"""Going through the tokens of a binding, from left to right."""

from collections.abc import Container, Sequence

from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.tokens import QUOTED, SIGN, WORD, Token


class Cursor:
    """A place among the tokens of one binding."""

    def __init__(self, found: Sequence[Token]) -> None:
        self._tokens = found
        self._at = 0

    @property
    def here(self) -> str:
        """The text at the place, for messages."""
        return self._tokens[self._at].text if self._at < len(self._tokens) else "nothing"

    @property
    def at_end(self) -> bool:
        """Whether everything has been read."""
        return self._at == len(self._tokens)

    def sees(self, *words: str) -> bool:
        """Whether one of these words is next, in whatever case."""
        token = self._next()
        return token is not None and token.kind == WORD and token.text.lower() in words

    def takes(self, word: str) -> bool:
        """Whether the word is next; goes past it if so."""
        seen = self.sees(word)
        self._at += seen
        return seen

    def takes_sign(self, sign: str) -> bool:
        """Whether the sign is next; goes past it if so."""
        seen = self._next() == Token(SIGN, sign)
        self._at += seen
        return seen

    def expect(self, word: str, shape: str) -> None:
        """Go past a word that must be next.

        Raises BindingError with the shape that was wanted.
        """
        if not self.takes(word):
            raise BindingError(f"'{word}' was expected where '{self.here}' stands. Write {shape}.")

    def word(self, wanted: str) -> str:
        """The next word as written.

        Raises BindingError, saying what was wanted, where none follows.
        """
        token = self._next()
        if token is None or token.kind != WORD:
            raise BindingError(f"{wanted} was expected where '{self.here}' stands.")
        self._at += 1
        return token.text

    def quotation(self) -> str | None:
        """The next token, where it is quoted text."""
        token = self._next()
        if token is None or token.kind != QUOTED:
            return None
        self._at += 1
        return token.text

    def words_until(self, keywords: Container[str]) -> str:
        """Words up to the next keyword, sign or end; quoted text is never a keyword."""
        found = []
        while (token := self._next()) and token.kind != SIGN and not (token.kind == WORD and token.text.lower() in keywords):
            found.append(token.text)
            self._at += 1
        return " ".join(" ".join(found).split())

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None
