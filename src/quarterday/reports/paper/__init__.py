"""The Committee paper, in the brief's own form."""

from quarterday.reports.paper.writer import TemplateError, write_paper

__all__ = ["TemplateError", "write_paper"]
