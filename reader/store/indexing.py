"""Keeps the search index in step with the notes and quotes that a change touched."""

from __future__ import annotations

from reader.store.database import Connection
from reader.store.search_index import SearchIndex


class Indexing:
    """Follows changes of annotations; texts are indexed when they are added."""

    def __init__(self, connection: Connection, index: SearchIndex) -> None:
        self._connection = connection
        self._index = index

    def follow(self, touched: set[tuple[str, str]]) -> None:
        """Brings the entries of touched annotations up to date, in the change's transaction."""
        for table, owner_id in touched:
            if table == "annotation":
                row = self._connection.row(
                    "SELECT coalesce(draft.note, annotation.note) AS note FROM annotation "
                    "LEFT JOIN draft ON annotation_id = annotation.id WHERE annotation.id = ?",
                    [owner_id],
                )
                self._index.put("note", owner_id, "" if row is None else row["note"])
            elif table == "target":
                rows = self._connection.rows(
                    "SELECT quote FROM target WHERE annotation_id = ? ORDER BY position", [owner_id]
                )
                self._index.put("quote", owner_id, "\n".join(row["quote"] for row in rows))
