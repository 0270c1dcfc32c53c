"""What can go wrong with a project file: each error names the file and what to do about it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from reader.core.errors import ReaderError
from reader.core.pace import Cancelled


class StoreError(ReaderError):
    """Any problem with a project file."""


class NoSuchProject(StoreError):
    """There is nothing at that path."""


class NotAProject(StoreError):
    """The file is something else: a folder, a text, another program's database."""


class AlreadyThere(StoreError):
    """A new file would have replaced one that exists."""


class TooNew(StoreError):
    """The project was written by a later version of this program."""


class Damaged(StoreError):
    """The file is a project but its contents do not hold together."""


class Locked(StoreError):
    """Another program holds the file; nothing was changed."""


class Busy(StoreError):
    """The program itself is changing the file just now; nothing else was changed."""


class ReadOnlyProject(StoreError):
    """The file or its folder cannot be written; nothing was changed."""


class DiskFull(StoreError):
    """There is no room for the change; nothing was changed."""


class Unreadable(StoreError):
    """The system refuses to read or write the file."""


class Refused(StoreError):
    """The change makes no sense for this project, such as two tags of one name."""


def no_such_project(path: Path) -> NoSuchProject:
    return NoSuchProject(
        f"There is no project at “{path}”.",
        "It may have been moved, renamed or deleted. Open it from its new place or make a new one.",
    )


def not_a_project(path: Path, what: str) -> NotAProject:
    return NotAProject(
        f"“{path.name}” is not a project: it is {what}.",
        "Nothing was changed. To read it as a text, use Story > Add texts; projects end in "
        "“.reader”.",
    )


def already_there(path: Path) -> AlreadyThere:
    return AlreadyThere(
        f"“{path}” already exists.", "Nothing was changed. Choose another name or open that file."
    )


def too_new(path: Path, theirs: int, ours: int) -> TooNew:
    return TooNew(
        f"“{path.name}” was written by a newer version of this program.",
        f"Nothing was changed. Install the newer version to open it (the file has format {theirs}, "
        f"this program knows up to {ours}).",
    )


def damaged(path: Path, what: str) -> Damaged:
    return Damaged(
        f"“{path.name}” is damaged: {what}",
        "Nothing was changed. Open a copy or a backup of it; keep the damaged file, since much of "
        "it can often be recovered with the command “sqlite3 FILE .recover”.",
    )


def locked(path: Path) -> Locked:
    return Locked(
        f"Another program is using “{path.name}”.",
        "Nothing was changed. Close the other window or wait until a synchronising program "
        "is done, then try again.",
    )


def busy(path: Path, doing: str) -> Busy:
    return Busy(
        f"“{path.name}” is being changed: {doing}",
        "The change was not made. Wait until that is done, or cancel it at the bottom of the "
        "window, then try again.",
    )


def another_there(path: Path) -> NoSuchProject:
    return NoSuchProject(
        f"At “{path}” there is another file by now.",
        "Nothing was changed. Save a copy of the project that is open, and go on in the copy.",
    )


def moved(path: Path) -> NoSuchProject:
    return NoSuchProject(
        f"“{path.name}” was moved, renamed or deleted while it was open.",
        "The change was not made; what was saved before is still here. Save a copy of the project "
        "(Project > Save a copy as), and go on in the copy.",
    )


def read_only(path: Path) -> ReadOnlyProject:
    return ReadOnlyProject(
        f"“{path.name}” can only be read.",
        "The change was not made. Save a copy in a folder of your own and go on in the copy.",
    )


def disk_full(path: Path) -> DiskFull:
    return DiskFull(
        f"There is no room left to save “{path.name}”.",
        "The change was not made; all that was saved before is safe. Free some space on the disk "
        "and try again.",
    )


def unreadable(path: Path, reason: str) -> Unreadable:
    return Unreadable(
        f"“{path}” cannot be read or written: {reason}.",
        "Check that the disk is connected and that you may open the file, then try again.",
    )


def gone(what: str) -> Refused:
    return Refused(
        f"That {what} is no longer in the project.", "It may have been undone; try Redo."
    )


def _translated(error: sqlite3.Error, path: Path) -> StoreError | None:
    """The person's side of an SQLite error; None where it is our mistake.

    Result codes: https://www.sqlite.org/rescode.html; the low byte is the primary code.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved(path)
    match None if code is None else code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return locked(path)
        case sqlite3.SQLITE_READONLY:
            return read_only(path)
        case sqlite3.SQLITE_FULL:
            return disk_full(path)
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path, "its pages do not hold together.")
        case sqlite3.SQLITE_NOTADB:
            return not_a_project(path, "no database")
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return unreadable(path, str(error))
        case _:
            return None


@contextmanager
def told_of(path: Path) -> Generator[None]:
    """Turns SQLite's and the system's errors about `path` into the person's.

    Raises Cancelled for a statement that was broken off since nobody wants it any more.
    """
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled from error
        problem = _translated(error, path)
        if problem is None:
            raise
        raise problem from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise disk_full(path) from error
        raise unreadable(path, error.strerror or str(error)) from error
