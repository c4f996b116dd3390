"""A worklist: what is due and what is overdue, for a team manager; the same facts that the indicators count."""

from dataclasses import dataclass

from quarterday.indicators import Count, Fact


@dataclass(frozen=True, kw_only=True)
class Worklist:
    """Open matters at a date, each with the day it is due by: due soon first, then overdue.

    `of` is an interval fact, `where` narrows it (portable SQL over its columns and `snapshot`), `due` names the column
    with the due date ("" where nothing is due: then every row is listed as it stands). `columns` pairs a column of
    the fact with its heading. `within_days` is how far ahead "due soon" looks.
    """

    key: str
    title: str
    of: Fact
    due: str = ""
    where: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    within_days: int = 28
    says: str = ""

    @property
    def as_count(self) -> Count:
        """The worklist as an indicator, so that its rows come from the same compiler."""
        return Count(code=self.key, title=self.title, of=self.of, where=self.where)
