"""Writing rows within one change, with what they were before kept for the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from reader.store import errors
from reader.store.database import Connection, Record, Value
from reader.store.events import Event, Place, packed
from reader.store.schema import LOGGED


class Writer:
    """Writes rows within one change and keeps what they were before."""

    def __init__(self, connection: Connection, place: Place | None) -> None:
        self._connection = connection
        self.place = place
        """Where the change is; a change made of several is where the first of them is."""
        self.events: list[tuple[str, str, str, str | None, str | None]] = []
        """Table, row, owner, before and after as the log keeps them."""

    @property
    def touched(self) -> set[tuple[str, str]]:
        """Table and owner of every row written: the annotation of a target, else the row itself."""
        return {(table, owner_id) for table, _, owner_id, _, _ in self.events}

    def put(self, table: str, row: Mapping[str, Value]) -> None:
        """Adds a row or replaces the one of its `id`; a row that stays as it is leaves no event."""
        columns = LOGGED[table]
        after: Record = {column: row[column] for column in columns}
        before = self.get(table, cast(str, row["id"]))
        if before != after:
            names = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" for _ in columns)
            news = ", ".join(f'"{column}" = excluded."{column}"' for column in columns[1:])
            self._connection.run(
                f'INSERT INTO "{table}" ({names}) VALUES ({marks}) '
                f"ON CONFLICT (id) DO UPDATE SET {news}",
                list(after.values()),
            )
            self._note(table, before, after)

    def alter(self, table: str, row_id: str, **values: Value) -> None:
        """Changes some columns of a row that exists. Raises Refused where it does not."""
        row = self.get(table, row_id)
        if row is None:
            raise errors.gone(table)
        self.put(table, {**row, **values})

    def remove(self, table: str, row_id: str) -> None:
        """Removes a row; one that is not there leaves no event."""
        before = self.get(table, row_id)
        if before is not None:
            self._connection.run(f'DELETE FROM "{table}" WHERE id = ?', [row_id])
            self._note(table, before, None)

    def get(self, table: str, row_id: str) -> Record | None:
        """The row as it is now."""
        names = ", ".join(f'"{column}"' for column in LOGGED[table])
        row = self._connection.row(f'SELECT {names} FROM "{table}" WHERE id = ?', [row_id])
        return None if row is None else dict(row)

    def apply(self, event: Event) -> None:
        """Brings a row from what it was before an event to what it is after."""
        if self.get(event.table, event.row_id) != event.before:
            raise errors.damaged(
                self._connection.path, f"its log and its table “{event.table}” disagree."
            )
        if event.after is None:
            self.remove(event.table, event.row_id)
        else:
            self.put(event.table, event.after)

    def _note(self, table: str, before: Record | None, after: Record | None) -> None:
        row = cast(Record, after if after is not None else before)
        row_id = cast(str, row["id"])
        owner = row.get("annotation_id") or row.get("review_id") or row.get("decision_id")
        owner_id = cast(str, owner or row_id)
        self.events.append((table, row_id, owner_id, packed(before), packed(after)))
