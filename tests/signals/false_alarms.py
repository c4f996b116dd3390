"""Measure how often stable series are called signals: `PYTHONPATH=src:tests python -m signals.false_alarms`.

The tables of docs/signals.md are its output, the same for the same seed and numbers.
"""

import argparse
from collections.abc import Iterable, Sequence

import numpy as np

from quarterday.signals import stock_band, xmr
from signals.systems import SIBLINGS, System, at_any_point, open_at_ends

SEED = 20_210_930
MONTHS, BASELINE = 36, 24

SYSTEMS = (
    ("20 starts a month, 9 months, one by one", System(20, 9)),
    ("the same, siblings who start and leave together", System(20, 9, families=SIBLINGS)),
    ("the same, siblings who start together and leave one by one", System(20, 9, families=SIBLINGS, together=False)),
    ("20 starts, 12 months, a few long stays among many short, siblings", System(20, 12, shape=0.5, families=SIBLINGS)),
    ("20 starts, 9 months, hardly any short stays, siblings", System(20, 9, shape=3, families=SIBLINGS)),
    ("20 starts, 24 months, one by one", System(20, 24)),
    ("3 starts, 9 months, siblings (a small authority)", System(3, 9, families=SIBLINGS)),
)
CHANGES = (
    ("starts half as many again for a year", System(20, 9, families=SIBLINGS, change=1.5, change_from=BASELINE)),
    ("starts doubled for a year", System(20, 9, families=SIBLINGS, change=2, change_from=BASELINE)),
)


def xmr_on_flows(runs: int) -> Iterable[Sequence[str]]:
    """The latest point, and any point, of independent series of several lengths."""
    for name, draw in (
        ("normal", lambda chance, n: np.round(chance.normal(100, 10, n), 2).tolist()),
        ("counts with a mean of 20", lambda chance, n: chance.poisson(20, n).tolist()),
    ):
        for length in (13, 24, 36):
            chance = np.random.default_rng(SEED)
            charts = [xmr(draw(chance, length)) for _ in range(runs)]
            latest = sum(chart.last.signal for chart in charts)
            anywhere = sum(bool(chart.signals) for chart in charts)
            yield name, str(length), percent(latest, runs), percent(anywhere, runs)


def on_stocks(systems: Iterable[tuple[str, System]], runs: int) -> Iterable[Sequence[str]]:
    """The latest month end of stable stocks: by XmR, and by the band."""
    for name, system in systems:
        chance = np.random.default_rng(SEED)
        bands = [stock_band(system.stays(chance, MONTHS), MONTHS, baseline=BASELINE) for _ in range(runs)]
        wolves = sum(xmr([point.count for point in band.points]).last.signal for band in bands)
        alarms, unusual = sum(band.last.signal for band in bands), sum(band.last.unusual for band in bands)
        ever = sum(any(point.signal for point in band.points) for band in bands)
        yield name, percent(wolves, runs), percent(alarms, runs), percent(unusual, runs), percent(ever, runs)


def on_other_kinds(runs: int) -> Iterable[Sequence[str]]:
    """The latest month of stable series of other kinds, by XmR."""
    chance = np.random.default_rng(SEED)
    stays = [System(20, 9).stays(chance, MONTHS) for _ in range(runs)]
    medians = [[float(np.median(chance.gamma(2, 15, 1 + chance.poisson(20)))) for _ in range(MONTHS)] for _ in range(runs)]
    for name, series in (
        ("Medians of the days that each month's own events took, some 20 a month", medians),
        (
            "Children there at any point of a month: 20 starts a month, 9 months",
            [at_any_point(each, MONTHS) for each in stays],
        ),
        ("Cases a worker at the month's end, of the same children", [open_at_ends(each, MONTHS) for each in stays]),
    ):
        wolves = sum(xmr([round(value / 8.5, 4) for value in each]).last.signal for each in series)
        yield name, percent(wolves, runs)


def percent(found: int, runs: int) -> str:
    """A share of the runs, with its standard error."""
    share = found / runs
    return f"{share * 100:.1f} % (± {np.sqrt(share * (1 - share) / runs) * 100:.1f})"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--flows", type=int, default=20_000, help="series of each kind; 0 for none")
    options.add_argument("--stocks", type=int, default=500, help="stocks of each kind; 0 for none")
    asked = options.parse_args()
    if asked.flows:
        print(table(("Series", "Points", "Latest point", "Any point"), xmr_on_flows(asked.flows)), "\n")
    if asked.stocks:
        print(table(("Series of 36 months", "XmR, latest"), on_other_kinds(asked.stocks)), "\n")
        heading = ("Stock", "XmR, latest", "Band 99.7 %, latest", "Band 95 %, latest", "Band 99.7 %, any of twelve")
        print(table(heading, on_stocks(SYSTEMS, asked.stocks)), "\n")
        print(table(("Changed stock", *heading[1:]), on_stocks(CHANGES, asked.stocks)))


if __name__ == "__main__":
    main()
