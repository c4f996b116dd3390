"""What can be wrong with claims, as errors that their author can mend."""


class ClaimsError(Exception):
    """The claims of a commentary cannot be checked as they stand; the message says where and why."""


class BindingError(ClaimsError):
    """One binding cannot be understood. The message has no place yet: who read the file adds it."""


class EvidenceError(ClaimsError):
    """The evidence register cannot be read; the message says why."""
