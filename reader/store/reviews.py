"""Review states of passages, known again by the anchors of their readings."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.annotating.annotation import Review, ReviewState
from reader.store.events import Place
from reader.store.log import Log
from reader.store.stamps import new_id, now
from reader.store.targets import Spot, Targets

_NOTED = (ReviewState.CHECKED, ReviewState.NEEDS_A_CALL)
"""What keeps a story that was only opened to look; passing over a passage does not."""


class Reviews:
    """How far people have come with the passages of each story."""

    def __init__(self, log: Log, targets: Targets) -> None:
        self._log = log
        self._targets = targets

    def of(self, story_id: str) -> tuple[Review, ...]:
        """Everyone's review states of a story's passages; a passage without one is unseen."""
        rows = self._log.connection.rows(
            "SELECT id, state, person_id FROM review WHERE story_id = ? ORDER BY changed, id",
            [story_id],
        )
        places = self._targets.of_story("review_id", story_id)
        return tuple(
            Review(
                row["id"],
                story_id,
                places.get(row["id"], ()),
                ReviewState(row["state"]),
                row["person_id"],
            )
            for row in rows
        )

    def set(self, story_id: str, places: Sequence[Spot], state: ReviewState) -> Review:
        """Keeps one's own state of the passage that has exactly these readings, in any order.

        What other people have said of the passage stays theirs.
        """
        if not places:
            raise ValueError("a passage has at least one reading")
        ordered = sorted(places)
        person_id = self._log.author_id()
        same = [
            review
            for review in self.of(story_id)
            if review.person_id == person_id
            and sorted((place.article_id, place.span) for place in review.places if place.span)
            == ordered
        ]
        if same and same[-1].state is state:
            return same[-1]
        review_id = same[-1].id if same else new_id()
        article_id, span = places[0]
        with self._log.change(
            f"Mark passage as {state}", Place(story_id, article_id, span)
        ) as change:
            if state in _NOTED:
                change.alter("story", story_id, kept=1)
            change.put(
                "review",
                {
                    "id": review_id,
                    "story_id": story_id,
                    "person_id": person_id,
                    "state": state,
                    "changed": now(),
                },
            )
            if not same:
                targets = [self._targets.describe(spot) for spot in ordered]
                self._targets.write(change, "review_id", review_id, targets)
        described = self._targets.of("review_id", review_id)
        return Review(review_id, story_id, described, state, person_id)
