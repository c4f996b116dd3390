"""What every drawing has: its size, its title, and its description for those who listen."""

from html import escape

from quarterday.reports.chart import Chart

WIDTH = 760
FONT = "font-family='Arial, sans-serif'"


def frame(chart: Chart, height: float) -> str:
    """The opening of a chart's drawing; the caller closes it."""
    name = identifier(chart)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height:.0f}' role='img' "
        f"aria-labelledby='{name}-t {name}-d' {FONT}>"
        f"<title id='{name}-t'>{escape(chart.title)}</title><desc id='{name}-d'>{escape(chart.alt)}</desc>"
    )


def identifier(chart: Chart) -> str:
    """The chart's key as HTML wants an id: without spaces, which would part it into several."""
    return "".join(letter if letter.isalnum() else "-" for letter in chart.key)


def text(x: float, y: float, words: str, *, size: int = 13, anchor: str = "start", more: str = "") -> str:
    """One line of text."""
    where = f"x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}' font-size='{size}'"
    return f"<text {where}{' ' + more if more else ''}>{escape(words)}</text>"


def wrapped(words: str, width: int) -> list[str]:
    """A text in lines of at most so many letters, where its words allow."""
    lines: list[str] = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
