"""The Committee paper, in the brief's own form."""

from quarterday.reports.paper.writer import TemplateError, check_template, write_paper

__all__ = ["TemplateError", "check_template", "write_paper"]
