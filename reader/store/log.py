"""The log of all changes: the only way rows change, and what undo, redo and history read.

A change is one transaction. It writes its rows and, beside them, what each row was before and is
after. Undoing applies the inverse as a new change; nothing in the log is ever rewritten, and
triggers in the file forbid it. What can be undone is read from the log, so it survives quitting.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

from reader.core.annotation import Person
from reader.core.text.span import Span
from reader.store import errors
from reader.store.database import Connection, Record, Value
from reader.store.schema import LOGGED
from reader.store.stamps import new_id, now


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the project a change happened, so that the window can come to it."""

    story_id: str | None = None
    article_id: str | None = None
    span: Span | None = None
    annotation_id: str | None = None


class Kind(StrEnum):
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    FINAL = "final"
    """What cannot be undone: the beginning of a project, texts dropped that were never kept."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log; `at` is ISO 8601 UTC; `undone` is the change an undo or redo is of."""

    seq: int
    name: str
    kind: Kind
    at: str
    person: Person
    place: Place
    undone: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What one change did to one row; `before` and `after` are None where there was no row."""

    seq: int
    change_seq: int
    table: str
    row_id: str
    before: Record | None
    after: Record | None


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
        self.events.append((table, row_id, owner_id, _packed(before), _packed(after)))


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
            [new_id(), now(), person_id, name, kind, undone, place.story_id, _packed_place(place)],
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

    def undo(self) -> Change | None:
        """Takes back the latest change that stands; None where there is none."""
        return self._turn(Kind.UNDO)

    def redo(self) -> Change | None:
        """Makes the change again that was taken back last; None where there is none."""
        return self._turn(Kind.REDO)

    def _turn(self, kind: Kind) -> Change | None:
        try:
            with self.connection.writing():
                self.before_undo()
                stacks = self._current()
                seqs = stacks.undo if kind is Kind.UNDO else stacks.redo
                if not seqs:
                    return None
                turned = self._one(seqs[-1])
                events = self.events(turned.seq)
                with self.change(turned.name, turned.place, kind=kind, undone=turned.seq) as writer:
                    for event in inverse(events) if kind is Kind.UNDO else events:
                        writer.apply(event)
                return turned
        except BaseException:
            self._stacks = _Stacks()  # they may have seen what was rolled back
            raise

    def changes(self, limit: int = 100) -> tuple[Change, ...]:
        """The latest changes, the newest first."""
        rows = self.connection.rows(f"{_CHANGES} ORDER BY change.seq DESC LIMIT ?", [limit])
        return tuple(_change(dict(row)) for row in rows)

    def changes_of(self, owner_id: str) -> tuple[Change, ...]:
        """The changes that touched one annotation, oldest first."""
        rows = self.connection.rows(
            f"{_CHANGES} WHERE change.seq IN (SELECT change_seq FROM event WHERE owner_id = ?) "
            "ORDER BY change.seq",
            [owner_id],
        )
        return tuple(_change(dict(row)) for row in rows)

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
        return _change(dict(row))

    def _name(self, seqs: list[int]) -> str | None:
        return self._one(seqs[-1]).name if seqs else None

    def _current(self) -> _Stacks:
        """The stacks brought up to date with what the log says now."""
        rows = self.connection.rows(
            "SELECT seq, kind, undone_seq, story_id FROM change WHERE seq > ? ORDER BY seq",
            [self._stacks.seen],
        )
        if rows and any(row["kind"] == Kind.FINAL for row in rows):
            self._stacks = _Stacks()
            rows = self.connection.rows(
                "SELECT seq, kind, undone_seq, story_id FROM change ORDER BY seq"
            )
        void = {row["story_id"] for row in rows if row["kind"] == Kind.FINAL} - {None}
        for row in rows:
            if row["story_id"] not in void:
                self._stacks.follow(row["seq"], Kind(row["kind"]), row["undone_seq"])
        return self._stacks


class _Stacks:
    """What can be undone and redone, followed from the log entry by entry."""

    def __init__(self) -> None:
        self.seen = 0
        self.undo: list[int] = []
        self.redo: list[int] = []

    def follow(self, seq: int, kind: Kind, undone: int | None) -> None:
        self.seen = seq
        match kind:
            case Kind.DO:
                self.undo.append(seq)
                self.redo.clear()
            case Kind.UNDO if undone is not None:
                self.undo.remove(undone)
                self.redo.append(undone)
            case Kind.REDO if undone is not None:
                self.redo.remove(undone)
                self.undo.append(undone)
            case _:
                pass


_CHANGES = """
SELECT change.seq, change.name, change.kind, change.at, change.undone_seq, change.story_id,
       change.place, change.person_id, coalesce(person.name, '') AS person
FROM change LEFT JOIN person ON person.id = change.person_id
"""


def inverse(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that take these back, in the order to apply them."""
    return tuple(
        replace(event, before=event.after, after=event.before) for event in reversed([*events])
    )


def replay(events: Iterable[Event]) -> dict[str, dict[str, Record]]:
    """The rows by table and identifier that the events come to: what the tables must hold."""
    tables: dict[str, dict[str, Record]] = {table: {} for table in LOGGED}
    for event in events:
        if event.after is None:
            tables[event.table].pop(event.row_id, None)
        else:
            tables[event.table][event.row_id] = event.after
    return tables


def event_of(row: Record) -> Event:
    """An event from its row."""
    return Event(
        seq=cast(int, row["seq"]),
        change_seq=cast(int, row["change_seq"]),
        table=cast(str, row["table_name"]),
        row_id=cast(str, row["row_id"]),
        before=_unpacked(cast("str | None", row["before"])),
        after=_unpacked(cast("str | None", row["after"])),
    )


def _change(row: dict[str, Any]) -> Change:
    place: dict[str, Any] = json.loads(row["place"])
    span = place["span"]
    return Change(
        seq=row["seq"],
        name=row["name"],
        kind=Kind(row["kind"]),
        at=row["at"],
        person=Person(row["person_id"], row["person"]),
        place=Place(
            story_id=row["story_id"],
            article_id=place["article_id"],
            span=None if span is None else Span(*span),
            annotation_id=place["annotation_id"],
        ),
        undone=row["undone_seq"],
    )


def _packed_place(place: Place) -> str:
    span = place.span
    return json.dumps(
        {
            "article_id": place.article_id,
            "span": None if span is None else [span.start, span.end],
            "annotation_id": place.annotation_id,
        }
    )


def _packed(row: Record | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def _unpacked(text: str | None) -> Record | None:
    return None if text is None else cast(Record, json.loads(text))
