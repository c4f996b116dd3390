"""The generated pages of docs/: the data dictionary, the definitions, the checks, the settings, the command line."""

from quarterday.cli.docs.pages import PAGES, write_pages

__all__ = ["PAGES", "write_pages"]
