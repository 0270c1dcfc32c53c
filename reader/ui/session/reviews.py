"""The review states of a story's passages: read, set, and what was merely seen."""

from __future__ import annotations

from dataclasses import replace

from reader.core.annotating.annotation import ReviewState
from reader.ui.session.comparing import Comparing
from reader.ui.session.known import Places
from reader.ui.session.reviewing import Reviewed, Seen, others_of, recognise
from reader.ui.session.stories import Stories
from reader.ui.settings import Settings


class Reviews:
    """What the person, and others, say of each passage of the comparison that is shown."""

    def __init__(self, stories: Stories, comparing: Comparing, settings: Settings) -> None:
        self._stories = stories
        self._comparing = comparing
        self._settings = settings
        self._reviewed: dict[int, Reviewed] = {}
        self._others: dict[int, tuple[tuple[str, ReviewState], ...]] = {}
        self._seen: Seen | None = None

    def of(self, index: int) -> Reviewed:
        """How far a passage is reviewed; one that was merely looked at is seen."""
        found = self._reviewed.get(index)
        if found is None:
            seen = self._seen is not None and index in self._seen
            found = Reviewed(ReviewState.SEEN if seen else ReviewState.UNSEEN)
        others = self._others.get(index)
        return replace(found, others=others) if others else found

    @property
    def checked(self) -> int:
        """How many passages are checked."""
        return sum(1 for r in self._reviewed.values() if r.state is ReviewState.CHECKED)

    def set(self, places: Places, state: ReviewState) -> None:
        """Keep the state of the passage with these readings in the project; undoable."""
        story = self._stories.story
        if story is not None:
            self._stories.project.reviews.set(story.id, places, state)

    def read(self) -> None:
        """Read again what the project holds, and know the passages again by their places.

        Other people's states are left out while what they noted is hidden.
        """
        story, known = self._stories.story, self._comparing.known
        self._reviewed, self._others = {}, {}
        if story is None or known is None:
            return
        project = self._stories.project
        reviews, me = project.reviews.of(story.id), project.people.me().id
        self._reviewed = recognise([r for r in reviews if r.person_id == me], known)
        if not self._settings.get("notes", "blind", False):
            names = {p.id: p.name for p in project.people.all() if p.id != me}
            self._others = others_of(reviews, names, known)

    # ---- merely seen

    def read_seen(self) -> None:
        """Read which passages of the comparison were looked at before."""
        known, story = self._comparing.known, self._stories.story
        if known is None or story is None:
            self._seen = None
        else:
            section = f"{self._stories.project.uuid}/{story.id}"
            self._seen = Seen(self._settings, section, known.keys)

    def look_at(self, index: int) -> bool:
        """Note that a passage is looked at; whether it had not been before."""
        return self._seen is not None and self._seen.add(index)

    def last_seen(self) -> int | None:
        """The passage that was active when this story was last on the desk."""
        return None if self._seen is None else self._seen.last()
