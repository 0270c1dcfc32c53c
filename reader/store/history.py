"""The history of one annotation, read from the log, and its way back to any earlier state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from reader.core.annotating.annotation import Annotation
from reader.store import errors
from reader.store.annotation_rows import annotation_of, evidence_of
from reader.store.database import Connection, Record
from reader.store.events import Change, event_of
from reader.store.log import Log
from reader.store.stamps import now
from reader.store.targets import Targets, target_of

_PARTS = ("annotation", "target", "annotation_tag", "evidence")
Rows = dict[tuple[str, str], Record]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What an annotation was after a change; `state` is None where the change took it away."""

    seq: int
    change: Change
    state: Annotation | None
    removed: bool
    """Whether it was deleted (and could be restored) then."""


class History:
    """What became of each annotation, change by change."""

    def __init__(self, log: Log, targets: Targets) -> None:
        self._log = log
        self._targets = targets

    def of(self, annotation_id: str) -> tuple[HistoryEntry, ...]:
        """Every state that an annotation has had, oldest first."""
        entries: list[HistoryEntry] = []
        changes = {change.seq: change for change in self._log.changes_of(annotation_id)}
        for seq, rows in states(self._log.connection, annotation_id):
            row = rows.get(("annotation", annotation_id))
            removed = row is not None and row["removed"] is not None
            state = None if row is None else _annotation(annotation_id, rows)
            entries.append(HistoryEntry(seq, changes[seq], state, removed))
        return tuple(entries)

    def restore(self, annotation_id: str, seq: int) -> None:
        """Makes an annotation what it was after the change `seq`, as a new change.

        Tags and ratings that are no longer there are left out. Raises Refused where the annotation
        was not there after that change.
        """
        wanted = dict(states(self._log.connection, annotation_id)).get(seq)
        if wanted is None or ("annotation", annotation_id) not in wanted:
            raise errors.gone("state of the note")
        with self._log.change("Restore earlier note", self._targets.place(annotation_id)) as change:
            for table, row_id in self._present(annotation_id) - wanted.keys():
                change.remove(table, row_id)
            for (table, _), row in wanted.items():
                if table == "annotation_tag" and change.get("tag", str(row["tag_id"])) is None:
                    continue
                rated = table == "annotation" and row["rating_id"] is not None
                if rated and change.get("rating", str(row["rating_id"])) is None:
                    row = {**row, "rating_id": None, "confidence": None}
                change.put(table, row)
            if change.events:
                change.alter("annotation", annotation_id, changed=now())

    def _present(self, annotation_id: str) -> set[tuple[str, str]]:
        found = states(self._log.connection, annotation_id)
        return set(found[-1][1]) if found else set()


def states(connection: Connection, annotation_id: str) -> list[tuple[int, Rows]]:
    """The rows of an annotation by table and identifier, after each change that touched them."""
    rows: Rows = {}
    found: list[tuple[int, Rows]] = []
    for row in connection.rows(
        "SELECT seq, change_seq, table_name, row_id, before, after FROM event "
        "WHERE owner_id = ? ORDER BY seq",
        [annotation_id],
    ):
        event = event_of(dict(row))
        if event.table in _PARTS:
            key = (event.table, event.row_id)
            if event.after is None:
                rows.pop(key, None)
            else:
                rows[key] = event.after
            if found and found[-1][0] == event.change_seq:
                found.pop()
            found.append((event.change_seq, dict(rows)))
    return found


def _annotation(annotation_id: str, rows: Rows) -> Annotation:
    def part(table: str) -> list[dict[str, Any]]:
        found = [row for (name, _), row in rows.items() if name == table]
        return sorted(found, key=lambda row: cast(int, row["position"]))

    return annotation_of(
        rows["annotation", annotation_id],
        tuple(target_of(row) for row in part("target")),
        tuple(row["tag_id"] for row in part("annotation_tag")),
        tuple(evidence_of(row) for row in part("evidence")),
    )
