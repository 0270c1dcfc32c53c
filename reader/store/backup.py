"""Copies of an open project through SQLite's backup, since copying a live file is unsafe."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from reader.store import errors
from reader.store.database import Connection
from reader.store.stamps import new_id


def save_copy(connection: Connection, target: Path) -> None:
    """Writes a whole copy beside `target` and then puts it in its place in one step.

    Raises AlreadyThere where that is the project itself, else StoreError.
    """
    if target.exists() and target.samefile(connection.path):
        raise errors.already_there(target)
    beside = target.with_name(f".{target.name}.{new_id()}")
    with errors.told_of(target):
        try:
            with closing(sqlite3.connect(beside)) as copy:
                connection.db.conn.backup(copy)
            _sync(beside)
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Waits until the file is on the disk, so that a power cut leaves the old or the new one."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
