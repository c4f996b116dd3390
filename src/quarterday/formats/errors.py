"""Why a source could not be read; in every case nothing was changed."""


class UnreadableSourceError(Exception):
    """The source could not be read or was not recognised. The message says what to do."""


class UnrecognisedSourceError(UnreadableSourceError):
    """Nothing in the source looks like a format that Quarterday knows."""


class DamagedSourceError(UnreadableSourceError):
    """The source is truncated, wrongly encoded or not what its name says."""


class HostileSourceError(UnreadableSourceError):
    """The source is larger, deeper or stranger than any real extract; it was not opened further."""
