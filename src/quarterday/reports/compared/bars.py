"""A ranked bar chart described from bars: who they are, in their order, and who has none."""

from collections.abc import Sequence
from dataclasses import dataclass

from quarterday.benchmarks.bars import RankedBar
from quarterday.benchmarks.funnels import FunnelPoint
from quarterday.benchmarks.words import shown
from quarterday.reports.chart import AUTHORITY, CONTEXT, ENGLAND, NEIGHBOURS, RANKED, REGION, Chart, Series, Spread
from quarterday.reports.table import ColumnSpec, DataTable, named_by_unit

WHAT = {
    AUTHORITY: "own authority",
    NEIGHBOURS: "statistical neighbour",
    ENGLAND: "England",
    REGION: "region",
    CONTEXT: "other authority",
}
"""What an area is, in words: as the table says it."""

NAMES = {NEIGHBOURS: "Statistical neighbours", CONTEXT: "Other authorities"}


@dataclass(frozen=True)
class Bar:
    """One area: its figure, its interval (None without one), and what it is."""

    name: str
    value: float
    spread: Spread
    role: str

    def interval(self, decimals: int) -> str:
        """The interval in words: "30.1 to 34.9"; empty without one."""
        return f"{shown(self.spread[0], decimals)} to {shown(self.spread[1], decimals)}" if self.spread else ""


@dataclass(frozen=True)
class Measured:
    """What the bars measure: the key of the chart, its unit and decimals."""

    key: str
    unit: str
    decimals: int


@dataclass(frozen=True)
class Told:
    """What is said of a chart: its finding, its caption, and the words for who cannot see it."""

    title: str
    caption: str
    alt: str
    says: str = ""


def role_of(area: RankedBar | FunnelPoint) -> str:
    """What an area is to the reader: one's own, a neighbour, or one of the others."""
    if area.is_own:
        return AUTHORITY
    return NEIGHBOURS if area.is_neighbour else CONTEXT


def ranked_chart(
    measured: Measured,
    told: Told,
    bars: Sequence[Bar],
    absent: Sequence[tuple[str, str, str]] = (),
    lines: Sequence[Series] = (),
) -> Chart:
    """The chart of bars in the order given; `absent` are name, role and words of areas that have none; `lines` cross it."""
    roles = dict.fromkeys(bar.role for bar in sorted(bars, key=lambda bar: list(WHAT).index(bar.role)))
    return Chart(
        key=measured.key,
        title=told.title,
        caption=told.caption,
        alt=told.alt,
        kind=RANKED,
        categories=tuple(bar.name for bar in bars),
        series=(*(_series(role, bars) for role in roles), *lines),
        unit=measured.unit,
        decimals=measured.decimals,
        says=told.says,
        absent=tuple((name, words) for name, _, words in absent),
        listed=_table(measured, told, bars, absent),
    )


def _series(role: str, bars: Sequence[Bar]) -> Series:
    """The bars of one role, each at its place in the order of all."""
    named = next(bar.name for bar in bars if bar.role == role)
    return Series(
        NAMES.get(role, named),
        tuple(bar.value if bar.role == role else None for bar in bars),
        role,
        spread=tuple(bar.spread if bar.role == role else None for bar in bars),
    )


def _table(measured: Measured, told: Told, bars: Sequence[Bar], absent: Sequence[tuple[str, str, str]]) -> DataTable:
    columns = tuple(
        ColumnSpec(name, "text") for name in ("Area", "What it is", named_by_unit(measured.unit), "95 % interval")
    )
    rows = [(bar.name, WHAT[bar.role], shown(bar.value, measured.decimals), bar.interval(measured.decimals)) for bar in bars]
    rows += [(name, WHAT[role], words, "") for name, role, words in absent]
    return DataTable(measured.key, told.title, told.caption, columns, tuple(rows))
