"""Generated blocks of docs/claims.md: compared with the code, or written anew where QUARTERDAY_WRITE_PAGES is set."""

import os
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "claims.md"


def block(name: str, made: str) -> tuple[str, str]:
    """What stands in the page between the marks of a name, and what should."""
    text = PAGE.read_text(encoding="utf-8")
    marks = re.compile(rf"(<!-- {name}: begin -->\n)(.*?)(<!-- {name}: end -->)", re.DOTALL)
    if os.environ.get("QUARTERDAY_WRITE_PAGES"):
        text = marks.sub(lambda match: f"{match[1]}{made.strip()}\n{match[3]}", text)
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    found = marks.search(text)
    return (found[2].strip() if found else ""), made.strip()
