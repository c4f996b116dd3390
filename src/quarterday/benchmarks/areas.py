"""England's authorities: their codes, region and statistical neighbours by model.

The shipped table is made from published files (DfE, Open Government Licence v3.0); `first_year` and `last_year` say when an
authority had figures of its own (of a 30 September census, the year of the census).
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

ENGLAND_CODE = "E92000001"
LONDON = "E12000007"
PARTS_OF_LONDON = ("E13000001", "E13000002")
"""Inner and Outer London: regions of their own beside London, which they make up."""
EXAMPLE = "X99000921"
MODELLED_ON = "E06000046"
MODELS = ("2021", "2025")
BEGINS_2025 = date(2025, 5, 1)
"""When the neighbours of the 2025 model came out."""


@dataclass(frozen=True)
class Area:
    """An authority."""

    gss: str
    dfe: str
    name: str
    region: str
    region_name: str
    first_year: int
    last_year: int
    neighbours_2021: tuple[str, ...]
    neighbours_2025: tuple[str, ...]

    def neighbours(self, model: str) -> tuple[str, ...]:
        """The DfE codes of its ten statistical neighbours; none where the model is older than the authority."""
        return self.neighbours_2021 if model == "2021" else self.neighbours_2025


def model_of(year: int) -> str:
    """The neighbour model for figures of a reporting year: those to 2024 were out before the model of May 2025."""
    return "2021" if year <= 2024 else "2025"


def model_on(day: date, area: Area | None) -> str:
    """The neighbour model in use on a day (that of 2025 from May 2025), or the next where the authority is younger."""
    model = "2021" if day < BEGINS_2025 else "2025"
    return model if area is None or area.neighbours(model) else MODELS[-1]


def area_of(authority: str) -> Area | None:
    """An authority by its GSS code; the example's is the one it is modelled on. None where it is not known."""
    return _areas().get(MODELLED_ON if authority == EXAMPLE else authority)


def gss_of(dfe_code: str) -> str | None:
    """The GSS code of an authority by its three-digit DfE code: its latest, where it changed."""
    fitting = [area for area in _areas().values() if area.dfe == dfe_code]
    return max(fitting, key=lambda area: (area.last_year, area.first_year)).gss if fitting else None


def name_of(dfe_code: str) -> str:
    """The name of an authority by its DfE code; the code itself where it is not known."""
    area = area_of(gss_of(dfe_code) or "")
    return area.name if area else dfe_code


def neighbours(authority: str, model: str = "2021") -> list[str]:
    """The GSS codes of an authority's ten statistical neighbours by a model (2021 or 2025)."""
    area = area_of(authority)
    return [gss for gss in (gss_of(code) for code in area.neighbours(model)) if gss] if area else []


@lru_cache(maxsize=1)
def _areas() -> dict[str, Area]:
    text = files("quarterday.benchmarks").joinpath("areas.csv").read_text(encoding="utf-8")
    areas = {}
    for row in csv.DictReader(text.splitlines()):
        areas[row["gss"]] = Area(
            row["gss"],
            row["dfe"],
            row["name"],
            row["region"],
            row["region_name"],
            int(row["first_year"]),
            int(row["last_year"]),
            tuple(row["neighbours_2021"].split()),
            tuple(row["neighbours_2025"].split()),
        )
    return areas
