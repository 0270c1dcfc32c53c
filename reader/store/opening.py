"""Opening a project file: is it one, whole, of a format we know, and may it be written?"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import sqlite_utils

from reader.store import errors
from reader.store.backup import save_copy
from reader.store.database import Connection, connect, dress, identity_of
from reader.store.schema import APPLICATION_ID, VERSION, migrations
from reader.store.stamps import new_id

_MAGIC = b"SQLite format 3\0"
_PATIENT_SECONDS = 10.0
"""How long a job waits for another program's lock, where nobody waits for the job."""
_WAL = 2
"""Write and read version of a file in WAL mode, bytes 18 and 19 of its header."""


def open_file(
    path: Path, *, read_only: bool, cancelled: Callable[[], bool] | None = None
) -> Connection:
    """A checked connection to a project; writes nothing to one of the present format.

    An older format is brought up to date after a copy was put beside it, a file that cannot be
    written in memory alone; one that another program put into WAL mode is put back. Raises
    StoreError, and Cancelled where that is wanted.
    """
    in_wal_mode = _check_kind(path)
    read_only = read_only or not _writable(path)
    db = connect(path, mode="ro" if read_only else "rw")
    connection = Connection(db, path, read_only=read_only)
    connection.stop_when(cancelled)
    try:
        version = _check_contents(connection)
        if in_wal_mode and not read_only:
            connection.rows(
                "PRAGMA journal_mode = DELETE"
            )  # side files lose work in synced folders
        if version < VERSION:
            connection = _update(connection, version)
        _check_schema(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def open_again(path: Path, identity: tuple[int, int] | None, *, read_only: bool) -> Connection:
    """Another connection to the file `identity` that is open already, for another thread.

    It was checked when it was opened, so only whether it is still there is asked; closing a
    handle of our own on it would let go of SQLite's locks (https://sqlite.org/howtocorrupt.html).
    It keeps what it writes in memory until all is written, so that the project can be read
    meanwhile. Raises StoreError, also where another file is at `path` by now.
    """
    there = identity_of(path)
    if there is None:
        raise errors.no_such_project(path)
    if there != identity:
        raise errors.another_there(path)
    db = connect(path, mode="ro" if read_only else "rw", wait_seconds=_PATIENT_SECONDS)
    connection = Connection(db, path, read_only=read_only)
    try:
        if (version := _check_format(connection)) < VERSION:
            connection = _update(connection, version)
        connection.rows("PRAGMA cache_spill = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def create_file(path: Path) -> None:
    """Makes an empty project of the newest format, whole or not at all. Raises StoreError."""
    if path.exists():
        raise errors.already_there(path)
    with errors.told_of(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{new_id()}")
        try:
            db = connect(beside, mode="rwc")
            try:
                migrations.apply(db)
                rows = [("uuid", new_id()), ("me", new_id())]
                with db.atomic():
                    db.conn.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", rows)
            finally:
                db.close()
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)


def _check_kind(path: Path) -> bool:
    """Looks at the file's first bytes before SQLite touches it; says whether it is in WAL mode."""
    with errors.told_of(path):
        if path.is_dir():
            raise errors.not_a_project(path, "a folder")
        try:
            with path.open("rb") as file:
                head = file.read(100)
        except FileNotFoundError:
            raise errors.no_such_project(path) from None
    if not head:
        raise errors.not_a_project(path, "an empty file")
    if not head.startswith(_MAGIC):
        raise errors.not_a_project(path, "no database")
    return _WAL in head[18:20]


def _check_format(connection: Connection) -> int:
    """The format's version of a file that is a project."""
    path = connection.path
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise errors.not_a_project(path, "another program's database")
    version = _pragma(connection, "user_version")
    if version > VERSION:
        raise errors.too_new(path, version, VERSION)
    return version


def _check_contents(connection: Connection) -> int:
    """The format's version of a file that is a project and whole."""
    path, version = connection.path, _check_format(connection)
    findings = [str(row[0]) for row in connection.rows("PRAGMA quick_check(1)")]
    if findings != ["ok"]:
        raise errors.damaged(path, "its pages do not hold together.")
    return version


def _check_schema(connection: Connection) -> None:
    """Whether tables, indexes and triggers are as this program makes them.

    A trigger that another program added could change what we write, one that it dropped would
    leave the log unguarded. Other programs' indexes and tables do no harm.
    """
    with closing(dress(sqlite3.connect(":memory:"))) as fresh:
        migrations.apply(fresh)
        wanted = _schema(fresh.conn)
    with errors.told_of(connection.path):
        present = _schema(connection.db.conn)
    foreign = {kind for kind, _, _ in present - wanted} & {"trigger", "view"}
    if foreign or wanted - present:
        raise errors.damaged(
            connection.path, "another program has changed how its tables are made."
        )


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """Kind, name and SQL of all that we make; tables of sqlite-utils and FTS5 are their own."""
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE '_sqlite_%' AND name NOT LIKE 'search_index_%'"
    )
    return {(row[0], row[1], row[2]) for row in rows}


def _pragma(connection: Connection, name: str) -> int:
    row = connection.row(f"PRAGMA {name}")
    return 0 if row is None else int(row[0])


def _update(connection: Connection, version: int) -> Connection:
    """Brings an older format up to date."""
    path = connection.path
    if connection.read_only:
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        with errors.told_of(path):
            connection.db.conn.backup(memory)
        connection.close()
        copy = Connection(dress(memory), path, read_only=True)
        _migrate(copy.db, path)
        return copy
    save_copy(connection, path.with_name(f"{path.stem}.format-{version}{path.suffix}"))
    _migrate(connection.db, path)
    return connection


def _migrate(db: sqlite_utils.Database, path: Path) -> None:
    with errors.told_of(path):
        migrations.apply(db)


def _writable(path: Path) -> bool:
    """Whether both the file and its folder, which holds the journal, may be written."""
    effective = os.access in os.supports_effective_ids
    return all(
        os.access(one, os.W_OK, effective_ids=effective) for one in (path, path.absolute().parent)
    )
