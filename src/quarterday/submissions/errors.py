"""What keeps work on a store from being done; nothing was changed."""


class StoreError(Exception):
    """Something about the store keeps the work from being done; nothing was changed."""


class NoSubmissionError(StoreError):
    """The store holds no submission, or none of that number."""


class StoreBusyError(StoreError):
    """Another load is writing to the store."""


class DamagedSubmissionError(StoreError):
    """A file of a submission is missing or cannot be read."""

    def __init__(self, number: int, what: str) -> None:
        super().__init__(
            f"Submission {number} is damaged: {what} is missing or cannot be read. Run quarterday doctor to see which "
            "are whole; quarterday submissions restore N makes one of them current again."
        )


class DamagedLogError(StoreError):
    """The access log is damaged, so nothing that must be logged is shown."""
