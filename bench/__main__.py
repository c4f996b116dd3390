"""`python -m bench [--children N] [--write FILE]`: one authority, seven years, timed beside raw scans."""

import argparse
import tempfile
from pathlib import Path

from bench.authority import bench_authority
from bench.comparison import bench_comparison
from bench.timing import as_markdown


def main() -> None:
    """Run every benchmark and print (or write) what was measured."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--children", type=int, default=24_000, help="children aged 0 to 17 of the made-up authority")
    options.add_argument("--write", type=Path, help="write the page here as well")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = bench_authority(Path(folder), asked.children) + bench_comparison(Path(folder))
        page = as_markdown(found, asked.children)
    print(page)
    if asked.write:
        asked.write.write_text(page, encoding="utf-8")


main()
