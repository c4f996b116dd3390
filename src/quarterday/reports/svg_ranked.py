"""Ranked bars: a named row each where they are few; a thin one where they are many, with one's own and neighbours named."""

from typing import NamedTuple

from quarterday.reports.chart import AUTHORITY, COLOURS, CONTEXT, NEIGHBOURS, Chart, Series, Spread
from quarterday.reports.error_bars import whisker_across
from quarterday.reports.marks import LINES
from quarterday.reports.svg_frame import WIDTH, frame, identifier, text, wrapped
from quarterday.reports.svg_labels import spread
from quarterday.reports.table import ColumnSpec, shown

MANY = 25
"""More bars than these get thin rows, of which only some are named."""
NAMES, ROW, THIN = 250, 28, 6
"""The width of the names before the bars, and the heights of a row."""
TOP, AXIS, LINE = 26, 30, 18
"""Of a chart of many: room for the line's name above and the axis below, and the height of a line of text."""
_NAME_LETTERS, _SHORT, _NOTE_LETTERS, _ENDS = 34, 27, 108, 90
_INK, _GREY, _GRID = "#0B0C0C", "#505A5F", "#D0D3D6"


class _Drawn(NamedTuple):
    """One bar with where it stands in the order."""

    place: int
    name: str
    value: float
    spread: Spread
    role: str


def ranked_svg(chart: Chart) -> str:
    """A chart of ranked bars."""
    return _many(chart) if len(chart.categories) > MANY else _few(chart)


def drawn(chart: Chart) -> list[_Drawn]:
    """The bars in their order, whichever series they are of."""
    bars = [
        _Drawn(place, chart.categories[place], value, _at(series, place), series.role)
        for series in chart.series
        if series.role not in LINES
        for place, value in enumerate(series.values)
        if value is not None
    ]
    return sorted(bars, key=lambda bar: bar.place)


def _at(series: Series, place: int) -> Spread:
    return series.spread[place] if series.spread else None


def _few(chart: Chart) -> str:
    rows = len(chart.categories) + len(chart.absent)
    parts = [frame(chart, ROW * rows + 12), _hatch(chart)]
    for bar in drawn(chart):
        y = 6 + ROW * bar.place
        end = _across(chart, max(bar.value, bar.spread[1] if bar.spread else 0), _ENDS)
        parts += [
            _name(bar.name, y + ROW / 2, bold=bar.role == AUTHORITY),
            _bar(chart, bar, y + 4, ROW - 9, _ENDS),
            text(end + 8, y + ROW / 2 + 4, chart.words(bar.value), more=_bold(bar.role == AUTHORITY)),
        ]
    for place, (name, words) in enumerate(chart.absent, start=len(chart.categories)):
        middle = 6 + ROW * place + ROW / 2
        parts += [_name(name, middle), text(NAMES + 6, middle + 4, words, more=f"fill='{_GREY}'")]
    return "".join(parts) + "</svg>"


def _name(name: str, middle: float, *, bold: bool = False) -> str:
    """A name before its bar; a long one in lines."""
    lines = wrapped(name, _NAME_LETTERS)
    first = middle + 4 - 6.5 * (len(lines) - 1)
    return "".join(
        text(NAMES - 10, first + 13 * place, line, anchor="end", size=13 if len(lines) == 1 else 12, more=_bold(bold))
        for place, line in enumerate(lines)
    )


def _many(chart: Chart) -> str:
    bars = drawn(chart)
    bottom = TOP + THIN * len(chart.categories)
    notes = [line for words in _notes(chart) for line in wrapped(words, _NOTE_LETTERS)]
    parts = [frame(chart, bottom + AXIS + LINE * len(notes) + 8), _hatch(chart), _axis(chart, bottom)]
    for order in (CONTEXT, NEIGHBOURS, AUTHORITY):  # one's own last, so that nothing lies upon it
        parts += [_bar(chart, bar, TOP + THIN * bar.place + 0.75, THIN - 1.5, 20) for bar in bars if bar.role == order]
    parts += [_line(chart, series, bottom) for series in chart.series if series.role in LINES]
    parts += _named(chart, [bar for bar in bars if bar.role != CONTEXT], bottom)
    parts += [text(8, bottom + AXIS + LINE * (place + 1), line) for place, line in enumerate(notes)]
    return "".join(parts) + "</svg>"


def _named(chart: Chart, bars: list[_Drawn], bottom: float) -> list[str]:
    """The names of one's own and the neighbours before their rows, moved apart, each led to its bar."""
    middles = [TOP + THIN * (bar.place + 0.5) for bar in bars]
    parts = []
    for bar, middle, y in zip(bars, middles, spread(middles, 16, TOP + 6, bottom - 6), strict=True):
        bold = _bold(bar.role == AUTHORITY)
        words = f"{_shortened(bar.name)} {chart.words(bar.value)}"
        lead = f"M{NAMES - 26},{y:.1f} L{NAMES - 8},{middle:.1f} H{NAMES - 2}"
        parts.append(f"<path d='{lead}' stroke='{_GREY}' stroke-width='1' fill='none'/>")
        parts.append(text(NAMES - 30, y + 4, words, anchor="end", size=12, more=bold))
    return parts


def _shortened(name: str) -> str:
    """A name that fits before the bars; the table has it whole."""
    return name if len(name) <= _SHORT else f"{name[: _SHORT - 1].rstrip()}…"


def _axis(chart: Chart, bottom: float) -> str:
    column = ColumnSpec("", "number", chart.decimals if chart.top < 10 else 0)
    parts = []
    for step in range(5):
        value = chart.top * step / 4
        x = _across(chart, value, 20)
        parts.append(f"<line x1='{x:.1f}' x2='{x:.1f}' y1='{TOP}' y2='{bottom}' stroke='{_GRID}' stroke-width='1'/>")
        parts.append(text(x, bottom + 18, shown(value, column), anchor="middle", size=12))
    return "".join(parts)


def _line(chart: Chart, series: Series, bottom: float) -> str:
    """A line across all bars, named above them."""
    value = next(each for each in series.values if each is not None)
    x = _across(chart, value, 20)
    colour = f"#{COLOURS[series.role]}"
    return (
        f"<line x1='{x:.1f}' x2='{x:.1f}' y1='{TOP - 4}' y2='{bottom}' stroke='{colour}' stroke-width='2' "
        "stroke-dasharray='7 3'/>" + text(x, TOP - 10, f"{series.name} {chart.words(value)}", anchor="middle")
    )


def _notes(chart: Chart) -> list[str]:
    """Who has no bar, each reason with its names; said in the drawing too, so that it holds alone."""
    reasons = dict.fromkeys(words for _, words in chart.absent)
    return [
        f"{reason[0].upper()}{reason[1:]}: {', '.join(name for name, words in chart.absent if words == reason)}."
        for reason in reasons
    ]


def _bar(chart: Chart, bar: _Drawn, y: float, height: float, ends: float) -> str:
    end = _across(chart, bar.value, ends)
    hatched = bar.role == NEIGHBOURS
    fill = f"url(#{identifier(chart)}-hatch)" if hatched else f"#{COLOURS[bar.role]}"
    outline = f" stroke='#{COLOURS[bar.role]}' stroke-width='1'" if hatched else ""
    box = f"<rect x='{NAMES}' y='{y:.2f}' width='{end - NAMES:.1f}' height='{height:.2f}' fill='{fill}'{outline}/>"
    return box + (_whisker(chart, bar, y + height / 2, ends, thin=height < THIN) if bar.spread else "")


def _whisker(chart: Chart, bar: _Drawn, middle: float, ends: float, *, thin: bool) -> str:
    """The interval of a bar; within a solid bar it is white. One that leaves the drawing is cut."""
    low, high = (min(_across(chart, each, ends), WIDTH - ends / 2) for each in bar.spread or (0.0, 0.0))
    if bar.role == CONTEXT:
        return f"<path d='M{low:.1f},{middle:.2f} H{high:.1f}' stroke='{_GREY}' stroke-width='0.8'/>"
    inside = _INK if bar.role == NEIGHBOURS else "#FFFFFF"
    return whisker_across(middle, (low, _across(chart, bar.value, ends), high), (inside, _INK), 2 if thin else 5)


def _hatch(chart: Chart) -> str:
    """The pattern of neighbours' bars: told from the others without colour."""
    colour = COLOURS[NEIGHBOURS]
    return (
        f"<defs><pattern id='{identifier(chart)}-hatch' width='5' height='5' patternUnits='userSpaceOnUse' "
        f"patternTransform='rotate(45)'><rect width='5' height='5' fill='#FFFFFF'/>"
        f"<rect width='2.4' height='5' fill='#{colour}'/></pattern></defs>"
    )


def _across(chart: Chart, value: float, ends: float) -> float:
    most = chart.largest if ends == _ENDS else chart.top
    return NAMES + (WIDTH - NAMES - ends) * value / most


def _bold(bold: bool) -> str:
    return "font-weight='bold'" if bold else ""
