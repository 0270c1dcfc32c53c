"""Notes while they are typed: saved at once as a draft, one change when the person leaves.

A draft is not in the log. It becomes one change when its visit ends, when something is undone
while it is open, or, after a crash, with the next change of the project; until then it is shown
as the note's text, so nothing typed is lost.
"""

from __future__ import annotations

from typing import cast

from reader.core.text.canonical import canonical
from reader.store import errors
from reader.store.events import Place
from reader.store.log import Log
from reader.store.search_index import SearchIndex
from reader.store.stamps import now


class Notes:
    """The drafts of one project."""

    def __init__(self, log: Log, index: SearchIndex) -> None:
        self._log = log
        self._index = index
        self._connection = log.connection
        self._visits: set[str] = set()
        """Visits that were begun since the project was opened; other drafts were left behind."""

    def edit(self, annotation_id: str, text: str, visit: str) -> None:
        """Saves the text typed so far, in canonical form. Raises StoreError."""
        text = canonical(text)
        with self._connection.writing():
            row = self._connection.row("SELECT 1 FROM annotation WHERE id = ?", [annotation_id])
            if row is None:
                raise errors.gone("note")
            self._fold("annotation_id = ? AND visit <> ?", annotation_id, visit)
            self._connection.run(
                "INSERT INTO draft (annotation_id, person_id, visit, note, saved) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (annotation_id) DO UPDATE "
                "SET visit = excluded.visit, note = excluded.note, saved = excluded.saved",
                [annotation_id, self._log.author_id(), visit, text, now()],
            )
            self._index.put("note", annotation_id, text)
        self._visits.add(visit)

    @property
    def visits(self) -> frozenset[str]:
        """Visits that were begun here: another connection leaves their drafts to them."""
        return frozenset(self._visits)

    def go_on_with(self, visits: frozenset[str]) -> None:
        """Treat these visits as begun here."""
        self._visits |= visits

    def finish(self, visit: str) -> None:
        """Makes what was typed in a visit one change; nothing where nothing was."""
        if self._connection.row("SELECT 1 FROM draft WHERE visit = ?", [visit]) is None:
            return
        with self._connection.writing():
            self._fold("visit = ?", visit)

    def finish_all(self) -> None:
        """Makes every draft a change, before something is undone."""
        self._fold("1")

    def finish_left(self) -> None:
        """Makes drafts that a crash left behind changes, each its own."""
        marks = ", ".join("?" for _ in self._visits)
        self._fold(f"visit NOT IN ({marks})", *self._visits)

    def drafts(self) -> dict[str, str]:
        """The text typed so far by annotation."""
        rows = self._connection.rows("SELECT annotation_id, note FROM draft")
        return {row["annotation_id"]: row["note"] for row in rows}

    def _fold(self, where: str, *values: str) -> None:
        rows = self._connection.rows(
            "SELECT draft.annotation_id, draft.note, draft.person_id, story_id FROM draft "
            f"JOIN annotation ON annotation.id = annotation_id WHERE {where} ORDER BY saved",
            values,
        )
        for row in rows:
            annotation_id = cast(str, row["annotation_id"])
            self._connection.run("DELETE FROM draft WHERE annotation_id = ?", [annotation_id])
            place = Place(row["story_id"], annotation_id=annotation_id)
            with self._log.change("Edit note", place, person_id=row["person_id"]) as change:
                old = change.get("annotation", annotation_id)
                if old is not None and old["note"] != row["note"]:
                    change.alter("annotation", annotation_id, note=row["note"], changed=now())
