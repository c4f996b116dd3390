"""Indicators of the catalogue that no child-level record of the service can give: who publishes them, and why not here."""

from dataclasses import dataclass

from quarterday.indicators import Result
from quarterday.indicators.results import NOT_COMPUTABLE
from quarterday.records.periods import Period


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """An indicator made from records that other services hold. It has a code and a meaning, and never a figure here.

    `held_by` says whose records it needs; `published` where its figures stand, and whether a file of them is at hand.
    """

    code: str
    title: str
    definition: str
    unit: str
    better: str
    rules: tuple[str, ...]
    held_by: str
    published: str

    @property
    def reason(self) -> str:
        """Why it cannot be computed, and where its figures are."""
        return f"not computable from these records: it needs {self.held_by}. {self.published}"

    def figure(self, authority: str, period: Period) -> Result:
        """What stands in the results for it: nothing, with status x."""
        return Result(
            code=self.code,
            authority=authority,
            period_kind=period.kind,
            period_start=period.start,
            period_end=period.end,
            breakdown="all",
            group="all",
            numerator=None,
            denominator=None,
            value=None,
            status=NOT_COMPUTABLE,
            unit=self.unit,
        )


_NO_FILE = "No file of it is at hand to compare with."
_SCHOOLS = "school census records matched to these children by the Department for Education"

ELSEWHERE: tuple[Elsewhere, ...] = (
    Elsewhere(
        code="LAC-37",
        title="School stability: a move in mid-year",
        definition="Children of school age looked after who changed school at least once outside the usual times, of those "
        "matched to the school census.",
        unit="%",
        better="lower",
        rules=("R26",),
        held_by=_SCHOOLS,
        published=f"DfE publishes it among its measures of stability. {_NO_FILE}",
    ),
    Elsewhere(
        code="OUT-01",
        title="Absence, persistent and severe absence from school",
        definition="Sessions missed, of sessions possible; and pupils who missed a tenth or more, or half or more, of them: "
        "children in need, on protection plans and looked after.",
        unit="%",
        better="lower",
        rules=("R26",),
        held_by=_SCHOOLS,
        published=f"DfE publishes it among the outcomes of children in need and looked after. {_NO_FILE}",
    ),
    Elsewhere(
        code="OUT-02",
        title="Attainment at key stages 2 and 4",
        definition="Pupils who meet the expected standard in reading, writing and mathematics at key stage 2, of those "
        "eligible; and the mean Attainment 8 score at key stage 4.",
        unit="% and mean score",
        better="higher",
        rules=("R26",),
        held_by="examination and assessment results matched to these children by the Department for Education",
        published=f"DfE publishes it among the outcomes of children in need and looked after. {_NO_FILE}",
    ),
    Elsewhere(
        code="OUT-03",
        title="Hospital admissions for injuries, 0 to 14, per 10,000",
        definition="Emergency admissions of children aged 0 to 14 for injuries, per 10,000 children of that age.",
        unit="per 10,000",
        better="lower",
        rules=("R28",),
        held_by="hospital episode statistics of all children of the area",
        published=f"The Office for Health Improvement and Disparities publishes it (Fingertips 90284). {_NO_FILE}",
    ),
    Elsewhere(
        code="OUT-04",
        title="Spending on children's services",
        definition="Net spending on children's services, of all the authority spends; the part not spent on looked-after "
        "children; and pounds for each child aged 0 to 17.",
        unit="% and pounds",
        better="neither",
        rules=("R26",),
        held_by="the authority's financial returns (RO3 and RSX)",
        published=f"The returns are published each year. {_NO_FILE}",
    ),
)

BY_CODE = {each.code: each for each in ELSEWHERE}
"""Each by its permanent code."""
