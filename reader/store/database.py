"""The one ambassador of SQLite and sqlite-utils: connections, transactions, errors in words.

sqlite-utils (https://sqlite-utils.datasette.io) makes and migrates the schema; its `Database` runs
our SQL, which is written out where it is used, with every value bound. Its `table.transform()` is
never called: it drops triggers without a word. Transactions begin IMMEDIATE, so that a lock is met
before the first change and not in the middle of it, which `Database.atomic()` does not offer.

A connection belongs to one thread at a time. Python's own check would bind it for good to the
thread that opened it, so `Connection` checks instead: a project may be opened and read on a
worker's thread and then be taken over, whole, by the thread that goes on with it.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils

from reader.store import errors

Value = str | int | float | bytes | None
Record = dict[str, Value]

_WAIT_SECONDS = 0.5
"""How long a statement waits for another program's lock: the window must not freeze on it."""

_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA synchronous = FULL",
)


_STEPS = 20_000
"""Steps of SQLite's machine between two looks at whether a long statement is still wanted."""


def connect(path: Path, *, mode: str, wait_seconds: float = _WAIT_SECONDS) -> sqlite_utils.Database:
    """A connection to the file; `mode` is SQLite's: ro, rw or rwc. Raises StoreError."""
    with errors.told_of(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=wait_seconds,
            check_same_thread=False,  # `Connection` checks, and lets it be taken over
        )
        try:
            return dress(connection)
        except BaseException:
            connection.close()
            raise


def dress(connection: sqlite3.Connection) -> sqlite_utils.Database:
    """Sets what every connection of ours has; the pragmas write nothing to the file."""
    connection.row_factory = sqlite3.Row
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return sqlite_utils.Database(
        connection, recursive_triggers=False, execute_plugins=False, strict=True
    )


def identity_of(path: Path) -> tuple[int, int] | None:
    """Device and number of the file at a path, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Connection:
    """A connection to one project file, for one thread at a time; its errors are the person's to
    mend.
    """

    def __init__(self, db: sqlite_utils.Database, path: Path, *, read_only: bool) -> None:
        self.db = db
        self.path = path
        self.read_only = read_only
        self.held_by: str | None = None
        """What changes the file on another thread just now: until it is done, nothing else may."""
        self.identity = identity_of(path)
        """Which file this is, whatever is at its path by now."""
        self._writing = False
        self._thread = threading.get_ident()

    def take_over(self) -> None:
        """From now on the connection is the calling thread's; its former one is done with it."""
        self._thread = threading.get_ident()

    def stop_when(self, cancelled: Callable[[], bool] | None) -> None:
        """Break off long statements with Cancelled as soon as this says so; None for never."""
        self.db.conn.set_progress_handler(cancelled, _STEPS)

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """All rows that a question gives."""
        self._check_thread()
        with errors.told_of(self.path):
            return self.db.conn.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Value] = ()) -> sqlite3.Row | None:
        """The first row that a question gives."""
        self._check_thread()
        with errors.told_of(self.path):
            return self.db.conn.execute(sql, values).fetchone()

    @property
    def in_transaction(self) -> bool:
        """Whether what is read now may include what is not committed."""
        return self._writing

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Runs a statement of an open transaction and returns the number of the last row."""
        if not self._writing:
            raise AssertionError("a change of the project outside of a transaction")
        with errors.told_of(self.path):
            return self.db.conn.execute(sql, values).lastrowid or 0

    @contextmanager
    def writing(self) -> Generator[None]:
        """One transaction: all of it or nothing, also when the program is killed inside.

        A second `writing` inside the first is part of it. Raises StoreError.
        """
        self._check_thread()
        if self._writing:
            yield
            return
        if self.read_only:
            raise errors.read_only(self.path)
        if self.held_by is not None:
            raise errors.busy(self.path, self.held_by)
        with errors.told_of(self.path):
            self.db.rollback()  # only what an earlier failure could not take back is open here
            self.db.conn.execute("BEGIN IMMEDIATE")
            self._writing = True
            try:
                yield
                self.db.conn.execute("COMMIT")
            except BaseException:
                self.db.rollback()
                raise
            finally:
                self._writing = False

    def close(self) -> None:
        self.db.close()

    def _check_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise AssertionError("a project is used on a thread that it does not belong to")
