"""Writing a comparison as a page with its charts, and each chart as a file of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from quarterday.benchmarks import Comparison, Funnel, Ranked
from quarterday.benchmarks.words import lines
from quarterday.reports.chart import Chart
from quarterday.reports.compared.everyone import all_ranked, read_ranked
from quarterday.reports.compared.funnel_chart import funnel_chart, read_funnel
from quarterday.reports.compared.reading import Reading, about
from quarterday.reports.files import whole_file
from quarterday.reports.page.parts import figure, page
from quarterday.reports.svg import chart_svg

PAGE = "comparison.html"


@dataclass(frozen=True)
class Shown:
    """A comparison with the data of its charts; where there are none, the sentences that say why."""

    found: Comparison
    ranked: Ranked | None
    funnel: Funnel | None
    no_bars: str = ""
    no_funnel: str = ""


@dataclass(frozen=True)
class _Part:
    """One chart with how it is read; or the sentence that says why there is none."""

    heading: str
    name: str
    chart: Chart | None
    reading: Reading | None
    why_none: str


def write_comparison(shown: Sequence[Shown], to: Path) -> list[Path]:
    """Write the page and a file for each chart into a folder; returns the files, the page first."""
    found = [(each, _parts(each)) for each in shown]
    name = shown[0].found.authority_name
    title = f"{name} beside other authorities"
    notice = "<p>Published statistics of all authorities; where a line says so, figures from the authority's records.</p>"
    contents = "".join(f"<li><a href='#c{n}'>{escape(_heading(each))}</a></li>" for n, (each, _) in enumerate(found))
    sections = "".join(_section(f"c{n}", each, parts) for n, (each, parts) in enumerate(found))
    nav = f"<nav aria-label='Contents'><h2>Contents</h2><ul>{contents}</ul></nav>" if len(found) > 1 else ""
    main = f"<h1>{escape(title)}</h1>{notice}{nav}{sections}"
    written = [_write(to / PAGE, page(title, f"<p class='house'>{escape(name)}</p>", main))]
    for each, parts in found:
        charts = [(part.name, part.chart) for part in parts if part.chart]
        written += [_write(to / f"{_file_name(each.found)}-{of}.svg", chart_svg(chart)) for of, chart in charts]
    return written


def _parts(each: Shown) -> list[_Part]:
    found, ranked, funnel = each.found, each.ranked, each.funnel
    bars = all_ranked(found, ranked) if ranked else None
    how_bars = read_ranked(found, ranked) if ranked else None
    drawn = funnel_chart(found, funnel, ranked) if ranked and funnel else None
    how_drawn = read_funnel(found, funnel) if funnel else None
    return [
        _Part("All authorities in order", "ranked", bars, how_bars, each.no_bars),
        _Part("All authorities by size: the funnel", "funnel", drawn, how_drawn, each.no_funnel),
    ]


def _section(name: str, each: Shown, parts: Sequence[_Part]) -> str:
    said = "".join(f"<li>{escape(line.strip())}</li>" for line in lines(each.found)[1:])
    body = "".join(_part(part) for part in parts)
    return f"<section id='{name}'><h2>{escape(_heading(each))}</h2><ul>{said}</ul>{body}</section>"


def _part(part: _Part) -> str:
    heading = f"<h3>{escape(part.heading)}</h3>"
    if part.chart is None or part.reading is None:
        return f"{heading}<p>{escape(part.why_none)}</p>"
    told = (
        ("What it shows", part.reading.shows),
        ("What can be concluded", part.reading.can),
        ("What cannot", part.reading.cannot),
    )
    reading = "".join(f"<dt>{term}</dt><dd>{escape(words.strip())}</dd>" for term, words in told)
    return f"{heading}{figure(part.chart)}<dl class='reading'>{reading}</dl>"


def _heading(each: Shown) -> str:
    return f"{each.found.code} {about(each.found)}"


def _file_name(found: Comparison) -> str:
    """The start of a file's name: "CPP-14-neglect-2024"."""
    group = "" if found.group == "all" else f"-{found.group}"
    return "".join(letter if letter.isalnum() else "-" for letter in f"{found.code}{group}-{found.year}")


def _write(path: Path, text: str) -> Path:
    with whole_file(path) as aside:
        aside.write_text(text, encoding="utf-8")
    return path
