"""The story of the quarter: which figures each section tells, in which words, and how they are drawn."""

from quarterday.reports.story.telling import tell

__all__ = ["tell"]
