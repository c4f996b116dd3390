"""Telling the quarter: sections, slides, tables and definitions from the book of figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quarterday.indicators.results import NO_DENOMINATOR, NOT_COMPUTABLE
from quarterday.reports import words
from quarterday.reports.book import Book
from quarterday.reports.change_measuring import Earlier
from quarterday.reports.chart import Chart
from quarterday.reports.comparators import AREAS, Comparators
from quarterday.reports.document import Block, Commentary, Meta, Paragraph, Report, Section, Slide
from quarterday.reports.story import framework, questions
from quarterday.reports.story.beside import beside
from quarterday.reports.story.changes import Changes
from quarterday.reports.story.drawing import draw
from quarterday.reports.story.judged import NOTHING_JUDGED, Judged
from quarterday.reports.story.peak import EarlierValue, peak_words
from quarterday.reports.story.plans import SECTIONS, SectionPlan
from quarterday.reports.story.restated import restated
from quarterday.reports.story.signal_table import TITLE, Signals
from quarterday.reports.table import ColumnSpec, DataTable
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.submissions.settings import Settings

NOTHING_CHANGED = "No measure of this report shows a special cause in its latest month."


@dataclass(frozen=True)
class Telling:
    """What a report is told from."""

    meta: Meta
    book: Book
    settings: Settings
    commentary: Mapping[str, str]
    comparators: Comparators | None
    earlier: tuple[EarlierValue, ...] = ()
    judged: Judged = NOTHING_JUDGED
    changes: Changes | None = None
    restated: Earlier | None = None

    @cached_property
    def signals(self) -> Signals:
        """What has really changed, as far as the audience may know it."""
        return Signals(self.book, self.judged)


def tell(telling: Telling) -> Report:
    """The whole report, in the brief's form."""
    charts = {plan.number: _charts(telling, plan) for plan in SECTIONS}
    sections = [_service_plan(telling)]
    sections += [_section(telling, plan, charts[plan.number]) for plan in SECTIONS]
    sections.append(_conclusion(telling))
    return Report(
        meta=telling.meta,
        summary=_summary(telling),
        sections=tuple(sections),
        slides=tuple(_slides(telling, charts)),
        tables=tuple(_tables(telling, charts)),
        definitions=_definitions(_told_codes(), telling.meta.note),
        signals=telling.signals.whole(),
        slide_definitions=_definitions(_drawn_codes()),
    )


def _summary(telling: Telling) -> str:
    book = telling.book
    plans, before = book.at("CPP-01"), book.at("CPP-01", book.year_ago)
    tally = [row[0] for row in questions.directions(telling.signals).rows]
    return (
        f"This report covers the performance of children's social care for {telling.meta.period}. At "
        f"{words.day_in_words(book.end)}, {plans.words} children were subject to a child protection plan "
        f"({words.change(plans, before, 'a year before')}), {book.at('LAC-01').words} were looked after, and "
        f"{book.at('CIN-01').words} episodes of need were open. {book.at('ASM-03').words} of assessments were completed within "
        f"45 working days; {book.at('REF-03').words} of referrals were repeat referrals within a year; "
        f"{_cases_held(book)}. Of the measures told here that "
        f"have a good direction and moved in the year, {tally.count('better')} are better and {tally.count('worse')} worse; "
        f"the table in section 3 names them, and the appendix holds all others. Each section stands beside published figures "
        f"where there are any, and leaves a place for the "
        f"service's own commentary. The same figures are presented to Committee as slides; every one is defined at the end."
    )


def _cases_held(book: Book) -> str:
    held, who = book.at("WRK-13"), "social workers in the assessment and safeguarding teams"
    if held.result.status == NO_DENOMINATOR:
        return f"what {who} held cannot be said, as the records or the settings know no such workers"
    if held.result.status == NOT_COMPUTABLE:
        return f"what {who} held is not known from these records"
    return f"{who} held {held.words} cases each"


def _service_plan(telling: Telling) -> Section:
    rows = tuple(
        (
            target.priority,
            BY_CODE[target.indicator].title,
            f"{target.target:g}",
            telling.book.at(target.indicator).words,
            words.against_target(telling.book.at(target.indicator), target).strip() or "[x]",
        )
        for target in telling.settings.targets
        if target.indicator in BY_CODE
    )
    columns = tuple(ColumnSpec(name, "text") for name in ("Priority", "Measure", "Target", "Now", "Standing"))
    description = "Targets in force from the settings; figures at the end of the quarter or over twelve months to it."
    blocks: tuple[Block, ...] = (
        Paragraph(
            "The service supports families to look after their children, protects children from harm, and provides "
            "permanence through other means where children cannot safely stay at home."
        ),
        Commentary("1", telling.commentary.get("1", "")),
    )
    if rows:
        blocks = (
            *blocks,
            DataTable("targets", "Priorities of the service plan and where they stand", description, columns, rows),
        )
    return Section("1", "Service plan", blocks)


def _section(telling: Telling, plan: SectionPlan, charts: list[Chart]) -> Section:
    changed, said = _opening(telling, plan)
    sentences = zip((code for code, _ in plan.sentences), _sentences(telling, plan), strict=True)
    blocks: list[Block] = [*changed, *[Paragraph(text) for code, text in sentences if code != said]]
    if plan.number == "2":
        blocks.insert(0, framework.ring(telling.book))
        blocks.append(telling.signals.short() or Paragraph(f"{NOTHING_CHANGED} {telling.signals.caution}"))
    compared = beside(telling.book, plan, telling.meta.authority, telling.comparators)
    blocks += [compared] if compared else []
    in_paper = {f"{drawn.code} {drawn.kind}" for drawn in plan.charts if drawn.paper}
    blocks += [chart for chart in charts if chart.key in in_paper]
    blocks.append(Commentary(plan.number, telling.commentary.get(plan.number, "")))
    return Section(plan.number, plan.heading, tuple(blocks))


def _opening(telling: Telling, plan: SectionPlan) -> tuple[list[Block], str]:
    """What changed and why, and the code whose sentence that makes needless."""
    words_of = telling.changes.opening(plan.number) if telling.changes else ""
    if not telling.changes or not words_of:
        return [], ""
    said = telling.changes.replaces(plan.number)
    target = telling.settings.target(said, telling.book.end) if said else None
    changed = telling.changes.table(plan.number)
    against = words.against_target(telling.book.at(said), target) if said else ""
    return [Paragraph(words_of + against), *([changed] if changed else [])], said


def _sentences(telling: Telling, plan: SectionPlan) -> list[str]:
    sentences = []
    for code, template in plan.sentences:
        figure = telling.book.at(code)
        if figure.result.status == "x":
            reason = telling.book.reasons.get(code, "not computable from these records.")
            sentences.append(f"{figure.indicator.title}: not known from these records ({reason.removesuffix('.')}).")
            continue
        if figure.result.status == "z":
            sentences.append(f"{figure.indicator.title}: cannot be said, as there is nothing to divide by.")
            continue
        target = telling.settings.target(code, telling.book.end)
        more = peak_words(telling.book, figure, telling.earlier)
        sentences.append(words.level(telling.book, code, template, more) + words.against_target(figure, target))
    return sentences


def _charts(telling: Telling, plan: SectionPlan) -> list[Chart]:
    beside_it = (telling.meta.authority, telling.comparators, telling.earlier, telling.judged)
    drawn = [draw(telling.book, each, *beside_it) for each in plan.charts]
    return [chart for chart in drawn if chart]


def _conclusion(telling: Telling) -> Section:
    changed = restated(telling.book, telling.restated)
    return Section(
        "3",
        "Conclusion",
        (
            *([changed] if changed else []),
            questions.directions(telling.signals),
            questions.table(
                telling.signals, against=_against(telling), why=telling.changes.opening("2.3") if telling.changes else ""
            ),
            Commentary("3", telling.commentary.get("3", "")),
        ),
    )


def _against(telling: Telling) -> str:
    if telling.comparators is None:
        return "Not known from these records: no published statistics are loaded."
    names = [telling.comparators.area_name(kind, name) for kind, name in AREAS]
    return f"{', '.join(names[:-1])} and {names[-1]}: a table in each of the sections 2.1 to 2.6 that has published figures."


def _slides(telling: Telling, charts: Mapping[str, list[Chart]]) -> list[Slide]:
    slides = [
        Slide(
            "How performance and quality are managed",
            "Each activity with what the records say of it.",
            framework.ring(telling.book),
            "Source: the authority's records of audits, reviews, meetings and scrutiny.",
        ),
        _changed(telling),
    ]
    for plan in SECTIONS:
        changed = telling.changes.slide(plan.number) if telling.changes else None
        slides += [changed] if changed else []
        sentences = _sentences(telling, plan)
        by_code = dict(zip((code for code, _ in plan.sentences), sentences, strict=True))
        for chart in charts[plan.number]:
            code = chart.key.split(" ")[0]
            indicator = BY_CODE[code]
            said = chart.says or by_code.get(code, chart.caption)
            notes = (
                f"{plan.number} {plan.heading}. {indicator.code} {indicator.title}. Definition: {indicator.definition} "
                f"{indicator.note} Source: {chart.caption}{_drill_down(telling, code)}"
            )
            slides.append(Slide(chart.title, said, chart, notes))
    return slides


def _changed(telling: Telling) -> Slide:
    short = telling.signals.short()
    return Slide(
        TITLE,
        telling.signals.caution if short else f"{NOTHING_CHANGED} {telling.signals.caution}",
        short,
        "Flows are judged by XmR rules over 36 months, stocks by the band that the baseline's starts and durations lead to. "
        "A special cause is a reason to look, no verdict; every indicator is in the appendix. Source: the authority's records.",
    )


def _drill_down(telling: Telling, code: str) -> str:
    """How to list the records behind a figure; never told to the public."""
    if telling.book.profile.protects:
        return ""
    return f" The records behind it: quarterday children {code} --at {telling.book.end.isoformat()}."


def _tables(telling: Telling, charts: Mapping[str, list[Chart]]) -> list[DataTable]:
    tables = [_section_table(telling, plan) for plan in SECTIONS]
    compared = [beside(telling.book, plan, telling.meta.authority, telling.comparators) for plan in SECTIONS]
    changed = [telling.changes.table(plan.number) for plan in SECTIONS] if telling.changes else []
    restatement = restated(telling.book, telling.restated)
    return [
        *tables,
        *[table for table in changed if table],
        *([restatement] if isinstance(restatement, DataTable) else []),
        telling.signals.whole(),
        questions.directions(telling.signals),
        *[table for table in compared if table],
        *[chart.table() for plan in SECTIONS for chart in charts[plan.number]],
    ]


def _section_table(telling: Telling, plan: SectionPlan) -> DataTable:
    book = telling.book
    rows = []
    for code in plan.table:
        now, before = book.at(code), book.at(code, book.year_ago)
        target = telling.settings.target(code, book.end)
        rows.append(
            (
                code,
                now.indicator.title,
                book.in_quarter(code).words,
                now.words,
                before.words,
                now.indicator.unit,
                f"{target.target:g}" if target else "",
                words.polarity(now),
            )
        )
    names = ("Code", "Indicator", "Quarter", "Now or 12 months", "A year before", "Unit", "Target", "Good is")
    columns = tuple(ColumnSpec(name, "text") for name in names)
    description = "Stocks at the end of the quarter; flows in the quarter and in the twelve months to its end."
    return DataTable(f"{plan.number} {plan.heading}", f"{plan.number} {plan.heading}", description, columns, tuple(rows))


def _drawn_codes() -> set[str]:
    return {drawn.code for plan in SECTIONS for drawn in plan.charts}


def _told_codes() -> set[str]:
    return {code for plan in SECTIONS for code, _ in plan.sentences} | _drawn_codes()


def _definitions(used: set[str], note: str = "") -> DataTable:
    columns = (ColumnSpec("Code", "text"), ColumnSpec("Indicator", "text"), ColumnSpec("What it means", "text"))
    rows = tuple((i.code, i.title, f"{i.definition} {i.note}".strip()) for i in INDICATORS if i.code in used)
    if note:
        rows = (*rows, ("[c]", "Numbers of children", note))
    return DataTable("definitions", "Definitions", "What each figure counts, in the order of the report.", columns, rows)
