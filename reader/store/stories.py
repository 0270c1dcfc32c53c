"""Stories: sets of articles about one event."""

from __future__ import annotations

from reader.core.annotating.annotation import Story
from reader.store.events import Kind, Place
from reader.store.log import Log
from reader.store.stamps import new_id, now
from reader.store.texts import Texts
from reader.store.writer import Writer

_IN_ARTICLE = "JOIN article ON article.id = article_id WHERE story_id = ?"
_PARTS = (
    ("target", f"SELECT target.id FROM target {_IN_ARTICLE}"),
    ("review", "SELECT id FROM review WHERE story_id = ?"),
    (
        "block",
        f"SELECT block.id FROM block JOIN version ON version.id = version_id {_IN_ARTICLE}",
    ),
    ("version", f"SELECT version.id FROM version {_IN_ARTICLE}"),
    ("article", "SELECT id FROM article WHERE story_id = ?"),
    ("story_options", "SELECT id FROM story_options WHERE id = ?"),
    ("story", "SELECT id FROM story WHERE id = ?"),
)
"""What a story holds while nothing is noted in it, and how to find the rows by its identifier."""


class Stories:
    """The stories of a project in the order of their making."""

    def __init__(self, log: Log, texts: Texts) -> None:
        self._log = log
        self._texts = texts
        self._connection = log.connection

    def all(self) -> tuple[Story, ...]:
        """The stories that are not removed."""
        rows = self._connection.rows(
            "SELECT id, title, position, created, kept FROM story WHERE removed IS NULL "
            "ORDER BY position, created, id"
        )
        return tuple(
            Story(row["id"], row["title"], row["position"], row["created"], bool(row["kept"]))
            for row in rows
        )

    def add(self, title: str, kept: bool = True, *, story_id: str | None = None) -> Story:
        """Adds a story; one that is not `kept` goes with `drop_unkept` unless something is noted.

        `story_id` is for stories that are the same in every project, such as the bundled one.
        """
        row = self._connection.row("SELECT coalesce(max(position), -1) + 1 AS next FROM story")
        story = Story(story_id or new_id(), title.strip(), row["next"] if row else 0, now(), kept)
        with self._log.change(f"Add story “{story.title}”", Place(story.id)) as change:
            change.put(
                "story",
                {
                    "id": story.id,
                    "title": story.title,
                    "position": story.position,
                    "created": story.created,
                    "kept": int(kept),
                    "removed": None,
                },
            )
        return story

    def rename(self, story_id: str, title: str) -> None:
        with self._log.change(f"Rename story “{title.strip()}”", Place(story_id)) as change:
            change.alter("story", story_id, title=title.strip())

    def remove(self, story_id: str) -> None:
        """Takes a story out with all that is in it; undoing brings everything back."""
        with self._log.change(f"Remove story “{self._title(story_id)}”", Place(story_id)) as change:
            change.alter("story", story_id, removed=now())

    def keep(self, story_id: str) -> None:
        """Makes a story that was only opened to look one that stays."""
        with self._log.change(f"Keep story “{self._title(story_id)}”", Place(story_id)) as change:
            change.alter("story", story_id, kept=1)

    def drop_unkept(self) -> tuple[str, ...]:
        """Deletes stories that were only looked at, with their texts; returns their identifiers.

        A story in which anything was ever noted stays, also when the note was taken back since.
        This cannot be undone and takes the story's earlier changes out of what can be.
        """
        rows = self._connection.rows("SELECT id FROM story WHERE kept = 0")
        dropped = [row["id"] for row in rows if not self._noted(row["id"])]
        for story_id in dropped:
            with self._log.change(
                "Close texts that were only opened to look", Place(story_id), kind=Kind.FINAL
            ) as change:
                self._drop(change, story_id)
        return tuple(dropped)

    def _drop(self, change: Writer, story_id: str) -> None:
        hashes = self._connection.rows(
            "SELECT DISTINCT sha256 FROM version JOIN article ON article.id = article_id "
            "WHERE story_id = ?",
            [story_id],
        )
        for table, question in _PARTS:
            for row in self._connection.rows(question, [story_id]):
                change.remove(table, row["id"])
        for row in hashes:
            if not self._used_elsewhere(row["sha256"], story_id):
                self._texts.drop(row["sha256"])

    def _used_elsewhere(self, sha256: str, story_id: str) -> bool:
        """Whether a text is a version of another story's article, now or once (for redo)."""
        return bool(
            self._connection.rows(
                "SELECT 1 FROM event JOIN change ON change.seq = change_seq "
                "WHERE table_name = 'version' AND coalesce(after, before) LIKE ? "
                "AND story_id IS NOT ? LIMIT 1",
                [f'%"{sha256}"%', story_id],
            )
        )

    def _noted(self, story_id: str) -> bool:
        """Whether anything was noted in a story, or it shares a change with another one."""
        articles = self._connection.rows("SELECT id FROM article WHERE story_id = ?", [story_id])
        return any(
            self._connection.rows(
                "SELECT 1 FROM event JOIN change ON change.seq = change_seq "
                "WHERE coalesce(after, before) LIKE ? AND (story_id IS NOT ? OR table_name IN "
                "('annotation', 'decision')) LIMIT 1",
                [f'%"{row_id}"%', story_id],
            )
            for row_id in [story_id, *(row["id"] for row in articles)]
        )

    def _title(self, story_id: str) -> str:
        row = self._connection.row("SELECT title FROM story WHERE id = ?", [story_id])
        return "" if row is None else row["title"]
