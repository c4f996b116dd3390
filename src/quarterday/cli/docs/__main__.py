"""`python -m quarterday.cli.docs FOLDER` writes the generated pages anew."""

import sys
from pathlib import Path

from quarterday.cli.docs.pages import write_pages

for path in write_pages(Path(sys.argv[1] if len(sys.argv) > 1 else "docs")):
    print(path)
