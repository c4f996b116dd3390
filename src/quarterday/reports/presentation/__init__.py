"""The presentation: a slide a finding."""

from quarterday.reports.presentation.writer import write_presentation

__all__ = ["write_presentation"]
