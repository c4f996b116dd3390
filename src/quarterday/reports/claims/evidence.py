"""The evidence register: texts that commentary may quote, each with its source, date and page."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quarterday.records.months import add_months
from quarterday.reports.claims.problems import EvidenceError

FILE = "evidence.toml"
OLD_AFTER_MONTHS = 12
"""A judgement older than this at the report's day may no longer hold: the report warns."""

_NEEDS = ("text", "source", "date")
_KNOWN = (*_NEEDS, "page")
_TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})
_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")


@dataclass(frozen=True)
class Passage:
    """A text that may be quoted, and where it stands."""

    name: str
    text: str
    source: str
    dated: date
    page: str = ""

    @property
    def reference(self) -> str:
        """Source, date and page in one line."""
        page = f", page {self.page}" if self.page else ""
        return f"{self.source}, {self.dated.isoformat()}{page}"

    def has(self, words: str) -> bool:
        """Whether the words stand in the text, word for word.

        Typographic marks and white space count as one kind; the first letter may have changed its case, the last sign
        may be the quoting sentence's own, and words left out are marked with an ellipsis.
        """
        text = _plain(self.text)
        at = 0
        for number, part in enumerate(_LEFT_OUT.split(words)):
            plain = _plain(part).strip(".,;: ")
            if not plain:
                continue
            found = _word_for_word(plain, any_first_case=number == 0).search(text, at)
            if found is None:
                return False
            at = found.end()
        return at > 0

    def old_at(self, day: date) -> bool:
        """Whether it is more than twelve months old on a day."""
        return add_months(self.dated, OLD_AFTER_MONTHS) < day


Register = Mapping[str, Passage]


def read_evidence(path: Path) -> Register:
    """The register of a TOML file: a table a passage, named as the bindings name it.

    Raises EvidenceError where it cannot be read or a passage lacks something.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise EvidenceError(f"{path} cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise EvidenceError(f"{path} is not TOML in UTF-8: {error}.") from None
    return {name: _passage(path, name, table) for name, table in tables.items()}


def _passage(path: Path, name: str, table: object) -> Passage:
    if not isinstance(table, dict):
        raise EvidenceError(f"'{name}' in {path} is no passage. Write [{name}] and below it {', '.join(_KNOWN)}.")
    missing = [key for key in _NEEDS if not table.get(key)]
    if missing:
        raise EvidenceError(
            f"The passage '{name}' in {path} has no {missing[0]}. It needs {', '.join(_NEEDS)}; page may follow."
        )
    unknown = [key for key in table if key not in _KNOWN]
    if unknown:
        raise EvidenceError(
            f"The passage '{name}' in {path} has '{unknown[0]}', which means nothing. It may have {', '.join(_KNOWN)}."
        )
    dated = table["date"]
    if type(dated) is not date:
        raise EvidenceError(
            f"The date of the passage '{name}' in {path} is no date. Write it bare, such as date = 2021-07-14."
        )
    return Passage(name, str(table["text"]), str(table["source"]), dated, str(table.get("page", "")))


def _plain(text: str) -> str:
    return " ".join(text.translate(_TYPED).split())


def _word_for_word(plain: str, *, any_first_case: bool) -> re.Pattern[str]:
    """The words, not beginning or ending inside another word."""
    first = plain[0]
    letters = {first.lower(), first.upper()} if any_first_case else {first}
    begin = "(?:" + "|".join(re.escape(letter) for letter in sorted(letters)) + ")"
    return re.compile(rf"(?<!\w){begin}{re.escape(plain[1:])}(?!\w)")
