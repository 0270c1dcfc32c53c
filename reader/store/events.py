"""What the log holds: changes, the events each is made of, and what they come to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

from reader.core.annotating.annotation import Person
from reader.core.text.span import Span
from reader.store.database import Record
from reader.store.schema import LOGGED
from reader.store.second_format import as_now


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
    """What cannot be undone: the beginning of a project, texts dropped that were never kept; with
    the change it took back, also a change withdrawn for good."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log; `at` is ISO 8601 UTC; `undone` is the change it took back or
    made again."""

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
    """An event from its row; what an earlier format logged, as the tables hold it now."""
    table = cast(str, row["table_name"])
    return Event(
        seq=cast(int, row["seq"]),
        change_seq=cast(int, row["change_seq"]),
        table=table,
        row_id=cast(str, row["row_id"]),
        before=_unpacked(table, cast("str | None", row["before"])),
        after=_unpacked(table, cast("str | None", row["after"])),
    )


def change_of(row: dict[str, Any]) -> Change:
    """An entry of the log from its row, joined with its person's name."""
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


def packed_place(place: Place) -> str:
    """A place without its story, which has a column of its own."""
    span = place.span
    return json.dumps(
        {
            "article_id": place.article_id,
            "span": None if span is None else [span.start, span.end],
            "annotation_id": place.annotation_id,
        }
    )


def packed(row: Record | None) -> str | None:
    """A row as the log keeps it."""
    return None if row is None else json.dumps(row, ensure_ascii=False)


def _unpacked(table: str, text: str | None) -> Record | None:
    return None if text is None else as_now(table, cast(Record, json.loads(text)))
