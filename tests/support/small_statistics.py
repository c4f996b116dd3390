"""Published statistics made by hand: referrals of one year, a line an area."""

from dataclasses import dataclass

from quarterday.benchmarks import Benchmarks
from quarterday.benchmarks.cells import Release
from quarterday.benchmarks.sheets import AreaRow, Sheet
from quarterday.benchmarks.values import Cell

ISLE_OF_WIGHT = "E06000046"
FAMILY, RELEASE = "referrals", "made.csv"
PLACES = {
    "england": ("national", "E92000001", ""),
    "south east": ("region", "E12000008", ""),
    "isle of wight": ("authority", ISLE_OF_WIGHT, "921"),
    # its neighbours of the 2021 model
    "torbay": ("authority", "E06000027", "880"),
    "norfolk": ("authority", "E10000020", "926"),
    "cornwall": ("authority", "E06000052", "908"),
    "plymouth": ("authority", "E06000026", "879"),
    "suffolk": ("authority", "E10000029", "935"),
    # others
    "kent": ("authority", "E10000016", "886"),
    "devon": ("authority", "E10000008", "878"),
    "surrey": ("authority", "E10000030", "936"),
}
NEIGHBOURS_LEFT = ("845", "925", "882", "839", "830")
"""Neighbours that no line here is of."""


@dataclass(frozen=True)
class _Held:
    """One sheet, as a store would hold it."""

    rows: tuple[AreaRow, ...]
    year: int

    def releases(self) -> list[Release]:
        return [Release(RELEASE, FAMILY, self.year, 0)]

    def sheets(self, family: str, year: int | None = None) -> list[Sheet]:
        wanted = family == FAMILY and year in (None, self.year)
        return [Sheet(FAMILY, self.year, RELEASE, self.rows)] if wanted else []


def re_referrals(*lines: str, year: int = 2021) -> Benchmarks:
    """Re-referrals (REF-03), a line an area: "kent | 20 | 100" is 20 of 100, "c | 100" hides the number, "20 %" has no counts.

    Joint returns are written "kent + devon | 20 | 100"; the percentage is published to one decimal.
    """
    return Benchmarks(_Held(tuple(_row(line) for line in lines), year))


def _row(line: str) -> AreaRow:
    places, counted, *of = (part.strip() for part in line.split("|"))
    found = [PLACES[place.strip()] for place in places.split("+")]
    dfe = tuple(code for _, _, code in found if code)
    return AreaRow(found[0][0], tuple(gss for _, gss, _ in found), dfe, "E12000008" if dfe else "", _cells(counted, of))


def _cells(counted: str, of: list[str]) -> dict[str, Cell]:
    if counted.endswith("%"):
        return {"rereferral_percent": (float(counted[:-1]), "")}
    size: Cell = (float(of[0]), "") if of and of[0].isdigit() else (None, of[0] if of else "x")
    if not counted.isdigit():
        return {"rereferral_count": (None, counted), "rereferral_percent": (None, counted), "referral_count": size}
    share = round(100 * float(counted) / (size[0] or 1), 1)
    return {"rereferral_count": (float(counted), ""), "rereferral_percent": (share, ""), "referral_count": size}
