"""Opening texts: from a file, from a folder, from what was pasted."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from reader.core.text.source import Source
from reader.importers.decoding import Decoded
from reader.importers.errors import (
    CannotRead,
    IsFolder,
    Missing,
    NoTexts,
    NotPermitted,
    TooLarge,
    Unreadable,
)
from reader.importers.registry import IMPORTERS, importer_for
from reader.importers.text import plain_source

LARGEST = 20_000_000
"""Bytes of one file: some three million words."""

PASTED = "Pasted text"


def read_file(path: Path | str, *, encoding: str | None = None) -> Source:
    """Import one file by its suffix; its name is the article's name.

    `encoding` is a person's choice and wins over what the bytes say. Raises CannotRead.
    """
    file = Path(path)
    name = _printable(file.name)
    read = importer_for(name)
    return replace(read(_bytes(file), name, encoding), origin=_printable(str(file)))


def texts_in(path: Path | str) -> list[Path]:
    """The texts of a folder, in the order of their names; subfolders are left alone.

    Files with a suffix that no importer reads are passed over, hidden files too. Raises CannotRead
    where the folder itself cannot be read or holds no text.
    """
    folder = Path(path)
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise _told(folder, error) from error
    files = [folder / name for name in names if not name.startswith(".")]
    found = [file for file in files if file.suffix.lower() in IMPORTERS and not file.is_dir()]
    if not found:
        raise NoTexts(folder, ", ".join(IMPORTERS))
    return found


def from_pasted(text: str, title: str | None = None) -> Source:
    """Make a source of pasted text; its raw bytes are the text as UTF-8.

    Without `title` the article is named by the headline that is found. Raises CannotRead where
    there are no words, or too many.
    """
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) > LARGEST:
        raise TooLarge(title or PASTED, len(raw), LARGEST)
    source = plain_source(Decoded(text, "utf-8"), raw, title or PASTED)
    known = title or source.article.title
    article = replace(source.article, name=known or PASTED, title=known)
    return replace(source, article=article, origin="pasted")


def _printable(name: str) -> str:
    """A file's name as characters: one that is no UTF-8 could neither be printed nor stored."""
    return os.fsencode(name).decode("utf-8", "replace")


def _bytes(file: Path) -> bytes:
    try:
        # Reading up to a bound also ends on pipes and devices, which have no size.
        with file.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
            size = max(len(raw), file.stat().st_size)
    except OSError as error:
        raise _told(file, error) from error
    if size > LARGEST:
        raise TooLarge(file.name, size, LARGEST)
    return raw


def _told(path: Path, error: OSError) -> CannotRead:
    """The person's word for a system's error."""
    if isinstance(error, FileNotFoundError):
        return Missing(path)
    # Opening a folder is a permission error on Windows.
    opened_folder = isinstance(error, IsADirectoryError) or (os.name == "nt" and path.is_dir())
    if opened_folder:
        return IsFolder(path)
    if isinstance(error, PermissionError):
        return NotPermitted(path)
    return Unreadable(path, error.strerror or str(error))
