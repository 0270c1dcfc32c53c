"""One of two projects that are merged, read whole: its rows and when each was changed last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from typing import cast

from reader.core.pace import Pace
from reader.store.database import Connection, Record, Value
from reader.store.history import Rows
from reader.store.schema import LOGGED

CHILDREN: dict[str, tuple[tuple[str, str], ...]] = {
    "annotation": (
        ("target", "annotation_id"),
        ("annotation_tag", "annotation_id"),
        ("evidence", "annotation_id"),
    ),
    "review": (("target", "review_id"),),
    "decision": (("target", "decision_id"),),
}
"""What belongs to a row and goes with it, and the column that says so."""


class Side:
    """The rows of a project as they were when the merge began; unkept stories are left out."""

    def __init__(self, connection: Connection, pace: Pace) -> None:
        """Reads everything; a table is a unit of `pace`."""
        self.connection = connection
        self.tables: dict[str, dict[str, Record]] = {}
        for table in LOGGED:
            rows = connection.rows(f'SELECT * FROM "{table}"')
            self.tables[table] = {row["id"]: dict(row) for row in rows}
            pace.did()
        self._changed: dict[str, str] = {
            row["owner_id"]: row["at"]
            for row in connection.rows(
                "SELECT owner_id, max(at) AS at FROM event JOIN change ON change.seq = change_seq "
                "GROUP BY owner_id"
            )
        }
        for row in connection.rows("SELECT annotation_id, note, saved FROM draft"):
            self.tables["annotation"][row["annotation_id"]]["note"] = row["note"]
            self._changed[row["annotation_id"]] = row["saved"]
        self._leave_out_unkept()
        self._children: dict[tuple[str, str], defaultdict[str, list[Record]]] = {}

    def of(self, table: str) -> list[Record]:
        """All rows of a table."""
        return [*self.tables[table].values()]

    def changed(self, row_id: str) -> str:
        """When a row, or what belongs to it, was changed last; empty where it was never known."""
        return self._changed.get(row_id, "")

    def children(self, table: str, column: str, owner_id: str) -> list[Record]:
        """The rows of a table that belong to one row."""
        key = (table, column)
        if key not in self._children:
            by_owner: defaultdict[str, list[Record]] = defaultdict(list)
            for row in self.of(table):
                if row[column] is not None:
                    by_owner[cast(str, row[column])].append(row)
            self._children[key] = by_owner
        return self._children[key].get(owner_id, [])

    def composite(self, table: str, row_id: str) -> Rows:
        """A row with all that belongs to it, by table and identifier; empty where it is not."""
        row = self.tables[table].get(row_id)
        if row is None:
            return {}
        rows: Rows = {(table, row_id): row}
        for child, column in CHILDREN[table]:
            for one in self.children(child, column, row_id):
                rows[child, cast(str, one["id"])] = one
        return rows

    def newest(self, article_id: str) -> str | None:
        """The hash of an article's newest text, None where the article is not here."""
        versions = self.children("version", "article_id", article_id)
        newest = max(versions, key=lambda row: cast(int, row["number"]), default=None)
        return None if newest is None else cast(str, newest["sha256"])

    def _leave_out_unkept(self) -> None:
        """Texts that were only opened to look are nobody's work, and hold none."""
        unkept = {row["id"] for row in self.of("story") if not row["kept"]}
        owners = {"story": "id", "story_options": "id"}
        owners |= dict.fromkeys(("article", "annotation", "review", "decision"), "story_id")
        for table, column in owners.items():
            self._drop(table, column, unkept)
        articles = self.tables["article"].keys()
        kept_articles = {row["article_id"] for row in self.of("version")} & articles
        lost = {row["article_id"] for row in self.of("version")} - kept_articles
        for table in ("version", "target"):
            self._drop(table, "article_id", lost)

    def _drop(self, table: str, column: str, values: Container[Value]) -> None:
        rows = self.tables[table]
        self.tables[table] = {
            row_id: row for row_id, row in rows.items() if row[column] not in values
        }
