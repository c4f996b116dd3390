"""Why authorities' referral rates differ: how contacts are counted as referrals, beside the rate (R43)."""

from dataclasses import dataclass
from statistics import fmean

from quarterday.benchmarks.areas import area_of, model_of
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.figures import Reader
from quarterday.benchmarks.sheets import AreaRow

REFERRAL_CODES = frozenset({"REF-01", "REF-02"})
"""The indicators beside which these figures stand."""


@dataclass(frozen=True)
class CountingPractice:
    """One figure of counting practice of the authority and its comparators; None where it is not published.

    `neighbours` is the unweighted mean of the neighbours that have one.
    """

    label: str
    unit: str
    decimals: int
    own: float | None
    england: float | None
    region: float | None
    neighbours: float | None


def counting_practice(
    benchmarks: Benchmarks, authority: str, year: int, *, model: str | None = None
) -> list[CountingPractice]:
    """The shares of referrals with no further action and assessed as not in need, and assessments a referral.

    Those that no loaded file holds for the year are left out.
    """
    area = area_of(authority)
    if area is None:
        return []
    codes = area.neighbours(model or model_of(year))
    readers = {code: benchmarks.reader(code, year) for code in ("REF-04", "REF-05", "REF-01", "ASM-01")}
    found = []
    for label, code in (("Referrals with no further action", "REF-04"), ("Referrals assessed as not in need", "REF-05")):
        reader = readers[code]
        if reader:
            values = [_value(reader, dfe) for dfe in ("", *codes)]
            own = _value(reader, area.dfe, area.gss)
            england, region = reader.figure(reader.sheet.england).value, reader.region(area.region).value
            found.append(CountingPractice(label, "%", 1, own, england, region, _mean(values[1:])))
    referrals, assessments = readers["REF-01"], readers["ASM-01"]
    if referrals and assessments:
        found.append(_assessments_a_referral(referrals, assessments, area.gss, area.dfe, area.region, codes))
    return found


def _assessments_a_referral(
    referrals: Reader, assessments: Reader, gss: str, dfe: str, region: str, codes: tuple[str, ...]
) -> CountingPractice:
    def ratio(below: AreaRow | None, above: AreaRow | None) -> float | None:
        referred, assessed = referrals.figure(below).value, assessments.figure(above).value
        return assessed / referred if referred and assessed is not None else None

    def of_authority(code: str, name: str = "") -> float | None:
        return ratio(referrals.sheet.authority(name, code), assessments.sheet.authority(name, code))

    return CountingPractice(
        label="Assessments completed a referral",
        unit="",
        decimals=2,
        own=of_authority(dfe, gss),
        england=ratio(referrals.sheet.england, assessments.sheet.england),
        region=ratio(referrals.sheet.area(region), assessments.sheet.area(region)),
        neighbours=_mean([of_authority(code) for code in codes]),
    )


def _value(reader: Reader, dfe: str, gss: str = "") -> float | None:
    return reader.authority(gss, dfe)[1].value


def _mean(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
