"""The tags used lately in a project, the latest first: only view, so kept in the settings."""

from __future__ import annotations

from collections.abc import Iterable

from reader.ui.session.stories import Stories
from reader.ui.settings import Settings

KEPT = 12


class RecentTags:
    """Identifiers of tags; one that is gone since does no harm."""

    def __init__(self, stories: Stories, settings: Settings) -> None:
        self._stories = stories
        self._settings = settings

    @property
    def ids(self) -> tuple[str, ...]:
        if not self._stories.is_open:
            return ()
        kept = self._settings.get(self._stories.project.uuid, "recent tags", [])
        return tuple(str(tag_id) for tag_id in kept)

    def used(self, tag_ids: Iterable[str]) -> None:
        """Put tags first, in front of those used before."""
        new = tuple(dict.fromkeys(tag_ids))
        ids = (*new, *(tag_id for tag_id in self.ids if tag_id not in new))[:KEPT]
        if ids != self.ids:
            self._settings.set(self._stories.project.uuid, "recent tags", list(ids))
