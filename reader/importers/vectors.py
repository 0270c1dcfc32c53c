"""The word-vector table that the program carries, read for the engine, which opens no files."""

from __future__ import annotations

from pathlib import Path

from reader.core.matching.vectors import Vectors

_PIECES = "pieces.txt"
_TABLE = "table.int8"


def read_vectors(folder: Path) -> Vectors | None:
    """The table in `folder`; None where it is absent or broken: comparing works without it."""
    try:
        return Vectors.from_bytes((folder / _PIECES).read_bytes(), (folder / _TABLE).read_bytes())
    except (OSError, ValueError):
        return None
