"""What each section tells: sentences with their figures, charts over the months, mixes as bars, and a table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Drawn:
    """A chart of an indicator: over the months, over published years beside comparators, ranked among the
    neighbours of the latest such year, of a mix's groups, or since a value from before the records.

    Every chart is a slide and a table of the appendix; those with `paper` stand in the paper too.
    """

    code: str
    short: str
    kind: str = "months"
    paper: bool = False


@dataclass(frozen=True)
class SectionPlan:
    """A section: sentences (a code and its template), charts, and the codes of its table."""

    number: str
    heading: str
    sentences: tuple[tuple[str, str], ...]
    charts: tuple[Drawn, ...] = ()
    table: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """Codes that stand beside others in the table though no chart draws them."""


FRONT_DOOR = SectionPlan(
    "2.1",
    "Contacts and referrals",
    (
        ("FD-01", "In the twelve months to the end of the quarter there were {now} contacts, {change}."),
        ("FD-03", "{now} of contacts became a referral ({numerator} of {denominator}), {change}."),
        ("REF-01", "There were {now} referrals, {change}."),
        ("REF-03", "{now} of referrals ({numerator} of {denominator}) followed an earlier one within a year: {change}."),
        ("REF-04", "{now} of referrals led to no further action, {change}. Authorities count referrals in different ways, "
                   "so the rate should be read beside this share."),
        ("FD-08", "Multi-agency audits found the threshold rightly applied in {now} of decisions ({numerator} of "
                  "{denominator}), {change}."),
    ),
    (
        Drawn("FD-01", "Contacts a month", paper=True),
        Drawn("REF-01", "Referrals a month", paper=True),
        Drawn("REF-02", "Referrals per 10,000", "years"),
        Drawn("REF-03", "Re-referrals within 12 months", "years"),
        Drawn("REF-03", "Re-referrals", "ranked", paper=True),
        Drawn("REF-08", "Referrals by source", "mix"),
    ),
    ("FD-01", "FD-02", "FD-03", "FD-08", "FD-09", "EH-01", "REF-01", "REF-02", "REF-03", "REF-04", "REF-05"),
    ("REF-04", "REF-05"),  # how contacts are counted as referrals, beside the rate (R43)
)  # fmt: skip

TIMELY = SectionPlan(
    "2.2",
    "Timely response",
    (
        ("ASM-01", "{now} assessments were completed in the twelve months, {change}."),
        ("ASM-03", "{now} were completed within 45 working days of their start ({numerator} of {denominator}), {change}."),
        ("ASM-03b", "Counted from the referral, {now} of first assessments were, {change}."),
        ("ASM-06", "Of those that were late, {now} were one or two days over, {change}."),
        ("ASM-07", "At the end of the quarter {now} of open assessments ({numerator} of {denominator}) were past 45 working "
                   "days: {change}."),
    ),
    (
        Drawn("ASM-03", "Assessments within 45 working days", paper=True),
        Drawn("ASM-03", "Assessments within 45 working days", "years"),
        Drawn("ASM-03", "Assessments in time", "ranked"),
        Drawn("ASM-05", "Late assessments by days over", "mix"),
    ),
    ("ASM-01", "ASM-03", "ASM-03b", "ASM-06", "ASM-07", "ASM-04"),
)  # fmt: skip

PROTECTION = SectionPlan(
    "2.3",
    "Children subject to child protection planning",
    (
        ("CPP-01", "{now} children were subject to a child protection plan at the end of the quarter, {change}."),
        ("CPP-03", "{now} plans started in the twelve months, {change}."),
        ("CPP-05", "{now} plans ended in the twelve months, {change}."),
        ("ICP-03", "{now} of initial conferences were held within 15 working days of the strategy discussion ({numerator} of "
                   "{denominator}), {change}."),
        ("CPP-08", "{now} of plans had been open 18 months or more, {change}."),
        ("CPP-22o", "A legal planning meeting has been held for {now} of the plans open 18 months or more."),
        ("CPP-10", "{now} of plans had been open two years or more, {change}."),
        ("CPP-12", "{now} of plans started were a second or later plan, {change}."),
        ("CPP-23", "Reviewing officers judged {now} of the repeat plans they analysed not foreseeable ({numerator} of "
                   "{denominator})."),
        ("CPP-15", "{now} of children on a plan had been visited within the visit interval, {change}."),
        ("CPP-18", "{now} of plans open three months or more had every review in time, {change}."),
    ),
    (
        Drawn("CPP-01", "Children on a protection plan", paper=True),
        Drawn("CPP-02", "Protection plans per 10,000", "years"),
        Drawn("CPP-10", "Plans of two years or more", "years"),
        Drawn("CPP-10", "Plans of two years or more", "ranked", paper=True),
        Drawn("CPP-12", "Second or later plans", "years"),
        Drawn("CPP-12", "Second or later plans", "ranked"),
        Drawn("CPP-14", "Plans by category of abuse", "mix"),
        Drawn("ICP-03", "Conferences within 15 working days", "years"),
        Drawn("CPP-15i", "Visits within the interval"),
        Drawn("CPP-24", "Repeat plans by main reason", "mix"),
    ),
    ("CPP-01", "CPP-02", "CPP-03", "CPP-05", "CPP-08", "CPP-09", "CPP-10", "CPP-12", "CPP-13", "CPP-15", "CPP-15i",
     "CPP-18", "CPP-22", "CPP-22o", "CPP-23", "S47-01", "ICP-01", "ICP-03", "LGL-01"),
)  # fmt: skip

NEED = SectionPlan(
    "2.4",
    "Children in need",
    (
        ("CIN-01", "{now} episodes of need were open at the end of the quarter, {change}. This counts every child with an "
                   "open episode, those on protection plans and looked after included."),
        ("CIN-09", "{now} children had a child in need plan and neither a protection plan nor a care placement, {change}."),
        ("CIN-12", "After {now} of protection plans that ended, a child in need plan was open within ten working days "
                   "({numerator} of {denominator}), {change}."),
        ("CIN-13", "{now} of children who stepped down had three months of support ({numerator} of {denominator}), {change}."),
        ("CIN-14", "{now} of children with a child in need plan had been visited within the interval, {change}."),
        ("CIN-16", "{now} of child in need reviews had a written record in time, {change}."),
        ("QA-08", "Over all reviews, the record was on file for {now} ({numerator} of {denominator}), {change}."),
        ("CIN-17", "Managers chaired {now} of child in need meetings, {change}."),
    ),
    (
        Drawn("CIN-01", "Open episodes of need", paper=True),
        Drawn("CIN-02", "Children in need per 10,000", "years"),
        Drawn("CIN-16", "Review records on file in time"),
        Drawn("CIN-14i", "Visits within the interval"),
    ),
    ("CIN-01", "CIN-02", "CIN-09", "CIN-11", "CIN-11e", "CIN-12", "CIN-13", "CIN-13r", "CIN-14", "CIN-15", "CIN-16",
     "CIN-17", "QA-08", "QA-09"),
)  # fmt: skip

LOOKED_AFTER = SectionPlan(
    "2.5",
    "Looked-after children",
    (
        ("LAC-01", "{now} children were looked after at the end of the quarter, {change}."),
        ("LAC-08", "Unaccompanied children make up {now} of them ({numerator} of {denominator}), {change}."),
        ("LAC-11a", "{now} were with in-house foster carers ({numerator} of {denominator}), {change}."),
        ("LAC-11b", "{now} were with external foster carers, {change}."),
        ("LAC-11c", "{now} were in children's homes, {change}."),
        ("LAC-14", "{now} had three or more placements in the year, {change}."),
        ("LAC-15", "{now} of children long in care had the same carer for two years, {change}."),
        ("LAC-19", "{now} had every review of the year on time, {change}."),
        ("LAC-21", "{now} had been visited within the statutory interval, {change}."),
        ("EDG-01", "Of children who began work with the edge-of-care team twelve months before, {now} had not been looked "
                   "after since. This is an association: it does not show what the work caused."),
        ("PLC-01", "{now} of placement searches had no offer by the day the placement was needed, {change}."),
    ),
    (
        Drawn("LAC-01", "Children looked after", paper=True),
        Drawn("LAC-02", "Looked-after children per 10,000", "years"),
        Drawn("LAC-10", "Placements of looked-after children", "mix", paper=True),
        Drawn("LAC-14", "Three or more placements in the year", "years"),
        Drawn("LAC-14", "Three or more placements", "ranked"),
    ),
    ("LAC-01", "LAC-02", "LAC-03", "LAC-05", "LAC-07", "LAC-08", "LAC-11a", "LAC-11b", "LAC-11c", "LAC-14", "LAC-15",
     "LAC-19", "LAC-21", "EDG-01", "EDG-01n", "PLC-01", "PLC-01b"),
)  # fmt: skip

CASELOADS = SectionPlan(
    "2.6",
    "Caseloads",
    (
        ("WRK-13", "Social workers in the assessment and safeguarding teams held {now} cases each on average (for a full-time "
                   "worker) at the end of the quarter, {change}."),
        ("WRK-01", "On the Department for Education's definition, over all social workers who hold cases, the average is "
                   "{now}, {change}. The two differ because the second takes in all other teams, the "
                   "looked-after and disability teams among them; only the second can be compared with other authorities."),
        ("WRK-10n", "The average in the named teams is {below} its highest known value, {peak}."),
        ("WRK-04", "{now} of social workers held more cases than the threshold for their working time, {change}."),
        ("WRK-06", "Agency workers made up {now} of social workers, {change}."),
        ("WRK-05", "{now} of posts were vacant, {change}."),
        ("WRK-07", "Turnover in the twelve months was {now}, {change}."),
        ("WRK-11", "{now} of scheduled scrutinies of caseloads were held on time ({numerator} of {denominator}), {change}."),
        ("CIN-20", "Children on a protection plan or looked after without a social worker: {now}, {change}."),
    ),
    (
        Drawn("WRK-13", "Cases a worker in the named teams", "since", paper=True),
        Drawn("WRK-13", "Cases a worker in the named teams"),
        Drawn("WRK-01", "Cases a worker (DfE's definition)", "years"),
        Drawn("WRK-01", "Cases a worker", "ranked", paper=True),
        Drawn("WRK-03", "Workers by number of cases", "mix"),
        Drawn("WRK-06", "Agency workers", "years"),
    ),
    ("WRK-01", "WRK-02", "WRK-13", "WRK-03m", "WRK-04", "WRK-05", "WRK-06", "WRK-07", "WRK-08", "WRK-10", "WRK-10n",
     "WRK-11", "CIN-20"),
)  # fmt: skip

QUALITY = SectionPlan(
    "2",
    "Performance and quality",
    (
        ("QA-01", "{now} of audits due in the twelve months were completed by their due date ({numerator} of {denominator}), "
                  "{change}."),
        ("QA-03", "{now} of audits were graded good or better, {change}."),
        ("QA-04", "Moderators agreed with the auditor in {now} of the audits they looked at ({numerator} of {denominator})."),
        ("QA-06", "{now} of actions due were completed on time, {change}."),
        ("QA-10", "{now} of scheduled events of oversight were held on time, {change}."),
    ),
    (Drawn("QA-02", "Audits by grade", "mix"),),
    ("QA-01", "QA-03", "QA-04", "QA-05", "QA-06", "QA-07", "QA-09", "QA-10", "QA-11", "QA-13"),
)  # fmt: skip

SECTIONS = (QUALITY, FRONT_DOOR, TIMELY, PROTECTION, NEED, LOOKED_AFTER, CASELOADS)
