"""The one kind of error that is the person's to mend."""

from __future__ import annotations


class ReaderError(Exception):
    """A problem with what was given, told as a title and what to do about it.

    Raised low, shown once at the top. Our own mistakes are ordinary exceptions and reach the
    crash dialog instead.
    """

    def __init__(self, title: str, advice: str) -> None:
        super().__init__(f"{title} {advice}")
        self.title = title
        self.advice = advice
