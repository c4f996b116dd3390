"""What can go wrong with a series: said so that its author can mend it."""


class SignalError(ValueError):
    """A series cannot be judged; the message says which point or setting is wrong and what was allowed."""


class TooShortError(SignalError):
    """The series has too few points for any limits."""
