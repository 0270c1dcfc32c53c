"""The texts themselves: kept once by the hash of what they hold, and never changed."""

from __future__ import annotations

import hashlib

from reader.core.text.source import Source
from reader.store import errors
from reader.store.database import Connection
from reader.store.search_index import SearchIndex


class Texts:
    """The texts of a project, checked against their hash when first read."""

    def __init__(self, connection: Connection, index: SearchIndex) -> None:
        self._connection = connection
        self._index = index
        self._read: dict[str, str] = {}

    def add(self, source: Source) -> str:
        """Keeps a text with the bytes it came from, if it is not there yet; returns its hash."""
        sha256 = source.article.sha256
        if self._connection.row("SELECT 1 FROM text WHERE sha256 = ?", [sha256]) is None:
            self._keep(sha256, source.article.text, source.raw)
        return sha256

    def _keep(self, sha256: str, text: str, raw: bytes) -> None:
        self._connection.run(
            "INSERT INTO text (sha256, text, raw, raw_sha256) VALUES (?, ?, ?, ?)",
            [sha256, text, raw, hashlib.sha256(raw).hexdigest()],
        )
        self._index.put("text", sha256, text)

    def bring(self, theirs: Connection, sha256: str) -> None:
        """Keeps a text of another project, if it is not there yet. Raises Damaged."""
        if self._connection.row("SELECT 1 FROM text WHERE sha256 = ?", [sha256]) is not None:
            return
        there = Texts(theirs, self._index)
        text, raw = there.text(sha256), there.raw(sha256)
        self._keep(sha256, text, raw)

    def text(self, sha256: str) -> str:
        """The canonical text. Raises Damaged where it does not have its hash."""
        if sha256 not in self._read:
            row = self._connection.row("SELECT text FROM text WHERE sha256 = ?", [sha256])
            text: str = "" if row is None else row["text"]
            if hashlib.sha256(text.encode("utf-8")).hexdigest() != sha256:
                raise errors.damaged(self._connection.path, "a text in it is not as it was saved.")
            self._read[sha256] = text
        return self._read[sha256]

    def raw(self, sha256: str) -> bytes:
        """The bytes that the text was read from. Raises Damaged where they were changed."""
        row = self._connection.row("SELECT raw, raw_sha256 FROM text WHERE sha256 = ?", [sha256])
        raw: bytes = b"" if row is None else row["raw"]
        if row is None or hashlib.sha256(raw).hexdigest() != row["raw_sha256"]:
            raise errors.damaged(self._connection.path, "the bytes of a text are not as imported.")
        return raw

    def drop(self, sha256: str) -> None:
        """Removes a text that no version has."""
        self._index.drop("text", sha256)
        self._connection.run("DELETE FROM text WHERE sha256 = ?", [sha256])
        self._read.pop(sha256, None)
