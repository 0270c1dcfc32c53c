"""Why a text could not be read, each with what the person can do about it."""

from __future__ import annotations

from pathlib import Path

from reader.core.errors import ReaderError


class CannotRead(ReaderError):
    """A text that could not be imported."""


class Missing(CannotRead):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no file '{path}'.", "Check the name; it may have been moved or renamed."
        )


class IsFolder(CannotRead):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"'{path}' is a folder, not a text.", "Name the files in it, or open it as a folder."
        )


class NoTexts(CannotRead):
    def __init__(self, path: Path, suffixes: str) -> None:
        super().__init__(
            f"The folder '{path}' holds no text that can be read.",
            f"Texts are files that end in {suffixes}.",
        )


class EmptyText(CannotRead):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"'{name}' is empty.", "Choose a file with words in it, or paste the text instead."
        )


class NotText(CannotRead):
    """Bytes that are no text; `what` says what they look like."""

    def __init__(self, name: str, what: str = "") -> None:
        said = f"'{name}' looks like {what}, not a text file." if what else f"'{name}' is no text."
        super().__init__(
            said,
            "Open it in its own program, save it as plain text, or copy its words and paste them "
            "here. If it is a text all the same, save it in the encoding UTF-8 first.",
        )


class TooLarge(CannotRead):
    """`size` and `limit` are bytes."""

    def __init__(self, name: str, size: int, limit: int) -> None:
        super().__init__(
            f"'{name}' is too large: {size / 1e6:,.1f} MB.",
            f"A text may have up to {limit / 1e6:,.0f} MB. Split it, or save it as plain text.",
        )


class NotPermitted(CannotRead):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"'{path}' may not be read by this user.",
            "Change the file's permissions, or copy it to a folder of your own.",
        )


class Unreadable(CannotRead):
    """The system failed to read; `reason` is its own word on it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"'{path}' could not be read: {reason}.",
            "Check that the disk or share is connected, then try again.",
        )


class UnknownEncoding(CannotRead):
    def __init__(self, encoding: str) -> None:
        super().__init__(
            f"'{encoding}' is no encoding of texts that is known here.",
            "Try utf-8, utf-16, cp1252, iso-8859-15, gb18030, big5, shift_jis, euc-kr or koi8-r.",
        )
