"""Published figures as evidence: which measure, over which days, of which group, and what is printed of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from disclosure.attacker.changes import in_table, in_text
from disclosure.attacker.dates import month_end, months_back
from disclosure.attacker.definitions import STOCKS, WORKFORCE
from disclosure.attacker.reading import DrawnChart, Everything, Table

COUNTS = re.compile(r"\((?P<n>[\d,]+|\[.\]) of (?P<d>[\d,]+|\[.\])\)")
FIGURE = r"[\d,.]+(?: %)?|\[[cxz]\]"


class When(NamedTuple):
    """The first and last day; of a stock the same day."""

    start: date
    end: date


class About(NamedTuple):
    """What a printed number is about. `part` is "value" (a count, percentage or rate), "n" or "d"."""

    code: str
    when: When
    group: str
    part: str


@dataclass
class Evidence:
    """Everything printed, by what it is about: one report's, or several together."""

    printed: dict[About, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, code: str, when: When, group: str, part: str, words: str) -> None:
        words = words.replace(",", "").removesuffix("%").strip()
        if words and words not in {"[x]", "None"}:
            self.printed[About(code, when, group, part)].add(words)


def gather(found: Everything, end: date, evidence: Evidence) -> None:
    """Take a report's evidence in; `end` is its quarter's last day."""
    titles = _titles(found)
    reader = _Reader(titles, end, evidence)
    for table in found.tables:
        reader.table(table)
    for chart in found.charts:
        reader.chart(chart)
    for text in found.texts:
        reader.text(text)


def _titles(found: Everything) -> dict[str, str]:
    """Title of a measure -> its code, from the tables that give both."""
    titles = {}
    for table in found.tables:
        for row in table.rows[1:] if table.rows and table.rows[0][:2] == ["Code", "Indicator"] else []:
            titles[row[1].lower()] = row[0]
    return titles


class _Reader:
    def __init__(self, titles: dict[str, str], end: date, evidence: Evidence) -> None:
        self.titles, self.end, self.evidence = titles, end, evidence
        self.year_ago = month_end(months_back(end, 12))
        self.longest_first = sorted(titles, key=len, reverse=True)

    def twelve(self, code: str, end: date) -> When:
        start = month_end(months_back(end, 12)) + timedelta(days=1)
        return When(end, end) if code in STOCKS else When(start, end)

    def quarter(self, code: str) -> When:
        start = month_end(months_back(self.end, 3)) + timedelta(days=1)
        return When(self.end, self.end) if code in STOCKS else When(start, self.end)

    def month(self, code: str, day: date) -> When:
        end = month_end(day)
        return When(end, end) if code in STOCKS else When(day.replace(day=1), end)

    def code_of(self, words: str) -> str:
        """The code of the measure that some words begin with."""
        low = words.lower()
        return next((self.titles[title] for title in self.longest_first if low.startswith(title)), "")

    def add(self, code: str, when: When, group: str, words: str, part: str = "value") -> None:
        if code:
            self.evidence.add(code, when, group, part, words)

    # tables

    def table(self, table: Table) -> None:
        head = table.rows[0] if table.rows else []
        if head and head[0] == "What happened":
            self.changed(in_table(table))
            return
        for row in table.rows[1:]:
            if head[:5] == ["Code", "Indicator", "Quarter", "Now or 12 months", "A year before"]:
                code = row[0]
                self.add(code, self.quarter(code), "all", row[2])
                self.add(code, self.twelve(code, self.end), "all", row[3])
                self.add(code, self.twelve(code, self.year_ago), "all", row[4])
            elif head[:4] == ["It is", "Measure", "A year before", "Now"]:
                code = self.titles.get(row[1].lower(), "")
                self.add(code, self.twelve(code, self.end), "all", row[3])
                self.add(code, self.twelve(code, self.year_ago), "all", row[2])
            elif head[:3] == ["Code", "Indicator", "Latest month"]:
                self.add(row[0], self.month(row[0], self.end), "all", row[2])
            elif head[:2] == ["Measure", "Latest month"]:
                code = self.titles.get(row[0].lower(), "")
                self.add(code, self.month(code, self.end), "all", row[1])
            elif head[:2] == ["Measure", "Year to or at"]:
                code = self.code_of(row[0])
                self.add(code, self.twelve(code, month_end(_month(row[1]))), "all", row[2])
            elif head[:4] == ["Priority", "Measure", "Target", "Now"]:
                code = self.titles.get(row[1].lower(), "")
                self.add(code, self.twelve(code, self.end), "all", row[3])
            elif head[:2] == ["Question", "Answer"]:
                self.answer(row[1])
                self.changed(in_text(row[1], self.end, self.year_ago))
        if head and head[0] in {"Period", "Group"}:
            self.drawn(
                table.description,
                [row[0] for row in table.rows[1:]],
                {head[n]: [row[n] for row in table.rows[1:]] for n in range(1, len(head))},
            )

    def changed(self, read: Iterable[tuple[str, date, date, str]]) -> None:
        """Numbers of what changed and why; families are told to nobody but managers."""
        for code, start, end, words in read:
            self.add(code, When(start, end), "all", words)

    def drawn(self, about: str, categories: list[str], series: dict[str, list[str]]) -> None:
        """The numbers behind a chart: over months, over years, or of groups."""
        code = self.code_of(about)
        rest = about.lower()
        assert set(series) - set(_JUDGING) == {next(iter(series))} or "each month" not in rest, "a line that nobody reads"
        own = next(iter(series.values()))
        self.marked(own, series)
        if not code:
            return
        if "each month" in rest:
            for name, words in zip(categories, own, strict=True):
                self.add(code, self.month(code, _month(name)), "all", words)
        elif categories and categories[0].isdigit():
            for name, words in zip(categories, own, strict=True):
                self.add(code, self.year(code, int(name)), "all", words)
        elif "own figures from records" in rest or re.search(r" for \d{4} to \d{4}", rest):
            self.add(code, self.year(code, int(re.search(r"20\d\d", next(iter(series)))[0])), "all", own[0])
        elif "earlier report" not in rest and "(earlier report)" not in " ".join(categories):
            for name, words in zip(categories, own, strict=True):
                self.add(code, self.twelve(code, self.end), name, words)

    def marked(self, own: list[str], series: dict[str, list[str]]) -> None:
        """Mean and limits count nobody, and are there only where no point is hidden; marks repeat points and say no more."""
        if set(series) & set(_LINES):
            assert "[c]" not in own, "limits beside a hidden month"
        for name in set(series) & set(_MARKS):
            assert all(mark in {"", "[x]", value} for mark, value in zip(series[name], own, strict=True)), name

    def year(self, code: str, year: int) -> When:
        return self.twelve(code, date(year, 9, 30) if code in WORKFORCE else date(year, 3, 31))

    # charts

    def chart(self, chart: DrawnChart) -> None:
        about = re.sub(r"^(Line|Bar) chart of ", "", chart.alt)
        series = {
            name: ["" if value is None else f"{value:.6f}".rstrip("0").rstrip(".") for value in values]
            for name, values in chart.series.items()
        }
        if series and "each month" in about:
            names = [f"{date(1899, 12, 30) + timedelta(days=int(float(name))):%b %Y}" for name in chart.categories]
            self.drawn(about, names, series)
        elif series:
            self.drawn(about, chart.categories, series)

    # text

    def text(self, text: str) -> None:
        about = re.sub(r"^(Line|Bar) chart of ", "", text)
        if about != text and ", per cent: " in about:
            code = self.code_of(about)
            for name, words in re.findall(rf"(?:^|; )([^;]+?) ({FIGURE})(?=[;.])", about.split(", per cent: ")[1]):
                self.add(code, self.twelve(code, self.end), name, words)
        if about != text and (latest := re.search(rf" In (\d{{4}}): Example authority ({FIGURE})", about)):
            code = self.code_of(about)
            self.add(code, self.year(code, int(latest[1])), "all", latest[2])
        for code, now, before, n, d in sentences(text):
            self.add(code, self.twelve(code, self.end), "all", now)
            self.add(code, self.twelve(code, self.end), "all", n, "n")
            self.add(code, self.twelve(code, self.end), "all", d, "d")
            self.add(code, self.twelve(code, self.year_ago), "all", before)
        self.changed(in_text(text, self.end, self.year_ago))
        if "took longer" in text or "started and" in text:
            self.answer(text)

    def answer(self, text: str) -> None:
        """Numbers in the answers to members' questions."""
        now = lambda code: self.twelve(code, self.end)  # noqa: E731
        for code, pattern in ANSWERS:
            for match in re.finditer(pattern, text):
                for part, words in match.groupdict().items():
                    if words:
                        self.add(code, now(code), "all", words, part)
        listed = re.search(r"decisions of their legal planning meetings: (.*?)\. The children", text)
        for name, words in re.findall(rf"(?:^|; )([^;]+?): ({FIGURE})", listed[1]) if listed else []:
            self.add("CPP-22d", now("CPP-22d"), name, words, "n")


N = r"(?P<n>[\d,]+|\[.\])"
D = r"(?P<d>[\d,]+|\[.\])"
V = rf"(?P<value>{FIGURE})"
ANSWERS = (
    ("CPP-03", rf"In the twelve months {V} plans started"),
    ("CPP-05", rf"plans started and {V} ended"),
    ("CPP-01", rf"ended: {V} now"),
    ("CIN-13r", rf"support after step-down: {V} in the twelve months"),
    ("ASM-03", rf"{N} of {D} assessments were completed within"),
    ("ASM-06", rf"took longer, {V} were one or two days over"),
    ("ASM-07", rf"more; {N} open ones are past it"),
    ("CPP-15", rf"\. {N} of {D} children on a plan had been visited"),
    ("LAC-21", rf"and {N} of {D} looked-after children"),
    ("CPP-08", rf"^{N} of {D} plans; decisions"),
)


def sentences(text: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Code, now, before, numerator and denominator of every sentence of the paper's form in a text."""
    for code, pattern in _forms():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            before = re.search(rf"(?:up|down) from ({FIGURE})", groups.get("change") or "")
            yield code, groups.get("now") or "", before[1] if before else "", groups.get("n") or "", groups.get("d") or ""


def _forms() -> list[tuple[str, re.Pattern[str]]]:
    """The paper's sentences as a reader of several papers comes to know them."""
    if not _KNOWN:
        from quarterday.reports.story.plans import SECTIONS

        parts = {
            "now": rf"(?P<now>{FIGURE})",
            "change": r"(?P<change>.*?)",
            "numerator": r"(?P<n>[\d,]+|\[.\])",
            "denominator": r"(?P<d>[\d,]+|\[.\])",
        }
        for plan in SECTIONS:
            for code, template in plan.sentences:
                first = re.split(r"(?<=[a-z}]\.) ", template)[0]
                pieces = re.split(r"\{(\w+)\}", first)
                made = "".join(re.escape(piece) if n % 2 == 0 else parts.get(piece, ".*?") for n, piece in enumerate(pieces))
                _KNOWN.append((code, re.compile(made.replace(r"\.", r"\.(?!\d)"))))
    return _KNOWN


_LINES = ("Mean", "Lower limit", "Upper limit", "Expected", "Expected at least", "Expected at most")
_MARKS = ("Common cause", "Special cause: improving", "Special cause: concerning", "Special cause: high or low")
_JUDGING = (*_LINES, *_MARKS, "Signal")
_KNOWN: list[tuple[str, re.Pattern[str]]] = []
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _month(name: str) -> date:
    month, year = name.split(" ")[:2]
    return date(int(year), _MONTHS.index(month[:3]) + 1, 1)
