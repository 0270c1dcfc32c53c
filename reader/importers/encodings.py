"""The encodings that texts are found in, by the names people know, to choose one by hand."""

from __future__ import annotations

from reader.core.text.source import Source
from reader.importers.registry import importer_for

ENCODINGS: tuple[tuple[str, str], ...] = (
    ("Unicode, UTF-8", "utf-8"),
    ("Unicode, UTF-16", "utf-16"),
    ("Western, Windows-1252", "cp1252"),
    ("Western, ISO 8859-15", "iso8859-15"),
    ("Western, Mac Roman", "mac-roman"),
    ("Central European, Windows-1250", "cp1250"),
    ("Central European, ISO 8859-2", "iso8859-2"),
    ("Cyrillic, Windows-1251", "cp1251"),
    ("Cyrillic, KOI8-R", "koi8-r"),
    ("Cyrillic, KOI8-U", "koi8-u"),
    ("Greek, Windows-1253", "cp1253"),
    ("Turkish, Windows-1254", "cp1254"),
    ("Hebrew, Windows-1255", "cp1255"),
    ("Arabic, Windows-1256", "cp1256"),
    ("Baltic, Windows-1257", "cp1257"),
    ("Vietnamese, Windows-1258", "cp1258"),
    ("Thai, Windows-874", "cp874"),
    ("Chinese, GB18030", "gb18030"),
    ("Chinese, Big5", "big5"),
    ("Japanese, Shift JIS", "cp932"),
    ("Japanese, EUC-JP", "euc-jp"),
    ("Korean, EUC-KR", "cp949"),
)
"""What a person reads, and the codec."""


def read_as(raw: bytes, name: str, encoding: str) -> Source:
    """The bytes of a file of that name as a text in an encoding of one's choice.

    Raises CannotRead where no text comes of them.
    """
    return importer_for(name)(raw, name, encoding)
