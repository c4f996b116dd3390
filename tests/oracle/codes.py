"""Which function of the oracle says what an indicator of these four sections comes to."""

from collections.abc import Callable, Iterable
from datetime import date

from oracle import care_measures, caseloads, children_in_need, leaving_care, looked_after, quality_assurance
from oracle.counted import Counted, Row
from oracle.holding import Holding

Function = Callable[[Holding, list[Row], date, date], Iterable[Counted]]

ORACLE: dict[str, Function] = {
    "CIN-01": children_in_need.cin_01,
    "CIN-02": children_in_need.cin_01,
    "CIN-09": children_in_need.cin_09,
    "CIN-11": children_in_need.cin_11,
    "CIN-11e": children_in_need.cin_11e,
    "CIN-12": children_in_need.cin_12,
    "CIN-13": children_in_need.cin_13,
    "CIN-13r": children_in_need.cin_13r,
    "CIN-14": children_in_need.cin_14,
    "CIN-14i": children_in_need.cin_14i,
    "CIN-15": children_in_need.cin_15,
    "CIN-16": children_in_need.cin_16,
    "CIN-17": children_in_need.cin_17,
    "LAC-01": looked_after.lac_01,
    "LAC-02": looked_after.lac_01,
    "LAC-03": looked_after.lac_03,
    "LAC-05": looked_after.lac_05,
    "LAC-07": looked_after.lac_07,
    "LAC-08": looked_after.lac_08,
    "LAC-10": looked_after.lac_01,
    "LAC-11": looked_after.lac_01,
    "LAC-11a": looked_after.lac_11a,
    "LAC-11b": looked_after.lac_11b,
    "LAC-11c": looked_after.lac_11c,
    "LAC-12": looked_after.lac_01,
    "LAC-13": looked_after.lac_01,
    "LAC-14": looked_after.lac_14,
    "LAC-15": looked_after.lac_15,
    "LAC-19": looked_after.lac_19,
    "LAC-21": looked_after.lac_21,
    **care_measures.ORACLE,
    **leaving_care.ORACLE,
    "EDG-01": looked_after.edg_01,
    "EDG-01n": looked_after.edg_01n,
    "PLC-01": looked_after.plc_01,
    "PLC-01b": looked_after.plc_01b,
    "WRK-01": caseloads.wrk_01,
    "WRK-02": caseloads.wrk_02,
    "WRK-13": caseloads.wrk_13,
    "WRK-03": caseloads.wrk_03,
    "WRK-03m": caseloads.wrk_03m,
    "WRK-04": caseloads.wrk_04,
    "WRK-05": caseloads.wrk_05,
    "WRK-06": caseloads.wrk_06,
    "WRK-07": caseloads.wrk_07,
    "WRK-08": caseloads.wrk_08,
    "WRK-11": caseloads.wrk_11,
    "CIN-20": caseloads.cin_20,
    "QA-01": quality_assurance.qa_01,
    "QA-02": quality_assurance.qa_02,
    "QA-03": quality_assurance.qa_03,
    "QA-04": quality_assurance.qa_04,
    "QA-05": quality_assurance.qa_05,
    "QA-06": quality_assurance.qa_06,
    "QA-07": quality_assurance.qa_07,
    "QA-08": quality_assurance.qa_08,
    "QA-09": quality_assurance.qa_09,
    "QA-10": quality_assurance.qa_10,
    "QA-11": quality_assurance.qa_11,
    "QA-12": quality_assurance.qa_12,
    "QA-13": quality_assurance.qa_13,
}

MIXES = {
    "LAC-10": "placement",
    "LAC-11": "provider",
    "LAC-12": "legal_status",
    "LAC-13": "age_band",
    "WRK-03": "caseload",
    "QA-02": "grade",
    "QA-12": "judgement",
}
"""The breakdown of its own that a mix divides by."""
