"""The claims of a commentary with their verdicts: what is printed, what stops the report, what goes into its manifest."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from quarterday.reports.claims.places import Bound
from quarterday.reports.claims.pointers import Pointer
from quarterday.reports.claims.verdict import NOT_SUPPORTED, SUPPORTED, Verdict
from quarterday.reports.claims.wording import printed, shown_binding
from quarterday.reports.commentary import Words

_MOST_TOLD = 20


@dataclass(frozen=True)
class Judged:
    """A binding in its place, its sentence as the report prints it, and the verdict on it."""

    bound: Bound
    sentence: str
    verdict: Verdict

    @property
    def binding(self) -> str:
        """The binding as it may be written down."""
        return shown_binding(self.bound.binding, self.verdict)

    @property
    def printed(self) -> str:
        """What stands in the report for it."""
        return printed(self.bound.binding, self.verdict)

    def as_entry(self) -> dict[str, object]:
        """For the manifest: no number that the audience may not see."""
        entry: dict[str, object] = {
            "section": self.bound.section,
            "line": self.bound.line,
            "sentence": self.sentence,
            "binding": self.binding,
            "verdict": self.verdict.verdict,
            "because": self.verdict.truth,
            "evidence": [each.as_entry() for each in self.verdict.evidence],
        }
        return entry | ({"warning": self.verdict.warning} if self.verdict.warning else {})

    def told(self) -> str:
        """Sentence, figure and truth, as lines for whoever wrote it."""
        lines = [
            f"Line {self.bound.line}, section {self.bound.section}: {self.sentence}",
            f"  {self.binding}: {self.verdict.verdict}; {self.verdict.truth}.",
            *[f"  {each}" for each in self.verdict.evidence],
        ]
        return "\n".join([*lines, f"  {self.verdict.mend}"] if self.verdict.mend else lines)


@dataclass(frozen=True)
class Pointed:
    """A pointer with its sentence as the report prints it."""

    pointer: Pointer
    sentence: str

    def as_entry(self) -> dict[str, object]:
        """For the manifest."""
        at = self.pointer
        return {"section": at.section, "line": at.line, "kind": at.kind, "said": at.said, "sentence": self.sentence}


@dataclass(frozen=True)
class Checked:
    """All claims of a commentary. `texts` is the commentary by section as the report prints it."""

    source: str
    texts: Mapping[str, str]
    judged: tuple[Judged, ...] = ()
    pointed: tuple[Pointed, ...] = ()

    def of(self, verdict: str) -> list[Judged]:
        """The claims with a verdict."""
        return [each for each in self.judged if each.verdict.verdict == verdict]

    @property
    def refusal(self) -> str:
        """What is wrong with every claim that is not supported; empty where there is none."""
        false = self.of(NOT_SUPPORTED)
        if not false:
            return ""
        told = [each.told() for each in false[:_MOST_TOLD]]
        more = [f"And {len(false) - _MOST_TOLD} more."] if len(false) > _MOST_TOLD else []
        claims = "A claim" if len(false) == 1 else f"{len(false)} claims"
        head = f"{claims} of {self.source} {'is' if len(false) == 1 else 'are'} not supported by the figures."
        return "\n".join([head, *told, *more])

    def notices(self) -> list[str]:
        """What the author should look at: false claims, open ones, old evidence, and what no claim binds."""
        lines = [each.told() for each in self.judged if each.verdict.verdict != SUPPORTED]
        return [*lines, *self.warnings(), *self.unbound()]

    def warnings(self) -> list[str]:
        """Evidence that has grown old."""
        return [f"Line {each.bound.line}: {each.verdict.warning}" for each in self.judged if each.verdict.warning]

    def unbound(self) -> list[str]:
        """What no claim binds, a line each sentence: pointers, not errors."""
        by_place: dict[tuple[int, str], list[str]] = {}
        for each in self.pointed:
            by_place.setdefault((each.pointer.line, each.sentence), []).append(each.pointer.said)
        return [
            f"Line {line}: no claim binds {', '.join(map(repr, said))} in: {_short(sentence)}"
            for (line, sentence), said in by_place.items()
        ]

    def as_manifest(self) -> dict[str, object]:
        """The claims and the pointers, for manifest.json."""
        return {
            "claims": [each.as_entry() for each in self.judged],
            "unbound": [each.as_entry() for each in self.pointed],
        }


def printed_between(words: Words, prints: list[tuple[int, int, str]], start: int, end: int) -> str:
    """A stretch of a section as the report prints it: each binding in it replaced by what it prints."""
    kept, at = [], start
    begin, stop = (bisect_left(prints, place, key=lambda each: each[0]) for place in (start, end))
    for first, last, text in prints[begin:stop]:
        kept += [words.text[at:first], text]
        at = last
    return "".join([*kept, words.text[at:end]])


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 160 else f"{sentence[:157]}..."
