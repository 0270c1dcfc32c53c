"""The people who note something in a project: known by a UUID, so a name may change."""

from __future__ import annotations

from reader.core.annotating.annotation import Person
from reader.store.database import Connection
from reader.store.events import Kind
from reader.store.log import Log


class Author:
    """Who is writing: the one given when the project was opened, else the one who made it."""

    def __init__(self, connection: Connection, given: Person | None) -> None:
        self._connection = connection
        self._given = given

    def id(self) -> str:
        """The UUID that stands by every change made now."""
        if self._given is not None:
            return self._given.id
        row = self._connection.row("SELECT value FROM meta WHERE key = 'me'")
        return "" if row is None else row["value"]

    def known(self) -> Person | None:
        """The author as the project knows them, None where they never wrote in it."""
        row = self._connection.row("SELECT id, name FROM person WHERE id = ?", [self.id()])
        return None if row is None else Person(row["id"], row["name"])

    def me(self) -> Person:
        """The author by the project's word, else by what was given."""
        return self.known() or self._given or Person(self.id(), "")


class People:
    """Everyone who has written in a project."""

    def __init__(self, log: Log, author: Author) -> None:
        self._log = log
        self._author = author

    def me(self) -> Person:
        """The person whose changes are being made."""
        return self._author.me()

    def all(self) -> tuple[Person, ...]:
        """Everyone who has written in this project, by name."""
        rows = self._log.connection.rows("SELECT id, name FROM person ORDER BY name, id")
        return tuple(Person(row["id"], row["name"]) for row in rows)

    def rename_me(self, name: str) -> None:
        """Changes the name that stands by one's notes; they stay one's own."""
        with self._log.change("Change name") as change:
            change.put("person", {"id": self._author.id(), "name": name.strip()})

    def introduce_me(self, name: str) -> None:
        """Gives the name that was asked for. It is no step of undo: it answers a question, and
        must not stand in the way of taking back what the question was about.
        """
        with self._log.change("Give name", kind=Kind.FINAL) as change:
            change.put("person", {"id": self._author.id(), "name": name.strip()})

    def join(self) -> None:
        """Enters the author before their first change; opening a project writes nothing."""
        if self._author.known() is None:
            me = self._author.me()
            with self._log.change("Join the project", kind=Kind.FINAL) as change:
                change.put("person", {"id": me.id, "name": me.name})
