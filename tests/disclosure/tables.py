"""Small publications for tests: tables of counts with their totals, and months with their year."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from quarterday.disclosure import Counted, Family, Part, Publication, Statement, family_of, relations_of
from quarterday.disclosure.publication import FLOW, STOCK

DAY = date(2021, 9, 30)


def stock(of: str, count_of: str = "1 = 1", day: date = DAY, breakdown: str = "all", group: str = "all") -> Counted:
    """A number of children at a day."""
    return Counted(of, count_of, STOCK, day, day, breakdown, group)


def flow(of: str, start: date, end: date, where: str = "1 = 1") -> Counted:
    """A number of events over a time."""
    return Counted(of, where, FLOW, start, end)


def says(
    counted: Counted, denominator: Counted | None = None, *, sensitive: bool = False, behind: int | None = None
) -> Statement:
    """A statement that shows a number, of a number or not."""
    key = (
        f"{counted.of} {counted.where} {denominator}",
        counted.kind + str(counted.start),
        counted.end,
        counted.breakdown,
        counted.group,
    )
    return Statement(key, counted, denominator, sensitive, behind)


def publication(
    counts: Mapping[Counted, int], parts: Sequence[Part] = (), statements: Sequence[Statement] | None = None, **more: object
) -> Publication:
    """A publication of the counts given, each shown by a statement of its own unless others are given."""
    shown = [says(counted) for counted in counts] if statements is None else statements
    return Publication(tuple(shown), counts, relations_of(counts, parts), **more)  # type: ignore[arg-type]


def table(cells: Sequence[Sequence[int]]) -> tuple[dict[Counted, int], list[Part]]:
    """A table with a total for every row, every column and the whole."""
    counts: dict[Counted, int] = {}
    rows = [
        [stock(f"row {r}", group=f"column {c}", breakdown="column") for c in range(len(cells[0]))] for r in range(len(cells))
    ]
    sums = [stock(f"row {r}") for r in range(len(cells))]
    columns = [stock("every row", group=f"column {c}", breakdown="column") for c in range(len(cells[0]))]
    whole = stock("every row")
    for r, row in enumerate(cells):
        counts |= dict(zip(rows[r], row, strict=True)) | {sums[r]: sum(row)}
    counts |= {columns[c]: sum(row[c] for row in cells) for c in range(len(cells[0]))} | {whole: sum(map(sum, cells))}
    parts = [_whole(row, total) for row, total in zip(rows, sums, strict=True)]
    parts += [_whole([row[c] for row in rows], columns[c]) for c in range(len(cells[0]))]
    return counts, [*parts, _whole(sums, whole), _whole(columns, whole)]


def _whole(parts: Sequence[Counted], whole: Counted) -> Part:
    return Part(tuple(family_of(each) for each in parts), family_of(whole), complete=True)


def months(of: str, counts: Sequence[int], first: date = date(2020, 10, 1)) -> dict[Counted, int]:
    """Counts of consecutive months."""
    starts = [
        date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(len(counts) + 1)
    ]
    spans = [(start, after - timedelta(days=1)) for start, after in pairwise(starts)]
    return {flow(of, *span): count for span, count in zip(spans, counts, strict=True)}


def family(counted: Counted) -> Family:
    """The family of a quantity."""
    return family_of(counted)
