"""The log of all changes: the only way rows change, and what undo, redo and history read.

A change is one transaction. It writes its rows and, beside them, what each row was before and is
after. Undoing applies the inverse as a new change; nothing in the log is ever rewritten, and
triggers in the file forbid it. What can be undone is read from the log, so it survives quitting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator
from contextlib import contextmanager

from reader.store import errors
from reader.store.database import Connection
from reader.store.events import (
    Change,
    Event,
    Kind,
    Place,
    change_of,
    event_of,
    inverse,
    packed_place,
)
from reader.store.stamps import new_id, now
from reader.store.writer import Writer

_CHANGES = """
SELECT change.seq, change.name, change.kind, change.at, change.undone_seq, change.story_id,
       change.place, change.person_id, coalesce(person.name, '') AS person
FROM change LEFT JOIN person ON person.id = change.person_id
"""


class Log:
    """The changes of one project and the way to make, undo and redo them.

    `before_change` and `before_undo` are called in the transaction before anything else (notes
    still being typed become changes of their own there), `after_change` with the rows touched.
    """

    def __init__(self, connection: Connection, author_id: Callable[[], str]) -> None:
        self.connection = connection
        self.author_id = author_id
        self._open: Writer | None = None
        self._preparing = False
        self._stacks = _Stacks()
        self.before_change: Callable[[], None] = lambda: None
        self.before_undo: Callable[[], None] = lambda: None
        self.after_change: Callable[[set[tuple[str, str]]], None] = lambda touched: None

    @contextmanager
    def change(
        self,
        name: str,
        place: Place | None = None,
        *,
        kind: Kind = Kind.DO,
        undone: int | None = None,
        person_id: str | None = None,
    ) -> Generator[Writer]:
        """One step: rows put and removed inside are saved together or not at all.

        A change inside another is part of that one and takes its name. A change that changes
        nothing leaves no entry. `person_id` is who made it, where that is not the author.
        Raises StoreError.
        """
        if self._open is not None:
            self._open.place = self._open.place or place
            yield self._open
            return
        with self.connection.writing():
            self._prepare()
            writer = Writer(self.connection, place)
            self._open = writer
            try:
                yield writer
            finally:
                self._open = None
            if writer.events:
                self._enter(writer, name, kind, undone, person_id or self.author_id())
                self.after_change(writer.touched)

    def _prepare(self) -> None:
        """What must be in the log before the next change; changes made here prepare nothing."""
        if not self._preparing:
            self._preparing = True
            try:
                self.before_change()
            finally:
                self._preparing = False

    def _enter(
        self, writer: Writer, name: str, kind: Kind, undone: int | None, person_id: str
    ) -> None:
        """Writes the log's entry of a change whose rows are written."""
        place = writer.place or Place()
        seq = self.connection.run(
            "INSERT INTO change (id, at, person_id, name, kind, undone_seq, story_id, place) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [new_id(), now(), person_id, name, kind, undone, place.story_id, packed_place(place)],
        )
        for table, row_id, owner_id, before, after in writer.events:
            self.connection.run(
                "INSERT INTO event (change_seq, table_name, row_id, owner_id, before, after) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [seq, table, row_id, owner_id, before, after],
            )

    @property
    def undo_name(self) -> str | None:
        """The name of the change that `undo` would take back."""
        return self._name(self._current().undo)

    @property
    def redo_name(self) -> str | None:
        """The name of the change that `redo` would make again."""
        return self._name(self._current().redo)

    @property
    def undo_rows(self) -> int:
        """How many rows `undo` would write."""
        return self._rows(self._current().undo)

    @property
    def redo_rows(self) -> int:
        """How many rows `redo` would write."""
        return self._rows(self._current().redo)

    def undo(self) -> Change | None:
        """Takes back the latest change that stands; None where there is none."""
        return self._turn(Kind.UNDO)

    def redo(self) -> Change | None:
        """Makes the change again that was taken back last; None where there is none."""
        return self._turn(Kind.REDO)

    def withdraw(self, seq: int) -> bool:
        """Takes back the change `seq` for good, as if it had never been made: it cannot be redone,
        and what it kept from being redone can be again. False where a newer change stands on it.
        """
        return self._turn(Kind.FINAL, only=seq) is not None

    def _turn(self, kind: Kind, *, only: int | None = None) -> Change | None:
        try:
            with self.connection.writing():
                self.before_undo()
                stacks = self._current()
                seqs = stacks.redo if kind is Kind.REDO else stacks.undo
                if not seqs or only not in (None, seqs[-1]):
                    return None
                turned = self._one(seqs[-1])
                events = self.events(turned.seq)
                with self.change(turned.name, turned.place, kind=kind, undone=turned.seq) as writer:
                    for event in events if kind is Kind.REDO else inverse(events):
                        writer.apply(event)
                return turned
        except BaseException:
            self._stacks = _Stacks()  # they may have seen what was rolled back
            raise

    def changes(self, limit: int = 100) -> tuple[Change, ...]:
        """The latest changes, the newest first."""
        rows = self.connection.rows(f"{_CHANGES} ORDER BY change.seq DESC LIMIT ?", [limit])
        return tuple(change_of(dict(row)) for row in rows)

    def changes_of(self, owner_id: str) -> tuple[Change, ...]:
        """The changes that touched one annotation, oldest first."""
        rows = self.connection.rows(
            f"{_CHANGES} WHERE change.seq IN (SELECT change_seq FROM event WHERE owner_id = ?) "
            "ORDER BY change.seq",
            [owner_id],
        )
        return tuple(change_of(dict(row)) for row in rows)

    def events(self, change_seq: int) -> tuple[Event, ...]:
        """What one change did, in order."""
        rows = self.connection.rows(
            "SELECT seq, change_seq, table_name, row_id, before, after FROM event "
            "WHERE change_seq = ? ORDER BY seq",
            [change_seq],
        )
        return tuple(event_of(dict(row)) for row in rows)

    def all_events(self) -> tuple[Event, ...]:
        """Everything that was ever done to a row, in order."""
        rows = self.connection.rows(
            "SELECT seq, change_seq, table_name, row_id, before, after FROM event ORDER BY seq"
        )
        return tuple(event_of(dict(row)) for row in rows)

    def _one(self, seq: int) -> Change:
        row = self.connection.row(f"{_CHANGES} WHERE change.seq = ?", [seq])
        if row is None:
            raise errors.damaged(self.connection.path, f"its log lacks the change {seq}.")
        return change_of(dict(row))

    def _name(self, seqs: list[int]) -> str | None:
        return self._one(seqs[-1]).name if seqs else None

    def _rows(self, seqs: list[int]) -> int:
        row = self.connection.row(
            "SELECT count(*) AS rows FROM event WHERE change_seq = ?", seqs[-1:] or [0]
        )
        return row["rows"] if row else 0

    def _current(self) -> _Stacks:
        """The stacks brought up to date with what the log says now."""
        rows = self.connection.rows(
            "SELECT seq, kind, undone_seq, story_id FROM change WHERE seq > ? ORDER BY seq",
            [self._stacks.seen],
        )
        for row in rows:
            self._stacks.follow(row["seq"], Kind(row["kind"]), row["undone_seq"], row["story_id"])
        return self._stacks


class _Stacks:
    """What can be undone and redone, followed from the log entry by entry."""

    def __init__(self) -> None:
        self.seen = 0
        self.undo: list[int] = []
        self.redo: list[int] = []
        self._cleared: list[int] = []
        """What could be redone before the newest change was made."""
        self._of_story: defaultdict[str, set[int]] = defaultdict(set)

    def follow(self, seq: int, kind: Kind, undone: int | None, story_id: str | None) -> None:
        """The next entry of the log; a final one ends what could be undone in its story so far."""
        self.seen = seq
        match kind:
            case Kind.DO:
                if story_id is not None:
                    self._of_story[story_id].add(seq)
                self.undo.append(seq)
                self.redo, self._cleared = [], self.redo
            case Kind.UNDO if undone is not None:
                self.undo.remove(undone)
                self.redo.append(undone)
                self._cleared = []
            case Kind.REDO if undone is not None:
                self.redo.remove(undone)
                self.undo.append(undone)
            case Kind.FINAL if undone is not None:
                self.undo.remove(undone)
                self.redo, self._cleared = self._cleared, []
            case Kind.FINAL if story_id is not None:
                self._cleared = []
                gone = self._of_story.pop(story_id, set())
                self.undo = [one for one in self.undo if one not in gone]
                self.redo = [one for one in self.redo if one not in gone]
            case _:
                pass
