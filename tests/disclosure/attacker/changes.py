"""What is printed of changes: their tables and their sentences."""

import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.attacker.definitions import CHANGES, PARTS_OF
from disclosure.attacker.reading import Table

FIGURE = r"[\d,]+|\[[cxz]\]"
_DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_MOVES = rf"(?P<came>{FIGURE}) came in(?: \((?P<in>[^()]*)\))? and (?P<went>{FIGURE}) went out(?: \((?P<out>[^()]*)\))?"
_YEAR = rf"(?P<now>{FIGURE}) SAID at (?P<end>{_DAY}), (?:(?:up from|down from|against) (?P<then>{FIGURE})|the same as) a year before: {_MOVES}"
_EVENT = rf"At (?P<start>{_DAY}), the beginning of the month of an event on record \(.*?\), there were (?P<then>{FIGURE}); since then {_MOVES}"
SAID = {
    "CPP-01": "children were subject to a child protection plan",
    "CIN-01": "episodes of need were open",
    "LAC-01": "children were looked after",
    "WRK-13": "cases were held in the assessment and safeguarding teams",
}

Read = tuple[str, date, date, str]
"""Code, first and last day, and the words."""


def in_table(table: Table) -> Iterator[Read]:
    """Every number of a table of what changed and why: its column says since when, its description of which stock."""
    code = re.search(r"\(([A-Z]+-\d+)\)", table.description)[1]
    head, *rows = table.rows
    end = day(rows[-1][0].removeprefix("At "))
    for n, name in enumerate(head[1:], start=1):
        start = day(name.partition(" since ")[2])
        column = [(row[0], row[n]) for row in rows]
        yield stock(code, start, column[0][1])
        yield stock(code, end, column[-1][1])
        for way, beginning in zip(CHANGES[code][1:], ("Came in", "Went out"), strict=True):
            told = {label.partition(": ")[2]: words for label, words in column if label.startswith(f"{beginning}: ")}
            yield from moves(way, start, end, dict(column)[f"{beginning}, altogether"], told)


def in_text(text: str, year_end: date, year_ago: date) -> Iterator[Read]:
    """Every number of the sentences of what changed and why."""
    for code, said in SAID.items():
        found = re.search(_YEAR.replace("SAID", said), text)
        spans = [(found, year_ago)] if found else []
        if found or f"Why {said}" in text:
            spans += [(each, day(each["start"])) for each in re.finditer(_EVENT, text)]
        for match, start in spans:
            if match["then"]:
                yield stock(code, start, match["then"])
            if "now" in match.groupdict():
                assert day(match["end"]) == year_end
                yield stock(code, year_end, match["now"])
            for way, total, listed in zip(CHANGES[code][1:], ("came", "went"), ("in", "out"), strict=True):
                yield from moves(way, start, year_end, match[total], listed_in(match[listed] or ""))


def listed_in(words: str) -> dict[str, str]:
    """ "175 started, 44 came back": label -> number. Where all are of one kind, the total says it already."""
    if words.startswith("all of them"):
        return {}
    listed = re.findall(rf"(?:^|, )({FIGURE}) (.*?)(?=, (?:{FIGURE}) |$)", words)
    return {label: number for number, label in listed}


def stock(code: str, at: date, words: str) -> Read:
    return CHANGES[code][0], at, at, words


def moves(way: str, start: date, end: date, total: str, told: dict[str, str]) -> Iterator[Read]:
    first = start + timedelta(days=1)
    yield CODES.get(way, way), first, end, total
    for label, words in told.items():
        yield f"{way}: {' + '.join(kinds(way, label, list(told)))}", first, end, words


CODES = {"plans started": "CPP-03", "plans ended": "CPP-05"}


def kinds(way: str, label: str, labels: list[str]) -> list[str]:
    """The single kinds that a label names: one, two joined by "or", or all that no other label names."""
    if not label.endswith(", or in another way"):
        return [each for each in PARTS_OF[way] if each in named(way, label)]
    others = {each for other in labels if other != label for each in named(way, other)}
    return [each for each in PARTS_OF[way] if each not in others]


def named(way: str, label: str) -> list[str]:
    """The kinds that a label says by name; a table leaves the "of" or "were" of a sentence out."""
    known = {bare(each): [each] for each in PARTS_OF[way]}
    known |= {bare(f"{one} or {other}"): [one, other] for one, other in itertools.permutations(PARTS_OF[way], 2)}
    assert bare(label) in known or label.endswith(", or in another way"), f"no kind of {way} is called {label}"
    return known.get(bare(label), [])


def bare(label: str) -> str:
    return label.removeprefix("of ").removeprefix("were ")


def day(words: str) -> date:
    number, month, year = words.split(" ")
    names = (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )
    return date(int(year), names.index(month) + 1, int(number))
