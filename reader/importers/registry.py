"""Which importer reads which file: the one list that dialogs, drops and commands go by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Protocol

from reader.core.text.source import Source
from reader.importers.errors import NotText
from reader.importers.markdown import import_markdown
from reader.importers.text import import_text


class Importer(Protocol):
    """Makes a source of a file's bytes; `name` is the file's name, `encoding` a person's choice.

    Raises CannotRead.
    """

    def __call__(self, raw: bytes, name: str, encoding: str | None = None) -> Source: ...


IMPORTERS: Mapping[str, Importer] = MappingProxyType(
    {
        ".txt": import_text,
        ".text": import_text,
        ".md": import_markdown,
        ".markdown": import_markdown,
    }
)
"""Importer by suffix in lower case. A file with any other suffix is read as plain text."""

_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        ".html": "a web page",
        ".htm": "a web page",
        ".xhtml": "a web page",
        ".mhtml": "a web page",
        ".pdf": "a PDF",
        ".doc": "a Word file",
        ".docx": "a Word file",
        ".odt": "an OpenDocument file",
        ".rtf": "a rich text (RTF) file",
    }
)
"""What would show its markup instead of its words."""


def importer_for(name: str) -> Importer:
    """The importer for a file's name; raises NotText for formats that are known to be none."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _REFUSED:
        raise NotText(name, _REFUSED[suffix])
    return IMPORTERS.get(suffix, import_text)
