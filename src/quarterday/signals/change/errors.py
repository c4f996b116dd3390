"""Why a change cannot be explained, each kind with what its caller can do about it."""


class ChangeError(Exception):
    """The change that was asked for cannot be explained."""


class NotAStockError(ChangeError):
    """What was named is no stock of children: a flow, a mix, a median, or a count of something else."""


class DatesError(ChangeError):
    """The two dates, or the two submissions, do not make a change."""


class UnknownBreakdownError(ChangeError):
    """The stock does not know the breakdown that was asked for."""


class NotComputableError(ChangeError):
    """The records do not hold what the figure needs at one of the dates (R33)."""


class InexactError(Exception):
    """The parts do not add up to the figures: a fault of Quarterday, never of the records. It is never hidden."""
