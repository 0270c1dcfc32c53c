"""The full-text index beside the texts, notes and quotes: folded for searching, kept in step here.

The index is derived: nothing in it is not also elsewhere, so it is outside of the log.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from reader.core.text import folding as comparing
from reader.store.database import Connection

Indexed = Literal["text", "note", "quote"]

_KEPT = frozenset({0, 7, 8, 9})
"""Canonical combining classes of what is no accent: letters, nuktas, kana voicing, viramas."""


_DROPPED = frozenset("\0\u0640")
"""What no one types to search: no character, and the stroke that only stretches Arabic words."""


class _Letters(dict[int, str]):
    """What each code point is searched as, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = letters = _letters(chr(code))
        return letters


_LETTERS = _Letters()


def fold(text: str) -> str:
    """Text as it is searched: compatible forms, case and accents are one."""
    return text.translate(_LETTERS)


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the code point of `text` it came from.

    Each code point is folded as for comparing (quotes, dashes, spaces, case), then decomposed
    (NFKD) and rid of accents and vowel points: 'É' and 'E' + U+0301 both become 'e', 'ß' becomes
    'ss'. Korean syllables stay whole, as do marks that make another letter (kana voicing, viramas).
    """
    folded: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        for letter in _LETTERS[ord(character)]:
            folded.append(letter)
            origins.append(at)
    return "".join(folded), origins


def _letters(character: str) -> str:
    if "\uac00" <= character <= "\ud7a3":
        return character
    parts = unicodedata.normalize("NFKD", comparing.fold(character).text)
    kept = (p for p in parts if unicodedata.combining(p) in _KEPT and p not in _DROPPED)
    return "".join(kept)


class SearchIndex:
    """Entries of the index, written in the transaction of the change that they follow."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, kind: Indexed, owner_id: str, text: str) -> None:
        """Makes the entry of a text, note or quote what it must be; empty ones have none."""
        folded = fold(text)
        row = self._connection.row(
            "SELECT number, folded FROM search_entry WHERE kind = ? AND owner_id = ?",
            [kind, owner_id],
        )
        if row is not None and row["folded"] == folded:
            return
        if row is not None:
            self.drop(kind, owner_id)
        if folded:
            number = self._connection.run(
                "INSERT INTO search_entry (kind, owner_id, folded) VALUES (?, ?, ?)",
                [kind, owner_id, folded],
            )
            self._connection.run(
                "INSERT INTO search_index (rowid, folded) VALUES (?, ?)", [number, folded]
            )

    def drop(self, kind: Indexed, owner_id: str) -> None:
        """Removes an entry, if there is one."""
        row = self._connection.row(
            "SELECT number, folded FROM search_entry WHERE kind = ? AND owner_id = ?",
            [kind, owner_id],
        )
        if row is None:
            return
        self._connection.run(
            "INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', ?, ?)",
            [row["number"], row["folded"]],
        )
        self._connection.run("DELETE FROM search_entry WHERE number = ?", [row["number"]])
