"""Writing files beside the project: whole or not at all, watched, and to be given up."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable
from pathlib import Path

from reader.core.errors import ReaderError

PIECE = 1 << 20
"""Bytes that are written at once, between two looks at whether they are still wanted."""


class CannotWrite(ReaderError):
    """A file could not be written."""


def never() -> bool:
    """Nobody gives up."""
    return False


def ignore(_part: float) -> None:
    """Nobody watches."""


def write_file(
    path: Path,
    content: bytes,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = ignore,
) -> bool:
    """Write a file beside its place first, then swap it in; False where it was given up.

    Until the last step what stood at `path` is as it was, also on a full disk. Raises CannotWrite.
    """
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        with part.open("xb") as file:
            for start in range(0, len(content), PIECE):
                if cancelled():
                    return False
                file.write(content[start : start + PIECE])
                progress(min(1.0, (start + PIECE) / len(content)))
            file.flush()
            os.fsync(file.fileno())
        if cancelled():
            return False
        os.replace(part, path)
    except OSError as problem:
        raise CannotWrite(
            f"“{path}” cannot be written: {problem.strerror or problem}.",
            "Choose another folder or free some space; what stood there before is unchanged.",
        ) from problem
    finally:
        _remove(part)
    return True


def _remove(part: Path) -> None:
    """Nothing half-written stays; where even that is refused the first problem is the one told."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
