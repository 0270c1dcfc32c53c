"""Copies of an open project through SQLite's backup, since copying a live file is unsafe."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from reader.core.pace import Pace
from reader.store import errors
from reader.store.database import Connection
from reader.store.stamps import new_id

_PAGES = 256
"""Pages of 4 kB that are copied between two looks at whether the copy is still wanted."""
_TRIES = 8
"""So many times in a row the file may be found locked before the copy gives up."""
_PAUSE_SECONDS = 0.1


def save_copy(connection: Connection, target: Path, pace: Pace | None = None) -> None:
    """Writes a whole copy beside `target` and then puts it in its place in one step.

    Raises AlreadyThere where that is the project itself, Cancelled, else StoreError; what stood
    at `target` is then as it was.
    """
    if target.exists() and target.samefile(connection.path):
        raise errors.already_there(target)
    pace = pace or Pace()
    beside = target.with_name(f".{target.name}.{new_id()}")
    with errors.told_of(target):
        try:
            with closing(sqlite3.connect(beside)) as copy:
                _copy(connection, copy, pace)
            _sync(beside)
            pace.look()
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)


def _copy(connection: Connection, copy: sqlite3.Connection, pace: Pace) -> None:
    """Copies page by page; what is changed meanwhile makes SQLite begin again by itself."""
    pages = connection.row("PRAGMA page_count")
    pace.stage(0.95, pages[0] if pages else 1, every=_PAGES)
    tries = 0

    def tell(status: int, _remaining: int, _total: int) -> None:
        nonlocal tries
        tries = tries + 1 if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else 0
        if tries == _TRIES:
            raise errors.locked(connection.path)
        pace.did(0 if tries else _PAGES)

    connection.db.conn.backup(copy, pages=_PAGES, progress=tell, sleep=_PAUSE_SECONDS)


def _sync(path: Path) -> None:
    """Waits until the file is on the disk, so that a power cut leaves the old or the new one."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
