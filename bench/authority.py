"""One authority through every layer: example, load, checks, indicators, worklists, report."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

import duckdb
import pyarrow.csv as pa_csv

from bench.timing import Timed, seconds
from quarterday.benchmarks import shipped
from quarterday.checks import run_checks
from quarterday.cli.load import promote
from quarterday.cli.sources import read_sources
from quarterday.disclosure import Profile, Protected, Publication
from quarterday.example import SETTINGS, make_example
from quarterday.formats import write_safeguarding_dataset
from quarterday.indicators import Computation, asked_months, source_of
from quarterday.indicators.source import needs
from quarterday.records.periods import parse_period
from quarterday.reports import book as book_module
from quarterday.reports.quarterly import Request, told, write_quarterly_report
from quarterday.reports.worklists import work_through, write_worklists
from quarterday.sections import INDICATORS
from quarterday.sections.keeping import keep_all_facts
from quarterday.signals import FLOW_MONTHS, STOCK_MONTHS, Judge, months_to
from quarterday.submissions import Store, Submission

BREAKDOWNS = ("team", "age_band", "sex", "ethnicity")
"""With the total, five groupings."""
MONTHS = ("2017-04", "2022-03")
START, END = date(2015, 4, 1), date(2022, 3, 31)
AUTHORITY = "X99000921"
AT = date(2021, 9, 30)


@dataclass(frozen=True)
class Bench:
    """One authority's extract, and the submission made of it."""

    extract: Path
    store: Store
    folder: Path

    @property
    def submission(self) -> Submission:
        """The current submission."""
        return self.store.get()


def bench_authority(folder: Path, children: int) -> list[Timed]:
    """Every benchmark of one authority, in the order of a load."""
    bench = Bench(folder / "extract", Store(folder / "store"), folder)
    bench.store.folder.mkdir(parents=True)
    bench.store.settings_path.write_text(SETTINGS, encoding="utf-8")
    made = seconds(lambda: _example(bench, children))
    loaded = seconds(lambda: promote(bench.store, AUTHORITY, read_sources([bench.extract], AUTHORITY), END, made_up=True))
    kept = seconds(lambda: keep_all_facts(bench.submission, bench.store.settings(), AUTHORITY))
    csv = seconds(lambda: [pa_csv.read_csv(path) for path in bench.extract.glob("*.csv")], 3)
    checked = seconds(lambda: run_checks(bench.submission.records([AUTHORITY]), extract_date=END), 3)
    scan = seconds(lambda: _scan(bench, _needed()), 3)
    counted = seconds(lambda: _indicators(bench), 3)
    reported = seconds(lambda: _report(bench))
    return [
        Timed("Make the example and write its extract", made),
        Timed("Load: read, check, build, promote", loaded, "reading the same CSV files with pyarrow", csv),
        Timed("The end of a load: build all facts and keep them", kept, "a raw scan of the same records", scan),
        Timed("Run every check", checked, "a raw scan of the same records", scan),
        Timed(
            f"{len(INDICATORS)} indicators × 60 months × 5 groupings, over the facts kept at the load",
            counted,
            "a raw scan of the same records",
            scan,
            "1 s",
        ),
        Timed(
            "Signals of every indicator: 36 months of flows, 60 month ends of stocks",
            seconds(lambda: _signals(bench)),
            "a raw scan of the same records",
            scan,
        ),
        Timed("Worklists of every team", seconds(lambda: _worklists(bench)), "a raw scan of the same records", scan),
        Timed("The quarter's report, four files", reported, "a raw scan of the same records", scan),
        _disclosure(bench, scan),
        Timed("Load, indicators and report together", loaded + kept + counted + reported, promise="30 s"),
    ]


def _example(bench: Bench, children: int) -> None:
    write_safeguarding_dataset(
        make_example(children=children, start=START, end=END, seed=1, errors=1.0, authority=AUTHORITY), bench.extract
    )


def _needed() -> list[str]:
    return sorted({name for indicator in INDICATORS for name in needs(indicator)})


def _scan(bench: Bench, names: Iterable[str]) -> None:
    """Read every column of every table once, and add up their hashes so that nothing can be skipped."""
    with duckdb.connect() as connection:
        for name, table in bench.submission.records([AUTHORITY]).items():
            if name in names:
                connection.register(name, table)
                columns = ", ".join(f"sum(hash({column}) % 1000)" for column in table.column_names)
                connection.execute(f"select {columns} from {name}").fetchall()


def _indicators(bench: Bench) -> None:
    source = source_of(bench.submission, bench.store.settings(), AUTHORITY)
    with Computation(source) as computation:
        computation.measure_table(INDICATORS, asked_months(*MONTHS), BREAKDOWNS)


def _worklists(bench: Bench) -> None:
    with Computation(source_of(bench.submission, bench.store.settings(), AUTHORITY)) as computation:
        worked, missing = work_through(computation, AT)
    write_worklists(worked, AT, bench.folder / "worklists", missing=missing)


def _signals(bench: Bench) -> None:
    settings = bench.store.settings()
    with Computation(source_of(bench.submission, settings, AUTHORITY)) as computation:
        Judge(computation, months_to(END, FLOW_MONTHS), settings, months_to(END, STOCK_MONTHS)).all_of(INDICATORS)


def _report(bench: Bench) -> None:
    write_quarterly_report(_request(bench), bench.folder / "report")


def _disclosure(bench: Bench, scan: float) -> Timed:
    """Disclosure control of everything that the public report tells."""
    taken: list[float] = []
    guarded = book_module.protect

    def timed(publication: Publication, profile: Profile) -> Protected:
        made: list[Protected] = []
        taken.append(seconds(lambda: made.append(guarded(publication, profile))))
        return made[0]

    with patch.object(book_module, "protect", timed):
        _, book = told(_request(bench))
    return Timed(
        f"Disclosure control of the public report: {len(book.told):,} figures protected together",
        sum(taken),
        "a raw scan of the same records",
        scan,
        "seconds",
    )


def _request(bench: Bench) -> Request:
    return Request(
        store=bench.store,
        submission=bench.submission,
        settings=bench.store.settings(),
        authority=AUTHORITY,
        period=parse_period("2021-22-Q2"),
        audience="public",
        written_at=datetime(2022, 4, 1, 9, tzinfo=ZoneInfo("Europe/London")),
        benchmarks=shipped(),
    )
