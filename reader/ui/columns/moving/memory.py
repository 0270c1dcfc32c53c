"""Where each article was being read, kept in the person's settings and found again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

from reader.core.text.article import Role
from reader.ui.columns.desk import Desk
from reader.ui.columns.plan.paragraphs import Paragraph
from reader.ui.session import Session

_HEADLINE: Final = -1
"""An article that was never read: it begins with its headline, not with the page around it."""
_PAUSE_MS: Final = 800
"""How long after the last scrolling the place is kept."""


class Memory(QObject):
    """Keeps the code point at the upper edge of each column: it holds at every width and zoom.

    A place in the text is only view: it goes into the settings, keyed by project and story, and
    never into the project.
    """

    def __init__(self, session: Session, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = desk
        self._section: str | None = None
        self._waiting: dict[str, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.keep)

    def change_story(self) -> None:
        """Another story is on the desk: what was read of it last is waited for."""
        self._timer.stop()
        stories = self._session.stories
        self._waiting = {}
        self._section = None
        if stories.is_open and stories.story is not None:
            self._section = f"{stories.project.uuid}/{stories.story.id}"
            kept = self._session.settings.get(self._section, "places", {})
            self._waiting = {a.id: _HEADLINE for a in stories.articles}
            self._waiting |= {key: at for key, at in kept.items() if isinstance(at, int)}

    def scrolled(self) -> None:
        """A column has moved: its place will be kept once it rests."""
        if not self._waiting:
            self._timer.start()

    def keep(self) -> None:
        """Keep the places now."""
        self._timer.stop()
        if self._section is None or self._waiting or not self._desk.frames:
            return
        kept = dict(self._session.settings.get(self._section, "places", {}))
        for key, frame in self._desk.frames.items():
            if frame.column.paragraphs:
                kept[key] = frame.column.top_offset
        self._session.settings.set(self._section, "places", kept)

    def expect(self, article_id: str, place: int) -> None:
        """Another text of an article is set: this code point of it was at the upper edge."""
        self._waiting[article_id] = place

    def wanted(self, article_id: str) -> int | None:
        """The code point that should stand at the upper edge of a column that has just settled,
        once; None where nothing was kept or the column was scrolled already.
        """
        place = self._waiting.pop(article_id, None)
        for key in [k for k in self._waiting if k not in self._desk.frames]:
            del self._waiting[key]
        frame = self._desk.frames.get(article_id)
        if not place or frame is None or frame.column.upper_edge > 0:
            return None
        if place == _HEADLINE:
            return _headline(frame.column.paragraphs)
        return min(place, len(frame.column.text))


def _headline(lines: Sequence[Paragraph]) -> int | None:
    """Where an article begins below the furniture of its page; None where it begins at the top."""
    for number, line in enumerate(lines):
        if line.role is Role.HEADLINE:
            above = any(not other.blank for other in lines[:number])
            return line.span.start if above else None
    return None
