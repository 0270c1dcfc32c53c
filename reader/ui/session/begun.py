"""A note that was opened and in which nothing stands yet: left as it is, it was never made."""

from __future__ import annotations

from reader.core.errors import ReaderError
from reader.ui.session.stories import Stories


class BegunNote:
    """The note that was opened last, until something is written in it."""

    def __init__(self, stories: Stories) -> None:
        self._stories = stories
        self._made: int | None = None
        """The change that made it."""

    def begin(self) -> None:
        """A note was made just now, to be written."""
        self._made = self._stories.project.log.changes(1)[0].seq

    def keep(self) -> None:
        """Something was typed, or another project was opened: it is a note like any other."""
        self._made = None

    def leave(self) -> bool:
        """Take the note away where nothing was noted in it; whether that was so.

        What was noted is a newer change, which keeps it. So does a file that cannot be written:
        an empty note too many is no loss.
        """
        made, self._made = self._made, None
        if made is None or not self._stories.is_open:
            return False
        try:
            return self._stories.project.log.withdraw(made)
        except ReaderError:
            return False
